import Supercluster from 'supercluster';
import { OFF_ABOVE_FIT } from './cluster-zoom.ts';

const RADIUS = 40;
/** Supercluster's tiles; Leaflet's world at zoom 0 has 256 px. */
const TILE = 256;

/** Where the marks are, as columns: they go to a worker and back without being copied one by one. */
export interface Points {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}
/** What is drawn at one whole zoom. */
export interface ClusterLevel extends Points {
  readonly zoom: number;
  readonly count: Uint32Array;
  /** Position of the single mark among the points; −1: a cluster. */
  readonly single: Int32Array;
}

/** Clusters of the points for every zoom from the one that fits the county on. */
export function clusterLevels({ lon, lat }: Points, fit: number): readonly ClusterLevel[] {
  const [minZoom, maxZoom] = [Math.max(0, Math.floor(fit)), Math.ceil(fit + OFF_ABOVE_FIT)];
  const index = new Supercluster<{ i: number }>({ radius: RADIUS, extent: TILE, minZoom, maxZoom });
  index.load(Array.from(lon, (x, i) => ({ type: 'Feature', properties: { i }, geometry: { type: 'Point', coordinates: [x, lat[i]!] } })));
  return Array.from({ length: maxZoom - minZoom + 1 }, (_, k) => {
    const zoom = minZoom + k;
    const found = index.getClusters([-180, -90, 180, 90], zoom);
    return {
      zoom, lon: Float64Array.from(found, (f) => f.geometry.coordinates[0]!), lat: Float64Array.from(found, (f) => f.geometry.coordinates[1]!),
      count: Uint32Array.from(found, ({ properties: p }) => ('cluster' in p ? p.point_count : 1)), single: Int32Array.from(found, ({ properties: p }) => ('cluster' in p ? -1 : p.i)),
    };
  });
}
