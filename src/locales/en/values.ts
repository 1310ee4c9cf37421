export default {
  无欠薪: 'No arrears', 一般: 'General', 严重: 'Severe', 政府投资: 'Government', 国企: 'State-owned', PPP: 'PPP', 社会投资: 'Private', 新建: 'New', 在建: 'Under way', 已完工未结算: 'Completed, not settled', 已完工已结算: 'Settled',
  红: 'Red', 橙: 'Orange', 黄: 'Yellow', 蓝: 'Blue', 仲裁: 'Arbitration', 立案: 'Filed', 审理: 'In trial', 执行: 'Enforcement', 未填: 'Not given',
} as const;
