import type { TableName } from '../../src/model/tables.ts';

/** How a date is typed into a column: the forms of domain §8. `cell`: a real date cell. */
export type DateForm = 'dash' | 'slash' | 'dot' | 'han' | 'month' | 'cell';

/** How one ledger is laid out. Columns are the catalogue's; what is not said here is written under its own title. */
export interface SheetPlan {
  readonly table: TableName;
  /** Title above the header, after the county's name. */
  readonly title: string;
  /** Money of the sheet in 万元, stated in a row of its own; else each money header says 元. */
  readonly inWan: boolean;
  /** Headers in other words. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Date columns; the others are `dash`. */
  readonly dates?: Readonly<Record<string, DateForm>>;
  /** Columns summed in a 合计 row; absent: no such row. */
  readonly totals?: readonly string[];
  readonly note?: string;
  /** Column whose equal neighbours are merged. */
  readonly merged?: string;
  /** Projects are named, not numbered. */
  readonly byName?: boolean;
}

/** The sheets of a workbook, in order. */
export const SHEETS: readonly SheetPlan[] = [
  {
    table: 'projects', title: '在建工程项目台账', inWan: true, merged: 'place_code',
    headers: { place_code: '所属乡镇', dept_code: '行业主管部门', risk_grade: '风险等级', contractor: '施工总承包单位', subcontractor: '劳务分包单位', supervisor: '监理单位', progress_pct: '形象进度（%）', unpaid_workers: '涉及农民工人数', reported: '是否录入监管系统' },
    dates: { contract_signed_on: 'dot', start_on: 'slash', end_on_planned: 'slash', completed_on: 'dot', found_on: 'cell', promised_on: 'cell', closed_on: 'han', hearing_on: 'han' },
    totals: ['contract_amount', 'funds_in_place', 'unpaid_wages', 'unpaid_workers'],
    note: '注：1.本表为示例数据，项目、单位和人员均为虚构。2.风险等级在销号后保留原等级，以销号日期为准。3.坐标系为WGS84。',
  },
  { table: 'places', title: '属地名册', inWan: false },
  { table: 'departments', title: '主管部门名册', inWan: false },
  {
    table: 'cases', title: '欠薪线索台账', inWan: false, headers: { place_code: '所属乡镇', channel: '线索来源', verified: '是否查实', due_on: '办理期限', amount: '涉及金额（元）', recovered_amount: '追回金额（元）' },
    dates: { received_on: 'slash', replied_on: 'slash', due_on: 'cell', filed_on: 'han', closed_on: 'cell' }, note: '注：办理期限由县治欠办设定。',
  },
  {
    table: 'payroll', title: '农民工工资支付台账', inWan: true, byName: true, headers: { project_id: '项目名称', month: '工资月份' }, dates: { month: 'month', pay_day: 'dash', paid_on: 'cell' },
    totals: ['wages_due', 'wages_paid', 'paid_by_bank', 'paid_by_card', 'labour_cost_due', 'labour_cost_paid'], note: '注：应发、实发按月填报，补发记入清偿流水。',
  },
  { table: 'payments', title: '清偿流水与还款计划', inWan: true, dates: { paid_on: 'cell', plan_due_on: 'dash' } },
  { table: 'compliance', title: '制度落实台账', inWan: false, headers: { item: '检查项' } },
  { table: 'companies', title: '企业名册', inWan: false, dates: { listed_on: 'dot', listed_until: 'dot' } },
  { table: 'actions', title: '交办与执法台账', inWan: false, headers: { meeting_on: '交办日期' }, dates: { meeting_on: 'slash', due_on: 'slash', done_on: 'cell' } },
  { table: 'inspections', title: '检查台账', inWan: false, headers: { recovered_amount: '追发金额（元）' }, dates: { inspected_on: 'cell' } },
  { table: 'events', title: '突发事件台账', inWan: false, dates: { happened_on: 'han' } },
  { table: 'returns', title: '报送情况', inWan: false, headers: { due_on: '应报送日期' } },
  { table: 'assessments', title: '月度考核', inWan: false, dates: { month: 'month' } },
  { table: 'stated', title: '上报口径', inWan: false },
];
