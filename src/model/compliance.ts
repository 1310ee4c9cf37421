/** Items of 制度落实 with the other words ledgers use. Ids of `sys_` indicators are fixed here; the county's rules only name sets of items. */
export const COMPLIANCE_ITEMS = {
  劳动合同签订: ['劳动合同', '签订劳动合同'],
  实名制考勤: ['实名制打卡考勤', '实名制', '实名制管理', '考勤'],
  工伤保险: ['工伤保险参保', '参加工伤保险'],
  工资保证金: ['保证金', '农民工工资保证金'],
  工资专用账户: ['专用账户', '专户', '农民工工资专用账户'],
  银行代发: ['银行代发工资', '代发工资'],
  按时足额发放: ['按月足额发放', '按月足额支付', '足额发放'],
  维权告示牌: ['维权信息告示牌', '告示牌', '维权公示'],
  总包代发: ['总包代发制度', '总承包代发'],
  分账管理: ['人工费分账', '分账'],
  工程款支付担保: ['支付担保'],
  政府投资预付款: ['预付款'],
  劳动用工备案: ['用工备案'],
  劳资专管员: ['专管员'],
  三本台账: ['三册', '三本账'],
  实名制更新: ['实名制更新率'],
  项目经理到岗: ['项目经理到岗率'],
  总监到岗: ['总监到岗率', '总监理工程师到岗'],
} as const;

export type ComplianceItem = keyof typeof COMPLIANCE_ITEMS;

/** Stable ASCII id of each item: column names and URL values. */
export const ITEM_IDS: Readonly<Record<ComplianceItem, string>> = {
  劳动合同签订: 'contract', 实名制考勤: 'realname', 工伤保险: 'injury', 工资保证金: 'deposit', 工资专用账户: 'account', 银行代发: 'bankpay',
  按时足额发放: 'ontime', 维权告示牌: 'notice', 总包代发: 'gcpay', 分账管理: 'split', 工程款支付担保: 'guarantee', 政府投资预付款: 'prepay',
  劳动用工备案: 'filing', 劳资专管员: 'officer', 三本台账: 'books', 实名制更新: 'realname_update', 项目经理到岗: 'manager', 总监到岗: 'chief',
};

/** The 「八个100%」 in their fixed order. */
export const EIGHT: readonly ComplianceItem[] = ['劳动合同签订', '实名制考勤', '工伤保险', '工资保证金', '工资专用账户', '银行代发', '按时足额发放', '维权告示牌'];
