import { expect, it } from 'vitest';
import { indicatorOf } from '../model/indicators.ts';
import { idleFilters, predicate } from './predicate.ts';

it.each([
  [{}, null],
  [{ area: [] }, null],
  [{ area: ["A'1"] }, "place_code IN ('A''1')"],
  [{ inv: [null] }, 'invest_kind IS NULL'],
  [{ inv: ['PPP', null], g: ['严重'] }, "(invest_kind IN ('PPP') OR invest_kind IS NULL) AND grade_now IN ('严重')"],
] as const)('%j becomes %s', (state, sql) => expect(predicate(state, ['area', 'dept', 'inv', 'stage', 'g'])).toBe(sql));

it('names the set filters that do not act on an indicator', () => {
  expect(idleFilters(indicatorOf('no_arrears_rate'), { g: ['严重'], area: ['A'] })).toEqual(['g']);
  expect(idleFilters(indicatorOf('clue_on_time_rate'), { inv: ['PPP'], stage: [], dept: ['D'] })).toEqual(['inv']);
});
