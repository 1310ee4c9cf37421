import type { FeatureCollection } from 'geojson';
import gcoord from 'gcoord';
import { areaIndex, codesOf } from './locator.ts';

export { makeLocator } from './locator.ts';

/** Coordinate systems ledgers are written in: true ones (GPS, 天地图, CGCS2000), GCJ-02 of 高德 and 腾讯, BD-09 of 百度. */
export const SYSTEMS = ['WGS84', 'GCJ02', 'BD09'] as const;
export type System = (typeof SYSTEMS)[number];
export type LonLat = readonly [lon: number, lat: number];

// Beyond this box nothing is shifted; well inside gcoord's own box, at whose edge its search would never end.
const SHIFTED = { west: 72.5, east: 136, south: 3, north: 54.5 };

/** Converts a point to WGS84, exact to about 1 m. Points outside mainland China, and NaN, come back unchanged. */
export function toWgs84(lon: number, lat: number, system: System): [number, number] {
  const shifted = lon > SHIFTED.west && lon < SHIFTED.east && lat > SHIFTED.south && lat < SHIFTED.north;
  if (system === 'WGS84' || !shifted) return [lon, lat];
  const [x = NaN, y = NaN] = gcoord.transform<[number, number]>([lon, lat], gcoord[system], gcoord.WGS84);
  return [x, y];
}

/** What the points themselves say about their coordinate system. */
export interface Detection {
  /** The system under which most points fall where they should; WGS84 when it is as good as any. */
  readonly system: System;
  /** false: the points do not tell the best system from the next one (sign test, 5 %), or fewer than half of them fit at all. */
  readonly confident: boolean;
  /** Points with two finite coordinates. */
  readonly tested: number;
  /** Of those, how many fall into their stated place (or into the county where none is stated), per system. */
  readonly fitting: Readonly<Record<System, number>>;
  /** Indexes of points that lie in the county only with longitude and latitude exchanged; they are counted exchanged. */
  readonly swapped: readonly number[];
}

/** Widest shift between two of the systems, in degrees, rounded up. */
const WIDEST_SHIFT = 0.02;

/**
 * Finds the coordinate system of a ledger by trying all three against the places' boundaries.
 * @param places place code stated for each point; null, or a code without boundary, asks only for the county.
 */
export function detectSystem(points: readonly LonLat[], county: FeatureCollection, places: readonly (string | null)[] = []): Detection {
  const { indexAt, bounds } = areaIndex(county);
  const codes = codesOf(county);
  const drawn = new Set(codes);
  const [west, south, east, north] = bounds;
  const near = (lon: number, lat: number): boolean =>
    lon > west - WIDEST_SHIFT && lon < east + WIDEST_SHIFT && lat > south - WIDEST_SHIFT && lat < north + WIDEST_SHIFT;
  const swapped: number[] = [];
  const fits = points.flatMap((point, index) => {
    if (!point.every(Number.isFinite)) return [];
    let [lon, lat] = point;
    if (!near(lon, lat) && near(lat, lon) && SYSTEMS.some((system) => indexAt(...toWgs84(lat, lon, system)) >= 0)) {
      swapped.push(index);
      [lon, lat] = [lat, lon];
    }
    const stated = places[index] ?? null;
    const found = SYSTEMS.map((system) => indexAt(...toWgs84(lon, lat, system)));
    return [found.map((at) => at >= 0 && (stated === null || !drawn.has(stated) || codes[at] === stated))];
  });
  const counts = SYSTEMS.map((_, s) => fits.filter((fit) => fit[s]).length);
  const [best = 0, ...others] = SYSTEMS.map((_, s) => s).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const onlyIn = (one: number, other: number): number => fits.filter((fit) => fit[one] && !fit[other]).length;
  const tellsApart = (other: number): boolean => significant(onlyIn(best, other), onlyIn(other, best));
  return {
    system: SYSTEMS[best] ?? 'WGS84',
    confident: (counts[best] ?? 0) * 2 > fits.length && others.every(tellsApart),
    tested: fits.length,
    fitting: { WGS84: counts[0] ?? 0, GCJ02: counts[1] ?? 0, BD09: counts[2] ?? 0 },
    swapped,
  };
}

/** Sign test at about 5 %: could a fair coin have given this many wins? Fewer than five ahead always could. */
const significant = (wins: number, losses: number): boolean => wins - losses >= 5 && wins - losses > 1.645 * Math.sqrt(wins + losses);
