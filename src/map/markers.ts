/** Grade as drawn. closed: closed since the comparison snapshot (counted within 无欠薪). */
export type MarkKind = 'severe' | 'general' | 'closed' | 'none';

/** One located project. */
export interface Mark {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly kind: MarkKind;
  readonly lon: number;
  readonly lat: number;
  /** Position in the high-risk list; null: not in it. */
  readonly number: number | null;
  /** In court or enforcement: a square beside the grade, never instead of it. */
  readonly court: boolean;
  readonly supervised: boolean;
  /** Outside the selected 属地: drawn at 35 %. */
  readonly faded: boolean;
  readonly unpaid: number | null;
  readonly workers: number | null;
}

type Row = Readonly<Record<string, unknown>>;
/** Kinds from the lowest drawn to the highest. */
const DRAW_ORDER: readonly MarkKind[] = ['none', 'closed', 'general', 'severe'];
export const FADED = 0.35;

/** Visible size in px (ui §7): diamond and triangle by width, circles by diameter, the ring of 严重 by diameter. */
export interface MarkSizes {
  readonly severe: number;
  readonly ring: number;
  readonly general: readonly [width: number, height: number];
  readonly none: number;
  readonly closed: number;
  /** Diameter that answers to pointer or finger. */
  readonly hit: number;
}
export const DESK_SIZES: MarkSizes = { severe: 26, ring: 38, general: [22, 19], none: 8.4, closed: 17, hit: 32 };
export const PHONE_SIZES: MarkSizes = { severe: 22, ring: 30, general: [18, 16], none: 0, closed: 15, hit: 44 };

/** 严重 above 一般 above the rest; what the ledger says, not what the grade was. */
export const kindOf = (site: Row): MarkKind => (site['open'] === true ? (site['grade_now'] === '严重' ? 'severe' : 'general') : site['closed_now'] === true ? 'closed' : 'none');

const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
/** A longitude and a latitude that can be drawn. */
export const located = (site: Row): boolean => {
  const [lon, lat] = [number(site['lon']), number(site['lat'])];
  return lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
};

/** Marks of the located sites in draw order; `risks` gives the numbers: its open projects, first is 1. */
export function marksOf(sites: readonly Row[], risks: readonly Row[]): readonly Mark[] {
  const numbers = new Map(risks.filter((r) => r['open'] === true).map((r, i) => [String(r['project_id']), i + 1]));
  const marks = sites.filter(located).map((site): Mark => {
    const id = String(site['project_id']);
    return {
      id, name: String(site['name'] ?? id), place: typeof site['place_code'] === 'string' ? site['place_code'] : null, kind: kindOf(site), lon: site['lon'] as number, lat: site['lat'] as number,
      number: numbers.get(id) ?? null, court: site['open'] === true && typeof site['court_stage'] === 'string', supervised: site['open'] === true && site['supervised'] === true,
      faded: site['inside'] === false, unpaid: number(site['unpaid_wages']), workers: number(site['unpaid_workers']),
    };
  });
  const rank = new Map(DRAW_ORDER.map((k, i) => [k, i]));
  // Of one grade the first in the list is drawn last: on top.
  return marks.sort((a, b) => rank.get(a.kind)! - rank.get(b.kind)! || (b.number ?? Infinity) - (a.number ?? Infinity));
}

/** Counts of the legend's second row, over the projects inside the filters: located or not. closed is also in none. */
export interface MarkCounts {
  readonly severe: number;
  readonly general: number;
  readonly none: number;
  readonly closed: number;
  readonly court: number;
  readonly supervised: number;
  readonly total: number;
}
export function markCounts(sites: readonly Row[]): MarkCounts {
  const counts = { severe: 0, general: 0, none: 0, closed: 0, court: 0, supervised: 0, total: 0 };
  for (const site of sites) {
    if (site['inside'] === false) continue;
    const kind = kindOf(site);
    counts.total += 1;
    counts[kind] += 1;
    if (kind === 'closed') counts.none += 1;
    if (site['open'] === true && typeof site['court_stage'] === 'string') counts.court += 1;
    if (site['open'] === true && site['supervised'] === true) counts.supervised += 1;
  }
  return counts;
}
