/** Figures, periods and lists of 线索, 报送与考核, 执法与检查. */
export default {
  period: '期间', windows: { year: '本年', recent: '近 {n} 周', campaign: '专项行动', all: '全部' }, days: '{from} — {to}', until: '截至 {to}',
  n: '{title} 分子', d: '{title} 分母', open: '{row} {column} {value}：打开名单', rows: '{n} 行', yes: '是', no: '否', total: '合计', idle: '不按{filters}筛选', of: '{row} · {column}', numerator: '分子', denominator: '分母',
} as const;
