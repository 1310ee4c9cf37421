import { expect, it } from 'vitest';
import { axisOf, keysOf, listOf, type OpenList } from './enforcement-state.ts';

it.each<[OpenList, string, string]>([
  [{ measure: 'measures_taken', part: 'n', groups: [{ axis: 'kind', key: '约谈' }, { axis: 'dept', key: 'D02' }] }, 'measures_taken.n', 'kind:2,dept:D02'],
  [{ measure: 'unlawful_rate', part: 'd', groups: [{ axis: 'kind', key: '网格巡查' }] }, 'unlawful_rate.d', 'kind:4'],
  [{ measure: 'inspections_count', part: 'n', groups: [] }, 'inspections_count.n', ''],
  [{ measure: 'measures_taken', part: 'n', groups: [{ axis: 'place', key: null }] }, 'measures_taken.n', 'place:'],
  [{ measure: 'measures_taken', part: 'n', groups: [{ axis: 'place', key: 'a,b' }] }, 'measures_taken.n', 'place:a%2Cb'],
])('%j ⇄ %s %s', (list, term, who) => {
  expect(keysOf(list)).toEqual({ term, who });
  expect(listOf(term, who)).toEqual(list);
});
it.each([[undefined, undefined], ['measures_taken.q', ''], ['nothing.n', ''], ['measures_taken.n', 'leader:1']])('%s %s is no list', (term, who) => expect(listOf(term, who)).toBeNull());
it('falls back to 主管部门', () => expect([axisOf('place'), axisOf('x')]).toEqual(['place', 'dept']));
