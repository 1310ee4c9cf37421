/** A county without boundaries: equal squares in stored order. */
export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
  /** Side of a square in px, gaps not counted. */
  readonly side: number;
}
export const TILE_GAP = 4;
const LARGEST = 140;

/** The grid with the largest squares that hold `count` places in the box. */
export function tileGrid(count: number, width: number, height: number): TileGrid {
  let best: TileGrid = { columns: 1, rows: Math.max(1, count), side: 0 };
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const side = Math.floor(Math.min((width - TILE_GAP * (columns - 1)) / columns, (height - TILE_GAP * (rows - 1)) / rows, LARGEST));
    if (side > best.side || (side === best.side && rows * columns < best.rows * best.columns)) best = { columns, rows, side };
  }
  return best;
}
