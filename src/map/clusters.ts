import Supercluster from 'supercluster';
import type { Mark } from './markers.ts';

/** Most marks in view that are drawn one by one (ui §7). */
const CLUSTER_ABOVE = 80;
/** Clustering ends this far above the zoom that fits the county. */
const OFF_ABOVE_FIT = 2;
const RADIUS = 40;
/** Supercluster's tiles; Leaflet's world at zoom 0 has 256 px. */
const TILE = 256;

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
export interface Cluster {
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
}
/** What is drawn of 无欠薪: single marks and squares with a count. */
export interface Clustered {
  readonly singles: readonly Mark[];
  readonly clusters: readonly Cluster[];
}

export interface ClusterIndex {
  readonly in: (bounds: Bounds, zoom: number, allInView: number) => Clustered;
}

const within = (m: Mark, b: Bounds): boolean => m.lon >= b.west && m.lon <= b.east && m.lat >= b.south && m.lat <= b.north;
export const countIn = (marks: readonly Mark[], bounds: Bounds): number => marks.reduce((n, m) => n + (within(m, bounds) ? 1 : 0), 0);

/**
 * Index of the 无欠薪 marks of a county whose fit zoom is `fit`. It is built when first needed: a county with few marks never builds one.
 * Faded marks (outside the filter) are not clustered with the others: they are only drawn one by one.
 */
export function clusterIndex(marks: readonly Mark[], fit: number): ClusterIndex {
  let built: Supercluster<{ i: number }> | null = null;
  const build = (): Supercluster<{ i: number }> => {
    const index = new Supercluster<{ i: number }>({ radius: RADIUS, extent: TILE, minZoom: Math.max(0, Math.floor(fit)), maxZoom: Math.ceil(fit + OFF_ABOVE_FIT) });
    return index.load(marks.map((m, i) => ({ type: 'Feature', properties: { i }, geometry: { type: 'Point', coordinates: [m.lon, m.lat] } })));
  };
  return {
    in: (bounds, zoom, allInView) => {
      if (allInView <= CLUSTER_ABOVE || zoom >= fit + OFF_ABOVE_FIT) return { singles: marks.filter((m) => within(m, bounds)), clusters: [] };
      built ??= build();
      const singles: Mark[] = [];
      const clusters: Cluster[] = [];
      for (const { properties, geometry } of built.getClusters([bounds.west, bounds.south, bounds.east, bounds.north], Math.round(zoom))) {
        const [lon = 0, lat = 0] = geometry.coordinates;
        if ('cluster' in properties) clusters.push({ lon, lat, count: properties.point_count });
        else singles.push(marks[properties.i]!);
      }
      return { singles, clusters };
    },
  };
}
