import type { SketchPoint } from './geo-sketch.ts';

type Point = [number, number];

/** Pieces longer than this (100 m) bend more. */
const LONG = 18;

/** Cuts every corner once (Chaikin); the ends stay where they are. */
function cutCorners(line: readonly SketchPoint[]): Point[] {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last) return [];
  const out: Point[] = [[...first]];
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i]!;
    const [bx, by] = line[i + 1]!;
    if (i > 0) out.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25]);
    if (i + 2 < line.length) out.push([ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
  }
  out.push([...last]);
  return out;
}

/** Splits a piece in two at a midpoint moved sideways, again and again down to `step`. */
function displace(a: Point, b: Point, roughness: number, step: number, random: () => number, out: Point[]): void {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = Math.hypot(dx, dy);
  // Long bends are wider than small ones: valleys and ridges, not saw teeth.
  const sideways = (random() + random() - 1) * roughness * (length > LONG ? 1.6 : 1);
  if (length <= step) {
    out.push(b);
    return;
  }
  const along = 0.5 + (random() - 0.5) * 0.2;
  const middle: Point = [a[0] + dx * along - dy * sideways, a[1] + dy * along + dx * sideways];
  displace(a, middle, roughness, step, random, out);
  displace(middle, b, roughness, step, random, out);
}

/**
 * Makes a natural line of a few drawn points: corners cut, then midpoints displaced by a share of the piece's length.
 * @param roughness 0 straight … 0.4 very crooked.
 * @param step longest piece, in sketch units (100 m).
 */
export function wiggle(line: readonly SketchPoint[], roughness: number, step: number, random: () => number): Point[] {
  const smooth = cutCorners(line);
  const out: Point[] = smooth.slice(0, 1);
  for (let i = 0; i + 1 < smooth.length; i++) displace(smooth[i]!, smooth[i + 1]!, roughness, step, random, out);
  return out;
}
