/** 制度与线索 · 执法与检查. */
export default {
  basis: '措施按调度会日期，检查按检查日期；专项行动：{campaign}', measures: '交办与执法措施', kind: '措施', by: '按什么统计', byUnit: '措施 · 按{axis}', unitNote: '按事项所涉项目或线索归口；属地与主管部门两轴不可相加', noMeasures: '期间没有采取措施',
  inspections: '检查 · 按类型', inspectionKind: '检查类型', months: '检查 · 按月份', month: '月份', noInspections: '期间没有检查',
  short: { measures_taken: '采取', measures_done_rate: '办结', measures_overdue: '超期未办结', inspections_count: '检查次数', inspections_employers: '检查户数', unlawful_rate: '违法户数占比', inspections_workers: '涉及人数', inspections_contracts: '补签合同', inspections_recovered: '追发金额', inspections_recovered_workers: '追发人数' },
} as const;
