import { type Column, LEDGER_TABLES, tableOf } from '../../src/model/tables.ts';
import { ident } from '../../src/query/sql.ts';
import { type Check, type CheckContext, onRows, union } from './check.ts';

const COUNTED: readonly Column['unit'][] = ['元', '人', '户', '次', '件'];
const title = (table: string, column: string): string => tableOf(table).columns.find((c) => c.name === column)?.title ?? column;

/** Rows whose first amount is above the second. */
const above = (table: string, more: string, less: string) => (c: CheckContext) =>
  onRows(c, table, more, `t.${ident(more)} > t.${ident(less)}`, `${title(table, more)}大于${title(table, less)}`);

/** Every counted column of every ledger table; scores, orders and coordinates may be below zero. */
const negatives = (c: CheckContext) =>
  union(LEDGER_TABLES.filter((t) => t.origin === 'ledger').flatMap((t) =>
    t.columns.filter((col) => !col.derived && (COUNTED.includes(col.unit) || (t.name === 'compliance' && col.type === 'INTEGER')))
      .map((col) => onRows(c, t.name, col.name, `t.${ident(col.name)} < 0`, `${col.title}为负数`))));

/** Open projects of which it is not known: their blank would be added up as 0, and read as a payment where it was known before. */
const unknownWhileOpen = (c: CheckContext, column: 'unpaid_wages' | 'unpaid_workers') =>
  onRows(c, 'projects', column, `t.risk_grade IN ('一般', '严重') AND t.closed_on IS NULL AND t.${column} IS NULL`, `未销号，${title('projects', column)}未填（合计会按 0 计）`);

/** Amounts that contradict each other in one row (domain §6: paid > due, recovered > owed, parts above the whole). */
export const AMOUNT_CHECKS: readonly Check[] = [
  { id: 'wages_over_due', name: '实发工资大于应发工资', severity: '阻断', mend: '改正应发或实发；补发以前月份的工资记在原月份', needs: ['payroll'], sql: above('payroll', 'wages_paid', 'wages_due') },
  { id: 'workers_over_due', name: '实发人数大于应发人数', severity: '阻断', mend: '改正应发人数或实发人数', needs: ['payroll'], sql: above('payroll', 'workers_paid', 'workers_due') },
  { id: 'done_over_total', name: '制度落实数大于应落实数', severity: '阻断', mend: '改正落实数或应落实数', needs: ['compliance'], sql: above('compliance', 'done', 'total') },
  { id: 'unlawful_over_inspected', name: '违法户数大于检查户数', severity: '阻断', mend: '改正检查户数或违法户数', needs: ['inspections'], sql: above('inspections', 'unlawful', 'employers') },
  {
    id: 'open_amount_unknown', name: '未销号而未支付工资或人数未填', severity: '阻断', mend: '补填未支付工资和涉及人数；已付清的填销号日期和依据', needs: ['projects'],
    sql: (c) => union([unknownWhileOpen(c, 'unpaid_wages'), unknownWhileOpen(c, 'unpaid_workers')]),
  },
  { id: 'negative_amount', name: '数额为负', severity: '阻断', mend: '改正数额；冲销请改原来的行', sql: negatives },
  {
    id: 'overpaid', name: '拨付大于应拨', severity: '提示', mend: '核对应付与实付；预付的请在备注说明',
    sql: (c) => union([above('projects', 'labour_cost_paid', 'labour_cost_due')(c), above('projects', 'progress_payment_paid', 'progress_payment_due')(c), above('payroll', 'labour_cost_paid', 'labour_cost_due')(c)]),
  },
  { id: 'recovered_over_amount', name: '追回金额大于涉及金额', severity: '提示', mend: '核对两个金额是否同一统计范围（追回可能含赔偿金）', needs: ['cases'], sql: above('cases', 'recovered_amount', 'amount') },
  { id: 'returned_over_due', name: '实报数大于应报数', severity: '提示', mend: '核对应报数与实报数', needs: ['returns'], sql: above('returns', 'rows_in', 'rows_due') },
  { id: 'points_over_full', name: '得分大于满分', severity: '提示', mend: '核对得分与满分', needs: ['assessments'], sql: above('assessments', 'points', 'points_full') },
  {
    id: 'percent_out_of_range', name: '形象进度不在0—100', severity: '提示', mend: '按百分数填写（如 85 或 85%）', needs: ['projects'],
    sql: (c) => onRows(c, 'projects', 'progress_pct', 't.progress_pct < 0 OR t.progress_pct > 100', '形象进度不在 0—100 之间'),
  },
  {
    id: 'unpaid_over_contract', name: '未支付工资大于合同造价', severity: '提示', mend: '核对金额单位（元、万元）', needs: ['projects'],
    sql: (c) => onRows(c, 'projects', 'unpaid_wages', 't.contract_amount > 0 AND t.unpaid_wages > t.contract_amount', '未支付工资大于合同造价，可能是单位写错'),
  },
];
