import { computed, type ComputedRef } from 'vue';
import { daysBetween, isoWeek } from '../shared/dates.ts';
import { useSnapshotStore } from '../stores/snapshot.ts';
import { useToday } from './use-today.ts';

/** The week of the snapshot on screen when even the newest one is older than the rules' stale_days; else null. */
export function useStale(): ComputedRef<{ readonly week: number; readonly days: number } | null> {
  const snapshots = useSnapshotStore();
  const today = useToday();
  return computed(() => {
    const { opened, newest } = snapshots;
    if (!opened || !newest) return null;
    const days = daysBetween(newest.as_of, today.value);
    return days > opened.rules.stale_days ? { week: isoWeek(opened.entry.as_of).week, days } : null;
  });
}
