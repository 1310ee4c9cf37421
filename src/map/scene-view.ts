import type L from 'leaflet';
import { coverOf, type Cover } from './callouts.ts';
import type { Box, Point } from './geometry.ts';
import { insideByRow } from './inside-row.ts';
import { type PlaceShape, unitPoint } from './place-shapes.ts';
import type { SceneView } from './scene.ts';

/** What of a view the county covers, kept while the view stays. */
export type CoverCache = (key: string, screen: Box, isCounty: (at: Point) => boolean) => Cover;
export function coverCache(): CoverCache {
  let kept: { readonly key: string; readonly cover: Cover } | null = null;
  return (key, screen, isCounty) => {
    if (kept?.key !== key) kept = { key, cover: coverOf(screen, isCounty) };
    return kept.cover;
  };
}

/** Room of the controls and the scale at the upper left, and of the approval number at the lower right. */
const CONTROLS = { width: 170, height: 120 };
const CREDIT = { width: 250, height: 52 };

/** Where a Leaflet map looks, in layer points, as its canvas has them; `canvas` is what the renderer holds. */
export function viewOf(map: L.Map, canvas: L.Bounds, shapes: readonly PlaceShape[], coverAt: CoverCache): SceneView {
  const zoom = map.getZoom();
  const world = 256 * 2 ** zoom;
  const origin = map.getPixelOrigin();
  const corner = map.containerPointToLayerPoint([0, 0]);
  const size = map.getSize();
  const place = ([x, y]: Point): Point => [x * world - origin.x, y * world - origin.y];
  const screen = { x: corner.x, y: corner.y, width: size.x, height: size.y };
  const [min, max] = [canvas.min!, canvas.max!];
  const [northWest, southEast] = [map.layerPointToLatLng(min), map.layerPointToLatLng(max)];
  const inCounty = insideByRow(shapes);
  return {
    place, project: (lon, lat) => place(unitPoint(lon, lat)), world, screen, zoom,
    canvas: { x: min.x, y: min.y, width: max.x - min.x, height: max.y - min.y },
    bounds: { west: northWest.lng, north: northWest.lat, east: southEast.lng, south: southEast.lat },
    cover: () => coverAt(`${zoom} ${corner.x} ${corner.y} ${size.x} ${size.y} ${origin.x}`, screen, ([x, y]) => inCounty([(x + origin.x) / world, (y + origin.y) / world])),
    controls: [{ x: corner.x, y: corner.y, ...CONTROLS }, { x: corner.x + size.x - CREDIT.width, y: corner.y + size.y - CREDIT.height, ...CREDIT }],
  };
}
