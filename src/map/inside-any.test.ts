import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inside, type Rings } from './geometry.ts';
import { insideAny } from './inside-any.ts';

const square = (x: number, y: number, size: number): Rings[number] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size]];
const star: Rings = [Array.from({ length: 40 }, (_, i) => [10 + Math.cos((i * Math.PI) / 20) * (i % 2 === 0 ? 9 : 3), 10 + Math.sin((i * Math.PI) / 20) * (i % 2 === 0 ? 9 : 3)] as const)];
const areas: readonly Rings[] = [star, [square(30, 0, 10), square(33, 3, 4)], [[[0, 40], [50, 41], [25, 42]]]];

it('says the same as every area asked by itself, in any order of the points', () => {
  const any = insideAny(areas);
  fc.assert(fc.property(fc.double({ min: -5, max: 55, noNaN: true }), fc.double({ min: -5, max: 50, noNaN: true }), (x, y) => {
    expect(any([x, y])).toBe(areas.some((rings) => inside(rings, [x, y])));
  }), { numRuns: 5000 });
});
it('holes are outside, no areas hold nothing', () => {
  const any = insideAny(areas);
  expect([any([31, 1]), any([35, 5]), insideAny([])([0, 0]), insideAny([[[[1, 1]]]])([1, 1])]).toEqual([true, false, false, false]);
});
