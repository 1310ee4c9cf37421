import { addDays } from '../../src/shared/dates.ts';

/** One published week of the demo. */
export interface DemoWeek {
  /** ISO week id, `2026W47`. */
  readonly iso: string;
  readonly week: number;
  /** The Friday the ledgers were closed on. */
  readonly as_of: string;
}

/** Week 40 fell into 国庆 and was not published. */
const UNPUBLISHED = 40;
const FIRST = 22;
const LAST = 47;
const LAST_DAY = '2026-11-20';

/** The Friday of an ISO week of 2026, published or not. */
export const fridayOf = (week: number): string => addDays(LAST_DAY, (week - LAST) * 7);

const WEEKS: readonly DemoWeek[] = Array.from({ length: LAST - FIRST + 1 }, (_, k) => FIRST + k)
  .filter((week) => week !== UNPUBLISHED)
  .map((week) => ({ iso: `2026W${week}`, week, as_of: fridayOf(week) }));

/** The 25 published weeks 22–47 of 2026, oldest first. */
export const demoWeeks = (): readonly DemoWeek[] => WEEKS;

/** The published week of that day. Throws RangeError for a day that is none of the 25 Fridays. */
export function weekOf(asOf: string): DemoWeek {
  const found = WEEKS.find((w) => w.as_of === asOf);
  if (!found) throw new RangeError(`示例没有 ${asOf} 的台账：可选 ${WEEKS.map((w) => w.as_of).join('、')}`);
  return found;
}

/** Day of the published week before; for the first one, the Friday before it. */
export const previousAsOf = (week: number): string => fridayOf(week - 1 === UNPUBLISHED ? week - 2 : week - 1);
