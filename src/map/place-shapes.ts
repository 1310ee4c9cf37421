import type { PlaceFeatures } from './features.ts';
import { boundsOf, type Box, distanceIn, holds, inside, type Point, poleOf, type Rings, ringsOf } from './geometry.ts';

/** A place's area in Mercator metres-like units (world = 0…1), with the point its label stands on. */
export interface PlaceShape {
  readonly code: string;
  readonly rings: Rings;
  readonly bounds: Box;
  readonly label: Point;
  /** Inscribed radius at the label, in the same unit. */
  readonly radius: number;
}

/** Longitude, latitude → the unit square of Web Mercator, y down. */
export const unitPoint = (lon: number, lat: number): Point => [(lon + 180) / 360, (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2];

/** Shapes of a county; a label point of the register is used where it lies inside its place. */
export function placeShapes(places: PlaceFeatures, labels: ReadonlyMap<string, readonly [lon: number, lat: number]>): readonly PlaceShape[] {
  return places.features.map((f) => {
    const rings = ringsOf(f.geometry).map((ring) => ring.map(([lon, lat]) => unitPoint(lon, lat)));
    const given = labels.get(f.properties.code);
    const at = given ? unitPoint(given[0], given[1]) : null;
    const pole = at && inside(rings, at) ? { at, radius: distanceIn(rings, at) } : poleOf(rings);
    return { code: f.properties.code, rings, bounds: boundsOf(rings), label: pole.at, radius: pole.radius };
  });
}

/** Place at a unit point; null: outside the county. */
export const placeAt = (shapes: readonly PlaceShape[], at: Point): string | null => shapes.find((s) => holds(s.bounds, at) && inside(s.rings, at))?.code ?? null;
