import type { Indicator } from '../model/indicator.ts';
import type { Rules } from '../model/rules.ts';
import { type Parts, show } from '../model/show.ts';
import { formatNumber } from '../shared/format.ts';

/** The five classes of the map; 5 asks for most attention (or, for a count without direction, is the most). */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];
export type Breaks = Rules['map_breaks'][string];

/** Below this denominator a place keeps its class but carries dots and n/d without % (ui §7). */
export const SMALL_DENOMINATOR = 3;

/** Breaks of an indicator: its own, else those of rates by direction; a count without its own goes by open projects. */
export function breaksOf(rules: Pick<Rules, 'map_breaks'>, i: Pick<Indicator, 'id' | 'kind' | 'better'>): Breaks {
  const breaks = new Map(Object.entries(rules.map_breaks));
  const rate = i.better === 'down' ? 'rate_down' : 'rate_up';
  const found = breaks.get(i.id) ?? breaks.get(i.kind === 'rate' || i.kind === 'ratio' ? rate : 'open_risk') ?? breaks.get('rate_up');
  if (!found) throw new Error(`规则没有「${i.id}」的地图分级`);
  return found;
}

/** Class of a value as displayed: up counts down from the best, down and none count up. */
export function classOf(value: number, { direction, bounds }: Breaks): Level {
  const reached = bounds.filter((bound) => value >= bound).length;
  return (direction === 'up' ? 5 - reached : 1 + reached) as Level;
}

/** The number that is printed, so that 99.96 % (printed 99.9) is not in the class of 100 %. null: none. */
export function displayed(i: Indicator, parts: Parts, decimals?: number): number | null {
  const value = Number(show(i, parts, decimals).value.replace(/,/g, '').replace('−', '-'));
  return Number.isNaN(value) ? null : value;
}

/** `90–99.9%`, `<60%`, `≥1,000`: what a class holds, from the bounds and the decimals printed. */
export function classText(level: Level, { direction, bounds }: Breaks, decimals: number, unit: string): string {
  const suffix = unit === '%' ? '%' : '';
  const step = 10 ** -decimals;
  const write = (n: number): string => (Number.isInteger(n) ? formatNumber(n) : formatNumber(n, decimals));
  const range = (from: number, to: number): string => (to - from < step / 2 ? `${write(from)}${suffix}` : `${write(from)}–${write(to)}${suffix}`);
  const below = (n: number): number => Math.round((n - step) / step) * step;
  // Ascending steps: the lowest is open below, the highest above.
  const ascending = [...bounds].sort((a, b) => a - b);
  const at = direction === 'up' ? 5 - level : level - 1;
  const first = ascending[0]!;
  if (at === 0) {
    const least = direction === 'none' ? 1 : 0;
    return direction === 'up' ? `<${write(first)}${suffix}` : first - step <= least + step / 2 ? `${write(least)}${suffix}` : range(least, below(first));
  }
  const from = ascending[at - 1]!;
  if (at === 4) return suffix && from >= 100 ? `100${suffix}` : `≥${write(from)}${suffix}`;
  return range(from, below(ascending[at]!));
}
