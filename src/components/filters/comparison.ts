import { isoWeek } from '../../shared/dates.ts';
import { isPreviousWeek, type SnapshotEntry } from '../../stores/snapshot-index.ts';

/** What the page compares with, in words: 上周 / 上期 / 期初 / a chosen one / none, and why. */
export interface CompareLabel {
  readonly kind: 'week' | 'previous' | 'opening' | 'chosen' | 'off' | 'first';
  readonly entry: SnapshotEntry | null;
  readonly week: number | null;
}

/** Label of the comparison. `asked` is the view's: null 上一份, 'none' 不对比, else a snapshot id; `against` what it came to. */
export function compareLabel(asked: string | null, entry: SnapshotEntry, against: SnapshotEntry | null, opening: SnapshotEntry | null): CompareLabel {
  if (asked === 'none') return { kind: 'off', entry: null, week: null };
  if (!against) return { kind: 'first', entry: null, week: null };
  const kind = asked !== null && against.id === asked ? (asked === opening?.id ? 'opening' : 'chosen') : isPreviousWeek(entry, against) ? 'week' : 'previous';
  return { kind, entry: against, week: isoWeek(against.as_of).week };
}
