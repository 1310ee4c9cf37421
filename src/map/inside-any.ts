import { boundsOf, holds, inside, type Point, type Rings } from './geometry.ts';

/** Bands from south to north. */
const BANDS = 512;
/** So many points are decided one by one; only for more are the bands worth making. */
const FEW = 300;

/** Tells for very many points whether they lie in one of the areas: of all edges only those of the point's band are looked at. */
export function insideAny(areas: readonly Rings[]): (at: Point) => boolean {
  const boxed = areas.map((rings) => ({ rings, box: boundsOf(rings) }));
  const exact = (at: Point): boolean => boxed.some(({ rings, box }) => holds(box, at) && inside(rings, at));
  let asked = 0;
  let banded: ((at: Point) => boolean) | null = null;
  return (at) => ((asked += 1) <= FEW ? exact(at) : (banded ??= byBand(areas, exact))(at));
}

function byBand(areas: readonly Rings[], exact: (at: Point) => boolean): (at: Point) => boolean {
  const { y: south, height } = boundsOf(areas.flat());
  if (!(height > 0)) return exact;
  const bandOf = (y: number): number => Math.floor(((y - south) / height) * BANDS);
  /** Per band and area the ends of its edges: ax, ay, bx, by, … */
  const bands: number[][][] = Array.from({ length: BANDS + 1 }, () => []);
  for (const rings of areas) {
    const mine = new Map<number, number[]>();
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
        const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!];
        for (let band = bandOf(Math.min(ay, by)), last = bandOf(Math.max(ay, by)); band <= last; band += 1) {
          const edges = mine.get(band);
          if (edges) edges.push(ax, ay, bx, by);
          else mine.set(band, [ax, ay, bx, by]);
        }
      }
    }
    for (const [band, edges] of mine) bands[band]!.push(edges);
  }
  return ([x, y]) => (bands[bandOf(y)] ?? []).some((edges) => isOdd(edges, x, y));
}

/** Whether an odd number of the edges lies east of the point: as `inside` counts them. */
function isOdd(edges: readonly number[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}
