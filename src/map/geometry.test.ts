import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, boxAround, distanceIn, holds, inside, overlaps, type Point, poleOf, ringsOf } from './geometry.ts';

const square: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]];
const hole: Point[] = [[2, 2], [8, 2], [8, 8], [2, 8], [2, 2]];
const corner: Point[] = [[0, 0], [10, 0], [10, 4], [4, 4], [4, 10], [0, 10], [0, 0]];

it.each<[string, Point, Point[][], boolean]>([
  ['middle', [5, 5], [square], true], ['out', [11, 5], [square], false], ['in the hole', [5, 5], [square, hole], false], ['beside the hole', [1, 5], [square, hole], true], ['the notch of an L', [7, 7], [corner], false],
])('%s', (_, at, rings, want) => {
  expect(inside(rings, at)).toBe(want);
  expect(distanceIn(rings, at) > 0).toBe(want);
});

it('reads polygons and multipolygons', () => {
  const other = square.map(([x, y]) => [x + 20, y]);
  expect(ringsOf({ type: 'Polygon', coordinates: [square.map((p) => [...p])] })).toEqual([square]);
  expect(boundsOf(ringsOf({ type: 'MultiPolygon', coordinates: [[square.map((p) => [...p])], [other]] }))).toEqual({ x: 0, y: 0, width: 30, height: 10 });
});

describe('poleOf', () => {
  it('is the middle of a square, and off the notch of an L', () => {
    const { at, radius } = poleOf([square]);
    expect(radius).toBeCloseTo(5, 1);
    expect(Math.hypot(at[0] - 5, at[1] - 5)).toBeLessThan(0.3);
    expect(inside([corner], poleOf([corner]).at)).toBe(true);
  });
  it('lies inside any triangle, at least as far in as the mean of its corners', () => {
    const n = fc.integer({ min: 0, max: 100 });
    fc.assert(fc.property(fc.tuple(fc.tuple(n, n), fc.tuple(n, n), fc.tuple(n, n)), ([a, b, c]) => {
      const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
      fc.pre(area > 200);
      const rings = [[a, b, c, a]];
      const { at, radius } = poleOf(rings);
      expect(inside(rings, at)).toBe(true);
      expect(radius).toBeGreaterThan(distanceIn(rings, [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3]) - 1.5);
    }), { numRuns: 40 });
  });
  it('a line has no room', () => expect(poleOf([[[0, 0], [5, 0], [0, 0]]]).radius).toBe(0));
});

it('boxes', () => {
  expect(overlaps(boxAround([0, 0], 10), boxAround([9, 0], 10))).toBe(true);
  expect(overlaps(boxAround([0, 0], 10), boxAround([10, 0], 10))).toBe(false);
  expect(holds(boxAround([0, 0], 10, 4), [5, 2])).toBe(true);
  expect(holds(boxAround([0, 0], 10, 4), [5, 3])).toBe(false);
});
