import { expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../model/rules/defaults.ts';
import { firmMark, rankAmong, repeatLimit } from './firm-marks.ts';

it('takes the threshold from the rules, none where the rule is off', () => {
  expect(repeatLimit(DEFAULT_RULES.warnings)).toBe(3);
  expect(repeatLimit(DEFAULT_RULES.warnings.map((r) => (r.test === 'repeat_arrears' ? { ...r, enabled: false } : r)))).toBeNull();
});
it.each([
  [{ times_in_arrears: 2 }, null], [{ times_in_arrears: 3 }, { times: 3, until: null }], [{ times_in_arrears: null }, null],
  [{ times_in_arrears: 0, listed_on: '2026-11-05', listed_until: '2027-11-04' }, { times: null, until: '2027-11-04' }], [{ listed_on: '2025-09-12', listed_until: '2026-09-11' }, null], [{ listed_on: '2026-12-01', listed_until: null }, null],
] as const)('%j is marked %j', (row, mark) => expect(firmMark(row, 3, '2026-11-20')).toEqual(mark));
it('ranks like a competition, ties said', () => {
  expect(rankAmong(5, [9, 5, 5, 0])).toEqual({ rank: 2, tied: true, of: 4 });
  expect(rankAmong(9, [9, 5])).toEqual({ rank: 1, tied: false, of: 2 });
  expect(rankAmong(null, [1])).toBeNull();
});
