import type { Row } from '../../../engine/rows.ts';
import { daysBetween } from '../../../shared/dates.ts';

/** onTime 按期 · late 迟报 n 天 · missing 未报送 · pending 未到期 · undated: came, without a day it was due. */
export type Status = 'onTime' | 'late' | 'missing' | 'pending' | 'undated';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What became of one return on the day. */
export interface Sent {
  readonly status: Status;
  /** Days after the due day; 0 unless late. */
  readonly days: number;
  readonly received: string | null;
  readonly due: string | null;
  readonly rowsDue: number | null;
  readonly rowsIn: number | null;
  /** Fewer rows than due: 少报. null: not known. */
  readonly short: number | null;
}
export function sentOf(row: Row, asOf: string): Sent {
  const [due, given, rowsDue, rowsIn] = [text(row['due_on']), text(row['received_on']), number(row['rows_due']), number(row['rows_in'])];
  const received = given !== null && given <= asOf ? given : null;
  const late = received !== null && due !== null ? Math.max(0, daysBetween(due, received)) : 0;
  const status: Status = received === null ? (due !== null && due <= asOf ? 'missing' : 'pending') : due === null ? 'undated' : late > 0 ? 'late' : 'onTime';
  return { status, days: late, received, due, rowsDue, rowsIn, short: received !== null && rowsDue !== null && rowsIn !== null && rowsIn < rowsDue ? rowsDue - rowsIn : null };
}

/** One period of a unit's history: the worst of its returns. */
export interface HistoryCell {
  readonly period: string;
  readonly status: Status;
  readonly days: number;
  readonly due: number;
  readonly onTime: number;
}
export function historyCell(row: Row): HistoryCell {
  const [late, missing, due, onTime] = ['late', 'missing', 'due', 'on_time'].map((c) => number(row[c]) ?? 0) as [number, number, number, number];
  return { period: text(row['period']) ?? '', status: missing > 0 ? 'missing' : late > 0 ? 'late' : onTime > 0 ? 'onTime' : 'pending', days: number(row['late_days']) ?? 0, due, onTime };
}

export interface ReturnColumn {
  readonly key: string;
  readonly table: string;
  readonly kind: string;
}
/** A unit in the grid; a cell it had no return to send for is null (not 未报送). */
export interface ReturnRow {
  readonly code: string;
  readonly cells: Readonly<Record<string, Sent | null>>;
  /** Oldest first, aligned to `periods`; null: nothing was due. */
  readonly history: readonly (HistoryCell | null)[];
}
export interface ReturnGrid {
  readonly columns: readonly ReturnColumn[];
  readonly periods: readonly string[];
  readonly rows: readonly ReturnRow[];
}

/** Units × tables of one axis for the period, in the units' stored order; units without any return in sight are left out. */
export function gridOf(rows: readonly Row[], history: readonly Row[], axis: string, order: readonly string[], asOf: string): ReturnGrid {
  const [own, past] = [rows.filter((r) => r['axis'] === axis), history.filter((r) => r['axis'] === axis)];
  const key = (r: Row): string => `${String(r['table_name'])}\u001f${String(r['kind'])}`;
  const columns = [...new Map(own.map((r) => [key(r), { key: key(r), table: String(r['table_name']), kind: String(r['kind']) }])).values()];
  const days = new Map<string, string>();
  for (const r of past) days.set(String(r['period']), [days.get(String(r['period'])) ?? '', text(r['due_on']) ?? ''].sort()[1]!);
  const periods = [...days].sort((a, b) => (a[1] + a[0] < b[1] + b[0] ? -1 : 1)).map(([period]) => period);
  const place = (code: string): number => (order.indexOf(code) < 0 ? order.length : order.indexOf(code));
  const codes = [...new Set([...own, ...past].map((r) => String(r['unit_code'])))].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return {
    columns, periods,
    rows: codes.map((code) => {
      const mine = new Map(own.filter((r) => r['unit_code'] === code).map((r) => [key(r), sentOf(r, asOf)]));
      const then = new Map(past.filter((r) => r['unit_code'] === code).map((r) => [String(r['period']), historyCell(r)]));
      return { code, cells: Object.fromEntries(columns.map((c) => [c.key, mine.get(c.key) ?? null])), history: periods.map((p) => then.get(p) ?? null) };
    }),
  };
}
