import type { MultiPolygon, Polygon, Position } from 'geojson';
import { randomOf } from './random.ts';
import { SKETCH, type SketchPoint } from './geo-sketch.ts';
import { wiggle } from './geo-wiggle.ts';

const CENTRE = [110, 35] as const;
const METRES_PER_DEGREE = [91190, 110940] as const;
/** Longest straight piece of a border, in 100 m. */
const STEP = 2.2;

/** Sketch units (100 m) to WGS84 degrees with 5 decimals (about 1 m). */
export function toDegrees([x, y]: SketchPoint): Position {
  const round = (value: number): number => Math.round(value * 1e5) / 1e5;
  return [round(CENTRE[0] + (x * 100) / METRES_PER_DEGREE[0]), round(CENTRE[1] + (y * 100) / METRES_PER_DEGREE[1])];
}

// Streets and planned zones follow roads and canals; hills and the county line are the most crooked.
const planned = /街道$|区$|城$|中心$/;
function roughness(right: string, left: string | null): number {
  if (left === null) return 0.3;
  const straight = [right, left].filter((name) => planned.test(name)).length;
  return [0.27, 0.2, 0.15][straight] ?? 0.15;
}

interface Arc {
  readonly right: string;
  readonly left: string | null;
  readonly line: readonly Position[];
}

/** Every border once, in degrees. Both neighbours are built of these same coordinates, so they can neither gap nor overlap. */
const arcs: readonly Arc[] = SKETCH.map(({ right, left, points }) => ({
  right,
  left,
  line: wiggle(points, roughness(right, left), STEP, randomOf(`${right}|${left ?? ''}`)).map(([x, y]) => toDegrees([x, y])),
}));

const keyOf = (point: Position | undefined): string => String(point);

/** Joins lines end to start into closed rings. */
function ringsOf(lines: readonly (readonly Position[])[]): Position[][] {
  const byStart = new Map(lines.map((line) => [keyOf(line[0]), line]));
  const rings: Position[][] = [];
  for (const [start] of byStart) {
    const ring: Position[] = [];
    for (let line = byStart.get(start); line; line = byStart.get(keyOf(ring.at(-1)))) {
      byStart.delete(keyOf(line[0]));
      ring.push(...(ring.length ? line.slice(1) : line));
    }
    if (ring.length === 0) continue;
    if (keyOf(ring[0]) !== keyOf(ring.at(-1))) throw new Error(`geo-sketch: 边界在 ${keyOf(ring.at(-1))} 处没有闭合`);
    rings.push(ring);
  }
  return rings;
}

/** Signed area in square degrees: positive when the ring runs counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? [];
    sum += (ax - CENTRE[0]) * (by - CENTRE[1]) - (bx - CENTRE[0]) * (ay - CENTRE[1]);
  }
  return sum / 2;
}

// Copies: callers may change what they get.
const forward = (line: readonly Position[]): Position[] => line.map((point) => [...point]);
const backward = (line: readonly Position[]): Position[] => forward(line).reverse();

/** Geometry of one place; null is the whole county. Outer rings run counter-clockwise (RFC 7946). */
export function geometryOf(place: string | null): Polygon | MultiPolygon {
  const lines = arcs.flatMap((arc) => {
    if (place === null) return arc.left === null ? [backward(arc.line)] : [];
    if (arc.right === place) return [backward(arc.line)];
    return arc.left === place ? [forward(arc.line)] : [];
  });
  const rings = ringsOf(lines).sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
  const outer = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  const [largest, ...others] = outer;
  if (!largest) throw new Error(`geo-sketch: ${place ?? '全县'}没有边界`);
  // Only the main part of a place of the sketch has holes.
  const main = [largest, ...holes];
  return others.length === 0
    ? { type: 'Polygon', coordinates: main }
    : { type: 'MultiPolygon', coordinates: [main, ...others.map((ring) => [ring])] };
}
