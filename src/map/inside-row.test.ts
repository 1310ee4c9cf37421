import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, inside, type Rings } from './geometry.ts';
import { insideByRow } from './inside-row.ts';

const square = (x: number, y: number, size: number): Rings[number] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size]];
const star: Rings = [Array.from({ length: 40 }, (_, i) => [10 + Math.cos((i * Math.PI) / 20) * (i % 2 === 0 ? 9 : 3), 10 + Math.sin((i * Math.PI) / 20) * (i % 2 === 0 ? 9 : 3)] as const)];
const areas: readonly Rings[] = [star, [square(30, 0, 10), square(33, 3, 4)], [square(12, 4, 9)]];

it('says the same as every area asked by itself: holes, overlapping areas, rows in any order', () => {
  const at = insideByRow(areas.map((rings) => ({ rings, bounds: boundsOf(rings) })));
  const coordinate = (most: number) => fc.oneof(fc.integer({ min: -2, max: most }), fc.double({ min: -2, max: most, noNaN: true }));
  fc.assert(fc.property(coordinate(22), fc.array(coordinate(42), { minLength: 1, maxLength: 9 }), (y, xs) => {
    for (const x of xs) expect([x, y, at([x, y])]).toEqual([x, y, areas.some((rings) => inside(rings, [x, y]))]);
  }), { numRuns: 2000 });
});
it('without areas nothing is inside', () => expect(insideByRow([])([0, 0])).toBe(false));
