/** High-risk list and site card. */
export default {
  title: '高风险项目', sort: '排序', sort_score: '评分', sort_amount: '金额', sort_workers: '人数', sort_overdue: '逾期',
  open: '未销号 {n}', warnings: '早期预警 {n}', warningsNote: '尚未欠薪，按规则提示', warningsAbsent: '早期预警：未导入', noWarnings: '没有早期预警',
  moreOpen: '其余 {n} 个未销号', moreWarnings: '其余 {n} 条预警', cut: '只列前 {shown} 条，共 {n} 条', good: '没有未销号项目', goodNow: '未销号 0/{all}', goodRun: '未销号 0/{all} · 连续 {n} 周为 0',
  leader: '包案 {name}', noLeader: '未定包案领导', overdue: '逾期', days: '{n} 天', workdays: '{n} 工作日', over: '超 {n} 天', overWorkdays: '超 {n} 工作日', today: '今日到期',
  toPromise: '距承诺 {on}', promise: '承诺 {on}', noPromise: '未承诺', toDue: '距期限 {on}', due: '期限 {on}', noDue: '未设期限',
  hearing: '司法程序 · {on} 开庭', court: '司法程序 · {word}', unchanged: '连续 {n} 周未动', supervised: '挂牌督办', promises: '改期 {n} 次', rebound: '反弹',
  mark: '{grade}，图上 {n} 号', level: '{level}色预警', score: '评分 {n}', scoreParts: '评分 {n} 的构成', points: '{n} 分', offMap: '未落图',
  elsewhere: '全县另有未销号 {n} 个：', placeProjects: '{place}项目 {n}', number: '序号', penalty: '罚则 {article}',
  card: {
    label: '项目卡片：{name}', close: '关闭', absent: '所选项目不在当前筛选范围内', noWarnings: '没有预警', warnings: '预警 {n}', openSince: '{on} 起',
    overdue: '逾期', promise: '承诺化解', clearBy: '清零时限', responsible: '责任人', cause: '拖欠原因', closedOn: '销号日期',
  },
  parts: { grade: '隐患等级', amount: '未支付金额', workers: '涉及人数', overdue: '逾期天数', group_event: '群体性', supervised: '挂牌督办', rebound: '反弹', promises: '承诺改期', deadline: '临近清零时限' },
  column: { name: '项目', workers: '涉及人数', overdue: '逾期', promise: '承诺化解日期', moved: '改期', unchanged: '连续未动', score: '评分', warnings: '预警', warningText: '预警说明' },
  unit: { workers: '人', days: '天', times: '次', weeks: '周', points: '分', warnings: '条' },
} as const;
