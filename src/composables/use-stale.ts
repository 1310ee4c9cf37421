import { computed, type ComputedRef } from 'vue';
import { daysBetween, isoWeek } from '../shared/dates.ts';
import { useSnapshotStore } from '../stores/snapshot.ts';

/** Today on the reader's calendar, as an ISO day. */
const today = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
};

/** The week of the snapshot on screen when even the newest one is older than the rules' stale_days; else null. */
export function useStale(): ComputedRef<{ readonly week: number; readonly days: number } | null> {
  const snapshots = useSnapshotStore();
  return computed(() => {
    const { opened, newest } = snapshots;
    if (!opened || !newest) return null;
    const days = daysBetween(newest.as_of, today());
    return days > opened.rules.stale_days ? { week: isoWeek(opened.entry.as_of).week, days } : null;
  });
}
