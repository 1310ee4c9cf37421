import L from 'leaflet';
import { drawsFiner } from '../shared/fine-canvas.ts';
import { type CountyLayers, countyLayers } from './county-layers.ts';
import type { CountyFeatures } from './features.ts';
import type { Point } from './geometry.ts';
import { type Hit, hitAt } from './hits.ts';
import { canvasOf, copyForPrint, finerCopy, internals, paintLayer } from './paint-layer.ts';
import { sceneKeeper, type SceneKeeper, type SceneSource, sizesFor } from './scene-keeper.ts';
import { type Sight, sightOf } from './sight.ts';

/** All of Leaflet, from mount to unmount: the map, where it looks, what lies below, what is drawn on top. */
export interface Stage {
  readonly map: L.Map;
  readonly sight: Sight;
  readonly layers: CountyLayers;
  readonly keeper: SceneKeeper;
  /** Lays out and draws the marks and labels anew. */
  readonly redraw: () => void;
  readonly toFront: () => void;
  readonly hitOf: (event: L.LeafletMouseEvent) => Hit;
  /** Layer px and places in degrees → px of the frame. */
  readonly inFrame: (layer: Point) => Point;
  readonly degreesInFrame: (lat: number, lon: number) => Point;
  /** What is on screen at twice its resolution. */
  readonly copyTo: (paper: HTMLCanvasElement) => void;
  readonly end: () => void;
}

export interface StageAsk {
  readonly county: CountyFeatures;
  readonly view: Parameters<Sight['look']>[0];
  readonly source: () => SceneSource;
  readonly still: () => boolean;
  /** The canvas stands elsewhere on the map; the scene is dropped already. */
  readonly moved: () => void;
  readonly laid: () => void;
}

const pair = ({ x, y }: L.Point): Point => [x, y];

/** One canvas for everything; the frame's size sets the limits of the zoom. */
export function stageOn(box: HTMLElement, { county, view, source, still, moved, laid }: StageAsk): Stage {
  const renderer = canvasOf(L, { padding: 0.3 });
  const map = L.map(box, {
    renderer, preferCanvas: true, attributionControl: false, zoomControl: false, keyboard: false, boxZoom: false, doubleClickZoom: false, scrollWheelZoom: false, zoomSnap: 0.25, zoomDelta: 0.5,
    maxBoundsViscosity: 1, fadeAnimation: false, zoomAnimation: !still(), inertia: !still(), trackResize: false,
  });
  map.createPane('pulse').style.pointerEvents = 'none';
  let layers: CountyLayers | null = null;
  const first = L.geoJSON(county.places).getBounds();
  const sight = sightOf(map, { bounds: () => layers?.bounds() ?? first, phone: () => source().phone, still });
  sight.limit();
  sight.look(view);
  const below = (layers = countyLayers(map, renderer, county));
  const keeper: SceneKeeper = sceneKeeper(map, renderer, source, { laid, clustered: () => redraw() });
  const top = paintLayer(L, renderer, () => (keeper.drop(), moved()), keeper.draw);
  const redraw = (): void => {
    keeper.drop();
    top.redraw();
  };
  drawsFiner(internals(renderer)._container, () => finerCopy(L, renderer));
  return {
    map, sight, layers: below, keeper, redraw, toFront: () => void (map.hasLayer(top) ? top.bringToFront() : top.addTo(map)),
    hitOf: ({ latlng, layerPoint }) => {
      const world = 256 * 2 ** map.getZoom();
      const { x, y } = map.project(latlng);
      const { shapes, phone } = source();
      return hitAt(keeper.scene(), shapes, sizesFor(phone), pair(layerPoint), [x / world, y / world]);
    },
    inFrame: (layer) => pair(map.layerPointToContainerPoint([...layer])),
    degreesInFrame: (lat, lon) => pair(map.latLngToContainerPoint([lat, lon])),
    copyTo: (paper) => {
      const corner = map.containerPointToLayerPoint([0, 0]);
      copyForPrint(L, renderer, L.bounds(corner, corner.add(map.getSize())), paper);
    },
    end: () => {
      keeper.end();
      map.remove();
    },
  };
}

/** Px of the map and metres: what a bar of that width stands for, in the middle of the frame. */
export function metresAcross(map: L.Map, width: number): number {
  const middle = map.getSize().divideBy(2);
  return map.distance(map.containerPointToLatLng(middle), map.containerPointToLatLng(middle.add([width, 0])));
}
