/** English words for what the catalogues name in Chinese only: columns that lists show, tables, sources of indicators. */
const ENGLISH: Readonly<Record<string, string>> = {
  项目编号: 'Project no.', 项目名称: 'Project', 属地: 'Place', 主管部门: 'Department', 当前等级: 'Grade', 未支付工资: 'Unpaid wages', 涉及人数: 'Workers', 包案领导: 'Leader',
  专户余额: 'Account balance', 线索编号: 'Clue no.', 来源渠道: 'Channel', 受理日期: 'Received', 应办结日期: 'Due', 办结日期: 'Closed', 涉及金额: 'Amount',
  流水号: 'Payment no.', 清偿日期: 'Paid on', 清偿金额: 'Amount paid', 清偿人数: 'Workers paid', 资金来源: 'Source of funds', 计划还款日: 'Instalment due', 计划金额: 'Instalment',
  制度项目: 'Item', 落实数: 'In place', 应落实数: 'Required', 交办编号: 'Task no.', 类别: 'Kind', 交办内容: 'Task', 责任单位: 'Unit', 责任人: 'Person', 调度会日期: 'Meeting', 办结期限: 'Due', 办理结果: 'Result',
  单位类型: 'Axis', 报送单位: 'Unit', 报表名称: 'Return', 报送类型: 'Kind', 报送期: 'Period', 应报日期: 'Due', 实报日期: 'Received', 应报数: 'Rows due', 实报数: 'Rows in',
  回复日期: 'Replied', 立案日期: 'Filed', 是否查实: 'Found true', 一案三查: 'Three checks', 所属行业: 'Industry', 核处结论: 'Conclusion', 事件阶段: 'Stage', 是否越级: 'Escalated', 是否迟报: 'Reported late', 研判用时: 'Minutes to judge', 检查类型: 'Kind', 补签合同: 'Contracts fixed', 追发金额: 'Amount recovered', 追发人数: 'Workers recovered for', 考核项目: 'Item', 满分: 'Full points', 得分: 'Points', 扣分原因: 'Reason', 考核月份: 'Month',
  检查日期: 'Inspected', 检查户数: 'Employers', 违法户数: 'Unlawful', 事件编号: 'Event no.', 事件类别: 'Kind', 发生日期: 'Happened', 参与人数: 'People', 处置结果: 'Result',
  级别: 'Level', 规则: 'Rule', 说明: 'Text', 起始日期: 'Since', 期限: 'Due', 截至: 'Snapshot', 变动: 'Step', 前等级: 'Grade before', 后等级: 'Grade after', 前未支付工资: 'Unpaid before', 后未支付工资: 'Unpaid after',
  // Names in the rules a county starts from: boards of the meeting, sets of items.
  红榜: 'Commended', 黑榜: 'Criticised', 先进: 'Leading', 后进: 'Lagging',
  '八个100%': 'Eight 100%', 五项制度: 'Five systems', 一金三制: 'One fund, three systems', 两金六制: 'Two funds, six systems', 五个一: 'Five ones', 三本台账: 'Three registers',
  // 项目档案 and 企业档案.
  备注: 'Notes', 司法程序: 'Court stage', 隐患等级: 'Risk grade', 到位资金: 'Funds in place', 应付工程进度款: 'Progress payment due', 已付工程进度款: 'Progress payment paid', 开庭日期: 'Hearing',
  投资性质: 'Investment', 项目阶段: 'Stage', 建设单位: 'Owner', 施工总承包: 'Contractor', 总包统一社会信用代码: "Contractor's credit code", 分包: 'Subcontractor', 监理: 'Supervisor', 合同造价: 'Contract amount', 合同签订日期: 'Contract signed', 开工日期: 'Started', 计划竣工日期: 'Planned completion', 完工日期: 'Completed', 结算报审日期: 'Settlement submitted', 形象进度: 'Progress', 用工人数: 'Workers on site', 拖欠原因: 'Cause', 拖欠起始: 'Owed since', 陈欠新欠: 'Old or new arrears', 发现日期: 'Found', 承诺化解日期: 'Promised for', 首次承诺日期: 'First promised for', 改期次数: 'Promise moved', 连续未动周数: 'Weeks unchanged', 风险评分: 'Risk score', 销号日期: 'Closed on', 销号依据: 'Closing evidence', 销号次数: 'Closings', 专案组: 'Task team', 重大风险清单: 'List of major risks', 已报送监管系统: 'Reported to the system', 具体责任人: 'Person responsible', 挂牌督办: 'Supervised', 工资月份: 'Month', 应发人数: 'Workers due', 实发人数: 'Workers paid', 应发工资: 'Wages due', 实发工资: 'Wages paid', 银行代发: 'Paid by bank', 社保卡发放: 'Paid by card', 当月应拨人工费: 'Labour cost due', 当月实拨人工费: 'Labour cost paid', 应付日: 'Pay day', 实付日: 'Paid on', 追回金额: 'Recovered', 是否群体性: 'Group event', 移送公安日期: 'Referred to police', 法律援助: 'Legal aid', 首问单位: 'First unit', 佐证: 'Evidence', 专户开立日期: 'Account opened', 保证金形式: 'Form of deposit', 保证金: 'Deposit', 企业名称: 'Company', 统一社会信用代码: 'Credit code', 企业角色: 'Role', 劳动年审: 'Labour review', 欠薪次数: 'Times in arrears', 列入失信名单日期: 'Blacklisted on', 失信名单到期: 'Blacklisted until', 一对一包联: 'Liaison', 重点监控: 'Monitored',
  项目台账: 'Project ledger', 线索案件: 'Clues', 工资支付: 'Payroll', 清偿流水与还款计划: 'Payments and instalments', 制度落实: 'Systems in place', 交办与执法: 'Tasks and enforcement', 检查: 'Inspections', 突发事件: 'Incidents', 报送: 'Returns',
  预警: 'Warnings', 销号账: 'Account of open projects', 缺席项目: 'Projects no longer listed', 汇总立方: 'Cube', 企业: 'Companies', 月考核: 'Monthly assessments', 风险: 'Risks', 检查结果: 'Check results',
  线索台账: 'Clue ledger', 清偿流水: 'Payment ledger', 制度落实台账: 'Systems ledger', 交办台账: 'Task ledger', 交办与执法台账: 'Task and enforcement ledger', 报送台账: 'Returns ledger', 检查台账: 'Inspection ledger', 县规则文件: "County's rules file",
  专项行动首份快照: "The campaign's first snapshot", 四个底线: 'Four bottom lines', 监管系统比对: 'Comparison with the supervision system', 冬季专项行动: 'Winter campaign',
  '53号文': 'Document 53 (2021) on wage accounts', '《保障农民工工资支付条例》第24条': 'Regulation on Wage Payment to Migrant Workers, art. 24',
};

/** The English words; the Chinese ones where there are none. */
export const inEnglish = (text: string): string => ENGLISH[text] ?? text;
