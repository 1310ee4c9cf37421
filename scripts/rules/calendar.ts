import chineseDays from 'chinese-days';
import type { Calendar } from '../../src/model/rules.ts';
import { addDays } from '../../src/shared/dates.ts';

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Every ISO day of a year. */
function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Days of a year whose official status the library states: a name of its own, not a weekday's. */
const statedDays = (year: number) => daysOf(year).map((day) => chineseDays.getDayDetail(day)).filter((d) => d.name.includes(','));

/** 春节 and 除夕 of a year: the library's lunar dates (Node's Intl is a day off in 2027). */
function festivalsOf(year: number): { spring_festival: string; new_years_eve: string } {
  const spring = chineseDays.getSolarDateFromLunar(`${year}-01-01`).date;
  return { spring_festival: spring, new_years_eve: addDays(spring, -1) };
}

/**
 * The official calendar of the years, from npm `chinese-days` (国务院办公厅 holiday notices). `holidays`: stated rest days, weekends inside a
 * holiday included; `workdays`: 调休 weekend days that are worked. A year without notice is `unpublished` and has 春节 and 除夕 only.
 */
export function makeCalendar(years: readonly number[]): Calendar {
  const calendar: Calendar = { years: [], holidays: [], workdays: [], festivals: {}, unpublished: [] };
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const stated = statedDays(year);
    calendar.years.push(year);
    calendar.holidays.push(...stated.filter((d) => !d.work).map((d) => d.date));
    calendar.workdays.push(...stated.filter((d) => d.work && isWeekend(d.date)).map((d) => d.date));
    calendar.festivals[String(year)] = festivalsOf(year);
    if (stated.length === 0) calendar.unpublished.push(year);
  }
  return calendar;
}

/** Years a snapshot's clocks can touch: two back for cases and payroll, one ahead for the clear-by date. */
export function calendarYears(asOf: string): number[] {
  const year = Number(asOf.slice(0, 4));
  return [year - 2, year - 1, year, year + 1];
}

/** What to say of each unpublished year: 2027年假期未公布. */
export const unpublishedNotices = (calendar: Calendar): string[] => calendar.unpublished.map((year) => `${year}年假期未公布`);
