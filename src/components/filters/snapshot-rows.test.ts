import { describe, expect, it } from 'vitest';
import type { SnapshotEntry } from '../../stores/snapshot-index.ts';
import { compareLabel } from './comparison.ts';
import { nextItem } from './roving.ts';
import { pickerRows, sparkPath, SPARK_WEEKS, sparkValues } from './snapshot-rows.ts';

const entry = (id: string): SnapshotEntry => ({ id, as_of: id.slice(0, 10), revision: Number(id.slice(12) || 1), manifest_sha256: '0'.repeat(64) });
const calendar = { holidays: ['2026-10-01', '2026-10-02'], festivals: { 2027: { spring_festival: '2027-02-06' } } };
const said = (ids: string[]) => pickerRows(ids.map(entry), calendar).map((r) => (r.kind === 'missing' ? `第${r.from}${r.from === r.to ? '' : `—${r.to}`}周 未发布${r.holiday ? ` ${r.holiday}` : ''}` : `${r.entry.id} 第${r.week}周${r.newest ? ' 最新' : ''}${r.superseded ? ' 已更正' : ''}`));

describe('the snapshot picker', () => {
  it.each<[string, string[], string[]]>([
    ['nothing published', [], []],
    ['one', ['2026-11-20'], ['2026-11-20 第47周 最新']],
    ['consecutive weeks, newest first', ['2026-11-13', '2026-11-20'], ['2026-11-20 第47周 最新', '2026-11-13 第46周']],
    ['a holiday week between', ['2026-09-25', '2026-10-09'], ['2026-10-09 第41周 最新', '第40周 未发布 national', '2026-09-25 第39周']],
    ['the Spring Festival week', ['2027-01-29', '2027-02-12'], ['2027-02-12 第6周 最新', '第5周 未发布 spring', '2027-01-29 第4周']],
    ['a missing week without a reason', ['2026-11-06', '2026-11-20'], ['2026-11-20 第47周 最新', '第46周 未发布', '2026-11-06 第45周']],
    ['across the year', ['2026-12-18', '2027-01-08'], ['2027-01-08 第1周 最新', '第53周 未发布', '第52周 未发布', '2026-12-18 第51周']],
    ['a long gap in one line', ['2026-01-09', '2026-11-20'], ['2026-11-20 第47周 最新', '第3—46周 未发布', '2026-01-09 第2周']],
    ['a correction of the same day', ['2026-11-20', '2026-11-20-r2'], ['2026-11-20-r2 第47周 最新', '2026-11-20 第47周 已更正']],
    ['two in one week', ['2026-11-18', '2026-11-20'], ['2026-11-20 第47周 最新', '2026-11-18 第47周']],
  ])('shows %s', (_what, ids, lines) => expect(said(ids)).toEqual(lines));

  it.each<[string, (number | null)[], string]>([
    ['nothing', [], ''],
    ['one value', [3], ''],
    ['a fall', [10, 0], 'M1 1L59 15'],
    ['no change', [2, 2], 'M1 15L59 15'],
    ['a gap', [4, null, 2, 0], 'M1 1M39.7 8L59 15'],
  ])('draws %s', (_what, values, path) => expect(sparkPath(values, 60, 16)).toBe(path));

  it('looks back from the line’s own week, not beyond what the snapshot on screen knows', () => {
    const series = new Map(Array.from({ length: 20 }, (_, i) => [`2026-01-${String(i + 1).padStart(2, '0')}`, i]));
    expect(sparkValues(series, '2026-01-03')).toEqual([0, 1, 2]);
    expect(sparkValues(series, '2026-01-20')).toHaveLength(SPARK_WEEKS);
    expect(sparkValues(series, '2026-02-01')).toEqual([]);
  });
});

describe('the label of the comparison', () => {
  const [w37, w38, w39, w41] = ['2026-09-11', '2026-09-18', '2026-09-25', '2026-10-09'].map(entry) as [SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry];
  it.each([
    ['the week before', null, w39, w38, { kind: 'week', week: 38 }],
    ['the one before, over a gap', null, w41, w39, { kind: 'previous', week: 39 }],
    ['the campaign’s first', w38.id, w41, w38, { kind: 'opening', week: 38 }],
    ['a chosen one', w37.id, w41, w37, { kind: 'chosen', week: 37 }],
    ['none', 'none', w41, null, { kind: 'off', week: null }],
    ['the first snapshot of all', null, w37, null, { kind: 'first', week: null }],
    ['a chosen one that is not there', '2020-01-03', w39, w38, { kind: 'week', week: 38 }],
  ])('%s', (_what, asked, at, against, expected) => expect(compareLabel(asked, at, against, w38)).toMatchObject(expected));
});

it.each([['ArrowDown', 0, 1], ['ArrowDown', 2, 0], ['ArrowDown', -1, 0], ['ArrowUp', 0, 2], ['ArrowUp', -1, 2], ['Home', 2, 0], ['End', 0, 2], ['a', 0, null]])('%s from %i goes to %s of 3', (key, at, to) => expect(nextItem(key, at, 3)).toBe(to));
it('moves nowhere in an empty list', () => expect(nextItem('ArrowDown', -1, 0)).toBeNull());
