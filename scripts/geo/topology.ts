import { readFileSync } from 'node:fs';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { BoundaryError } from './boundary-error.ts';
import type { BoundaryName } from './boundary-fields.ts';
import { fitTopology } from './fit-topology.ts';

export { topologyText } from './fit-topology.ts';

/** Boundaries of a snapshot: one feature per place that has one. */
export type Boundaries = FeatureCollection<Polygon | MultiPolygon, BoundaryName>;

/** Reads the `places` of a boundaries.topojson as WGS84 GeoJSON. Throws BoundaryError when it is not one. */
export function readTopology(path: string): Boundaries {
  try {
    const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ places: GeometryCollection<BoundaryName> }>;
    return feature(topology, topology.objects.places) as Boundaries;
  } catch (cause) {
    throw new BoundaryError('unreadable', path, '不是可用的边界文件（缺少 places）', '请用 npm run boundaries 重新生成', cause);
  }
}

/** What may be drawn beside the places. */
export interface TopologyExtras {
  readonly outline?: Feature;
  readonly river?: Feature;
  /** Simplify to at most this many bytes; otherwise every vertex is kept. */
  readonly targetBytes?: number;
}

/** One topology of `places` and, where given, `outline` and `river`; the same input gives the same bytes (`topologyText`). */
export async function toTopology(places: FeatureCollection, { outline, river, targetBytes = Infinity }: TopologyExtras = {}): Promise<Topology> {
  const layerOf = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
  const layers = { places, ...(outline && { outline: layerOf(outline) }), ...(river && { river: layerOf(river) }) };
  const result = await fitTopology(layers, targetBytes);
  if (!result.fitted) throw new RangeError(`boundaries: ${targetBytes} bytes are too few, the coarsest takes ${result.smallest}`);
  return result.fitted.topology;
}
