import { expect, it } from 'vitest';
import { owedOf, payrollMonths, payrollPicture } from './payroll-layout.ts';

const rows = [
  { month: '2026-09-01', wages_due: 1_680_000, wages_paid: 0 }, { month: '2026-07-01', wages_due: 2_360_000, wages_paid: 2_360_000 }, { month: '2026-08-01', wages_due: 1_710_000, wages_paid: 640_000 }, { month: '2026-10-01', wages_due: 1_334_000, wages_paid: null },
];

it('puts the months in order and keeps the last ones', () => {
  expect(payrollMonths(rows).map((m) => m.month)).toEqual(['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01']);
  expect(payrollMonths(rows, 2).map((m) => m.month)).toEqual(['2026-09-01', '2026-10-01']);
  expect(payrollMonths([])).toEqual([]);
});
it('owes what is due and not paid; unknown stays unknown', () => expect(payrollMonths(rows).map(owedOf)).toEqual([0, 1_070_000, 1_680_000, null]));
it('draws hollow for due, filled for paid, and labels what is owed', () => {
  const { bars, base, ticks } = payrollPicture(payrollMonths(rows), { width: 600, height: 240 });
  expect(bars.map((b) => [b.label, b.owed])).toEqual([['236.0', false], ['107.0', true], ['168.0', true], ['133.4', false]]);
  expect(bars[0]!.dueTop).toBe(bars[0]!.paidTop);
  expect(bars[1]!.paidTop!).toBeGreaterThan(bars[1]!.dueTop!);
  expect([bars[2]!.paidTop, bars[3]!.paidTop]).toEqual([base, null]);
  expect(ticks[0]!.y).toBe(base);
  expect(payrollPicture([...payrollMonths(rows), ...payrollMonths(rows)], { width: 300, height: 240 }).bars.map((b) => b.label)).toEqual(['236.0', '107.0', '168.0', '133.4']);
  expect(bars.every((b) => b.x >= 0 && b.x + b.width <= 600 && b.labelY > 0)).toBe(true);
});
