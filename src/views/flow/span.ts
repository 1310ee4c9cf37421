import { entryBefore, nearestEarlier, openingOf, type SnapshotEntry } from '../../stores/snapshot-index.ts';

/** The account asked for, or the one whose answers are on screen. */
export interface Span {
  readonly from: SnapshotEntry | null;
  readonly to: SnapshotEntry;
  /** Published days from the beginning to the end. */
  readonly days: readonly string[];
  readonly mid: string | null;
}

/** Snapshots an account that ends with `to` can begin with. */
export const earlierThan = (index: readonly SnapshotEntry[], to: SnapshotEntry): readonly SnapshotEntry[] => index.filter((s) => s.as_of < to.as_of);

/** The account a link asks for: from the snapshot it names, else from the campaign's 期初, else from the snapshot before. */
export function spanOf(index: readonly SnapshotEntry[], to: SnapshotEntry, campaignFrom: string, wanted: string | undefined): Span {
  const opening = openingOf(index, campaignFrom);
  const usual = (): SnapshotEntry | null => (opening && opening.as_of < to.as_of ? nearestEarlier(index, opening.as_of) : entryBefore(index, to));
  // 期初 by the newest revision of its day.
  const from = earlierThan(index, to).find((s) => s.id === wanted) ?? usual();
  const days = [...new Set(index.map((s) => s.as_of))].filter((d) => from !== null && d >= from.as_of && d <= to.as_of);
  return { from, to, days, mid: days.length > 2 ? days[Math.floor((days.length - 1) / 2)]! : null };
}
