import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { BoundaryName } from './boundary-fields.ts';
import type { PolygonFeature } from './polygons.ts';
import { runMapshaper } from './run-mapshaper.ts';

/** One geometry per place. */
export interface MergedParts {
  readonly geometries: readonly (Polygon | MultiPolygon)[];
  readonly names: readonly BoundaryName[];
  readonly notes: readonly string[];
}

/** Rows of one place (same code, or same name where there is no code) become one boundary: exclaves are often rows of their own. */
export async function mergeParts(features: readonly PolygonFeature[], names: readonly BoundaryName[]): Promise<MergedParts> {
  const keys = names.map(({ code, name }, index) => (code !== null ? `c${code}` : name !== null ? `n${name}` : `#${index}`));
  const first = new Map<string, number>();
  keys.forEach((key, index) => first.set(key, first.get(key) ?? index));
  if (first.size === features.length) return { geometries: features.map(({ geometry }) => geometry), names, notes: [] };
  const input: FeatureCollection = {
    type: 'FeatureCollection',
    features: features.map(({ geometry }, index) => ({ type: 'Feature', properties: { first: first.get(keys[index] ?? '') ?? index }, geometry })),
  };
  const text = await runMapshaper(['-i', 'input.json', 'snap', '-dissolve', 'first', '-sort', 'first', '-o', 'output.json', 'format=geojson'], { 'input.json': JSON.stringify(input) });
  const merged = (JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon, { first: number }>).features;
  return {
    geometries: merged.map(({ geometry }) => geometry),
    names: merged.map(({ properties }) => names[properties.first] ?? { code: null, name: null }),
    notes: [`${features.length - merged.length} 行与别的行代码（或名称）相同，已合并为同一属地`],
  };
}
