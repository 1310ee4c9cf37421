import type { MultiPolygon, Polygon } from 'geojson';
import { poleOfInaccessibility } from '../geo/interior.ts';
import { planeOf } from '../geo/plane.ts';

interface Candidate {
  readonly x: number;
  readonly y: number;
  /** Room left in metres: shrinks as points are chosen nearby. */
  room: number;
}

/** Candidates per side of a place's box. */
const GRID = 60;
/** No point lies nearer to a border than this, in metres. */
const MARGIN = 330;
/** A label is this many times wider than high … */
const LABEL_SHAPE = 2.3;
/** … and half its height, in metres, stays free of points. */
const LABEL_ROOM = 1100;
/** A border counts as this many times farther than a neighbouring point, so that points also reach the edges of a place. */
const BORDER_WEIGHT = 4;

/**
 * Well-spread inside points of a place, the roomiest first: each next point is the one farthest from the border, from the label and from all before it.
 * @param most how many points to choose; fewer come back when the place is full.
 */
export function spreadPoints(geometry: Polygon | MultiPolygon, most: number): [number, number][] {
  const plane = planeOf(geometry);
  const [west, south, east, north] = plane.box;
  const label = plane.toMetres(poleOfInaccessibility(geometry).point);
  const candidates: Candidate[] = [];
  for (let i = 0; i < GRID; i++) {
    for (let j = 0; j < GRID; j++) {
      // Every other row is shifted by half a step: a hexagonal grid leaves no visible columns.
      const x = west + ((i + (j % 2) / 2 + 0.25) / GRID) * (east - west);
      const y = south + ((j + 0.5) / GRID) * (north - south);
      const clearance = plane.clearance(x, y);
      const fromLabel = Math.hypot((x - label[0]) / LABEL_SHAPE, y - label[1]);
      if (clearance >= MARGIN && fromLabel >= LABEL_ROOM) candidates.push({ x, y, room: Math.min(clearance * BORDER_WEIGHT, fromLabel * 1.3) });
    }
  }
  const chosen: [number, number][] = [];
  while (chosen.length < most) {
    const next = candidates.reduce<Candidate | null>((best, candidate) => (candidate.room > (best?.room ?? 0) ? candidate : best), null);
    if (!next) break;
    chosen.push(plane.toDegrees(next.x, next.y));
    for (const candidate of candidates) candidate.room = Math.min(candidate.room, Math.hypot(candidate.x - next.x, candidate.y - next.y));
  }
  return chosen;
}
