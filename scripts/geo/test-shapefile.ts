import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, GeoJsonProperties } from 'geojson';
import mapshaper from 'mapshaper';
import { demoBoundaries } from '../demo/geography.ts';

/** A new empty folder for a test. */
export const testFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'boundaries-'));

/** The demo county with other fields. */
export const renamed = (properties: (code: string, name: string, index: number) => GeoJsonProperties): FeatureCollection => ({
  type: 'FeatureCollection',
  features: demoBoundaries().features.map((feature, index) => ({ ...feature, properties: properties(feature.properties.code, feature.properties.name, index) })),
});

/** Writes `towns.shp` and its companions into a folder, as a GIS would; returns the path of the .shp. */
export async function writeShapefile(folder: string, collection: FeatureCollection, encoding: 'utf8' | 'gbk', projection: readonly string[] = []): Promise<string> {
  const files = await mapshaper.applyCommands(['-i', 'a.json', ...projection, '-o', 'towns.shp', `encoding=${encoding}`], { 'a.json': JSON.stringify(collection) });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return join(folder, 'towns.shp');
}
