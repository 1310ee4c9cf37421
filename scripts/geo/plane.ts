import type { MultiPolygon, Polygon, Position } from 'geojson';

const METRES_PER_DEGREE = 111195;

/** A geometry laid flat, in metres; within a county distances are true to about 0.1 %. */
export interface Plane {
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
  readonly toMetres: (point: Position) => [number, number];
  readonly toDegrees: (x: number, y: number) => [number, number];
  /** Distance to the nearest border, holes included: positive inside, negative outside. */
  readonly clearance: (x: number, y: number) => number;
}

/** Lays polygons flat around their own middle. */
export function planeOf(geometry: Polygon | MultiPolygon): Plane {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = NaN, lat = NaN] of rings.flat()) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const lon0 = (west + east) / 2;
  const lat0 = (south + north) / 2;
  const perLon = METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  const toMetres = ([lon = NaN, lat = NaN]: Position): [number, number] => [(lon - lon0) * perLon, (lat - lat0) * METRES_PER_DEGREE];
  const flat = rings.map((ring) => Float64Array.from(ring.flatMap(toMetres)));
  return {
    box: [...toMetres([west, south]), ...toMetres([east, north])],
    toMetres,
    toDegrees: (x, y) => [lon0 + x / perLon, lat0 + y / METRES_PER_DEGREE],
    clearance: (x, y) => signedDistance(flat, x, y),
  };
}

function signedDistance(rings: readonly Float64Array[], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    let ax = ring[0] ?? NaN;
    let ay = ring[1] ?? NaN;
    for (let i = 2; i < ring.length; i += 2) {
      const bx = ring[i] as number;
      const by = ring[i + 1] as number;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const dx = bx - ax;
      const dy = by - ay;
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
      nearest = Math.min(nearest, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
      ax = bx;
      ay = by;
    }
  }
  return Math.sqrt(nearest) * (inside ? 1 : -1);
}
