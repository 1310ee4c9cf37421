import { expect, it } from 'vitest';
import { type Instalment, instalmentOf, planKept } from './instalments.ts';

const ASOF = '2026-11-20';
const row = (plan_due_on: string | null, plan_amount: number | null, paid_on: string | null, amount: number | null) => ({ plan_due_on, plan_amount, paid_on, amount });
const CASES: [ReturnType<typeof row>, Instalment][] = [
  [row(null, null, '2026-10-30', 220_000), 'paid'], [row('2026-09-15', 200_000, '2026-09-14', 200_000), 'kept'], [row('2026-09-15', 200_000, '2026-09-15', 199_999), 'short'],
  [row('2026-10-31', 400_000, '2026-11-06', 192_000), 'late'], [row('2026-11-15', 1_078_000, null, null), 'missed'], [row('2026-11-20', 1, null, null), 'missed'], [row('2026-11-21', 1, null, null), 'ahead'],
];
it.each(CASES)('%j is %s', (given, state) => expect(instalmentOf(given, ASOF)).toBe(state));
it('counts kept of due, and what was paid', () => {
  expect(planKept(CASES.map(([r]) => r), ASOF)).toEqual({ n: 1, d: 5, paid: 220_000 + 200_000 + 199_999 + 192_000 });
  expect(planKept([], ASOF)).toEqual({ n: 0, d: 0, paid: 0 });
});
