import { expect, it } from 'vitest';
import type { SnapshotEntry } from '../../stores/snapshot-index.ts';
import { earlierThan, spanOf } from './span.ts';

const entry = (id: string): SnapshotEntry => ({ id, as_of: id.slice(0, 10), manifest_sha256: '' }) as SnapshotEntry;
const INDEX = ['2026-09-11', '2026-09-18', '2026-09-18-r2', '2026-09-25', '2026-10-09', '2026-10-16'].map(entry);
const [first, , , , , last] = INDEX as [SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry, SnapshotEntry];
const idsOf = (to: SnapshotEntry, wanted?: string, campaign = '2026-09-15') => {
  const { from, mid, days } = spanOf(INDEX, to, campaign, wanted);
  return [from?.id ?? null, mid, days.length];
};

it.each([
  ['期初 of the campaign, its newest revision', last, undefined, ['2026-09-18-r2', '2026-09-25', 4]],
  ['the snapshot a link names', last, '2026-10-09', ['2026-10-09', null, 2]],
  ['期初 where the link names one that is not before the end', last, '2026-10-16', ['2026-09-18-r2', '2026-09-25', 4]],
  ['the snapshot before, where the campaign has not begun', INDEX[1]!, undefined, ['2026-09-11', null, 2]],
  ['none before the first', first, undefined, [null, null, 0]],
] as const)('begins with %s', (_name, to, wanted, expected) => expect(idsOf(to, wanted)).toEqual(expected));

it('can begin with every earlier day, not with a revision of its own', () => expect(earlierThan(INDEX, INDEX[2]!).map((s) => s.id)).toEqual(['2026-09-11']));
