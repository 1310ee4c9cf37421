import type { CountyFeatures } from './features.ts';
import { boundsOf, type Point, type Rings, ringsOf } from './geometry.ts';
import { unitPoint } from './place-shapes.ts';

/** A place and the site in it, as SVG paths in a box of the given size. */
export interface Inset {
  readonly places: readonly { readonly code: string; readonly d: string; readonly own: boolean }[];
  readonly river: string;
  readonly outline: string;
  /** Centre of the site's mark; null: 未落图. */
  readonly site: Point | null;
}

const unit = (rings: Rings): Rings => rings.map((ring) => ring.map(([lon, lat]) => unitPoint(lon, lat)));
const pathOf = (rings: Rings, to: (p: Point) => Point, close: boolean): string =>
  rings.map((ring) => `M${ring.map((p) => to(p).map((n) => n.toFixed(1)).join(' ')).join('L')}${close ? 'Z' : ''}`).join('');

/** The site's place fills the box, its neighbours around it; without a place of its own the whole county. */
export function siteInset(county: CountyFeatures, placeCode: string | null, at: readonly [lon: number, lat: number] | null, { width, height }: { readonly width: number; readonly height: number }): Inset {
  const shapes = county.places.features.map((f) => ({ code: f.properties.code, rings: unit(ringsOf(f.geometry)) }));
  const own = shapes.find((s) => s.code === placeCode);
  const site = at ? unitPoint(at[0], at[1]) : null;
  const shown = own ? own.rings : shapes.flatMap((s) => s.rings);
  // A point outside its place is still in the picture.
  const box = boundsOf(site ? [...shown, [site]] : shown);
  const scale = Math.min(width / (box.width || 1), height / (box.height || 1)) * 0.8;
  const middle: Point = [box.x + box.width / 2, box.y + box.height / 2];
  const to = ([x, y]: Point): Point => [width / 2 + (x - middle[0]) * scale, height / 2 + (y - middle[1]) * scale];
  const lines = (county.river?.features ?? []).flatMap((f) => (f.geometry.type === 'LineString' ? [f.geometry.coordinates] : f.geometry.coordinates)).map((line) => line.map(([x = 0, y = 0]) => unitPoint(x, y)));
  return {
    places: shapes.map((s) => ({ code: s.code, d: pathOf(s.rings, to, true), own: s === own })), river: pathOf(lines, to, false),
    outline: (county.outline?.features ?? []).map((f) => pathOf(unit(ringsOf(f.geometry)), to, true)).join(''), site: site && to(site),
  };
}
