import { big, date, flag, int, money, table, text } from '../column.ts';
import { GRADES, INVEST_KINDS, STAGES } from './projects.ts';

/** Warning levels, most urgent first; colours and order on screen come from the rules file. */
export const LEVELS = { 红: [], 橙: [], 黄: [], 蓝: [] } as const;

/** Parts of the risk score, in the order they are shown; weights are in the rules file. */
export const RISK_PARTS = {
  grade: '隐患等级', amount: '未支付金额', workers: '涉及人数', overdue: '逾期天数', group_event: '群体性', supervised: '挂牌督办',
  rebound: '反弹', promises: '承诺改期', deadline: '临近清零时限',
} as const;
export type RiskPart = keyof typeof RISK_PARTS;
const parts = (Object.keys(RISK_PARTS) as RiskPart[]).map((p) => int(`part_${p}`, RISK_PARTS[p], { unit: '分' }));

/** 风险: open or warned projects only. score = sum of its parts. */
export const risks = table({
  name: 'risks', title: '风险', key: ['project_id'], origin: 'computed',
  columns: [
    text('project_id', '项目编号', { required: true }),
    int('score', '风险评分', { unit: '分', required: true }),
    ...parts,
    int('days_overdue', '逾期天数', { unit: '天' }),
    int('unchanged_weeks', '连续未动周数', { unit: '周' }),
    date('clear_by', '清零时限'),
    int('promise_changes', '改期次数', { unit: '次' }),
  ],
});

/** 预警: one row per rule that fires on a project or a case; n/d is what the rule compared. */
export const warnings = table({
  name: 'warnings', title: '预警', key: ['rule_id', 'project_id', 'case_id'], origin: 'computed',
  columns: [
    text('rule_id', '规则', { required: true }),
    text('project_id', '项目编号'),
    text('case_id', '线索编号'),
    text('level', '级别', { values: LEVELS, required: true }),
    date('since', '起始日期'),
    date('due_on', '期限'),
    money('numerator', '分子'),
    money('denominator', '分母'),
    text('text', '说明', { required: true }),
  ],
});

/** 口径自检: what was checked at publication; rows are numbers of ledger rows, never values. */
export const checks = table({
  name: 'checks', title: '检查结果', key: ['check_id', 'source', 'sheet'], origin: 'computed',
  columns: [
    text('check_id', '检查', { required: true }),
    text('name', '检查名称', { required: true }),
    text('severity', '级别', { values: { 阻断: [], 提示: [] }, required: true }),
    big('count', '行数', { required: true }),
    text('source', '来源'),
    text('sheet', '工作表'),
    text('rows', '行号'),
    text('detail', '说明'),
    flag('accepted', '已接受', { required: true }),
  ],
});

const EVENTS = { 期初: [], 新增: [], 反弹: [], 找回: [], 延续: [], 销号: [], 漏报: [] } as const;

/**
 * 销号账 steps (domain §4): one row per snapshot and project that is open at either end of the step to that snapshot, carried from
 * snapshot to snapshot. `before` is the previous published snapshot; the first snapshot's rows are 期初. Dimensions are the project's now,
 * or as last seen for 漏报.
 */
export const flow = table({
  name: 'flow', title: '销号账', key: ['as_of', 'project_id'], origin: 'computed',
  columns: [
    date('as_of', '截至', { required: true }),
    text('project_id', '项目编号', { required: true }),
    text('event', '变动', { values: EVENTS, required: true }),
    text('place_code', '属地'),
    text('dept_code', '主管部门'),
    text('invest_kind', '投资性质', { values: INVEST_KINDS }),
    text('stage', '项目阶段', { values: STAGES }),
    text('leader', '包案领导', { personal: 'officials' }),
    text('grade_before', '前等级', { values: GRADES }),
    text('grade_after', '后等级', { values: GRADES }),
    money('unpaid_before', '前未支付工资'),
    money('unpaid_after', '后未支付工资'),
    int('workers_before', '前涉及人数', { unit: '人' }),
    int('workers_after', '后涉及人数', { unit: '人' }),
    date('promised_on', '承诺化解日期'),
    text('court_stage', '司法程序'),
  ],
});

/** 缺席项目: projects of earlier snapshots that this one does not list, with what was last known. Open when last seen = 漏报, never dropped. */
export const absent = table({
  name: 'absent', title: '缺席项目', key: ['project_id'], origin: 'computed',
  columns: [
    text('project_id', '项目编号', { required: true }),
    text('name', '项目名称', { required: true }),
    date('last_seen', '最后出现', { required: true }),
    flag('open', '当时未销号', { required: true }),
    text('grade_now', '当时等级', { values: GRADES }),
    text('place_code', '属地'),
    text('dept_code', '主管部门'),
    text('invest_kind', '投资性质', { values: INVEST_KINDS }),
    text('stage', '项目阶段', { values: STAGES }),
    text('leader', '包案领导', { personal: 'officials' }),
    money('unpaid_wages', '当时未支付工资'),
    int('unpaid_workers', '当时涉及人数', { unit: '人' }),
    date('promised_on', '承诺化解日期'),
    text('court_stage', '司法程序'),
    text('found_grade', '发现时等级', { values: GRADES }),
    text('opening_grade', '期初等级', { values: GRADES }),
    int('closings', '销号次数', { unit: '次' }),
    date('promise_first_on', '首次承诺日期'),
    int('promise_changes', '改期次数', { unit: '次' }),
    int('unchanged_weeks', '连续未动周数', { unit: '周' }),
  ],
});

