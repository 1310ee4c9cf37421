import type { Position } from 'geojson';
import { planeOf } from '../geo/plane.ts';
import { randomOf } from './random.ts';
import { RIVER_SKETCH } from './geo-sketch.ts';
import { geometryOf, toDegrees } from './geo-topology.ts';
import { wiggle } from './geo-wiggle.ts';

/** The river's course inside the county: cut where it crosses the county line. */
export function riverLine(): Position[] {
  const county = planeOf(geometryOf(null));
  const inside = (point: Position): boolean => county.clearance(...county.toMetres(point)) > 0;
  const line = wiggle(RIVER_SKETCH, 0.3, 3, randomOf('清河')).map(([x, y]) => toDegrees([x, y]));
  const first = line.findIndex(inside);
  const last = line.findLastIndex(inside);
  return line.slice(first, last + 1);
}
