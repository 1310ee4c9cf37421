import { COMPLIANCE_ITEMS, ITEM_IDS, type ComplianceItem } from '../compliance.ts';
import { countOf, indicator, sumOf } from '../indicator.ts';
import type { LEVELS } from '../tables/computed.ts';
import type { ACTION_KINDS } from '../tables/oversight.ts';
import { MANAGED } from './risk.ts';

const items = Object.keys(COMPLIANCE_ITEMS) as ComplianceItem[];
/** Rows of 制度落实 that were collected: both numbers known and something required. Others count in neither part. */
const COLLECTED = 'total > 0 AND done IS NOT NULL';
const system = { scope: 'project', unit: '%', better: 'up', source: '制度落实台账' } as const;
/** 交办 of the last meeting up to the snapshot's day, and earlier ones that were still open then. */
const GIVEN = `kind = '交办' AND (meeting_on = last_meeting OR (meeting_on < last_meeting AND (done_on IS NULL OR done_on >= last_meeting)))`;

/** Stable ASCII ids of 交办与执法 kinds. */
export const ACTION_IDS: Readonly<Record<keyof typeof ACTION_KINDS, string>> = {
  交办: 'assign', 约谈: 'talk', 通报: 'notify', 问责: 'account', 曝光: 'expose', 限期整改指令书: 'order', 黑名单事先告知书: 'prior_notice', 立案侦查: 'investigate', 行政处罚: 'penalty', 失信名单: 'blacklist', 其他: 'other',
};
/** Stable ASCII ids of warning levels. */
export const LEVEL_IDS: Readonly<Record<keyof typeof LEVELS, string>> = { 红: 'red', 橙: 'orange', 黄: 'yellow', 蓝: 'blue' };

const ITEM_ENGLISH: Readonly<Record<ComplianceItem, string>> = {
  劳动合同签订: 'Labour contracts signed', 实名制考勤: 'Real-name attendance', 工伤保险: 'Work-injury insurance', 工资保证金: 'Wage deposit', 工资专用账户: 'Wage account', 银行代发: 'Wages paid by bank',
  按时足额发放: 'Wages paid in full and on time', 维权告示牌: 'Rights notice board', 总包代发: 'Wages paid by the main contractor', 分账管理: 'Labour cost in a separate account', 工程款支付担保: 'Payment guarantee',
  政府投资预付款: 'Advance payment by government', 劳动用工备案: 'Employment filed', 劳资专管员: 'Wage officer', 三本台账: 'Three registers', 实名制更新: 'Real-name records up to date', 项目经理到岗: 'Project manager on site', 总监到岗: 'Chief supervisor on site',
};
const ACTION_ENGLISH: Readonly<Record<keyof typeof ACTION_KINDS, string>> = {
  交办: 'Tasks assigned', 约谈: 'Summoned for talks', 通报: 'Circulars of criticism', 问责: 'Held to account', 曝光: 'Exposed in the media', 限期整改指令书: 'Rectification orders', 黑名单事先告知书: 'Prior notices of blacklisting', 立案侦查: 'Criminal investigations',
  行政处罚: 'Administrative penalties', 失信名单: 'Blacklisted', 其他: 'Other measures',
};

export const OVERSIGHT_INDICATORS = [
  indicator({ ...system, id: 'systems_rate', name: '制度落实率', english: 'Systems in place', noun: '项', definition: '县定项目集（默认八个100%）各项落实数合计 ÷ 应落实数合计；未采集的不计', englishDefinition: "Systems in place ÷ required, over the county's set (by default the eight 100% items); not collected is left out",
    n: [sumOf('compliance', 'done', (s) => `item IN (${s.setItems}) AND ${COLLECTED}`)], d: [sumOf('compliance', 'total', (s) => `item IN (${s.setItems}) AND ${COLLECTED}`)] }),
  ...items.map((item) => indicator({ ...system, id: `sys_${ITEM_IDS[item]}`, name: item, english: ITEM_ENGLISH[item], noun: '项', definition: `${item}：落实数合计 ÷ 应落实数合计；未采集的不计`, englishDefinition: `${ITEM_ENGLISH[item]}: in place ÷ required, added up; not collected is left out`,
    n: [sumOf('compliance', 'done', () => `item = '${item}' AND ${COLLECTED}`)], d: [sumOf('compliance', 'total', () => `item = '${item}' AND ${COLLECTED}`)] })),
  ...items.map((item) => indicator({ ...system, id: `sysp_${ITEM_IDS[item]}`, name: `${item}达标项目`, english: `${ITEM_ENGLISH[item]}, by projects`, noun: '个项目', definition: `${item}：全部落实的项目 ÷ 已采集的项目`, englishDefinition: `${ITEM_ENGLISH[item]}: projects where it is fully in place ÷ projects it was collected for`,
    n: [countOf('compliance', () => `item = '${item}' AND ${COLLECTED} AND done >= total`)], d: [countOf('compliance', () => `item = '${item}' AND ${COLLECTED}`)] })),
  indicator({ id: 'action_done_rate', name: '上周交办办结', english: 'Meeting tasks done', scope: 'case', noun: '项', unit: '%', better: 'up', source: '交办台账', definition: '上次调度会交办及当时未结的事项中，已办结的 ÷ 全部', englishDefinition: 'Tasks given at the last meeting or still open then that are done ÷ all of them',
    n: [countOf('actions', (s) => `${GIVEN} AND done_on <= ${s.asOf}`)], d: [countOf('actions', () => GIVEN)] }),
  ...(Object.keys(ACTION_IDS) as (keyof typeof ACTION_IDS)[]).map((kind) => indicator({
    id: `enforce_${ACTION_IDS[kind]}`, name: kind, english: ACTION_ENGLISH[kind], scope: 'case', noun: '项', unit: '项', source: '交办与执法台账', definition: `专项行动期间的${kind}`, englishDefinition: `${ACTION_ENGLISH[kind]} during the campaign`,
    n: [countOf('actions', (s) => `kind = '${kind}' AND meeting_on >= ${s.campaignFrom} AND meeting_on <= ${s.campaignTo}`)],
  })),
  indicator({ id: 'returns_rate', name: '报送率', english: 'Returns on time', scope: 'case', noun: '份', unit: '%', better: 'up', source: '报送台账', definition: '各报表最近一期应报的，按期收到的 ÷ 应报的；单位没有报送记录的不计', englishDefinition: 'Returns received on time ÷ returns due, each table by its last due day; units without return records are left out',
    n: [countOf('returns', (s) => `due_on = last_due AND received_on <= due_on AND due_on <= ${s.asOf}`)], d: [countOf('returns', (s) => `due_on = last_due AND due_on <= ${s.asOf}`)] }),
  indicator({ id: 'unlawful_rate', name: '违法用工单位占比', english: 'Unlawful employers', scope: 'county', noun: '户', unit: '%', better: 'down', source: '检查台账', definition: '本年检查中违法户数 ÷ 检查户数', englishDefinition: 'Unlawful employers ÷ employers inspected this year',
    n: [sumOf('inspections', 'unlawful', (s) => `inspected_on >= ${s.yearFrom} AND inspected_on <= ${s.asOf}`)], d: [sumOf('inspections', 'employers', (s) => `inspected_on >= ${s.yearFrom} AND inspected_on <= ${s.asOf}`)] }),
  indicator({ id: 'warnings_open', name: '早期预警', english: 'Early warnings', scope: 'ungraded', noun: '条', unit: '条', better: 'down', source: '县规则文件', definition: '没有未销号隐患的在管项目上触发的预警条数', englishDefinition: 'Warnings on projects under oversight without an open risk',
    n: [countOf('warnings', () => `NOT open AND ${MANAGED}`)] }),
  ...(Object.keys(LEVEL_IDS) as (keyof typeof LEVEL_IDS)[]).map((level) => indicator({
    id: `warn_${LEVEL_IDS[level]}`, name: `早期预警·${level}`, english: `Early warnings, ${LEVEL_IDS[level]}`, scope: 'ungraded', noun: '条', unit: '条', better: 'down', source: '县规则文件', definition: `没有未销号隐患的在管项目上触发的${level}色预警条数`, englishDefinition: `Warnings of level ${LEVEL_IDS[level]} on projects under oversight without an open risk`,
    n: [countOf('warnings', () => `NOT open AND ${MANAGED} AND level = '${level}'`)],
  })),
  indicator({ id: 'warned_projects', name: '预警涉及项目', english: 'Projects with early warnings', scope: 'ungraded', noun: '个项目', unit: '个', better: 'down', source: '县规则文件', definition: '没有未销号隐患而有预警的在管项目', englishDefinition: 'Projects under oversight without an open risk that have a warning',
    n: [countOf('warned', () => `NOT open AND ${MANAGED}`)] }),
];
