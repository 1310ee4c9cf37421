import { expect, it } from 'vitest';
import { scaleBar } from './scale-bar.ts';

it.each([[110, 100, '10 km', 90.9], [60, 100, '5 km', 83.3], [25, 100, '2 km', 80], [9, 100, '500 m', 55.6], [1, 100, '100 m', 100]])('%d m a pixel within %d px: %s', (metres, most, label, width) => {
  const bar = scaleBar(metres, most)!;
  expect(bar.label).toBe(label);
  expect(bar.width).toBeCloseTo(width, 1);
});
it.each([0, Number.NaN, Infinity, -1])('%d has none', (metres) => expect(scaleBar(metres, 100)).toBeNull());
