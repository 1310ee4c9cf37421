import { expect, it } from 'vitest';
import { DEFAULT_RULES, type Rules } from '../../../model/rules.ts';
import { caseRule, clocksOf, usedOf } from './clocks-model.ts';

const asOf = '2026-11-20';
/** 2026's second half as published. */
const calendar: Rules['calendar'] = {
  years: [2026, 2027], holidays: ['2026-09-25', '2026-09-26', '2026-09-27', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'], workdays: ['2026-09-20', '2026-10-10'], festivals: {}, unpublished: [2027],
};
const rules = { ...DEFAULT_RULES, calendar };
const clue = (change: Record<string, string | null>) => ({ case_id: 'X', received_on: '2026-09-05', replied_on: '2026-09-07', due_on: '2026-11-30', filed_on: null, ...change });
const said = (rows: Parameters<typeof clocksOf>[0], given: Pick<Rules, 'warnings' | 'limits' | 'calendar'> = rules) => clocksOf(rows, asOf, given).map((c) => [c.id, c.end, c.left, c.elapsed, c.extended]);

it('counts 60 working days from the day after filing, 30 more with approval, over 国庆 and 调休', () => {
  const [clock] = clocksOf([clue({ filed_on: '2026-09-10', due_on: null })], asOf, rules);
  expect(clock).toMatchObject({ kind: 'investigation', end: '2026-12-09', limit: 60, elapsed: 47, left: 13, workdays: true, article: '劳动保障监察条例第17条' });
  expect(clock!.extended! > '2027-01-15').toBe(true);
  expect(usedOf(clock!)).toBeCloseTo((47 / 60) * 100);
});
it('puts what ends first first, over the limit before all', () => {
  expect(said([clue({ case_id: 'A' }), clue({ case_id: 'B', due_on: '2026-11-11' }), clue({ case_id: 'C', due_on: asOf })])).toEqual([
    ['B:due', '2026-11-11', -9, 76, null], ['C:due', asOf, 0, 76, null], ['A:due', '2026-11-30', 10, 76, null],
  ]);
  expect(usedOf(clocksOf([clue({ due_on: '2026-11-11' })], asOf, rules)[0]!)).toBe(100);
});
it.each([
  ['no limits set: no clocks of the county', {}, { reply_days: null, handling_days: null }, ['X:due']],
  ['a reply that is still due', { replied_on: null }, { reply_days: 3, handling_days: null }, ['X:reply', 'X:due']],
  ['a reply that was given', {}, { reply_days: 3, handling_days: null }, ['X:due']],
  ['handling', {}, { reply_days: null, handling_days: 60 }, ['X:handling', 'X:due']],
  ['a clue without dates', { due_on: null }, { reply_days: null, handling_days: null }, []],
])('%s', (_, change, limits, ids) => expect(clocksOf([clue(change)], asOf, { ...rules, limits }).map((c) => c.id)).toEqual(ids));
it('has no clock without its rule', () => {
  const off = { ...rules, warnings: rules.warnings.map((w) => ({ ...w, enabled: false })) };
  expect([caseRule(off), said([clue({ filed_on: '2026-09-10', due_on: null })], off)]).toEqual([null, []]);
});
