import { addDays, isoWeek } from '../../shared/dates.ts';
import { monday, type SnapshotEntry } from '../../stores/snapshot-index.ts';

/** Holidays of the county's calendar, to say why a week has no snapshot. */
export interface Holidays {
  readonly holidays: readonly string[];
  readonly festivals: Readonly<Record<string, { readonly spring_festival: string }>>;
}

/** One line of the snapshot picker. `missing`: ISO weeks `from` to `to` without a publication. */
export type PickerRow =
  | { readonly kind: 'snapshot'; readonly key: string; readonly entry: SnapshotEntry; readonly week: number; readonly newest: boolean; /** A later revision of the same day exists. */ readonly superseded: boolean }
  | { readonly kind: 'missing'; readonly key: string; readonly from: number; readonly to: number; readonly holiday: 'national' | 'spring' | null };

/** More missing weeks than this in a row share one line. */
const LISTED = 3;

function holidayOf(week: string, { holidays, festivals }: Holidays): 'national' | 'spring' | null {
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(week, n));
  if (days.some((d) => festivals[d.slice(0, 4)]?.spring_festival === d)) return 'spring';
  return days.some((d) => d.slice(5) === '10-01' && holidays.includes(d)) ? 'national' : null;
}

/** Missing weeks between two published days, newest first. */
function gap(older: string, newer: string, calendar: Holidays): PickerRow[] {
  const weeks: string[] = [];
  for (let week = addDays(monday(newer), -7); week > monday(older); week = addDays(week, -7)) weeks.push(week);
  const row = (last: string, first: string): PickerRow => ({ kind: 'missing', key: `missing-${last}`, from: isoWeek(first).week, to: isoWeek(last).week, holiday: last === first ? holidayOf(first, calendar) : null });
  if (weeks.length > LISTED) return [row(weeks[0]!, weeks[weeks.length - 1]!)];
  return weeks.map((week) => row(week, week));
}

/** The published snapshots (oldest first) → the picker's lines, newest first, with the ISO weeks between that were not published. */
export function pickerRows(index: readonly SnapshotEntry[], calendar: Holidays = { holidays: [], festivals: {} }): PickerRow[] {
  return [...index].reverse().flatMap((entry, at, newestFirst) => {
    const later = newestFirst[at - 1];
    const between = later ? gap(entry.as_of, later.as_of, calendar) : [];
    return [...between, { kind: 'snapshot' as const, key: entry.id, entry, week: isoWeek(entry.as_of).week, newest: at === 0, superseded: later?.as_of === entry.as_of }];
  });
}

/** Points of a sparkline through `values` (oldest first), scaled to the box with one px of air; null values leave a gap. '' below two values. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (i: number): number => Math.round((1 + (i * (width - 2)) / (values.length - 1)) * 10) / 10;
  const y = (v: number): number => Math.round((height - 1 - ((v - low) * (height - 2)) / (high - low || 1)) * 10) / 10;
  return values.map((v, i) => (v === null ? '' : `${i === 0 || values[i - 1] === null ? 'M' : 'L'}${x(i)} ${y(v)}`)).join('');
}

/** Snapshots a line's sparkline looks back. */
export const SPARK_WEEKS = 12;

/** The last `SPARK_WEEKS` values up to `asOf`; [] where that day is not known. */
export function sparkValues(series: ReadonlyMap<string, number | null>, asOf: string): (number | null)[] {
  if (!series.has(asOf)) return [];
  return [...series].filter(([day]) => day <= asOf).slice(-SPARK_WEEKS).map(([, value]) => value);
}
