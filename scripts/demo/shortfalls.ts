import { addDays } from '../../src/shared/dates.ts';
import { arrearsOf, openIn } from './arrears.ts';
import { workdayOnOrBefore } from './days.ts';
import { completedOn } from './lifecycle.ts';
import { yuan } from './money.ts';
import { paidBy } from './payments.ts';
import type { Site } from './sites.ts';
import { type WageMonth, wageMonths } from './wages.ts';
import { demoWeeks, fridayOf, weekOf } from './weeks.ts';

/** Wages of a month that were not paid on its pay day; `from`: the day of the ledger that first says so. */
interface Shortfall {
  readonly month: string;
  readonly amount: number;
  readonly from: string;
}

interface Owed {
  /** Wage months, the pay day of the ones settled together being the missed one. */
  readonly months: readonly WageMonth[];
  readonly shortfalls: readonly Shortfall[];
}

/** Cuts `amount` out of the newest months due by that day, as far as each has room. */
function newestFirst(months: readonly WageMonth[], amount: number, day: string, room: (month: WageMonth) => number): { month: string; amount: number }[] {
  const parts: { month: string; amount: number }[] = [];
  let left = amount;
  for (const month of months.toReversed()) {
    const part = Math.min(left, month.payDay <= day ? room(month) : 0);
    if (part > 0) parts.push({ month: month.month, amount: part });
    left -= part;
  }
  if (left > 0) throw new Error(`工资不够拖欠：还差 ${left} 元`);
  return parts;
}

/** 东延二标 restates its months instead: what is left unpaid is always owed for the newest ones, 107.0 万元 of August among them. */
const RESTATED = 'AL-022';
const AUGUST = { month: '2026-08-01', most: yuan(107) };

function allocate(site: Site): Owed {
  const usual = wageMonths(site, completedOn(site));
  const shortfalls: Shortfall[] = [];
  let months = usual;
  for (const { owed, steps } of site.id === RESTATED ? [] : arrearsOf(site.id)) {
    let before = 0;
    for (const [week, wan] of steps) {
      const day = fridayOf(week);
      const room = (m: WageMonth): number => m.due - shortfalls.reduce((sum, s) => (s.month === m.month ? sum + s.amount : sum), 0);
      const parts = newestFirst(usual, yuan(Math.max(0, wan - before)), day, room);
      shortfalls.push(...parts.map((part) => ({ ...part, from: day })));
      if (before === 0) months = months.map((m) => (parts.some((p) => p.month === m.month) && m.payDay < owed ? { ...m, payDay: owed } : m));
      before = wan;
    }
  }
  if (site.id === RESTATED) months = months.map((m) => (m.month >= '2026-03-01' && m.payDay < '2026-09-08' ? { ...m, payDay: '2026-09-08' } : m));
  return { months, shortfalls };
}

const allocated = new Map<string, Owed>();
function owedOf(site: Site): Owed {
  const known = allocated.get(site.id) ?? allocate(site);
  allocated.set(site.id, known);
  return known;
}

/** Wage months whose pay day has come by that day. */
export const dueMonths = (site: Site, asOf: string): WageMonth[] => owedOf(site).months.filter((m) => m.payDay <= asOf);

/** 元 not paid for each month, as the ledger of that day states it (later 清偿 are payments and leave it as it is). */
export function shortOf(site: Site, asOf: string): ReadonlyMap<string, number> {
  const { months, shortfalls } = owedOf(site);
  const short = new Map<string, number>();
  const open = site.id === RESTATED ? openIn(site.id, weekOf(asOf).week) : null;
  const parts = open
    ? newestFirst(months, yuan(open[1]) + paidBy(site.id, asOf), asOf, (m) => (m.month === AUGUST.month ? AUGUST.most : m.due))
    : shortfalls.filter((s) => s.from <= asOf);
  for (const { month, amount } of parts) short.set(month, (short.get(month) ?? 0) + amount);
  return short;
}

/** Day a month of 东延二标 was paid off afterwards; null for every other project and month. */
export function restatedOn(site: Site, month: string, asOf: string): string | null {
  if (site.id !== RESTATED) return null;
  const weeks = demoWeeks().filter((w) => w.as_of <= asOf);
  const last = weeks.findLastIndex((w) => (shortOf(site, w.as_of).get(month) ?? 0) > 0);
  const paid = last < 0 ? undefined : weeks[last + 1];
  return paid ? workdayOnOrBefore(addDays(paid.as_of, -1)) : null;
}
