import { describe, expect, it } from 'vitest';
import { defaultWindow, daysOf, moveHandle, moveWindow, slotOf, snap, weekSlots, windowOf } from './trend-weeks.ts';

const DAYS = ['2026-09-18', '2026-09-25', '2026-10-09', '2026-10-16'];
const text = (slots: ReturnType<typeof weekSlots>) => slots.map((s) => `${s.week}${s.kind === 'gap' ? '缺' : s.kind === 'ahead' ? '后' : ''}`).join(' ');
/** `count` Fridays up to 2026-11-20. */
const fridays = (count: number) => Array.from({ length: count }, (_, i) => new Date(Date.UTC(2026, 10, 20 - 7 * (count - 1 - i))).toISOString().slice(0, 10));

describe('weekSlots', () => {
  it.each<[string, string[], string[], string]>([
    ['a week that was not published keeps its place', DAYS, [], '38 39 40缺 41 42'],
    ['weeks after the snapshot on screen', DAYS.slice(0, 1), DAYS, '38 39后 40缺 41后 42后'],
    ['one week', ['2026-11-20'], [], '47'],
    ['none', [], [], ''],
    ['two snapshots in a week', ['2026-11-17', '2026-11-20'], [], '47 47'],
    ['Sunday and Monday are two weeks', ['2026-11-22', '2026-11-23'], [], '47 48'],
    ['across a year of 53 weeks', ['2026-12-25', '2027-01-15'], [], '52 53缺 1缺 2'],
  ])('%s', (_, days, ahead, expected) => expect(text(weekSlots(days, ahead))).toBe(expected));
});

describe('window', () => {
  const slots = weekSlots(fridays(25));
  it('opens on the campaign, from its opening snapshot', () => expect(daysOf(slots, defaultWindow(slots, '2026-09-18'))).toEqual(['2026-09-18', '2026-11-20']));
  it('whose first day need not be a snapshot day', () => expect(daysOf(slots, defaultWindow(slots, '2026-09-24'))).toEqual(['2026-09-18', '2026-11-20']));
  it('on twelve weeks before a campaign', () => expect(daysOf(slots, defaultWindow(slots, '2027-09-18'))![1]).toBe('2026-11-20'));
  it('on twelve weeks when the campaign began after the snapshot on screen', () => {
    const early = weekSlots(fridays(25).slice(0, 14), fridays(25));
    expect(daysOf(early, defaultWindow(early, '2026-09-18'))).toEqual(['2026-06-19', '2026-09-04']);
  });
  it('on everything when there is little', () => expect(defaultWindow(weekSlots(DAYS), '2026-10-09')).toEqual({ from: 0, to: 4 }));
  it.each([
    [['2026-09-25', '2026-10-10'], ['2026-09-25', '2026-10-09']],
    [['2026-10-01', '2026-10-02'], ['2026-09-18', '2026-10-16']],
    [['2030-01-01', '2030-02-01'], ['2026-09-18', '2026-10-16']],
    [null, ['2026-09-18', '2026-10-16']],
  ] as const)('of %j is %j', (weeks, expected) => expect(daysOf(weekSlots(DAYS), windowOf(weekSlots(DAYS), weeks, '2026-09-18'))).toEqual(expected));

  const few = weekSlots(DAYS);
  it.each([
    ['steps over a gap', () => moveHandle(few, { from: 1, to: 4 }, 'from', 2), { from: 3, to: 4 }],
    ['and back', () => moveHandle(few, { from: 3, to: 4 }, 'from', 2), { from: 1, to: 4 }],
    ['never passes the other handle', () => moveHandle(few, { from: 0, to: 1 }, 'from', 4), { from: 1, to: 1 }],
    ['stops at the ends', () => moveHandle(few, { from: 0, to: 1 }, 'to', 99), { from: 0, to: 4 }],
    ['moves whole', () => moveWindow(few, { from: 0, to: 1 }, 3), { from: 3, to: 4 }],
    ['moves whole up to the end', () => moveWindow(few, { from: 0, to: 1 }, 99), { from: 3, to: 4 }],
    ['moves whole back', () => moveWindow(few, { from: 3, to: 4 }, -99), { from: 0, to: 1 }],
  ])('%s', (_, move, expected) => expect(move()).toEqual(expected));
  it('finds nothing in an empty axis', () => expect([snap([], 0, 1), slotOf([], '2026-11-20'), daysOf([], { from: 0, to: -1 })]).toEqual([-1, -1, null]));
});

it('finds the week of a day', () => expect([slotOf(weekSlots(DAYS), '2026-10-01'), slotOf(weekSlots(DAYS), '2026-12-31')]).toEqual([2, -1]));
