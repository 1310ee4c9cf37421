/** KPI strip, drawer, definition popover. */
export default {
  strip: '主要指标', open: '打开名单和证明',
  lastWeek: '上周', against: '较第{week}周', againstYear: '较{year}年第{week}周', first: '期初快照，无上周数据',
  points: '{by} 个百分点', better: '好转', worse: '转差', same: '持平', below: '不足 {least}',
  gap: '差目标 {by}', reached: '达到目标 {value}%', pair: '{word} {n}', court: '司法程序 {n}/{d}', involved: '涉及 {n} 个项目', unfinished: '未办结 {n}',
  noProjects: '无在管项目', noDue: '无到期线索', noTasks: '上次调度会无交办',
  yearEnd: '年底 · 政府类', eve: '除夕（{day}）还有 {n} 天', evePast: '除夕（{day}）已过 {n} 天', eveUnknown: '除夕日期未公布', over: '超',
  idle: '不按{filters}筛选', idleShort: '不随筛选', late: '本项截止 {day}，晚报 {n} 天', week: '第{n}周',
  nouns: {
    个项目: '个项目', 件: '件', 项: '项', 条: '条', 人: '人', 期: '期', 户: '户', 份: '份', 起: '起', 万元: '万元', 天: '天', 个月: '个月', '个/周': '个/周',
  },
  units: {
    '%': '%', 个: '个', 件: '件', 项: '项', 条: '条', 人: '人', 万元: '万元', 天: '天', 个月: '个月', 次: '次', 户: '户', '个/周': '个/周', 起: '起',
  },
  id: '指标编号', version: '规则版本', decimals: '小数位', minimum: '参加排名的最小分母', cutoff: '数据截止', source: '依据', filters: '参与的筛选', allFilters: '不受筛选影响', close: '关闭',
  numerator: '分子', denominator: '分母', seeN: '看分子 {n}', seeD: '看分母 {n}', seeList: '看名单 {n}',
  list: '名单', proof: '证明', rowsOf: '{title} {rows} 行', sumOf: '合计 {sum}', cut: '只列前 {shown} 行，共 {all} 行', noList: '这一项由日期算出，没有名单', listEmpty: '没有计入的记录',
  unrounded: '未舍入', rounded: '显示值', asOf: '数据日', snapshot: '快照', manifest: '清单 SHA-256', sqlNumber: '算出分子分母的 SQL', sqlList: '列出名单的 SQL：{part}', sqlPage: '一张图读数的 SQL（全部指标一次算出）',
  recount: '逐行重算', recountSame: '与页面数字一致', recountDiffers: '与页面数字不一致', copySql: '复制 SQL', copied: '已复制', copyFailed: '未能复制，请手动选中',
  unknownProject: '（无项目）',
} as const;
