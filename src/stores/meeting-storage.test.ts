import { expect, it } from 'vitest';
import { parseMeeting, type SavedMeeting, spend } from './meeting-storage.ts';

const NOW = 1_800_000_000_000;
const saved: SavedMeeting = { pinned: { snapshot: '2026-11-20', compare: '2026-11-13', filters: { dept: ['D02', null] } }, slide: 'actions.2', agenda: 'sites', spent: { overview: 61_000 }, newest: '2026-11-20', seen: NOW - 5000 };

it('reads back what was kept', () => expect(parseMeeting(JSON.stringify(saved), NOW)).toEqual(saved));

it.each([
  ['nothing', null], ['no JSON', '{'], ['a list', '[]'], ['no snapshot', JSON.stringify({ ...saved, pinned: { filters: {} } })], ['no time', JSON.stringify({ ...saved, seen: 'x' })],
  ['a meeting of yesterday', JSON.stringify({ ...saved, seen: NOW - 13 * 3_600_000 })], ['a meeting of tomorrow', JSON.stringify({ ...saved, seen: NOW + 13 * 3_600_000 })],
])('takes %s for no meeting', (_what, text) => expect(parseMeeting(text, NOW)).toBeNull());

it('leaves out what cannot be used', () => {
  const given = { ...saved, slide: 7, agenda: null, newest: 1, spent: { overview: -1, actions: 'x', sites: 3 }, pinned: { ...saved.pinned, compare: 5, filters: { dept: 'D02', area: ['a'], __proto__: ['x'], nonsense: ['x'] } } };
  expect(parseMeeting(JSON.stringify(given), NOW)).toEqual({ pinned: { snapshot: '2026-11-20', compare: null, filters: { area: ['a'] } }, slide: null, agenda: '', spent: { sites: 3 }, newest: null, seen: saved.seen });
});

it('adds time by topic and nothing for a clock put back', () => expect([spend({ a: 1 }, 'a', 2), spend({}, 'b', -5)]).toEqual([{ a: 3 }, { b: 0 }]));
