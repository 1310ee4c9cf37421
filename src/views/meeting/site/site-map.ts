import { countyFeatures } from '../../../map/features.ts';
import { boundsOf, type Point, type Rings, ringsOf } from '../../../map/geometry.ts';
import { unitPoint } from '../../../map/place-shapes.ts';
import type { Polygon, MultiPolygon } from 'geojson';

/** The county as paths in a box, ready to be drawn small. */
export interface CountyDrawing {
  readonly width: number;
  readonly height: number;
  readonly places: readonly { readonly code: string; readonly path: string }[];
  readonly outline: string | null;
  readonly river: string | null;
  /** Where a longitude and latitude lie in the box. */
  readonly at: (lon: number, lat: number) => Point;
}

const PAD = 14;
const one = (n: number): string => n.toFixed(1);
const pathOf = (lines: Rings, closed: boolean): string => lines.map((line) => `M${line.map(([x, y]) => `${one(x)} ${one(y)}`).join('L')}${closed ? 'Z' : ''}`).join('');

/** Draws the county's boundaries into a box of that size; null without boundaries, or where they cannot be read. */
export function drawCounty(boundaries: unknown, width: number, height: number): CountyDrawing | null {
  if (boundaries === null || boundaries === undefined) return null;
  try {
    const { places, outline, river } = countyFeatures(boundaries);
    const unit = (rings: Rings): Rings => rings.map((ring) => ring.map(([lon, lat]) => unitPoint(lon, lat)));
    const shapes = places.features.map((f) => ({ code: f.properties.code, rings: unit(ringsOf(f.geometry)) }));
    const box = boundsOf(shapes.flatMap((s) => s.rings));
    if (!(box.width > 0) || !(box.height > 0)) return null;
    const scale = Math.min((width - 2 * PAD) / box.width, (height - 2 * PAD) / box.height);
    const [left, top] = [(width - box.width * scale) / 2 - box.x * scale, (height - box.height * scale) / 2 - box.y * scale];
    const into = ([x, y]: Point): Point => [left + x * scale, top + y * scale];
    const drawn = (rings: Rings, closed = true): string => pathOf(rings.map((ring) => ring.map(into)), closed);
    const outlines = outline?.features.flatMap((f) => unit(ringsOf(f.geometry as Polygon | MultiPolygon))) ?? [];
    const lines = river?.features.flatMap((f) => (f.geometry.type === 'LineString' ? [f.geometry.coordinates] : f.geometry.coordinates)) ?? [];
    return {
      width, height, places: shapes.map(({ code, rings }) => ({ code, path: drawn(rings) })), outline: outlines.length > 0 ? drawn(outlines) : null,
      river: lines.length > 0 ? drawn(lines.map((line) => line.map(([lon = Number.NaN, lat = Number.NaN]) => unitPoint(lon, lat))), false) : null,
      at: (lon, lat) => into(unitPoint(lon, lat)),
    };
  } catch {
    return null;
  }
}

/** Drawn once per boundaries and size; goes with them. */
const kept = new WeakMap<object, Map<string, CountyDrawing | null>>();
export function countyDrawing(boundaries: unknown, width: number, height: number): CountyDrawing | null {
  if (typeof boundaries !== 'object' || boundaries === null) return null;
  const drawings = kept.get(boundaries) ?? new Map<string, CountyDrawing | null>();
  kept.set(boundaries, drawings);
  const key = `${width} ${height}`;
  if (!drawings.has(key)) drawings.set(key, drawCounty(boundaries, width, height));
  return drawings.get(key) ?? null;
}
