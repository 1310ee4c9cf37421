import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { BoundaryError } from './boundary-error.ts';
import { type BoundaryName, chooseFields, namesOf } from './boundary-fields.ts';
import { joinReport, type JoinReport, type PlaceName } from './boundary-join.ts';
import { readBoundarySource } from './boundary-source.ts';
import { fitTopology } from './fit-topology.ts';
import { mergeParts } from './merge-parts.ts';

export { BoundaryError } from './boundary-error.ts';
export { type BoundaryName } from './boundary-fields.ts';
export { type PlaceName } from './boundary-join.ts';

/** What to convert, and into how many bytes. */
export interface BoundaryOptions {
  /** .shp (its .shx, .dbf, .prj, .cpg beside it), .geojson, .json or .topojson. */
  readonly path: string;
  /** Field of the place code; guessed when not given. */
  readonly codeField?: string;
  /** Field of the place name; guessed when not given. */
  readonly nameField?: string;
  /** Text encoding; found out when not given. */
  readonly encoding?: string;
  readonly targetBytes: number;
  /** The ledger's places: a boundary joined to one by name takes its code. */
  readonly places?: readonly PlaceName[];
}

/** Boundaries ready for a snapshot, and how they came about. */
export interface ConvertedBoundaries {
  /** Object `places`, WGS84, quantised; properties `code` and `name`. */
  readonly topojson: Topology;
  readonly bytes: number;
  /** Code and name of each boundary, in the order of the topology. */
  readonly places: readonly BoundaryName[];
  /** Share of vertices kept, in percent. */
  readonly kept: number;
  /** Coordinate system of the source. */
  readonly crs: string;
  readonly encoding: string;
  /** Fields the code and the name were taken from. */
  readonly fields: { readonly code: string | null; readonly name: string | null };
  /** null without `places`. */
  readonly join: JoinReport | null;
  /** What the publisher should know, in Chinese. */
  readonly notes: readonly string[];
}

/** Reads, names, joins, simplifies. Reads files only; throws BoundaryError. */
export async function convertBoundaries({ path, codeField, nameField, encoding, targetBytes, places }: BoundaryOptions): Promise<ConvertedBoundaries> {
  const source = await readBoundarySource(path, encoding);
  const fields = chooseFields(source.polygons, path, codeField, nameField);
  const merged = await mergeParts(source.polygons, namesOf(source.polygons, fields));
  const join = places ? joinReport(merged.names, places) : null;
  const codes = new Map(join?.rows.map(({ feature, place_code }) => [feature, place_code]));
  const names = merged.names.map(({ code, name }, index) => ({ code: codes.get(index) ?? code, name }));
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: merged.geometries.map((geometry, index) => ({ type: 'Feature', properties: names[index] ?? null, geometry })),
  };
  const result = await fitTopology({ places: collection }, targetBytes);
  if (!result.fitted) {
    throw new BoundaryError('size', path, `目标 ${targetBytes} 字节太小：最大限度简化后仍有 ${result.smallest} 字节`, `请把 --bytes 调到 ${result.smallest} 以上`);
  }
  const { topology, bytes, kept } = result.fitted;
  return { topojson: topology, bytes, kept, places: names, crs: source.crs, encoding: source.encoding, fields, join, notes: [...source.notes, ...merged.notes] };
}
