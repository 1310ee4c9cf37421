const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** ISO day `days` later (earlier when negative). Throws RangeError for text that is not an ISO day. */
export const addDays = (day: string, days: number): string => new Date(utc(day) + days * DAY).toISOString().slice(0, 10);

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY);

/** The earlier of two days. */
export const earlierDay = (a: string, b: string): string => (a < b ? a : b);

/** true for a real calendar day written YYYY-MM-DD. */
export const isIsoDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && addDays(text, 0) === text;

/** ISO 8601 week (Monday start) of a day. */
export function isoWeek(day: string): { year: number; week: number } {
  const weekday = (new Date(utc(day)).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = Number(thursday.slice(0, 4));
  return { year, week: 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) };
}

/** Id of a week as it stands in URLs and file names: 2026W47. */
export function weekId(day: string): string {
  const { year, week } = isoWeek(day);
  return `${year}W${String(week).padStart(2, '0')}`;
}
