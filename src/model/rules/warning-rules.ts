import type { ComplianceItem } from '../compliance.ts';
import type { WarningRule } from './schema.ts';

const COUNTY = '县级惯例（可调）';
const ITEM_TEXT = '{item}未落实 {n}/{d}（{article}）';

/** 《保障农民工工资支付条例》 penalties: art. 55 account, deposit, real-name · art. 56 notice board · art. 57 guarantee, labour cost. */
const missing = (id: string, item: ComplianceItem, level: WarningRule['level'], article: string, penalty: string, text = ITEM_TEXT): WarningRule => ({
  id, name: `${item}未落实`, level, enabled: true, test: 'item_missing', params: { item, below_percent: 100 }, article, penalty, text,
});

/** Shipped warning rules (domain §5). A county overrides one by its id and adds its own; what it changes is marked as changed. */
export const WARNING_RULES: WarningRule[] = [
  { id: 'labour_cost_cycle', name: '人工费未按月拨付', level: '红', enabled: true, test: 'labour_cost_cycle', params: { months: 1 }, article: '条例第24条', penalty: '条例第57条', text: '专户未按月拨付人工费 {days} 天（{article}）' },
  { id: 'promise_overdue', name: '承诺化解超期', level: '红', enabled: true, test: 'promise_overdue', params: { days: 0 }, article: '周调度', penalty: '', text: '承诺 {due_on} 化解，已超 {days} 天' },
  { id: 'wages_overdue', name: '工资逾期未付', level: '红', enabled: true, test: 'wages_overdue', params: { bands: [{ months: 1, level: '黄' }, { months: 2, level: '橙' }] }, article: COUNTY, penalty: '', text: '工资逾期 {days} 天未付清，尚欠 {n} 万元' },
  { id: 'case_overdue', name: '立案调查超期', level: '红', enabled: true, test: 'case_clock', params: { working_days: 60, remind: null, extension: 30 }, article: '劳动保障监察条例第17条', penalty: '', text: '立案调查超 {limit} 个工作日期限 {days} 个工作日（{due_on} 到期；经批准可延长 {extension} 个工作日，{article}）' },
  { id: 'wage_account', name: '专户未按期开立', level: '橙', enabled: true, test: 'step_overdue', params: { from: 'contract_signed_on', until: 'account_opened_on', days: 30, item: '工资专用账户', stages: [] }, article: '53号文、条例第26条', penalty: '条例第55条', text: '合同签订后 {days} 天未开立专户（限 {limit} 天，{article}）' },
  missing('item_realname', '实名制考勤', '橙', '条例第28条', '条例第55条'),
  missing('item_deposit', '工资保证金', '橙', '条例第32条', '条例第55条', '{item}未存储 {n}/{d}（{article}）'),
  missing('item_gcpay', '总包代发', '橙', '条例第31条', ''),
  missing('item_bankpay', '银行代发', '橙', '条例第31条', ''),
  { id: 'account_dry', name: '专户余额不足', level: '橙', enabled: true, test: 'account_dry', params: { months: 1 }, article: '测算', penalty: '', text: '专户余额 {n} 万元，仅够发放 {months} 个月工资（上月应发 {d} 万元）' },
  { id: 'promise_moved', name: '承诺多次改期', level: '橙', enabled: true, test: 'promise_moved', params: { times: 2 }, article: '周调度', penalty: '', text: '承诺化解日期已改 {n} 次（首次承诺 {since}，现为 {due_on}）' },
  { id: 'clue_handling', name: '线索办理超时限', level: '橙', enabled: true, test: 'clue_limit', params: { step: 'handling_days' }, article: '县定时限', penalty: '', text: '线索受理 {days} 天未办结（限 {limit} 天）' },
  missing('item_notice', '维权告示牌', '黄', '条例第34条', '条例第56条'),
  missing('item_guarantee', '工程款支付担保', '黄', '条例第24条', '条例第57条'),
  { id: 'labour_share', name: '人工费占进度款偏低', level: '黄', enabled: true, test: 'share_below', params: { amount: 'labour_cost_paid', of: 'progress_payment_paid', below_percent: 30, except: [] }, article: COUNTY, penalty: '', text: '实拨人工费占已付进度款 {rate}，低于 {limit}（{n}/{d} 万元）' },
  { id: 'funds_in_place', name: '到位资金不足', level: '黄', enabled: true, test: 'funds_below', params: { short_percent: 50, long_percent: 30, long_months: 12, stages: ['新建', '在建'] }, article: COUNTY, penalty: '', text: '到位资金占合同造价 {rate}，低于 {limit}（{n}/{d} 万元）' },
  { id: 'settlement_review', name: '结算审核超期', level: '黄', enabled: true, test: 'step_overdue', params: { from: 'settlement_submitted_on', until: null, days: 40, item: null, stages: ['新建', '在建', '已完工未结算'] }, article: COUNTY, penalty: '', text: '结算报审后 {days} 天未审结（限 {limit} 天）' },
  { id: 'deposit_share', name: '保证金不足', level: '黄', enabled: true, test: 'share_below', params: { amount: 'deposit_amount', of: 'contract_amount', below_percent: 2, except: ['减免'] }, article: COUNTY, penalty: '', text: '保证金占合同造价 {rate}，低于 {limit}（{n}/{d} 万元）' },
  { id: 'pay_day_holiday', name: '发薪日遇休息日', level: '黄', enabled: true, test: 'pay_day_holiday', params: { lead_days: 7 }, article: '条例第14条', penalty: '', text: '工资应付日 {pay_day} 遇休息日，应在 {due_on} 前（含当日）付清 {d} 万元，已付 {n} 万元（{article}）' },
  { id: 'case_due', name: '立案调查即将到期', level: '黄', enabled: true, test: 'case_clock', params: { working_days: 60, remind: 15, extension: 30 }, article: '劳动保障监察条例第17条', penalty: '', text: '立案调查还剩 {days} 个工作日（{due_on} 满 {limit} 个工作日，{article}）' },
  { id: 'clue_reply', name: '线索回复超时限', level: '黄', enabled: true, test: 'clue_limit', params: { step: 'reply_days' }, article: '县定时限', penalty: '', text: '线索受理 {days} 天未回复（限 {limit} 天）' },
  // The field's “60% cleared, 80% wanted”: shipped off, because no article sets the share.
  { id: 'wages_cleared', name: '工资清偿比例偏低', level: '黄', enabled: false, test: 'wages_cleared', params: { below_percent: 80 }, article: COUNTY, penalty: '', text: '工资清偿 {rate}，低于 {limit}（{n}/{d} 万元）' },
  { id: 'account_closing', name: '专户注销公示', level: '蓝', enabled: true, test: 'account_closing', params: { days: 30 }, article: '条例第27条', penalty: '', text: '完工无拖欠，公示满 {limit} 天（{due_on}）后方可注销专户（{article}）' },
  { id: 'repeat_arrears', name: '总包多次欠薪', level: '蓝', enabled: true, test: 'repeat_arrears', params: { times: 3 }, article: COUNTY, penalty: '', text: '总承包企业累计欠薪 {n} 次（{limit} 次及以上标记）' },
];
