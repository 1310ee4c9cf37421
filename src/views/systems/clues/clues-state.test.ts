import { expect, it } from 'vitest';
import { axisOf, keysOf, listOf, type OpenList } from './clues-state.ts';

it.each<[OpenList, string, string]>([
  [{ measure: 'clue_close_rate', part: 'n', group: null }, 'clue_close_rate.n', ''],
  [{ measure: 'clue_on_time_rate', part: 'd', group: { axis: 'channel', key: '信访' } }, 'clue_on_time_rate.d', 'channel:3'],
  [{ measure: 'clues_open', part: 'n', group: { axis: 'place', key: '990101-JKQ' } }, 'clues_open.n', 'place:990101-JKQ'],
  [{ measure: 'clues_received', part: 'n', group: { axis: 'month', key: '2026-10' } }, 'clues_received.n', 'month:2026-10'],
  [{ measure: 'industry_share', part: 'd', group: { axis: 'industry', key: '<b>a:b</b>' } }, 'industry_share.d', 'industry:<b>a:b</b>'],
  [{ measure: 'clues_received', part: 'n', group: { axis: 'channel', key: null } }, 'clues_received.n', 'channel:'],
])('%j ⇄ %s %s', (list, term, who) => {
  expect(keysOf(list)).toEqual({ term, who });
  expect(listOf(term, who)).toEqual(list);
});
it.each([[undefined, undefined], ['', ''], ['clue_close_rate', ''], ['clue_close_rate.x', ''], ['no_such.n', ''], ['clues_open.n', 'nobody:1']])('%s %s is no list', (term, who) => expect(listOf(term, who)).toBeNull());
it('falls back to 渠道', () => expect([axisOf('place'), axisOf('leader'), axisOf(undefined)]).toEqual(['place', 'channel', 'channel']));
