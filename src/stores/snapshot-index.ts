import type { SnapshotIndex } from '../model/manifest.ts';
import { addDays, daysBetween } from '../shared/dates.ts';

/** One line of index.json. The functions here take the index as published: oldest first. */
export type SnapshotEntry = SnapshotIndex['snapshots'][number];

/** Monday of a day's ISO week. */
export const monday = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The publication before `entry` (newest revision of its day); null for the first. */
export const entryBefore = (index: readonly SnapshotEntry[], entry: SnapshotEntry): SnapshotEntry | null => index.filter((s) => s.as_of < entry.as_of).slice(-1)[0] ?? null;

/** The publication after `entry`: the first revision of the next day; null for the newest. */
export const entryAfter = (index: readonly SnapshotEntry[], entry: SnapshotEntry): SnapshotEntry | null => {
  const next = index.find((s) => s.as_of > entry.as_of);
  return next ? nearestEarlier(index, next.as_of) : null;
};

/** The newest publication not after the day; the oldest one where none is that old; null only for an empty index. */
export const nearestEarlier = (index: readonly SnapshotEntry[], day: string): SnapshotEntry | null => index.filter((s) => s.as_of <= day).slice(-1)[0] ?? index[0] ?? null;

/** true when `before` was published for the ISO week just before that of `entry`: then it is 上周, else 上期. */
export const isPreviousWeek = (entry: SnapshotEntry, before: SnapshotEntry): boolean => daysBetween(monday(before.as_of), monday(entry.as_of)) === 7;

/** The campaign's first snapshot (期初): the oldest one not before its first day; null where all are older. */
export const openingOf = (index: readonly SnapshotEntry[], campaignFrom: string): SnapshotEntry | null => index.find((s) => s.as_of >= campaignFrom) ?? null;

/**
 * The comparison when the snapshot changes: 上一份 and 不对比 stay what they are, 期初 stays 期初, a chosen one keeps its distance in days (the newest
 * snapshot at least that far back). Falls back to 上一份 where there is none.
 */
export function moveComparison(index: readonly SnapshotEntry[], asked: string | null, from: SnapshotEntry, to: SnapshotEntry, opening: SnapshotEntry | null): string | null {
  const chosen = asked === null || asked === 'none' ? null : index.find((s) => s.id === asked);
  if (!chosen) return asked === 'none' ? asked : null;
  if (chosen.id === opening?.id) return chosen.as_of < to.as_of ? chosen.id : null;
  const wanted = nearestEarlier(index, addDays(to.as_of, -daysBetween(chosen.as_of, from.as_of)));
  return wanted && wanted.as_of < to.as_of ? wanted.id : null;
}
