import { expect, it } from 'vitest';
import { TILE_GAP, tileGrid } from './tiles.ts';

it.each([[18, 870, 560, 6, 3], [18, 360, 420, 4, 5], [1, 500, 500, 1, 1], [40, 870, 560, 8, 5]])('%i places in %i × %i: %i columns, %i rows', (count, width, height, columns, rows) => {
  const grid = tileGrid(count, width, height);
  expect([grid.columns, grid.rows]).toEqual([columns, rows]);
  expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(count);
  expect(grid.side * grid.columns + TILE_GAP * (grid.columns - 1)).toBeLessThanOrEqual(width);
  expect(grid.side * grid.rows + TILE_GAP * (grid.rows - 1)).toBeLessThanOrEqual(height);
});
it('no place, no squares', () => expect(tileGrid(0, 500, 500).side).toBe(0));
