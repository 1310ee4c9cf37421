import { addDays, daysBetween } from '../../src/shared/dates.ts';
import { arrearsOf } from './arrears.ts';
import { addMonths, monthsFrom } from './days.ts';
import { yuan } from './money.ts';
import { sourceOf } from './random.ts';
import type { Site } from './sites.ts';

/** Wages of a project for one month: never restated. */
export interface WageMonth {
  readonly month: string;
  readonly workers: number;
  /** 元 */
  readonly due: number;
  readonly payDay: string;
}

/** 东延二标: [people, 万元] from 2025-11 to the stop of works on 2026-10-20. */
const EAST_EXTENSION: readonly (readonly [number, number])[] = [
  [70, 28], [118, 64], [110, 52], [168, 96], [262, 178], [334, 231], [372, 248], [386, 252], [386, 236], [268, 171], [236, 168], [136, 133.4],
];
const WORKS_STOPPED = '2026-10-20';
/** 新能源产业园 pays early in the month: in 国庆, so before it. */
const PAY_DAYS: Readonly<Record<string, number>> = { 'AL-052': 4 };

/** Day of the next month on which a project pays: the day of its missed pay day when it has one. */
function payDayOf(id: string): number {
  const missed = arrearsOf(id)[0]?.owed;
  return PAY_DAYS[id] ?? (missed ? Number(missed.slice(8)) : sourceOf(`发薪日 ${id}`).int(8, 20));
}

const dayOfNextMonth = (month: string, day: number): string => addDays(addMonths(month, 1), day - 1);

/** Share of the peak workforce on site in a month: fewer at the start, at 春节 and at the end. */
function staffing(site: Site, month: string, last: string): number {
  const age = daysBetween(site.start, month);
  const base = age < 30 ? 0.55 : age < 75 ? 0.8 : month === last ? 0.6 : 1;
  return base * (month.endsWith('-02-01') ? 0.45 : month.endsWith('-01-01') ? 0.75 : 1) * (sourceOf(`用工 ${site.id} ${month}`).int(90, 100) / 100);
}

const wages = new Map<string, readonly WageMonth[]>();

/** Month of the last wages any ledger of the demo can list. */
const LAST_MONTH = '2026-10-01';

/** Every wage month of a project from its start to its completion, whatever the day of the ledger. */
export function wageMonths(site: Site, completed: string | null): readonly WageMonth[] {
  const known = wages.get(site.id);
  if (known) return known;
  const day = payDayOf(site.id);
  const rate = sourceOf(`工资 ${site.id}`).int(58, 74) / 100;
  const months = monthsFrom(site.start, completed && completed < LAST_MONTH ? completed : LAST_MONTH);
  const last = completed && completed < LAST_MONTH ? (months.at(-1) ?? '') : '';
  const made = months.map((month, k) => {
    const fixed = site.id === 'AL-022' ? EAST_EXTENSION[k] : undefined;
    const workers = fixed?.[0] ?? Math.max(6, Math.round(site.workers * staffing(site, month, last)));
    const payDay = site.id === 'AL-022' && month === LAST_MONTH ? WORKS_STOPPED : dayOfNextMonth(month, day);
    return { month, workers, due: yuan(fixed?.[1] ?? Math.round(workers * rate * 10) / 10), payDay };
  });
  wages.set(site.id, made);
  return made;
}
