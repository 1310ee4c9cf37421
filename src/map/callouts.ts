import { type Box, boxAround, overlaps, type Point } from './geometry.ts';

/** Most 未销号 projects on screen that get a box; more are numbers only (ui §7). */
export const MOST_CALLOUTS = 3;
const CELL = 12;
const MARGIN = 8;
/** A corner of a box may lie over the county's edge, at the cost of so many px of leader for all of it. */
const MOST_OVER = 0.3;
const OVER_COST = 500;

export interface CalloutWish {
  readonly id: string;
  /** The mark it points to. */
  readonly at: Point;
  readonly width: number;
  readonly height: number;
}
export interface Callout {
  readonly id: string;
  readonly box: Box;
  /** Leader from the box to the mark. */
  readonly from: Point;
  readonly to: Point;
}

/** Which cells of the view the county covers: asked once per view. */
export interface Cover {
  readonly view: Box;
  readonly columns: number;
  readonly covered: readonly boolean[];
}
export function coverOf(view: Box, isCounty: (at: Point) => boolean): Cover {
  const [columns, rows] = [Math.ceil(view.width / CELL), Math.ceil(view.height / CELL)];
  const covered = Array.from({ length: columns * rows }, (_, i) => isCounty([view.x + ((i % columns) + 0.5) * CELL, view.y + (Math.floor(i / columns) + 0.5) * CELL]));
  return { view, columns, covered };
}

/** Share of a box that lies over the county. */
function shareOver({ view, columns, covered }: Cover, box: Box): number {
  const [left, right] = [Math.max(0, Math.floor((box.x - view.x) / CELL)), Math.min(columns - 1, Math.floor((box.x + box.width - view.x) / CELL))];
  const [top, bottom] = [Math.max(0, Math.floor((box.y - view.y) / CELL)), Math.floor((box.y + box.height - view.y) / CELL)];
  let over = 0;
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) if (covered[row * columns + column] === true) over += 1;
  return over / ((right - left + 1) * (bottom - top + 1));
}

const nearestOn = (box: Box, [x, y]: Point): Point => [Math.max(box.x, Math.min(box.x + box.width, x)), Math.max(box.y, Math.min(box.y + box.height, y))];

/**
 * Boxes outside the county (but for a corner), inside the view, over nothing in `blocked` and not over each other, each as near to its mark as can be. A box that finds no room is
 * left out: its mark keeps the number. More than three wishes: none.
 */
export function placeCallouts(wishes: readonly CalloutWish[], cover: Cover, blocked: readonly Box[]): readonly Callout[] {
  if (wishes.length > MOST_CALLOUTS) return [];
  const { view } = cover;
  const placed: Callout[] = [];
  for (const { id, at, width, height } of wishes) {
    const taken = [...blocked, ...placed.map((c) => c.box), ...wishes.map((w) => boxAround(w.at, 44))];
    let best: Callout | null = null;
    let least = Infinity;
    for (let x = view.x + MARGIN; x + width <= view.x + view.width - MARGIN; x += CELL) {
      for (let y = view.y + MARGIN; y + height <= view.y + view.height - MARGIN; y += CELL) {
        const box = { x, y, width, height };
        const from = nearestOn(box, at);
        const length = Math.hypot(from[0] - at[0], from[1] - at[1]);
        if (length >= least) continue;
        const over = shareOver(cover, box);
        const cost = length + over * OVER_COST;
        if (cost >= least || over > MOST_OVER || taken.some((o) => overlaps(o, box))) continue;
        least = cost;
        best = { id, box, from, to: at };
      }
    }
    if (best) placed.push(best);
  }
  return placed;
}
