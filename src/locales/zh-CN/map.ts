/** Map panel. */
export default {
  title: '属地分布', finding: '属地分布图，{metric}：{places} 个属地{worst}。未销号项目：严重 {severe} 个，一般 {general} 个。', findingWorst: '，最需关注 {list}', findingMost: '，最多 {list}', findingNone: '，没有需要关注的',
  metricsLabel: '地图和排名的指标', more: '更多', moreOf: '更多指标',
  metrics: { no_arrears_rate: '无欠薪比例', clue_on_time_rate: '按期办结率', systems_rate: '制度落实率', unpaid_wages: '未支付工资', unpaid_workers: '涉及人数', projects: '在管项目' },
  none: { no_arrears_rate: '无在管项目', clue_on_time_rate: '无到期线索', systems_rate: '无制度记录', unpaid_wages: '无在管项目', unpaid_workers: '无在管项目', projects: '无在管项目' },
  small: '分母<{n}', unreported: '未报送', missing: '未导入',
  darker: '越深越需关注', brighter: '越亮越需关注', darkerMore: '越深项目越多', brighterMore: '越亮项目越多', places: '{n} 个属地',
  projects: '项目', severe: '严重', general: '一般', noArrears: '无欠薪', closed: '本周销号', closedWithin: '本周销号（含于无欠薪）', closedSince: '较对比快照销号（含于无欠薪）', court: '司法程序', supervised: '挂牌督办', supervisedMark: '督',
  placed: '已落图 {n}/{all}', unplaced: '未落图 {n}', unbounded: '无边界 {n}', reason: { empty: '坐标为空', outside: '落在县界外', system: '坐标系不明' },
  unplacedList: '未落图的项目', unboundedList: '没有边界的属地', counted: '仍计入属地的数', project: '项目', place: '属地', why: '原因', close: '关闭',
  approval: '审图号：{number}', approvalBlank: '审图号：＿＿＿＿（发布前填写）', boundary: '边界版本 {version}', boundaryUnknown: '边界版本未填', sketch: '示意图，不作划界依据',
  zoomIn: '放大', zoomOut: '缩小', whole: '全县', wheel: '按住 Ctrl 滚动缩放', walk: '属地和未销号项目',
  tiles: '按属地序号排列，不表示位置', tilesProblem: '边界读不出来，改用方格图：{reason}',
  selected: '已选中', clickFilter: '点按筛选 · Ctrl+点 加选', clickAgain: '再点一次取消 · Ctrl+点 加选', clickMark: '点按查看项目卡片',
  open: '未销号 {n}（严重 {severe}）', arrears: '无欠薪 {parts}', unpaid: '未支付 {amount}', workers: '{n} 人', since: '较上期 {arrow} {by} {word}', points: '{by} 个百分点', same: '较上期 持平', better: '好转', worse: '转差', count: '{n} 个项目', number: '图上 {n} 号', strip: '{n} 个项目',
  table: { place: '属地', parts: '分子/分母', projects: '在管项目', open: '未销号', severe: '严重', unpaid: '未支付工资', state: '说明' },
} as const;
