import { boundsOf, holds, inside, type Point, type Rings } from './geometry.ts';

/** Cells along the longer side. */
const CELLS = 256;
/** So many points are decided one by one; only for more is the grid worth making. */
const FEW = 300;
const [UNKNOWN, INSIDE, OUTSIDE, CROSSED] = [0, 1, 2, 3];

/** Tells for very many points whether they lie in one of the areas. A cell of the grid that no edge crosses is decided once, by its first point. */
export function insideAny(areas: readonly Rings[]): (at: Point) => boolean {
  const boxed = areas.map((rings) => ({ rings, box: boundsOf(rings) }));
  const exact = (at: Point): boolean => boxed.some(({ rings, box }) => holds(box, at) && inside(rings, at));
  let asked = 0;
  let grid: ((at: Point) => boolean) | null = null;
  return (at) => ((asked += 1) <= FEW ? exact(at) : (grid ??= byGrid(areas, exact))(at));
}

function byGrid(areas: readonly Rings[], exact: (at: Point) => boolean): (at: Point) => boolean {
  const all = boundsOf(areas.flat());
  const size = Math.max(all.width, all.height) / CELLS;
  if (!(size > 0)) return exact;
  const [columns, rows] = [Math.floor(all.width / size) + 1, Math.floor(all.height / size) + 1];
  const column = (x: number): number => Math.floor((x - all.x) / size);
  const row = (y: number): number => Math.floor((y - all.y) / size);
  const cells = new Uint8Array(columns * rows).fill(UNKNOWN);
  for (const rings of areas) {
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
        const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!];
        const [left, right] = [column(Math.min(ax, bx)), column(Math.max(ax, bx))];
        for (let r = row(Math.min(ay, by)), end = row(Math.max(ay, by)); r <= end; r += 1) cells.fill(CROSSED, r * columns + left, r * columns + right + 1);
      }
    }
  }
  return (at) => {
    const [c, r] = [column(at[0]), row(at[1])];
    if (c < 0 || r < 0 || c >= columns || r >= rows) return false;
    const known = cells[r * columns + c]!;
    if (known === CROSSED) return exact(at);
    if (known !== UNKNOWN) return known === INSIDE;
    const is = exact(at);
    cells[r * columns + c] = is ? INSIDE : OUTSIDE;
    return is;
  };
}
