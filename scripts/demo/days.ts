import { addDays } from '../../src/shared/dates.ts';

/** First day of the day's month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** First day of the month `count` months later. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The months from `from` to `to`, both included. */
export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** 法定节假日 of 2026 that touch a weekday, and weekends that are worked (调休). */
const HOLIDAYS: readonly (readonly [from: string, to: string])[] = [
  ['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07'],
];

/** True from Monday to Friday outside public holidays. */
const isWorkday = (day: string): boolean =>
  ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !HOLIDAYS.some(([from, to]) => day >= from && day <= to);

/** The day itself when it is a workday, otherwise the last one before it (art. 14: a pay day on a holiday is moved forward). */
export function workdayOnOrBefore(day: string): string {
  let result = day;
  while (!isWorkday(result)) result = addDays(result, -1);
  return result;
}
