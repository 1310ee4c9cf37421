/** Enumerated values of the catalogue as shown; the Chinese ones are the data itself. */
export default {
  无欠薪: '无欠薪', 一般: '一般', 严重: '严重', 政府投资: '政府投资', 国企: '国企', PPP: 'PPP', 社会投资: '社会投资', 新建: '新建', 在建: '在建', 已完工未结算: '已完工未结算', 已完工已结算: '已完工已结算',
  红: '红', 橙: '橙', 黄: '黄', 蓝: '蓝', 仲裁: '仲裁', 立案: '立案', 审理: '审理', 执行: '执行', 未填: '未填',
} as const;
