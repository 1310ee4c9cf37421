import { GOVERNMENT_KINDS } from '../model/tables/projects.ts';
import type { Calendar } from '../model/rules.ts';
import { dateLiteral, literal } from './sql.ts';
import { clearDays } from './clear-days.ts';

/** Years before and after the snapshot's that the calendar spans; clocks outside it are NULL. */
const YEARS_BACK = 20;
const YEARS_AHEAD = 3;

const days = (list: readonly string[]): string => (list.length > 0 ? list.map(dateLiteral).join(', ') : 'NULL');

/**
 * Relation `calendar(day, is_workday, workday_number)`: weekdays but for the official rest days, and 调休 workdays. `workday_number` counts working
 * days from the first row to `day` inclusive, so their difference is a number of working days. Years the rules do not list count weekdays only.
 */
function calendarSql(calendar: Calendar, asOf: string): string {
  const year = Number(asOf.slice(0, 4));
  const working = `CASE WHEN day IN (${days(calendar.workdays)}) THEN TRUE WHEN day IN (${days(calendar.holidays)}) THEN FALSE ELSE isodow(day) < 6 END`;
  return `SELECT day, is_workday, CAST(sum(CASE WHEN is_workday THEN 1 ELSE 0 END) OVER (ORDER BY day) AS INTEGER) AS workday_number
    FROM (SELECT day, ${working} AS is_workday
      FROM (SELECT CAST(unnest(generate_series(DATE '${year - YEARS_BACK}-01-01', DATE '${year + YEARS_AHEAD}-12-31', INTERVAL 1 DAY)) AS DATE) AS day))`;
}

/** Creates the temporary table `calendar` that the expressions below read. */
export const createCalendarSql = (calendar: Calendar, asOf: string): string => `CREATE OR REPLACE TEMP TABLE calendar AS ${calendarSql(calendar, asOf)}`;

const numberOf = (day: string): string => `(SELECT k.workday_number FROM calendar k WHERE k.day = ${day})`;

/** Day on which `count` working days after `day` are full; `day` itself is not counted (劳动保障监察条例 art. 17: from the day of filing). NULL stays NULL. */
export const workdaysAfter = (day: string, count: number): string => `(SELECT min(k.day) FROM calendar k WHERE k.workday_number = ${numberOf(day)} + ${literal(count)})`;

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export const workdaysBetween = (from: string, to: string): string => `(${numberOf(to)} - ${numberOf(from)})`;

/** Last working day not after `day`: wages due on a rest day must be paid by it (条例 art. 14). */
export const lastWorkday = (day: string): string => `(SELECT max(k.day) FROM calendar k WHERE k.is_workday AND k.day <= ${day})`;

/**
 * 清零时限 of a project: 政府类 and unknown 投资性质 31 December, others 除夕, NULL where the calendar has none (冬季专项行动). `alias` is the relation of projects.
 */
export function clearBySql(calendar: Calendar, asOf: string, alias = 'p'): string {
  const { yearEnd, newYearsEve } = clearDays(calendar, asOf);
  const government = GOVERNMENT_KINDS.map(literal).join(', ');
  return `CASE WHEN ${alias}.invest_kind IS NULL OR ${alias}.invest_kind IN (${government}) THEN ${dateLiteral(yearEnd)} ELSE ${newYearsEve === null ? 'NULL::DATE' : dateLiteral(newYearsEve)} END`;
}

/** Years whose holidays are not known among those of `asOf` and the next: clocks there count weekdays only. */
export function unpublishedYears(calendar: Calendar, asOf: string): number[] {
  const year = Number(asOf.slice(0, 4));
  return [year, year + 1].filter((y) => !calendar.years.includes(y) || calendar.unpublished.includes(y));
}
