import { expect, it } from 'vitest';
import { drawTile, patternTile } from './patterns.ts';

it('three patterns that differ in shape, not only in colour', () => {
  const tiles = (['hatch', 'dots', 'stripes'] as const).map((kind) => patternTile(kind, 'white', 'black'));
  expect(tiles.map((t) => [t.lines.length > 0, t.dots.length > 0])).toEqual([[true, false], [false, true], [true, false]]);
  expect(new Set(tiles.map((t) => JSON.stringify([t.lines, t.dots]))).size).toBe(3);
});
it('hatch lines run at 45° and meet at the seams of the tile', () => {
  const { lines, size } = patternTile('hatch', 'white', 'black');
  for (const [x1, y1, x2, y2] of lines) expect(x2 - x1).toBe(y1 - y2);
  // Shifted by one tile, every line lies on a line again.
  const sums = lines.map(([x1, y1]) => (x1 + y1) % size);
  expect(new Set(sums)).toEqual(new Set([0]));
});
it('draws ground first, then ink', () => {
  const calls: string[] = [];
  const ctx = { fillStyle: '', strokeStyle: '', lineWidth: 0, fillRect: () => calls.push(`ground ${ctx.fillStyle}`), beginPath: () => {}, moveTo: () => {}, lineTo: () => {}, arc: () => {}, stroke: () => calls.push(`line ${ctx.strokeStyle} ${ctx.lineWidth}`), fill: () => calls.push(`dot ${ctx.fillStyle}`) };
  drawTile(ctx as never, patternTile('dots', '#fff', '#000'));
  drawTile(ctx as never, patternTile('stripes', '#eee', '#111'));
  expect(calls).toEqual(['ground #fff', 'dot #000', 'ground #eee', 'line #111 1.5']);
});
