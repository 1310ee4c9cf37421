import { expect, it } from 'vitest';
import { complianceWeeks } from './compliance-history.ts';

it('shows each item over the weeks: lacking, in place, not collected, not imported', () => {
  const weeks: Record<string, { item: string; done: number; total: number }[] | null> = {
    '2026-11-06': [{ item: '总监到岗', done: 1, total: 1 }, { item: '银行代发', done: 1, total: 1 }], '2026-11-13': null, '2026-11-20': [{ item: '银行代发', done: 0, total: 1 }],
  };
  expect(complianceWeeks(Object.keys(weeks), (day) => weeks[day] ?? null).map((h) => [h.item, h.weeks.map((w) => w.state?.state ?? null)])).toEqual([['银行代发', ['pass', null, 'fail']], ['总监到岗', ['pass', null, 'none']]]);
});
