import type { Feature, FeatureCollection, Position } from 'geojson';

/** Boundaries prepared for many look-ups of WGS84 points. */
export interface AreaIndex {
  /** Position in the collection, or -1 outside. A point on a border belongs to the first place that has it. */
  readonly indexAt: (lon: number, lat: number) => number;
  /** West, south, east, north; infinite the wrong way round when nothing has an area. */
  readonly bounds: readonly [number, number, number, number];
}

interface Ring {
  /** x, y, x, y … with the first point repeated at the end. */
  readonly flat: Float64Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Area {
  readonly index: number;
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

function ringOf(positions: readonly Position[]): Ring {
  const flat = Float64Array.from(positions.flatMap(([lon = NaN, lat = NaN]) => [lon, lat]));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = NaN, lat = NaN] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { flat, west, south, east, north };
}

function areasOf({ geometry }: Feature, index: number): Area[] {
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.flatMap(([outer, ...holes]) => (outer ? [{ index, outer: ringOf(outer), holes: holes.map(ringOf) }] : []));
}

/** 1 inside the ring, 0 on its line, -1 outside. */
function side(ring: Ring, x: number, y: number): -1 | 0 | 1 {
  if (!(x >= ring.west && x <= ring.east && y >= ring.south && y <= ring.north)) return -1;
  const { flat } = ring;
  let inside = false;
  let ax = flat[0] as number;
  let ay = flat[1] as number;
  for (let i = 2; i < flat.length; i += 2) {
    const bx = flat[i] as number;
    const by = flat[i + 1] as number;
    if (ay > y !== by > y) {
      const turn = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
      if (turn === 0) return 0;
      if (turn > 0 === by > ay) inside = !inside;
    } else if (y === ay && y === by ? (x - ax) * (x - bx) <= 0 : (x === ax && y === ay) || (x === bx && y === by)) {
      return 0;
    }
    ax = bx;
    ay = by;
  }
  return inside ? 1 : -1;
}

function holds(area: Area, x: number, y: number): -1 | 0 | 1 {
  const outer = side(area.outer, x, y);
  if (outer < 1) return outer;
  for (const hole of area.holes) {
    const within = side(hole, x, y);
    if (within >= 0) return within === 0 ? 0 : -1;
  }
  return 1;
}

/** Prepares boundaries for many look-ups: boxes first, then ray casting; holes and parts are respected, lines and points ignored. */
export function areaIndex(boundaries: FeatureCollection): AreaIndex {
  const areas = boundaries.features.flatMap(areasOf);
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { outer } of areas) {
    bounds[0] = Math.min(bounds[0], outer.west);
    bounds[1] = Math.min(bounds[1], outer.south);
    bounds[2] = Math.max(bounds[2], outer.east);
    bounds[3] = Math.max(bounds[3], outer.north);
  }
  const indexAt = (lon: number, lat: number): number => {
    let onBorder = -1;
    for (const area of areas) {
      const found = holds(area, lon, lat);
      if (found === 1) return area.index;
      if (found === 0 && onBorder < 0) onBorder = area.index;
    }
    return onBorder;
  };
  return { indexAt, bounds };
}

/** `code` of each boundary, null where it has none. */
export const codesOf = (boundaries: FeatureCollection): (string | null)[] =>
  boundaries.features.map(({ properties }) => (typeof properties?.['code'] === 'string' ? properties['code'] : null));

/** Point → place code; null: outside the county, or in a place without code. */
export function makeLocator(boundaries: FeatureCollection): (lon: number, lat: number) => string | null {
  const { indexAt } = areaIndex(boundaries);
  const codes = codesOf(boundaries);
  return (lon, lat) => codes[indexAt(lon, lat)] ?? null;
}
