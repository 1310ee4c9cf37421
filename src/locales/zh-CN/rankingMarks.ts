/** Marks of firms in the ranking by 施工总承包; they come with the panels. */
export default {
  times: '{n} 次', marked: '欠薪 {n} 次（{limit} 次及以上标记）', legend: '欠薪 {limit} 次及以上标记', absent: '企业名录未导入，未标记多次欠薪', failed: '企业名录没有读出，未标记多次欠薪',
} as const;
