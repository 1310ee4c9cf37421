import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Point } from './geometry.ts';
import { spread } from './spread.ts';

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

it('leaves marks alone that are 26 px apart', () => expect(spread([[0, 0], [26, 0]])).toEqual([{ at: [0, 0], from: null }, { at: [26, 0], from: null }]));
it('two that are closer stand on a circle of 28 px around their middle, with leaders', () => {
  const [a, b, far] = spread([[100, 100], [110, 100], [300, 300]]);
  expect([a!.from, b!.from, far!.from]).toEqual([[100, 100], [110, 100], null]);
  for (const { at } of [a!, b!]) expect(distance(at, [105, 100])).toBeCloseTo(28);
  expect(distance(a!.at, b!.at)).toBeCloseTo(56);
});
it('nothing for nothing', () => expect(spread([])).toEqual([]));
it('marks of one group never touch', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { minLength: 2, maxLength: 24 }), (points) => {
    const placed = spread(points);
    placed.forEach(({ at }, i) => placed.slice(i + 1).forEach((other) => expect(distance(at, other.at)).toBeGreaterThan(25)));
  }));
});
it('a crowd stays where it is, and groups beside it still step aside', () => {
  const crowd = Array.from({ length: 2000 }, (_, i): Point => [(i % 50) * 15, Math.floor(i / 50) * 15]);
  const placed = spread([...crowd, [5000, 5000], [5010, 5000]]);
  expect(placed.slice(0, 2000)).toEqual(crowd.map((at) => ({ at, from: null })));
  expect(placed.slice(2000).map(({ from }) => from)).toEqual([[5000, 5000], [5010, 5000]]);
});
