import type { MultiPolygon, Polygon } from 'geojson';
import { planeOf } from './plane.ts';

interface Cell {
  readonly x: number;
  readonly y: number;
  /** Half of the side. */
  readonly half: number;
  readonly clearance: number;
}

/** How much better a cell must be able to get before it is searched, as a share of the best clearance. */
const PRECISION = 0.01;

/**
 * Pole of inaccessibility: the inside point farthest from every border (of parts and holes too), where a label has most room.
 * @returns WGS84 point and the radius of its free circle in metres.
 */
export function poleOfInaccessibility(geometry: Polygon | MultiPolygon): { point: [number, number]; radius: number } {
  const plane = planeOf(geometry);
  const [west, south, east, north] = plane.box;
  const cellAt = (x: number, y: number, half: number): Cell => ({ x, y, half, clearance: plane.clearance(x, y) });
  const half = Math.min(east - west, north - south) / 4;
  let open: Cell[] = [];
  for (let x = west + half; x < east + half; x += 2 * half) {
    for (let y = south + half; y < north + half; y += 2 * half) open.push(cellAt(x, y, half));
  }
  let best = cellAt(0, 0, 0);
  // Quadtree, one level at a time: a cell is split only while its far corner could still beat the best centre.
  while (open.length > 0) {
    for (const cell of open) if (cell.clearance > best.clearance) best = cell;
    const promising = open.filter((cell) => cell.clearance + cell.half * Math.SQRT2 > best.clearance + Math.abs(best.clearance) * PRECISION);
    open = promising.flatMap(({ x, y, half: side }) => {
      const h = side / 2;
      return [cellAt(x - h, y - h, h), cellAt(x + h, y - h, h), cellAt(x - h, y + h, h), cellAt(x + h, y + h, h)];
    });
  }
  return { point: plane.toDegrees(best.x, best.y), radius: best.clearance };
}
