import type { MultiPolygon, Polygon } from 'geojson';

export type Point = readonly [x: number, y: number];
/** Rings of one polygon, outer first; of several polygons one after the other: inside = odd number of crossings. */
export type Rings = readonly (readonly Point[])[];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
export const boxAround = ([x, y]: Point, width: number, height: number = width): Box => ({ x: x - width / 2, y: y - height / 2, width, height });
export const holds = (box: Box, [x, y]: Point): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** All rings of a polygon, as lon/lat points. */
export const ringsOf = (geometry: Polygon | MultiPolygon): Rings =>
  (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).map((ring) => ring.map(([x = Number.NaN, y = Number.NaN]) => [x, y] as const));

/** true inside the rings; holes are outside. */
export function inside(rings: Rings, [x, y]: Point): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[j]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

/** Smallest box around the rings. */
export function boundsOf(rings: Rings): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return { x: west, y: south, width: east - west, height: north - south };
}

/** Distance to the nearest ring, negative outside. */
export function distanceIn(rings: Rings, at: Point): number {
  let nearest = Infinity;
  for (const ring of rings) for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) nearest = Math.min(nearest, squaredToSegment(at, ring[i]!, ring[j]!));
  return (inside(rings, at) ? 1 : -1) * Math.sqrt(nearest);
}

function squaredToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/** Pole of inaccessibility: the point farthest from every edge, and how far. Cells are halved until none can be better by `precision` of the box. */
export function poleOf(rings: Rings, precision = 0.01): { readonly at: Point; readonly radius: number } {
  const { x, y, width, height } = boundsOf(rings);
  const size = Math.min(width, height);
  if (!(size > 0)) return { at: [x, y], radius: 0 };
  let best = { at: [x + width / 2, y + height / 2] as Point, radius: -Infinity };
  let cells: { at: Point; half: number }[] = [];
  const look = (at: Point, half: number): void => {
    const radius = distanceIn(rings, at);
    if (radius > best.radius) best = { at, radius };
    if (radius + half * Math.SQRT2 > best.radius + size * precision) cells.push({ at, half });
  };
  look(best.at, 0);
  for (let cx = x; cx < x + width; cx += size / 2) for (let cy = y; cy < y + height; cy += size / 2) look([cx + size / 4, cy + size / 4], size / 4);
  while (cells.length > 0) {
    const now = cells;
    cells = [];
    for (const { at: [cx, cy], half } of now) {
      const h = half / 2;
      if (h * Math.SQRT2 * 2 < size * precision) continue;
      for (const [dx, dy] of [[-h, -h], [h, -h], [-h, h], [h, h]] as const) look([cx + dx, cy + dy], h);
    }
  }
  return best;
}
