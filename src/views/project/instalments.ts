import type { Row } from '../../engine/rows.ts';

/** What became of a row of 清偿流水与还款计划: paid without a plan, or an instalment kept, late, short, missed, or not yet due. */
export type Instalment = 'paid' | 'kept' | 'late' | 'short' | 'missed' | 'ahead';

const day = (row: Row, column: string): string | null => (typeof row[column] === 'string' ? row[column] : null);
const number = (row: Row, column: string): number | null => (typeof row[column] === 'number' ? row[column] : null);

/** By the definition of plan_kept_rate: kept is in full and not after the planned day. */
export function instalmentOf(row: Row, asOf: string): Instalment {
  const [due, paid] = [day(row, 'plan_due_on'), day(row, 'paid_on')];
  if (due === null) return 'paid';
  if (paid === null) return due <= asOf ? 'missed' : 'ahead';
  if (paid > due) return 'late';
  return (number(row, 'amount') ?? 0) >= (number(row, 'plan_amount') ?? 0) ? 'kept' : 'short';
}

/** Instalments kept ÷ due, and 元 paid in all; `paid` null: nothing was paid. */
export function planKept(rows: readonly Row[], asOf: string): { readonly n: number; readonly d: number; readonly paid: number } {
  const due = rows.filter((row) => (day(row, 'plan_due_on') ?? '9999') <= asOf);
  return { n: due.filter((row) => instalmentOf(row, asOf) === 'kept').length, d: due.length, paid: rows.reduce((sum, row) => sum + (day(row, 'paid_on') === null ? 0 : (number(row, 'amount') ?? 0)), 0) };
}
