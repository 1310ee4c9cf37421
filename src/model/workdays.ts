import { addDays, daysBetween } from '../shared/dates.ts';
import type { Calendar } from './rules.ts';

/** Longest span counted day by day; clocks beyond it are not clocks. */
const LONGEST = 4000;

/** Whether a day is worked: weekdays but for the rest days, and 调休 workdays. */
function isWorkday({ holidays, workdays }: Pick<Calendar, 'holidays' | 'workdays'>, day: string): boolean {
  if (workdays.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier, null beyond ten years. The same count as query/clocks.ts makes in SQL. */
export function workdaysBetween(calendar: Pick<Calendar, 'holidays' | 'workdays'>, from: string, to: string): number | null {
  const span = daysBetween(from, to);
  if (span < 0) {
    const back = workdaysBetween(calendar, to, from);
    return back === null ? null : -back;
  }
  if (span > LONGEST) return null;
  let count = 0;
  for (let i = 1; i <= span; i += 1) if (isWorkday(calendar, addDays(from, i))) count += 1;
  return count;
}

/** Day on which `count` working days after `from` are full; `from` itself is not counted (劳动保障监察条例 art. 17). null beyond ten years. The same as query/clocks.ts in SQL. */
export function workdaysAfter(calendar: Pick<Calendar, 'holidays' | 'workdays'>, from: string, count: number): string | null {
  let left = count;
  for (let i = 1; i <= LONGEST; i += 1) {
    const day = addDays(from, i);
    if (isWorkday(calendar, day) && --left <= 0) return day;
  }
  return null;
}

/** The day on which `count` working days after `from` are full; `from` itself is not counted. null beyond ten years. */
export function workdayAfter(calendar: Pick<Calendar, 'holidays' | 'workdays'>, from: string, count: number): string | null {
  let left = count;
  for (let i = 1; i <= LONGEST && left > 0; i += 1) {
    const day = addDays(from, i);
    if (isWorkday(calendar, day)) left -= 1;
    if (left === 0) return day;
  }
  return count === 0 ? from : null;
}
