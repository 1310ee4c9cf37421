import { computed, type ComputedRef } from 'vue';
import { isoWeek } from '../shared/dates.ts';
import { type SnapshotEntry, useSnapshotStore } from '../stores/snapshot.ts';
import { useErrorText } from './use-error-text.ts';

/** The snapshot published before the one on screen and its ISO week, where a file of this one is at fault. Null: it would not help, or there is none. */
export function useEarlier(error: () => unknown): ComputedRef<{ readonly entry: SnapshotEntry; readonly week: number } | null> {
  const snapshots = useSnapshotStore();
  const textOf = useErrorText();
  return computed(() => {
    const thrown = error();
    if (thrown === null || textOf(thrown).file === null || !snapshots.opened) return null;
    const entry = snapshots.before(snapshots.opened.entry);
    return entry && { entry, week: isoWeek(entry.as_of).week };
  });
}
