import { describe, expect, it } from 'vitest';
import { entryAfter, entryBefore, isPreviousWeek, monday, moveComparison, nearestEarlier, openingOf, type SnapshotEntry } from './snapshot-index.ts';

const entry = (id: string): SnapshotEntry => ({ id, as_of: id.slice(0, 10), revision: Number(id.slice(12) || 1), manifest_sha256: '0'.repeat(64) });
/** 第37, 38, 39, 41 (twice: a correction), 42 and 43 周; 第40周 was not published. */
const index = ['2026-09-11', '2026-09-18', '2026-09-25', '2026-10-09', '2026-10-09-r2', '2026-10-16', '2026-10-23'].map(entry);
const [w37, w38, w39, w41, w41r2, w42, w43] = index as [SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry];

it.each([['2026-11-16', '2026-11-16'], ['2026-11-20', '2026-11-16'], ['2026-11-22', '2026-11-16'], ['2027-01-01', '2026-12-28']])('Monday of %s is %s', (day, expected) => expect(monday(day)).toBe(expected));

it('goes back and forward by published days, to the newest revision of each', () => {
  expect([entryBefore(index, w37), entryBefore(index, w41), entryBefore(index, w42)]).toEqual([null, w39, w41r2]);
  expect([entryAfter(index, w39), entryAfter(index, w41), entryAfter(index, w43)]).toEqual([w41r2, w42, null]);
});

it.each([['2026-10-02', w39], ['2026-10-09', w41r2], ['2026-01-01', w37], ['2027-01-01', w43]])('offers for %s what was published before', (day, expected) => expect(nearestEarlier(index, day)).toBe(expected));
it('has nothing to offer where nothing is published', () => expect(nearestEarlier([], '2026-10-02')).toBeNull());

it('tells 上周 from 上期', () => expect([isPreviousWeek(w42, w41r2), isPreviousWeek(w41, w39)]).toEqual([true, false]));

it('knows the campaign’s first snapshot', () => expect([openingOf(index, '2026-09-15'), openingOf(index, '2027-01-01')]).toEqual([w38, null]));

describe('the comparison, when the snapshot changes', () => {
  it.each([
    ['上周 stays 上周', null, w43, w42, null],
    ['不对比 stays 不对比', 'none', w43, w42, 'none'],
    ['期初 stays 期初', w38.id, w43, w42, w38.id],
    ['期初 is given up where it is not earlier', w38.id, w43, w38, null],
    ['a chosen one keeps its distance', w42.id, w43, w42, w41r2.id],
    ['over a gap: at least that far back', w41r2.id, w43, w42, w39.id],
    ['a distance no snapshot is that far back: 上一份', w37.id, w43, w37, null],
    ['an unknown one: 上一份', '2020-01-01', w43, w42, null],
  ])('%s', (_what, asked, from, to, expected) => expect(moveComparison(index, asked, from, to, w38)).toBe(expected));
});
