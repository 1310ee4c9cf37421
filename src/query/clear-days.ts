/** The calendar as far as winters go. */
export interface Winters {
  readonly festivals: Readonly<Record<string, { readonly new_years_eve: string }>>;
}

/** Month and day that no 除夕 comes after: the end of a winter whose 除夕 the calendar does not have. */
const LATEST_EVE = '02-20';

/**
 * The two 清零时限 of the winter a day belongs to: 31 December and the 除夕 after it, null where the calendar has none. A winter ends with its 除夕; from the day after, the next one counts.
 */
export function clearDays({ festivals }: Winters, asOf: string): { readonly yearEnd: string; readonly newYearsEve: string | null } {
  const eveOf = (year: number): string | null => festivals[String(year)]?.new_years_eve ?? null;
  const year = Number(asOf.slice(0, 4));
  const winter = asOf <= (eveOf(year) ?? `${year}-${LATEST_EVE}`) ? year : year + 1;
  return { yearEnd: `${winter - 1}-12-31`, newYearsEve: eveOf(winter) };
}
