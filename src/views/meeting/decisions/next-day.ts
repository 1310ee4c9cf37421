import { addDays, daysBetween } from '../../../shared/dates.ts';

/** Without two snapshots nothing is known of the county's rhythm: a week. */
const WEEK = 7;
/** Steps that are looked at; a holiday makes one of them longer. */
const RECENT = 4;

/** Day the next snapshot is to be of: as far from `asOf` as the shortest of the last steps, and not before the meeting itself. `days`: published, oldest first. */
export function nextSnapshotDay(days: readonly string[], asOf: string, today: string): string {
  const until = days.filter((d) => d <= asOf).slice(-RECENT - 1);
  const steps = until.slice(1).map((d, i) => daysBetween(until[i]!, d)).filter((n) => n > 0);
  const step = steps.length > 0 ? Math.min(...steps) : WEEK;
  let next = addDays(asOf, step);
  // A county that publishes late meets after the day; half a year on nobody means the next snapshot.
  for (let i = 0; next < today && i < 26; i += 1) next = addDays(next, step);
  return next;
}
