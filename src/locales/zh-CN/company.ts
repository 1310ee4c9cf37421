/** 企业档案. */
export default {
  trail: '位置', home: '一张图', list: '项目', all: '列出该企业的全部项目，不按筛选', noCode: '台账未填统一社会信用代码，按名称归集', code: '统一社会信用代码 {code}',
  roles: { contractor: '施工总承包', owner_unit: '建设单位', subcontractor: '分包', supervisor: '监理' }, roleOf: '{role} {n} 个', role: '角色',
  marked: '欠薪 {n} 次（{limit} 次及以上标记）', listed: '失信名单 至 {until}', was: '曾列入失信名单（{from} 至 {until}）', monitored: '重点监控', review: '劳动年审 {grade}', liaison: '包联 {name}',
  projects: '项目', managed: '在管 {n}', open: '未销号', cases: '线索案件', casesOpen: '未办结 {n}', times: '欠薪次数', unitTimes: '次', unitProjects: '个', unitCases: '件', severe: '严重 {severe} 个，一般 {general} 个', threshold: '标记线 {limit} 次', thresholdOff: '未设标记线', asRoles: '各角色合计，同一项目只计一次', bandNote: '作为施工总承包、建设单位、分包或监理',
  firm: '企业信息', notImported: '企业名册未导入', notRegistered: '企业名册里没有这家企业', yes: '是', no: '否',
  rank: '在施工总承包企业中的名次', rankOf: '第 {rank} 名{tied} / {of} 家', tied: '（并列）', rankNone: '不是施工总承包，不参加排名', rankUnknown: '—', rankNote: '数大的在前；同数并列', rankBy: '按', rankValue: '数值', rankPlace: '名次',
  projectList: '全部项目', caseList: '线索案件', caseNone: '没有线索案件', paymentList: '清偿与还款计划', paymentNone: '没有清偿流水与还款计划', paid: '已清偿 {n} 万元', plan: '兑现 {n}/{d} 期', project: '项目',
  missing: { title: '本快照没有代码或名称为 {code} 的企业', nearest: '相近的企业：', list: '到项目列表查找' },
} as const;
