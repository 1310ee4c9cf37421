import type { Indicator } from '../model/indicator.ts';
import type { Rules } from '../model/rules.ts';
import { type Parts, partsFrom, show, type Shown } from '../model/show.ts';
import { isUnreported } from '../model/unreported.ts';
import { breaksOf, classOf, displayed, type Level, LEVELS, SMALL_DENOMINATOR } from './classes.ts';

/** value · small: class and n/d without % · none: denominator 0 · unreported: this period's return is missing · missing: not imported. Five different things. */
export type PlaceState = 'value' | 'small' | 'none' | 'unreported' | 'missing';

/** What the map says about one 属地. */
export interface PlaceValue {
  readonly code: string;
  readonly name: string;
  readonly state: PlaceState;
  readonly level: Level | null;
  readonly parts: Parts;
  readonly before: Parts | null;
  readonly shown: Shown;
  readonly projects: number;
  readonly open: number;
  readonly severe: number;
  /** 万元 sum in 元. */
  readonly unpaid: number | null;
}

type Row = Readonly<Record<string, unknown>>;

export interface PlaceRows {
  /** Rows of 属地 in stored order. */
  readonly places: readonly Row[];
  /** Cube rows per as_of and place. */
  readonly byPlace: readonly Row[];
  readonly sites: readonly Row[];
  readonly returns: readonly Row[];
  readonly asOf: string;
  readonly compare: string | null;
}

/** Places that are 未报送, by table 报送. */
export const unreportedPlaces = (returns: readonly Row[]): ReadonlySet<string> =>
  new Set(returns.filter((r) => r['axis'] === '属地' && isUnreported(r)).map((r) => String(r['unit_code'])));

/** One value per place, in stored order. A place without cells has 0 of 0, unless the indicator is not imported at all. */
export function placeValues(i: Indicator, rules: Pick<Rules, 'map_breaks' | 'decimals'>, { places, byPlace, sites, returns, asOf, compare }: PlaceRows): readonly PlaceValue[] {
  const breaks = breaksOf(rules, i);
  const decimals = rules.decimals[i.id];
  const now = new Map(byPlace.filter((r) => r['as_of'] === asOf).map((r) => [r['place_code'], r]));
  const then = new Map(byPlace.filter((r) => r['as_of'] === compare).map((r) => [r['place_code'], r]));
  const imported = [...now.values()].some((r) => partsFrom(r, i.id).n !== null);
  const unreported = unreportedPlaces(returns);
  const grades = countGrades(sites);
  return places.map((place) => {
    const code = String(place['place_code']);
    const row = now.get(code);
    const rate = i.d.length > 0;
    const given = partsFrom(row, i.id);
    const parts: Parts = given.n === null && imported ? { n: 0, d: rate ? 0 : null } : given;
    const projects = partsFrom(row, 'projects').n ?? 0;
    const value = displayed(i, parts, decimals);
    const empty = rate ? parts.d === 0 : projects === 0 && (value ?? 0) === 0;
    const state: PlaceState = unreported.has(code) ? 'unreported' : parts.n === null ? 'missing' : empty ? 'none' : rate && (parts.d ?? 0) < SMALL_DENOMINATOR ? 'small' : 'value';
    return {
      code, name: String(place['name'] ?? code), state, parts, projects,
      level: (state === 'value' || state === 'small') && value !== null ? classOf(value, breaks) : null,
      before: compare === null ? null : partsFrom(then.get(code), i.id), shown: show(i, parts, decimals), unpaid: partsFrom(row, 'unpaid_wages').n,
      open: grades.get(code)?.open ?? 0, severe: grades.get(code)?.severe ?? 0,
    };
  });
}

function countGrades(sites: readonly Row[]): ReadonlyMap<string, { open: number; severe: number }> {
  const counts = new Map<string, { open: number; severe: number }>();
  for (const site of sites) {
    if (site['open'] !== true) continue;
    const code = String(site['place_code']);
    const of = counts.get(code) ?? { open: 0, severe: 0 };
    of.open += 1;
    if (site['grade_now'] === '严重') of.severe += 1;
    counts.set(code, of);
  }
  return counts;
}

/** Swatches of the legend: classes from 5 to 1, then the four that have no class, with how many places are in each; small ones count in their class too. */
export interface LegendCounts {
  readonly classes: readonly { readonly level: Level; readonly count: number }[];
  readonly small: number;
  readonly none: number;
  readonly unreported: number;
  readonly missing: number;
}
export function legendCounts(values: readonly PlaceValue[]): LegendCounts {
  const of = (state: PlaceState): number => values.filter((v) => v.state === state).length;
  return {
    classes: [...LEVELS].reverse().map((level) => ({ level, count: values.filter((v) => v.level === level).length })),
    small: of('small'), none: of('none'), unreported: of('unreported'), missing: of('missing'),
  };
}
