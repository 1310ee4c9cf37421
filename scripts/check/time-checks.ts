import { tableOf } from '../../src/model/tables.ts';
import { type Check, onRows, union } from './check.ts';

/** Columns that state what has happened; plans and limits may lie ahead. */
const FACT_DATES: Readonly<Record<string, readonly string[]>> = {
  projects: ['completed_on', 'settlement_submitted_on', 'account_opened_on', 'owed_since', 'found_on', 'closed_on'],
  cases: ['received_on', 'replied_on', 'filed_on', 'closed_on', 'referred_on'],
  payroll: ['month', 'paid_on'],
  payments: ['paid_on'],
  companies: ['listed_on'],
  actions: ['meeting_on', 'done_on'],
  inspections: ['inspected_on'],
  events: ['happened_on'],
  returns: ['received_on'],
  assessments: ['month'],
};

/** Pairs in which the first day cannot be before the second. */
const ORDER: readonly (readonly [table: string, later: string, earlier: string])[] = [
  ['projects', 'end_on_planned', 'start_on'], ['projects', 'completed_on', 'start_on'], ['projects', 'closed_on', 'owed_since'],
  ['cases', 'replied_on', 'received_on'], ['cases', 'due_on', 'received_on'], ['companies', 'listed_until', 'listed_on'],
  ['actions', 'due_on', 'meeting_on'], ['actions', 'done_on', 'meeting_on'],
];
const title = (table: string, column: string): string => tableOf(table).columns.find((c) => c.name === column)?.title ?? column;
const before = (table: string, later: string, earlier: string) => (c: Parameters<NonNullable<Check['sql']>>[0]) =>
  onRows(c, table, later, `t.${later} < t.${earlier}`, `${title(table, later)}早于${title(table, earlier)}`);

/** Days that cannot be (domain §6). Blocking where they move a count: a closing, or a fact of the future. */
export const TIME_CHECKS: readonly Check[] = [
  { id: 'closed_before_received', name: '办结早于受理', severity: '阻断', mend: '改正受理日期或办结日期', needs: ['cases'], sql: before('cases', 'closed_on', 'received_on') },
  { id: 'closed_before_found', name: '销号早于发现', severity: '阻断', mend: '改正发现日期或销号日期；反弹的项目填最近一次发现的日期', needs: ['projects'], sql: before('projects', 'closed_on', 'found_on') },
  { id: 'filed_before_received', name: '立案早于受理', severity: '提示', mend: '改正受理日期或立案日期；60个工作日从立案起算', needs: ['cases'], sql: before('cases', 'filed_on', 'received_on') },
  { id: 'dates_out_of_order', name: '日期先后颠倒', severity: '提示', mend: '核对两个日期的先后', sql: (c) => union(ORDER.map(([table, later, earlier]) => before(table, later, earlier)(c))) },
  {
    id: 'date_after_as_of', name: '已发生的日期晚于数据日', severity: '阻断', mend: '改正日期，或确认数据日（--as-of）是否填错',
    sql: (c) => union(Object.entries(FACT_DATES).flatMap(([table, columns]) => columns.map((column) => onRows(c, table, column, `t.${column} > ${c.day}`, `${title(table, column)}晚于数据日 ${c.asOf}`)))),
  },
];
