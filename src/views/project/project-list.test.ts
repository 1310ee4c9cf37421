import { expect, it } from 'vitest';
import { haystack, matches, neighbours, readOrder, readSteps, weeksOpen, writeOrder } from './project-list.ts';

const names = { place: (code: string | null) => (code === 'A' ? '太平镇' : '—'), dept: () => '交通局' };
const hay = haystack({ project_id: 'AL-022', name: '安澜大道东延工程（二标）', contractor: '永固建设', leader: null, place_code: 'A', dept_code: 'D' }, names);

it.each([['', true], ['东延', true], ['al-022', true], ['太平 永固', true], ['太平 同心', false], ['交通局', true], ['%', false], ['<img', false]])('search %j: %s', (q, found) => expect(matches(hay, q)).toBe(found));
it('writes and reads an order, without what is no column', () => {
  const keys = [{ key: 'unpaid_wages', descending: true }, { key: 'name', descending: false }];
  expect(writeOrder(keys)).toBe('unpaid_wages-,name');
  expect(readOrder('unpaid_wages-,name,evil-', ['name', 'unpaid_wages'])).toEqual(keys);
  expect(readOrder(undefined, ['name'])).toEqual([]);
});
it('reads the steps of a project', () => {
  const steps = readSteps('2026-09-18,新增,一般,4120000.00;2026-09-25,漏报,,;2026-10-09,找回,严重,100.00;2026-10-16,销号,无欠薪,0.00');
  expect(steps.map((s) => [s.grade, s.amount])).toEqual([['一般', 4_120_000], [null, null], ['严重', 100], ['无欠薪', 0]]);
  expect(weeksOpen(steps)).toBe(2);
  expect(readSteps(null)).toEqual([]);
});
it.each([['b', 1, 'a', 'c'], ['a', 0, null, 'b'], ['c', 2, 'b', null], ['x', null, null, 'a']])('%s stands at %s between %s and %s', (id, at, previous, next) => expect(neighbours(['a', 'b', 'c'], id)).toEqual({ at, previous, next }));
