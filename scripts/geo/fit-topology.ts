import type { FeatureCollection } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { runMapshaper } from './run-mapshaper.ts';

/** A topology no larger than asked, and the share of vertices (%) it kept. */
export interface FittedTopology {
  readonly topology: Topology;
  /** UTF-8 bytes of `topologyText(topology)`. */
  readonly bytes: number;
  readonly kept: number;
}

/** Steps over the extent: about 1 m for a county. */
const QUANTIZATION = 100_000;
/** Simplification is searched in tenths of a percent. */
const STEPS = 1000;

/** The one way a topology is written: same topology, same bytes. */
export const topologyText = (topology: Topology): string => JSON.stringify(topology);

/**
 * Builds one topology of named layers and simplifies it, shared borders and every shape kept, until it fits.
 * @returns null when even the coarsest one is larger than `targetBytes`; `smallest` says how large that is.
 */
export async function fitTopology(
  layers: Readonly<Record<string, FeatureCollection>>,
  targetBytes: number,
): Promise<{ fitted: FittedTopology } | { fitted: null; smallest: number }> {
  const input = Object.fromEntries(Object.entries(layers).map(([name, collection]) => [`${name}.json`, JSON.stringify(collection)]));
  const attempt = async (step: number): Promise<FittedTopology> => {
    const simplify = step === STEPS ? [] : ['-simplify', `${step / 10}%`, 'keep-shapes', 'target=*'];
    const output = ['-o', 'output.topojson', 'format=topojson', `quantization=${QUANTIZATION}`, 'target=*'];
    const text = await runMapshaper(['-i', ...Object.keys(input), 'combine-files', 'snap', ...simplify, ...output], input);
    const topology = restored(JSON.parse(text) as Topology, layers);
    return { topology, bytes: Buffer.byteLength(topologyText(topology)), kept: step / 10 };
  };
  let best = await attempt(STEPS);
  if (best.bytes <= targetBytes) return { fitted: best };
  best = await attempt(1);
  if (best.bytes > targetBytes) return { fitted: null, smallest: best.bytes };
  let low = 1;
  let high = STEPS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const next = await attempt(middle);
    if (next.bytes <= targetBytes) {
      best = next;
      low = middle;
    } else {
      high = middle;
    }
  }
  return { fitted: best };
}

/** Members in a fixed order, and every layer's properties as they were given: mapshaper drops empty ones. */
function restored({ transform, objects, arcs }: Topology, layers: Readonly<Record<string, FeatureCollection>>): Topology {
  const named = Object.entries(layers).map(([name, { features }]) => {
    const { geometries } = objects[name] as GeometryCollection;
    return [name, { type: 'GeometryCollection', geometries: geometries.map((geometry, i) => ({ ...geometry, properties: features[i]?.properties ?? {} })) }];
  });
  return { type: 'Topology', ...(transform && { transform }), objects: Object.fromEntries(named) as Topology['objects'], arcs };
}
