import type { Box, Point, Rings } from './geometry.ts';

/** Tells for points that come row by row (same y) whether they lie in one of the areas: the edges are walked once per row, not once per point. */
export function insideByRow(areas: readonly { readonly rings: Rings; readonly bounds: Box }[]): (at: Point) => boolean {
  let row = Number.NaN;
  let crossings: readonly (readonly number[])[] = [];
  return ([x, y]) => {
    if (y !== row) {
      row = y;
      crossings = areas.filter(({ bounds }) => y >= bounds.y && y <= bounds.y + bounds.height).map(({ rings }) => crossingsAt(rings, y));
    }
    return crossings.some((xs) => xs.filter((at) => x < at).length % 2 === 1);
  };
}

/** Where the edges cross the level `y`. */
function crossingsAt(rings: Rings, y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[j]!;
      if (ay > y !== by > y) xs.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
    }
  }
  return xs;
}
