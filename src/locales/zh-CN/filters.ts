/** Filter bar, pickers, chips, freshness. */
export default {
  bar: '筛选与对比', asOf: '数据截至', compare: '对比', snapshot: '选择快照', week: '第{n}周', missing: '第{n}周 未发布', missingHoliday: '第{n}周 未发布（{holiday}）', missingWeeks: '第{from}—{to}周 未发布', holidays: { national: '国庆', spring: '春节' }, superseded: '已更正', openTrend: '未销号 {n}',
  compareTitle: '与哪一期对比', compareWeek: '上周 第{n}周 {day}', comparePrevious: '上期 第{n}周 {day}', compareOpening: '期初 第{n}周 {day}', compareChosen: '第{n}周 {day}', compareOff: '不对比', compareFirst: '无（期初）',
  previousOption: '上周（上一份已发布快照）', openingOption: '期初（{campaign}）', any: '任选', noOpening: '专项行动开始后还没有更早的快照',
  all: '全部', none: '无', more: '更多', andMore: '+{n}', filter: '筛选', remove: '清除{name}', search: '搜索', searchIn: '在{name}中搜索', noMatch: '没有匹配的选项', selectAll: '全选', invert: '反选', clear: '清除', clearAll: '清除', removeValue: '取消 {value}', countHint: '数字是其他筛选条件下的项目数',
  unfiltered: '未筛选 · {all}/{all} 个项目', filtered: '已筛选 {on}/{all} 个项目', chips: '已选条件',
  historical: '正在查看历史快照，最新为第{n}周', toNewest: '返回最新',
  accepted: '带 {n} 项问题发布', acceptedHint: '发布时有阻断项被放行：{checks}',
  freshness: '各指标截止时间', freshnessShort: '截止时间', late: '有报表晚于快照', lateDays: '晚 {n} 天', table: '表', latest: '最新记录', notImported: '未导入', noDates: '—', reporting: '报送单位 {n}/{d}',
  tables: {
    places: '属地', departments: '主管部门', projects: '项目台账', cases: '线索案件', payroll: '工资支付', payments: '清偿流水与还款计划', compliance: '制度落实', companies: '企业', actions: '交办与执法', inspections: '检查', events: '突发事件', returns: '报送', assessments: '月考核', stated: '上报口径',
  },
} as const;
