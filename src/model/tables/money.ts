import { date, int, money, table, text } from '../column.ts';

/** 工资支付: one row per project and month. */
export const payroll = table({
  name: 'payroll', title: '工资支付', key: ['project_id', 'month'], aliases: ['工资支付台账', '工资发放', '工资发放台账'],
  columns: [
    text('project_id', '项目编号', { required: true, references: 'projects', aliases: ['项目编码', '项目名称', '工程名称'] }),
    date('month', '工资月份', { required: true, aliases: ['月份', '工资所属月', '所属月份'] }),
    int('workers_due', '应发人数', { unit: '人', aliases: ['应付人数'] }),
    int('workers_paid', '实发人数', { unit: '人', aliases: ['实付人数', '已发人数'] }),
    money('wages_due', '应发工资', { aliases: ['应付工资', '应发金额'] }),
    money('wages_paid', '实发工资', { aliases: ['实付工资', '已发工资', '实发金额'] }),
    money('paid_by_bank', '银行代发', { aliases: ['银行代发金额'] }),
    money('paid_by_card', '社保卡发放', { aliases: ['社保卡', '社保卡发放金额'] }),
    money('labour_cost_due', '当月应拨人工费', { aliases: ['应拨人工费'] }),
    money('labour_cost_paid', '当月实拨人工费', { aliases: ['实拨人工费', '已拨人工费'] }),
    date('pay_day', '应付日', { aliases: ['应发日期', '发放日', '约定支付日'] }),
    date('paid_on', '实付日', { aliases: ['实发日期', '发放日期', '支付日期'] }),
  ],
});

export const PAYMENT_SOURCES = {
  建设单位: ['业主', '业主支付'], 施工总承包: ['总包', '施工单位', '总承包单位'], 保证金: ['工资保证金'], 应急周转金: ['周转金'],
  财政垫付: ['财政', '政府垫付'], 资产处置: ['资产变现'], 法院执行: ['强制执行', '执行款'], 其他: ['其它'],
} as const;

/** 清偿流水与还款计划: one row per instalment; planned (plan_*), paid (paid_on, amount) or both. */
export const payments = table({
  name: 'payments', title: '清偿流水与还款计划', key: ['payment_id'], aliases: ['清偿流水', '还款计划', '清偿台账'],
  columns: [
    text('payment_id', '流水号', { required: true, aliases: ['清偿编号', '流水编号', '凭证号'] }),
    text('project_id', '项目编号', { required: true, references: 'projects', aliases: ['项目编码', '项目名称', '工程名称'] }),
    date('plan_due_on', '计划还款日', { aliases: ['计划日期', '计划清偿日期'] }),
    money('plan_amount', '计划金额', { aliases: ['计划还款金额', '计划清偿金额'] }),
    date('paid_on', '清偿日期', { aliases: ['支付日期', '实际还款日', '还款日期'] }),
    money('amount', '清偿金额', { aliases: ['支付金额', '实际还款金额', '还款金额'] }),
    int('workers', '清偿人数', { unit: '人', aliases: ['涉及人数', '支付人数'] }),
    text('source', '资金来源', { values: PAYMENT_SOURCES, aliases: ['清偿来源', '来源'] }),
  ],
});
