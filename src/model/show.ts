import { formatNumber, formatRate, MISSING, WAN } from '../shared/format.ts';
import type { Indicator } from './indicator.ts';

/** n and d of one indicator for one group; null: not known to this snapshot (—). */
export interface Parts {
  readonly n: number | null;
  readonly d: number | null;
}

/** Cells of a row named `<id>_n` and `<id>_d`. */
export function partsFrom(row: Readonly<Record<string, unknown>> | undefined, id: string): Parts {
  const cell = (name: string): number | null => {
    const value = row?.[name];
    return typeof value === 'number' ? value : null;
  };
  return { n: cell(`${id}_n`), d: cell(`${id}_d`) };
}

const divisor = (i: Pick<Indicator, 'unit'>): number => (i.unit === '万元' ? WAN : 1);

/** Value in the indicator's unit, unrounded; null where it does not exist. Rates are in percent, multiplied first: 29/50 is 58, not 57.99999999999999. */
export function valueOf(i: Indicator, { n, d }: Parts): number | null {
  if (n === null) return null;
  if (i.kind === 'count' || i.kind === 'sum') return n / divisor(i);
  if (d === null || d === 0) return null;
  return i.kind === 'rate' ? (n * 100) / d : n / (d * divisor(i));
}

/** A number as printed: `97.0` `%` `64/66`; parts null for counts and sums. A value that does not exist is — without unit. */
export interface Shown {
  readonly value: string;
  readonly unit: string;
  readonly parts: string | null;
}

/** The one way a value of an indicator is written; `decimals` where the county wants others than the catalogue's. */
export function show(i: Indicator, parts: Parts, decimals: number = i.decimals): Shown {
  const { n, d } = parts;
  if (i.kind === 'count' || i.kind === 'sum') return { value: formatNumber(n, decimals, divisor(i)), unit: n === null ? '' : i.unit, parts: null };
  const known = n !== null && d !== null && d !== 0;
  const part = (x: number | null): string => formatNumber(x, i.unit === '万元' || i.nType === 'DECIMAL(18,2)' ? 1 : 0, i.nType === 'DECIMAL(18,2)' ? WAN : 1);
  const value = i.kind === 'rate' ? formatRate(n, d, decimals) : known ? formatNumber(n, decimals, d * divisor(i)) : MISSING;
  return { value, unit: known ? i.unit : '', parts: n === null || d === null ? null : `${part(n)}/${i.dType === 'DECIMAL(18,2)' ? part(d) : formatNumber(d)}` };
}

/** Whether a change is good: by the indicator's direction; `same` when nothing changed, null when it has no direction or cannot be told. */
export type Verdict = 'better' | 'worse' | 'same' | null;

/** Change from unrounded values; rates in percentage points. null where either value does not exist. */
export function changeOf(i: Indicator, now: Parts, before: Parts): { readonly by: number; readonly verdict: Verdict } | null {
  const [a, b] = [valueOf(i, now), valueOf(i, before)];
  if (a === null || b === null) return null;
  const by = a - b;
  const same = Math.abs(by) < 1e-9;
  return { by: same ? 0 : by, verdict: same ? 'same' : i.better === null ? null : (by > 0) === (i.better === 'up') ? 'better' : 'worse' };
}
