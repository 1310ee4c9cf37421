import { EIGHT } from '../compliance.ts';
import type { Calendar, Rules } from './schema.ts';
import { WARNING_RULES } from './warning-rules.ts';

/** No year known: working days are weekdays, and every year is said to be unpublished. The exporter puts the official calendar in. */
const EMPTY_CALENDAR: Calendar = { years: [], holidays: [], workdays: [], festivals: {}, unpublished: [] };

/** Shipped rules; the source of each value is in RULE_SOURCES. A county's file states only what differs. */
export const DEFAULT_RULES: Rules = {
  version: '1.0',
  window_weeks: 12,
  campaign: { name: '根治欠薪冬季专项行动', from: '2026-09-18', to: '2027-02-05' },
  targets: { clue_on_time_rate: { value: 95, by: null }, no_arrears_rate: { value: 100, by: '12-31' }, reported_rate: { value: 100, by: null }, systems_rate: { value: 100, by: null } },
  minimum_denominator: { default: 5, by_indicator: {} },
  decimals: {},
  sets: {
    '八个100%': [...EIGHT],
    五项制度: ['实名制考勤', '工资专用账户', '总包代发', '工资保证金', '维权告示牌'],
    一金三制: ['工资保证金', '实名制考勤', '工资专用账户', '银行代发'],
    两金六制: ['工资保证金', '工程款支付担保', '劳动合同签订', '实名制考勤', '工资专用账户', '分账管理', '总包代发', '维权告示牌'],
    五个一: ['维权告示牌', '劳资专管员', '工资专用账户', '工资保证金', '三本台账'],
    三本台账: ['三本台账'],
  },
  default_set: '八个100%',
  limits: { reply_days: null, handling_days: null },
  warnings: WARNING_RULES,
  levels: {
    红: { order: 1, word: '红', token: '--warn-red' },
    橙: { order: 2, word: '橙', token: '--warn-orange' },
    黄: { order: 3, word: '黄', token: '--warn-yellow' },
    蓝: { order: 4, word: '蓝', token: '--warn-blue' },
  },
  score: {
    grade: { 一般: 15, 严重: 30 },
    amount: [{ from: 0.01, points: 4 }, { from: 100, points: 8 }, { from: 300, points: 14 }, { from: 1000, points: 20 }],
    workers: [{ from: 1, points: 2 }, { from: 50, points: 5 }, { from: 200, points: 8 }, { from: 500, points: 10 }],
    overdue: [{ from: 1, points: 2 }, { from: 31, points: 5 }, { from: 61, points: 8 }, { from: 91, points: 10 }],
    group_event: 8,
    supervised: 4,
    rebound: [{ from: 1, points: 4 }, { from: 2, points: 6 }],
    promises: [{ from: 1, points: 2 }, { from: 2, points: 4 }, { from: 3, points: 6 }],
    deadline: [{ within: 60, points: 2 }, { within: 30, points: 4 }, { within: 14, points: 6 }],
  },
  map_breaks: {
    rate_up: { direction: 'up', bounds: [100, 90, 80, 60] },
    rate_down: { direction: 'down', bounds: [0.1, 10, 20, 40] },
    unpaid_wages: { direction: 'down', bounds: [0.1, 100, 300, 1000] },
    unpaid_workers: { direction: 'down', bounds: [1, 50, 200, 500] },
    open_risk: { direction: 'down', bounds: [1, 2, 3, 5] },
    severe_open: { direction: 'down', bounds: [1, 2, 3, 5] },
    warnings_open: { direction: 'down', bounds: [1, 2, 3, 5] },
    projects: { direction: 'none', bounds: [3, 5, 7, 10] },
  },
  blacklist_below: 90,
  boards: { good: '红榜', bad: '黑榜' },
  meeting: {
    agenda: [
      { item: 'overview', minutes: 3 }, { item: 'actions', minutes: 5 }, { item: 'fresh', minutes: 3 }, { item: 'promises', minutes: 3 }, { item: 'lost', minutes: 3 }, { item: 'sites', minutes: 5 },
      { item: 'general', minutes: 3 }, { item: 'warnings', minutes: 3 }, { item: 'rank_dept', minutes: 3 }, { item: 'rank_place', minutes: 3 }, { item: 'leaders', minutes: 2 }, { item: 'units', minutes: 2 },
      { item: 'deadline', minutes: 4 }, { item: 'decisions', minutes: 4 },
    ],
    sites: { grades: ['严重'], supervised: true, order: 'score', most: 30 },
    metric: 'clue_on_time_rate',
    rows: 8,
    warnings_most: 9,
    unmoved_weeks: 2,
  },
  stale_days: 9,
  tolerances: { unpaid_wages: 50 },
  calendar: EMPTY_CALENDAR,
};

/** Where each default outside the warning rules comes from; those carry their own article. */
export const RULE_SOURCES: Readonly<Record<Exclude<keyof Rules, 'warnings' | 'version'>, string>> = {
  window_weeks: '产品约定：近12周',
  campaign: '国务院就业促进和劳动保护工作领导小组部署的根治欠薪冬季行动；起止日期由县确定',
  targets: '县定目标：线索按期办结率95%，年底前无欠薪比例100%，应报尽报和制度落实100%',
  minimum_denominator: '产品约定：分母小于5不参加排名',
  decimals: '各指标目录；上报口径的小数位不一（60.6%、97%、42.86%）',
  sets: '五项制度：条例第39条；其余为各地通行提法，项目由县确定',
  default_set: '八个100%',
  limits: '各县不同，无默认：未设',
  levels: '四级预警通行色序',
  score: '产品约定：各部分分值公开，不含模型',
  map_breaks: '产品约定：分级界限各周不变',
  blacklist_below: '县定：低于90%列入黑榜',
  boards: '通行名称，可改为先进、后进',
  meeting: '产品约定：先总后分、未办结在前、最危险的在前；顺序、时长、条数由县确定',
  stale_days: '产品约定：超过9天提示数据陈旧',
  tolerances: '以万元两位小数填报的金额，舍入不超过50元',
  calendar: '国务院办公厅节假日安排（npm chinese-days）',
};
