import { printed } from './arithmetic.ts';
import type { Statement } from './parse.ts';

interface StatedAmount {
  readonly name: string;
  readonly scope: string | null;
  readonly value: Statement;
}

const UNPAID = /未支付|未付|拖欠|欠薪/;
const RECOVERED = /追缴|追回|追发|补发|清欠|清偿/;
const amountOf = (s: StatedAmount): number | null => {
  const found = [...s.value.quantities, ...s.value.bounds.map((b) => b.quantity)].find((q) => q.unit === 'yuan');
  return found ? found.value : null;
};

/**
 * Recovered and unpaid amounts of one report that cannot stand side by side (F11: 9652 万元 recovered this year, 8100 万元 unpaid): in one stated scope
 * recovered may not pass what is owed; in different scopes they must not be subtracted. Returns index of the recovered row and the reason.
 */
export function scopeConflicts(rows: readonly StatedAmount[]): { index: number; reason: string }[] {
  const unpaid = rows.filter((r) => UNPAID.test(r.name) && !RECOVERED.test(r.name) && amountOf(r) !== null);
  return rows.flatMap((row, index) => {
    const recovered = RECOVERED.test(row.name) ? amountOf(row) : null;
    if (recovered === null) return [];
    const smaller = unpaid.filter((u) => amountOf(u)! < recovered);
    return smaller.map((u) => {
      const same = u.scope !== null && row.scope !== null && u.scope.trim() === row.scope.trim();
      const amounts = `追缴补发 ${printed(recovered, 'yuan')}，未支付 ${printed(amountOf(u)!, 'yuan')}`;
      return { index, reason: same ? `${amounts}：同一统计期间内追缴大于所欠，至少有一个不对` : `${amounts}：统计期间不同（一个累计，一个时点），不可相减` };
    });
  });
}
