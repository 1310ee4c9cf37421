import { date, flag, int, money, table, text } from '../column.ts';
import { COMPLIANCE_ITEMS } from '../compliance.ts';

/** 制度落实: one row per project and item; a yes/no item is 1/1 or 0/1. No row: not collected. */
export const compliance = table({
  name: 'compliance', title: '制度落实', key: ['project_id', 'item'], aliases: ['八个100%', '制度落实台账', '五项制度'],
  columns: [
    text('project_id', '项目编号', { required: true, references: 'projects', aliases: ['项目编码', '项目名称', '工程名称'] }),
    text('item', '制度项目', { required: true, values: COMPLIANCE_ITEMS, aliases: ['制度', '项目内容', '检查项', '制度名称'] }),
    int('done', '落实数', { aliases: ['已落实', '完成数', '落实'] }),
    int('total', '应落实数', { aliases: ['应落实', '总数', '应完成数'] }),
    text('evidence', '佐证', { aliases: ['依据', '证明材料'], personal: 'free' }),
  ],
});

/** 企业. */
export const companies = table({
  name: 'companies', title: '企业', key: ['company_code'], aliases: ['企业名册', '企业台账', '参建企业'],
  columns: [
    text('company_code', '统一社会信用代码', { required: true, aliases: ['信用代码', '企业代码'] }),
    text('name', '企业名称', { required: true, aliases: ['单位名称', '公司名称'] }),
    text('role', '企业角色', { values: { 建设单位: ['业主'], 施工总承包: ['总包', '施工单位'], 分包: ['劳务分包', '分包单位'] }, aliases: ['角色', '单位类型'] }),
    text('review_grade', '劳动年审', { values: { A: ['A级', '甲'], B: ['B级', '乙'], 不合格: ['C', 'C级'] }, aliases: ['年审等级', '劳动保障年审'] }),
    int('times_in_arrears', '欠薪次数', { unit: '次', aliases: ['拖欠次数'] }),
    date('listed_on', '列入失信名单日期', { aliases: ['列入日期', '失信列入日期'] }),
    date('listed_until', '失信名单到期', { aliases: ['移出日期', '失信到期日'] }),
    text('liaison', '一对一包联', { aliases: ['包联人', '包联干部'], personal: 'officials' }),
    flag('monitored', '重点监控', { aliases: ['是否重点监控'] }),
  ],
});

export const ACTION_KINDS = {
  交办: ['交办事项'], 约谈: ['集体约谈'], 通报: ['通报批评'], 问责: ['追责'], 曝光: ['媒体曝光'], 限期整改指令书: ['指令书', '限期改正指令书', '整改指令书'],
  黑名单事先告知书: ['告知书', '事先告知书'], 立案侦查: ['公安立案'], 行政处罚: ['处罚'], 失信名单: ['列入失信名单', '黑名单'], 其他: ['其它'],
} as const;

/** 交办与执法. */
export const actions = table({
  name: 'actions', title: '交办与执法', key: ['action_id'], aliases: ['交办事项', '交办台账', '执法台账', '交办清单'],
  columns: [
    text('action_id', '交办编号', { required: true, aliases: ['编号', '事项编号'] }),
    date('meeting_on', '调度会日期', { aliases: ['会议日期', '交办日期', '日期'] }),
    text('project_id', '项目编号', { references: 'projects', aliases: ['项目编码', '涉及项目', '项目名称'] }),
    text('case_id', '线索编号', { references: 'cases', aliases: ['案件编号'] }),
    text('kind', '类别', { values: ACTION_KINDS, aliases: ['事项类别', '措施', '类型'] }),
    text('content', '交办内容', { aliases: ['内容', '交办事项', '事项'], personal: 'free' }),
    text('unit', '责任单位', { aliases: ['承办单位', '牵头单位'] }),
    text('responsible', '责任人', { aliases: ['承办人', '具体责任人'], personal: 'officials' }),
    date('due_on', '办结期限', { aliases: ['期限', '完成时限', '时限'] }),
    date('done_on', '办结日期', { aliases: ['完成日期', '办结时间'] }),
    text('result', '办理结果', { aliases: ['结果', '办理情况'], personal: 'free' }),
  ],
});

/** 检查: county-wide counts per day and kind. */
export const inspections = table({
  name: 'inspections', title: '检查', key: ['inspected_on', 'kind'], aliases: ['检查台账', '执法检查'],
  columns: [
    date('inspected_on', '检查日期', { required: true, aliases: ['日期', '检查时间'] }),
    text('kind', '检查类型', { required: true, values: { 双随机: ['双随机一公开'], 专项: ['专项检查'], 日常巡查: ['巡查'], 网格巡查: ['网格'], 回头看: [] }, aliases: ['类型', '检查方式'] }),
    int('employers', '检查户数', { unit: '户', aliases: ['检查用人单位', '检查单位数'] }),
    int('workers', '涉及人数', { unit: '人', aliases: ['人数', '涉及劳动者'] }),
    int('unlawful', '违法户数', { unit: '户', aliases: ['违法用工单位', '违法单位数'] }),
    int('contracts_fixed', '补签合同', { aliases: ['补签劳动合同', '补签合同数'] }),
    money('recovered_amount', '追发金额', { aliases: ['追缴金额', '追回金额'] }),
    int('recovered_workers', '追发人数', { unit: '人', aliases: ['追缴人数'] }),
  ],
});

/** 上报口径: totals as stated in a report, reconciled against the data and themselves (domain §6); never published. */
export const stated = table({
  name: 'stated', title: '上报口径', key: [], aliases: ['上报数据', '口径'], origin: 'input',
  columns: [
    text('name', '口径名称', { required: true, aliases: ['名称', '指标名称', '指标'] }),
    text('value', '口径数值', { aliases: ['数值', '上报数', '合计', '值'] }),
    text('parts', '口径构成', { aliases: ['构成', '分项', '组成', '分子/分母'] }),
    text('indicator', '对应指标', { aliases: ['指标编码', '系统指标'] }),
    text('scope', '统计期间', { aliases: ['期间', '范围', '统计范围'] }),
  ],
});
