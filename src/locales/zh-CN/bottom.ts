/** 四个底线 and 本周清偿. */
export default {
  title: '四个底线', kept: '守住', broken: '突破', unknown: '未导入', openList: '打开名单', paid: '本周清偿', paidSince: '本期清偿', paidWorkers: '清偿人数', basis: '{from} 之后至 {to}', from: '清偿来源：{source}', nobody: '没有清偿', first: '期初快照，无上期可比',
  idle: '{figures}不按{filters}筛选',
  item: '项目', value: '数值', unit: '单位',
} as const;
