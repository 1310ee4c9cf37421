import L from 'leaflet';
import type { Point } from './geometry.ts';

/** Zoom, latitude, longitude; null: the whole county. */
export type MapView = readonly [zoom: number, lat: number, lon: number] | null;

/** Room around the county; on a phone also for the strip at the bottom. */
const DESK_ROOM = { side: 36, top: 26, bottom: 26 };
const PHONE_ROOM = { side: 8, top: 8, bottom: 56 };
const ABOVE_FIT = 4;
const SNAP = 0.25;
const PAN_SECONDS = 0.25;
const KEY_PAN_SECONDS = 0.12;

/** As good as the same view: what the URL keeps is rounded. */
export const sameView = (a: MapView, b: MapView): boolean => a === b || (a !== null && b !== null && a.every((n, i) => Math.abs(n - b[i]!) < 0.006));
const latLngOf = (unit: Point): L.LatLng => L.latLng((Math.atan(Math.sinh(Math.PI * (1 - 2 * unit[1]))) * 180) / Math.PI, unit[0] * 360 - 180);

/** Where a map looks and may look: the county fits the frame at `fit`, and four steps nearer is the end. */
export interface Sight {
  readonly fit: () => number;
  /** true while the whole county is on screen. */
  readonly whole: () => boolean;
  /** Zoom limits and bounds for the county and the size the frame has now. */
  readonly limit: () => void;
  readonly look: (at: MapView, animate?: boolean) => void;
  readonly zoomBy: (steps: number) => void;
  readonly panBy: (pan: readonly [x: number, y: number]) => void;
  /** Pans only when the point is outside the inner 80 %. */
  readonly reveal: (at: { readonly lat: number; readonly lon: number } | undefined) => void;
  /** Pans until a unit point is inside the frame. */
  readonly bringIn: (unit: Point) => void;
  readonly now: () => MapView;
}

/** The sight of a map whose county has `bounds`. Leaflet's snapping is off while the fit is set: it is no multiple of a step. */
export function sightOf(map: L.Map, { bounds, phone, still }: { readonly bounds: () => L.LatLngBounds; readonly phone: () => boolean; readonly still: () => boolean }): Sight {
  let fit = 0;
  const room = () => (phone() ? PHONE_ROOM : DESK_ROOM);
  const whole = (): boolean => Math.abs(map.getZoom() - fit) < 0.01;

  function limit(): void {
    const { options } = map;
    [options.minZoom, options.maxZoom, options.zoomSnap] = [0, 24, 0];
    const { side, top, bottom } = room();
    fit = map.getBoundsZoom(bounds(), false, L.point(side * 2, top + bottom));
    [options.minZoom, options.maxZoom, options.zoomSnap] = [fit, fit + ABOVE_FIT, SNAP];
  }
  function look(at: MapView, animate = false): void {
    const [southWest, northEast] = [bounds().getSouthWest(), bounds().getNorthEast()];
    map.options.zoomSnap = at ? SNAP : 0;
    const centre = map.unproject(map.project(southWest, fit).add(map.project(northEast, fit)).divideBy(2).add([0, (room().bottom - room().top) / 2]), fit);
    map.setView(at ? [at[1], at[2]] : centre, at?.[0] ?? fit, { animate: animate && !still() });
    map.options.zoomSnap = SNAP;
  }
  function zoomBy(steps: number): void {
    const to = map.getZoom() + steps;
    if (to <= fit) look(null, true);
    else map.setZoom(to, { animate: !still() });
  }
  function reveal(at: { readonly lat: number; readonly lon: number } | undefined): void {
    if (!at) return;
    const { x, y } = map.latLngToContainerPoint([at.lat, at.lon]);
    const size = map.getSize();
    if (x < size.x * 0.1 || x > size.x * 0.9 || y < size.y * 0.1 || y > size.y * 0.9) map.panTo([at.lat, at.lon], { animate: !still(), duration: PAN_SECONDS });
  }
  return {
    fit: () => fit, whole, look, zoomBy, reveal,
    // Padded by 10 %; on a phone further, or the county would be centred behind the strip.
    limit: () => (limit(), void map.setMaxBounds(bounds().pad(phone() ? 0.6 : 0.1))),
    panBy: ([x, y]) => void map.panBy([x, y], { animate: !still(), duration: KEY_PAN_SECONDS }),
    bringIn: (unit) => void map.panInside(latLngOf(unit), { padding: [40, 40], animate: !still() }),
    now: () => {
      const { lat, lng } = map.getCenter();
      return whole() ? null : [Number(map.getZoom().toFixed(2)), Number(lat.toFixed(4)), Number(lng.toFixed(4))];
    },
  };
}
