import { date, degree, flag, int, money, percent, table, text } from '../column.ts';

export const INVEST_KINDS = {
  政府投资: ['政府投资项目', '政府', '财政投资', '政府类'], 国企: ['国有企业', '国企投资', '国有投资', '国有'],
  PPP: ['PPP项目', '政府和社会资本合作'], 社会投资: ['社会类', '民间投资', '社会资本', '企业投资', '民营'],
} as const;
/** The 投资性质 that count as 政府类: clear-by 31 December (冬季专项行动). */
export const GOVERNMENT_KINDS = ['政府投资', '国企', 'PPP'] as const satisfies readonly (keyof typeof INVEST_KINDS)[];
export const STAGES = {
  新建: ['新开工', '未开工', '拟建'], 在建: ['施工中', '建设中', '续建'],
  已完工未结算: ['完工未结算', '竣工未结算', '已竣工未结算'], 已完工已结算: ['完工已结算', '竣工已结算', '已竣工已结算', '已结算'],
} as const;
export const GRADES = {
  无欠薪: ['无', '无隐患', '正常', '不欠薪', '无欠薪隐患'], 一般: ['一般隐患', '一般风险', '较小'], 严重: ['严重隐患', '重大', '重大隐患', '严重风险', '高风险'],
} as const;
const COURT_STAGES = { 仲裁: ['劳动仲裁', '仲裁中'], 立案: ['法院立案', '已立案'], 审理: ['审理中', '诉讼中', '开庭'], 执行: ['强制执行', '申请执行', '执行中', '已申请执行'] } as const;

/** 项目: one row per project; the only table a snapshot must have. The last block is derived at export from this and earlier snapshots. */
export const projects = table({
  name: 'projects', title: '项目台账', key: ['project_id'], aliases: ['在建工程项目台账', '在建项目台账', '项目', '工程项目台账', '欠薪隐患台账', '项目清单'],
  columns: [
    text('project_id', '项目编号', { required: true, aliases: ['项目编码', '编号', '项目代码', '工程编号'] }),
    text('name', '项目名称', { required: true, aliases: ['工程名称', '工程项目名称', '项目', '工程项目'] }),
    text('place_code', '属地', { references: 'places', aliases: ['所属乡镇', '乡镇街道', '属地乡镇', '镇街', '所在乡镇', '属地管理单位', '属地编码', '所属乡镇街道'] }),
    text('dept_code', '主管部门', { references: 'departments', aliases: ['行业主管部门', '主管单位', '行业主管', '监管部门', '主管部门编码', '行业主管单位'] }),
    text('invest_kind', '投资性质', { values: INVEST_KINDS, aliases: ['项目性质', '投资类型', '资金性质', '投资主体', '项目类型'] }),
    text('stage', '项目阶段', { values: STAGES, aliases: ['建设阶段', '项目状态', '工程状态', '建设状态'] }),
    text('owner_unit', '建设单位', { aliases: ['业主单位', '业主', '甲方', '建设单位名称'] }),
    text('contractor', '施工总承包', { aliases: ['施工单位', '总承包单位', '施工总承包单位', '总包单位', '总包'] }),
    text('contractor_code', '总包统一社会信用代码', { aliases: ['统一社会信用代码', '信用代码', '总包信用代码'] }),
    text('subcontractor', '分包', { aliases: ['分包单位', '劳务分包', '劳务公司', '劳务分包单位'] }),
    text('supervisor', '监理', { aliases: ['监理单位', '监理公司'] }),
    money('contract_amount', '合同造价', { aliases: ['合同价', '合同金额', '工程造价', '合同总价', '中标价'] }),
    date('contract_signed_on', '合同签订日期', { aliases: ['签订日期', '合同签订时间'] }),
    date('start_on', '开工日期', { aliases: ['开工时间', '实际开工日期'] }),
    date('end_on_planned', '计划竣工日期', { aliases: ['计划完工日期', '计划竣工时间', '合同竣工日期'] }),
    date('completed_on', '完工日期', { aliases: ['竣工日期', '实际竣工日期', '完工时间'] }),
    date('settlement_submitted_on', '结算报审日期', { aliases: ['结算送审日期', '报审日期'] }),
    percent('progress_pct', '形象进度', { aliases: ['工程进度', '进度', '完成进度'] }),
    money('funds_in_place', '到位资金', { aliases: ['资金到位', '已到位资金', '到位资金额'] }),
    money('progress_payment_due', '应付工程进度款', { aliases: ['应付工程款', '应付进度款', '应拨工程款'] }),
    money('progress_payment_paid', '已付工程进度款', { aliases: ['已付工程款', '已付进度款', '已拨工程款', '实付工程款'] }),
    money('labour_cost_due', '应拨人工费', { aliases: ['应付人工费', '应拨付人工费', '应拨人工费用'] }),
    money('labour_cost_paid', '实拨人工费', { aliases: ['已拨人工费', '实付人工费', '已拨付人工费', '实际拨付人工费'] }),
    date('account_opened_on', '专户开立日期', { aliases: ['专用账户开立日期', '开户日期', '专户开户日期'] }),
    money('account_balance', '专户余额', { aliases: ['账户余额', '专用账户余额'] }),
    money('deposit_amount', '保证金', { aliases: ['工资保证金', '保证金金额', '保证金额'] }),
    text('deposit_form', '保证金形式', { values: { 现金: ['现金存储'], 银行保函: ['保函', '银行保证'], 保证保险: ['保险', '工程保函保险', '保单'], 减免: ['免缴', '免存'], 缓缴: ['缓存'] }, aliases: ['保证金缴存形式', '保证金方式', '缴存形式'] }),
    int('workers', '用工人数', { unit: '人', aliases: ['在场用工', '在场人数', '农民工人数', '用工总数', '在册人数'] }),
    text('risk_grade', '隐患等级', { values: GRADES, aliases: ['风险等级', '欠薪等级', '隐患级别', '欠薪隐患等级', '风险级别'] }),
    text('cause', '拖欠原因', { aliases: ['欠薪原因', '原因', '成因'], personal: 'free' }),
    date('owed_since', '拖欠起始', { aliases: ['拖欠起始日期', '欠薪起始时间', '拖欠开始日期'] }),
    text('origin', '陈欠新欠', { values: { 陈欠: ['旧欠', '历史欠薪'], 新欠: ['新增欠薪', '新发生'] }, aliases: ['欠薪类型', '陈欠/新欠', '拖欠性质'] }),
    money('unpaid_wages', '未支付工资', { aliases: ['拖欠金额', '欠薪金额', '未付工资', '拖欠工资', '欠薪额', '未支付工资金额', '涉及金额'] }),
    int('unpaid_workers', '涉及人数', { unit: '人', aliases: ['欠薪人数', '拖欠人数', '涉及农民工', '涉及农民工人数'] }),
    date('found_on', '发现日期', { aliases: ['发现时间', '排查日期', '列入日期'] }),
    date('promised_on', '承诺化解日期', { aliases: ['承诺日期', '承诺化解时限', '承诺清偿日期', '化解时限'] }),
    date('closed_on', '销号日期', { aliases: ['销号时间', '化解日期', '清零日期'] }),
    text('closing_evidence', '销号依据', { aliases: ['销号佐证', '化解依据', '销号材料'], personal: 'free' }),
    text('court_stage', '司法程序', { values: COURT_STAGES, aliases: ['司法阶段', '诉讼阶段', '司法程序阶段'] }),
    date('hearing_on', '开庭日期', { aliases: ['开庭时间'] }),
    flag('supervised', '挂牌督办', { aliases: ['是否挂牌督办', '挂牌'] }),
    flag('task_team', '专案组', { aliases: ['是否成立专案组', '专案组办理'] }),
    flag('listed_risk', '重大风险清单', { aliases: ['是否列入重大风险清单', '列入清单'] }),
    text('leader', '包案领导', { aliases: ['包保领导', '包案县领导', '包联领导', '领导包案'], personal: 'officials' }),
    text('responsible', '具体责任人', { aliases: ['责任人', '具体负责人', '承办人'], personal: 'officials' }),
    flag('reported', '已报送监管系统', { aliases: ['是否录入监管系统', '是否入系统', '已录入系统', '是否报送'] }),
    degree('lon', '经度', { aliases: ['项目经度', '东经', 'X坐标'] }),
    degree('lat', '纬度', { aliases: ['项目纬度', '北纬', 'Y坐标'] }),
    text('note', '备注', { aliases: ['说明', '备注说明'], personal: 'free' }),
    flag('open', '未销号', { derived: true }),
    text('grade_now', '当前等级', { values: GRADES, derived: true }),
    text('found_grade', '发现时等级', { values: GRADES, derived: true }),
    text('opening_grade', '期初等级', { values: GRADES, derived: true }),
    int('closings', '销号次数', { unit: '次', derived: true }),
    date('promise_first_on', '首次承诺日期', { derived: true }),
    int('promise_changes', '改期次数', { unit: '次', derived: true }),
    int('unchanged_weeks', '连续未动周数', { unit: '周', derived: true }),
    int('risk_score', '风险评分', { unit: '分', derived: true }),
  ],
});
