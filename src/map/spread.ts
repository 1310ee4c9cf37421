import type { Point } from './geometry.ts';

/** Marks nearer than this (px) are drawn apart, on a circle of this radius around their middle (ui §7). */
const TOO_CLOSE = 26;
const RADIUS = 28;
/** A crowd of more stays where it is: its circle would be wider than a town, and its leaders would cover the map. Nearer by it falls apart into groups. */
const MOST = 24;

/** A small number per cell; two cells may share one: distances decide. */
const cellOf = (x: number, y: number): number => x * 1009 + y;

const near = ([ax, ay]: Point, x: number, y: number): boolean => (ax - x) * (ax - x) + (ay - y) * (ay - y) < TOO_CLOSE * TOO_CLOSE;

export interface Spread {
  readonly at: Point;
  /** Where the mark really is, for the leader; null: it was not moved. */
  readonly from: Point | null;
}

/** Positions of 严重 and 一般 in the order given: groups nearer than 26 px stand evenly on a circle, wide enough for all of them; crowds stay. */
export function spread(points: readonly Point[]): readonly Spread[] {
  const group = points.map((_, i) => i);
  const root = (i: number): number => {
    while (group[i] !== i) i = group[i] = group[group[i]!]!;
    return i;
  };
  const cells = new Map<number, number[]>();
  points.forEach(([x, y], i) => {
    const [cx, cy] = [Math.floor(x / TOO_CLOSE), Math.floor(y / TOO_CLOSE)];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const j of cells.get(cellOf(cx + dx, cy + dy)) ?? []) if (near(points[j]!, x, y)) group[root(i)] = root(j);
      }
    }
    const key = cellOf(cx, cy);
    const here = cells.get(key);
    if (here) here.push(i);
    else cells.set(key, [i]);
  });
  const members = new Map<number, number[]>();
  points.forEach((_, i) => {
    const of = members.get(root(i));
    if (of) of.push(i);
    else members.set(root(i), [i]);
  });
  const result: Spread[] = points.map((at) => ({ at, from: null }));
  for (const of of members.values()) {
    if (of.length < 2 || of.length > MOST) continue;
    const middle = [0, 1].map((axis) => of.reduce((sum, i) => sum + points[i]![axis]!, 0) / of.length) as unknown as Point;
    const radius = Math.max(RADIUS, (of.length * (TOO_CLOSE + 2)) / (2 * Math.PI));
    of.forEach((i, k) => {
      const angle = (2 * Math.PI * k) / of.length - Math.PI / 2;
      result[i] = { at: [middle[0] + radius * Math.cos(angle), middle[1] + radius * Math.sin(angle)], from: points[i]! };
    });
  }
  return result;
}
