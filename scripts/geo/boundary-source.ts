import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { feature } from 'topojson-client';
import type { GeoJSON } from 'geojson';
import type { Topology } from 'topojson-specification';
import { BoundaryError } from './boundary-error.ts';
import { type Encoding, requestedEncoding } from './encoding.ts';
import { type PolygonFeature, polygonsOf } from './polygons.ts';
import { checkDegrees, type ReferenceSystem, systemOfGeoJson, systemOfPrj } from './reference-system.ts';
import { runMapshaper } from './run-mapshaper.ts';
import { readShapefile } from './shapefile.ts';

/** Polygons of a boundary file in WGS84 with their own fields. */
export interface BoundarySource {
  readonly polygons: readonly PolygonFeature[];
  /** Coordinate system they came in. */
  readonly crs: string;
  /** Encoding of their text. */
  readonly encoding: Encoding;
  /** What the publisher should know, in Chinese. */
  readonly notes: readonly string[];
}

/** Reads .shp (with its companions), .geojson, .json or .topojson. Throws BoundaryError. */
export async function readBoundarySource(path: string, encoding?: string): Promise<BoundarySource> {
  const extension = extname(path).toLowerCase();
  if (!['.shp', '.geojson', '.json', '.topojson'].includes(extension)) {
    throw new BoundaryError('extension', path, `不支持的文件类型“${extension || '无扩展名'}”`, extension === '.zip' ? '请先解压，再给出其中的 .shp' : '可用 .shp、.geojson、.json、.topojson');
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new BoundaryError('missing', path, '读不到这个文件', '请检查路径', cause);
  });
  if (bytes.length === 0) throw new BoundaryError('empty', path, '文件是空的（0 字节）', '请重新复制或导出');
  const wanted = requestedEncoding(encoding, path);
  const { json, system, ...read } = extension === '.shp' ? await fromShapefile(path, bytes, wanted) : await fromJson(path, bytes, wanted);
  const { polygons, others } = polygonsOf(json);
  if (polygons.length === 0) throw new BoundaryError('polygons', path, '没有面（多边形）', '请导出乡镇（街道）界的面图层，不是点或线');
  checkDegrees(polygons, path);
  const left = others > 0 ? [`${others} 行不是面或没有图形，未使用`] : [];
  return { polygons, crs: system.name, encoding: read.encoding, notes: [...system.notes, ...read.notes, ...left] };
}

interface Read {
  readonly json: GeoJSON;
  readonly system: ReferenceSystem;
  readonly encoding: Encoding;
  readonly notes: readonly string[];
}

async function fromShapefile(path: string, shp: Buffer, wanted?: Encoding): Promise<Read> {
  const { files, projection, encoding, notes } = await readShapefile(path, shp, wanted);
  const system = systemOfPrj(projection);
  const input = { 'input.shp': files.shp, 'input.shx': files.shx, 'input.dbf': files.dbf, ...(system.project ? { 'input.prj': projection ?? '' } : {}) };
  const json = await imported(path, ['input.shp', `encoding=${encoding === 'utf-8' ? 'utf8' : encoding}`], system, input);
  return { json, system, encoding, notes };
}

async function fromJson(path: string, bytes: Buffer, wanted?: Encoding): Promise<Read> {
  const { text, encoding } = decode(bytes, wanted);
  const json = parse(path, text);
  if (json.type === 'Topology') return { json: fromTopology(path, json), system: systemOfGeoJson(null), encoding, notes: [] };
  const system = systemOfGeoJson((json as { crs?: unknown }).crs);
  return { json: system.project ? await imported(path, ['input.json'], system, { 'input.json': text }) : json, system, encoding, notes: [] };
}

/** Lets mapshaper read files, and project them where needed. */
async function imported(path: string, source: readonly string[], system: ReferenceSystem, input: Record<string, string | Uint8Array>): Promise<GeoJSON> {
  const notProjected = (cause?: unknown): BoundaryError =>
    new BoundaryError('crs', path, `不能从坐标系 ${system.name} 转换`, '请用 GIS 软件转换为 CGCS2000 经纬度后重新导出', cause);
  let json: GeoJSON;
  try {
    json = JSON.parse(await runMapshaper(['-i', ...source, ...(system.project ?? []), '-o', 'output.json', 'format=geojson'], input)) as GeoJSON;
  } catch (cause) {
    if (system.project && /proj|crs|wkt|epsg|coordinate system/i.test(String(cause))) throw notProjected(cause);
    throw new BoundaryError('unreadable', path, '文件读不出来', '请用 GIS 软件打开检查，重新导出为 shapefile 或 GeoJSON', cause);
  }
  // Points a projection cannot hold are dropped in silence.
  const lost = json.type === 'GeometryCollection' ? json.geometries.length === 0 : json.type === 'FeatureCollection' && json.features.every(({ geometry }) => geometry === null);
  if (system.project && lost) throw notProjected();
  return json;
}

function decode(bytes: Buffer, wanted?: Encoding): { text: string; encoding: Encoding } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const encoding = wanted === 'big5' ? wanted : 'gb18030';
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
}

function parse(path: string, text: string): GeoJSON | Topology {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const whole = /[}\]]\s*$/.test(text);
    throw new BoundaryError(whole ? 'unreadable' : 'truncated', path, whole ? '不是有效的 JSON' : '文件不完整（被截断）', '请重新复制或导出', cause);
  }
  if (typeof (json as { type?: unknown } | null)?.type !== 'string') throw new BoundaryError('unreadable', path, '不是 GeoJSON 或 TopoJSON', '请用 GIS 软件导出为 GeoJSON');
  return json as GeoJSON | Topology;
}

/** The object called places, else the one with most polygons. */
function fromTopology(path: string, topology: Topology): GeoJSON {
  try {
    const objects = Object.entries(topology.objects).map(([name, object]) => ({ name, json: feature(topology, object) as GeoJSON }));
    const sizes = objects.map(({ name, json }) => ({ json, size: name === 'places' ? Infinity : polygonsOf(json).polygons.length }));
    return sizes.reduce<{ json: GeoJSON; size: number }>((best, next) => (next.size > best.size ? next : best), { json: { type: 'FeatureCollection', features: [] }, size: 0 }).json;
  } catch (cause) {
    throw new BoundaryError('unreadable', path, 'TopoJSON 的内容不完整', '请重新导出', cause);
  }
}
