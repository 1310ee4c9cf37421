import { copyFile, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoBoundaries, PLACES, pointIn } from '../demo/geography.ts';
import { BoundaryError, convertBoundaries } from './boundaries.ts';
import { makeLocator } from './locator.ts';
import { renamed, testFolder, writeShapefile } from './test-shapefile.ts';
import { type Boundaries, topologyText, toTopology } from './topology.ts';

const expected = PLACES.map(({ place_code, name }) => ({ code: place_code, name }));
const usual = renamed((code, name) => ({ XZQDM: code, 乡镇: name, 县: '安澜县' }));
const roomy = 1_000_000;
let folder = '';
beforeEach(async () => {
  folder = await testFolder();
});

const save = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const failure = async (options: Parameters<typeof convertBoundaries>[0]): Promise<BoundaryError> => {
  const error: unknown = await convertBoundaries(options).then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(BoundaryError);
  return error as BoundaryError;
};
const placesIn = (topology: Awaited<ReturnType<typeof convertBoundaries>>['topojson']): Boundaries => feature(topology, 'places') as unknown as Boundaries;

describe('convertBoundaries reads', () => {
  test.each(['utf8', 'gbk'] as const)('a shapefile in %s, with and without .cpg', async (encoding) => {
    const path = await writeShapefile(folder, usual, encoding);
    const withCpg = await convertBoundaries({ path, targetBytes: roomy });
    await rm(join(folder, 'towns.cpg'));
    const without = await convertBoundaries({ path, targetBytes: roomy });
    for (const { places, kept, fields, encoding: found } of [withCpg, without]) {
      expect(places).toEqual(expected);
      expect(kept).toBe(100);
      expect(fields).toEqual({ code: 'XZQDM', name: '乡镇' });
      expect(found).toBe(encoding === 'gbk' ? 'gb18030' : 'utf-8');
    }
    expect(topologyText(without.topojson)).toBe(topologyText(withCpg.topojson));
  });
  test('GBK text whose .cpg says UTF-8, and says so', async () => {
    const path = await writeShapefile(folder, usual, 'gbk');
    await save('towns.cpg', 'UTF-8');
    const { places, notes } = await convertBoundaries({ path, targetBytes: roomy });
    expect(places).toEqual(expected);
    expect(notes.join()).toContain('按 GB18030 读取');
  });
  test('companions in capitals', async () => {
    const path = await writeShapefile(folder, usual, 'gbk');
    for (const part of ['dbf', 'shx', 'prj', 'cpg']) await rename(join(folder, `towns.${part}`), join(folder, `Towns.${part.toUpperCase()}`));
    expect((await convertBoundaries({ path, targetBytes: roomy })).places).toEqual(expected);
  });
  test('a CGCS2000 Gauss-Krüger shapefile with its zone in the easting, to 1 m', async () => {
    const path = await writeShapefile(folder, usual, 'gbk', ['-proj', '+proj=tmerc +lat_0=0 +lon_0=111 +k=1 +x_0=37500000 +y_0=0 +ellps=GRS80 +units=m +no_defs']);
    await save('towns.prj', 'PROJCS["CGCS2000_3_Degree_GK_Zone_37",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",37500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]');
    const { topojson, crs } = await convertBoundaries({ path, targetBytes: roomy });
    expect(crs).toBe('CGCS2000_3_Degree_GK_Zone_37');
    const flat = (boundaries: { features: readonly { geometry: Polygon | MultiPolygon }[] }): Set<string> =>
      new Set(boundaries.features.flatMap(({ geometry }) => geometry.coordinates.flat(3)).map((value) => (value as number).toFixed(3)));
    const original = flat(demoBoundaries());
    const missing = [...flat(placesIn(topojson))].filter((value) => !original.has(value));
    // Only values that lie on the edge of rounding may differ.
    expect(missing.length).toBeLessThan(original.size * 0.02);
  });
  test('CGCS2000 degrees as they are, and old datums with a warning', async () => {
    const path = await writeShapefile(folder, usual, 'utf8');
    const wgs84 = await convertBoundaries({ path, targetBytes: roomy });
    await save('towns.prj', 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]');
    const cgcs = await convertBoundaries({ path, targetBytes: roomy });
    expect(cgcs.crs).toBe('GCS_China_Geodetic_Coordinate_System_2000');
    expect(topologyText(cgcs.topojson)).toBe(topologyText(wgs84.topojson));
    await save('towns.prj', 'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]');
    expect((await convertBoundaries({ path, targetBytes: roomy })).notes.join()).toContain('没有做基准转换');
    await rm(join(folder, 'towns.prj'));
    expect((await convertBoundaries({ path, targetBytes: roomy })).notes.join()).toContain('没有 .prj');
  });
  test.each([['geojson', '.geojson'], ['json', '.json']])('%s', async (_, extension) => {
    expect((await convertBoundaries({ path: await save(`towns${extension}`, `\uFEFF${JSON.stringify(usual)}`), targetBytes: roomy })).places).toEqual(expected);
  });
  test('GeoJSON that states EPSG:4490, or web Mercator', async () => {
    const stated = (name: string): object => ({ ...usual, crs: { type: 'name', properties: { name } } });
    const degrees = await convertBoundaries({ path: await save('a.geojson', JSON.stringify(stated('urn:ogc:def:crs:EPSG::4490'))), targetBytes: roomy });
    expect(degrees.places).toEqual(expected);
    const mercator = { type: 'Polygon', coordinates: [[[12245143, 4163881], [12256275, 4163881], [12256275, 4177487], [12245143, 4163881]]] };
    const square = { ...stated('urn:ogc:def:crs:EPSG::3857'), features: [{ type: 'Feature', properties: { name: '城关街道' }, geometry: mercator }] };
    const { topojson, crs } = await convertBoundaries({ path: await save('b.geojson', JSON.stringify(square)), targetBytes: roomy });
    expect(crs).toBe('EPSG:3857');
    const { geometry } = placesIn(topojson).features[0]!;
    expect(Math.min(...(geometry as Polygon).coordinates[0]!.map(([lon]) => lon!))).toBeCloseTo(110, 3);
  });
  test('TopoJSON, its own output too', async () => {
    const first = await toTopology(usual, { targetBytes: 20_000 });
    const path = await save('towns.topojson', topologyText(first));
    const { places, topojson, kept } = await convertBoundaries({ path, targetBytes: roomy });
    expect(places).toEqual(expected);
    expect(kept).toBe(100);
    expect(topojson.arcs.length).toBe(first.arcs.length);
  });
});

describe('convertBoundaries simplifies', () => {
  test('to the target, all shapes kept, borders still shared, the same bytes twice', async () => {
    const path = await save('towns.geojson', JSON.stringify(usual));
    const { topojson, bytes, kept, places } = await convertBoundaries({ path, targetBytes: 20_000 });
    const text = topologyText(topojson);
    expect(Buffer.byteLength(text)).toBe(bytes);
    expect(bytes).toBeLessThanOrEqual(20_000);
    expect(bytes).toBeGreaterThan(19_000);
    expect(kept).toBeGreaterThan(10);
    expect(kept).toBeLessThan(60);
    expect(places).toEqual(expected);
    expect(topojson.transform).toBeDefined();
    expect(placesIn(topojson).features.map(({ properties }) => properties)).toEqual(expected);
    // Every inner arc is used by exactly two places.
    const uses = new Map<number, number>();
    const count = (arcs: unknown): void => (Array.isArray(arcs) ? arcs.forEach(count) : void uses.set(Number(arcs) < 0 ? ~Number(arcs) : Number(arcs), (uses.get(Number(arcs) < 0 ? ~Number(arcs) : Number(arcs)) ?? 0) + 1));
    for (const geometry of (topojson.objects['places'] as { geometries: { arcs: unknown }[] }).geometries) count(geometry.arcs);
    expect([...uses.values()].filter((times) => times > 2)).toEqual([]);
    expect([...uses.values()].filter((times) => times === 2).length).toBeGreaterThanOrEqual(35);
    const locate = makeLocator(placesIn(topojson));
    for (const { place_code } of PLACES) for (let k = 0; k < 5; k++) expect(locate(...pointIn(place_code, k))).toBe(place_code);
    expect(topologyText((await convertBoundaries({ path, targetBytes: 20_000 })).topojson)).toBe(text);
  });
  test('but says when the target is out of reach', async () => {
    const error = await failure({ path: await save('towns.geojson', JSON.stringify(usual)), targetBytes: 1000 });
    expect(error.kind).toBe('size');
    expect(error.message).toMatch(/towns\.geojson：目标 1000 字节太小.*--bytes/);
  });
});

describe('convertBoundaries names', () => {
  test('by stated fields, 12-digit and numeric codes, blanks as unknown', async () => {
    const odd = renamed((code, name, i) => ({ 名: ` ${name} `, 号: i === 0 ? 990101001000 : i === 1 ? '' : i === 2 ? '990101003000' : code, name: '安澜县' }));
    const { places } = await convertBoundaries({ path: await save('a.geojson', JSON.stringify(odd)), codeField: '号', nameField: '名', targetBytes: roomy });
    expect(places.slice(0, 3)).toEqual([{ code: '990101001', name: '城关街道' }, { code: null, name: '东湖街道' }, { code: '990101003', name: '文峰街道' }]);
  });
  test('not by a field that holds only the county', async () => {
    const path = await save('a.geojson', JSON.stringify(renamed((code, name) => ({ name: '安澜县', code: '990101', MC: name, PAC: code }))));
    expect((await convertBoundaries({ path, targetBytes: roomy })).fields).toEqual({ code: 'PAC', name: 'MC' });
  });
  test('rows of one place as one boundary', async () => {
    const { features } = renamed((code, name) => ({ code, name }));
    const parts = features.flatMap((item): Feature[] =>
      item.geometry.type === 'MultiPolygon' ? item.geometry.coordinates.map((coordinates) => ({ ...item, geometry: { type: 'Polygon', coordinates } })) : [item],
    );
    const split = { type: 'FeatureCollection', features: [...parts.slice(10), ...parts.slice(0, 10)] };
    const { places, topojson, notes } = await convertBoundaries({ path: await save('a.geojson', JSON.stringify(split)), targetBytes: roomy });
    expect(parts).toHaveLength(19);
    expect(places.map(({ name }) => name)).toEqual([...PLACES.slice(10), ...PLACES.slice(0, 10)].map(({ name }) => name));
    expect(placesIn(topojson).features.filter(({ geometry }) => geometry.type === 'MultiPolygon').map(({ properties }) => properties.name)).toEqual(['经开区']);
    expect(notes.join()).toContain('1 行与别的行代码（或名称）相同');
  });
  test('with the ledger’s code where the name alone joins', async () => {
    const path = await save('a.geojson', JSON.stringify(renamed((_, name) => ({ 名称: name.endsWith('街道') ? `${name}办事处` : name }))));
    const { places, join: report } = await convertBoundaries({ path, targetBytes: roomy, places: PLACES });
    expect(places.map(({ code }) => code)).toEqual(PLACES.map(({ place_code }) => place_code));
    expect(report?.rows.every(({ by }) => by === 'name')).toBe(true);
  });
});

describe('convertBoundaries refuses', () => {
  test.each<[string, string, BoundaryError['kind'], RegExp]>([
    ['towns.zip', 'PK', 'extension', /towns\.zip：不支持的文件类型.*先解压/],
    ['towns.dwg', 'x', 'extension', /\.shp、\.geojson/],
    ['towns', 'x', 'extension', /无扩展名/],
    ['towns.geojson', '', 'empty', /0 字节/],
    ['towns.geojson', JSON.stringify(usual).slice(0, 5000), 'truncated', /截断/],
    ['towns.geojson', '{"type": }', 'unreadable', /JSON/],
    ['towns.geojson', '{"features": []}', 'unreadable', /不是 GeoJSON/],
    ['towns.geojson', 'null', 'unreadable', /不是 GeoJSON/],
    ['towns.geojson', '{"type":"FeatureCollection","features":[]}', 'polygons', /没有面/],
    ['towns.geojson', '{"type":"FeatureCollection"}', 'polygons', /没有面/],
    ['towns.geojson', '{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[110,35]}}', 'polygons', /面图层/],
    ['towns.topojson', '{"type":"Topology","objects":{"places":{"type":"Polygon","arcs":[[5]]}},"arcs":[]}', 'unreadable', /TopoJSON/],
    ['towns.geojson', '{"type":"Polygon","coordinates":[[[110,35],[111,35],[111,36],[110,35]]]}', 'field', /没有任何字段/],
    ['towns.geojson', '{"type":"Feature","properties":{"甲":1,"乙":2},"geometry":{"type":"Polygon","coordinates":[[[110,35],[111,35],[111,36],[110,35]]]}}', 'field', /甲、乙.*--code-field/],
    ['towns.geojson', '{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[[35,110],[35,111],[36,111],[35,110]]]}}', 'crs', /写反/],
    ['towns.geojson', '{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[[37500000,3900000],[37500010,3900000],[37500010,3900010],[37500000,3900000]]]}}', 'crs', /\.prj/],
    ['towns.geojson', '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:999999"}},"features":[{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}}]}', 'crs', /EPSG:999999/],
  ])('%s: %#', async (name, content, kind, message) => {
    const error = await failure({ path: await save(name, content), targetBytes: roomy });
    expect(error.message).toMatch(message);
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(name);
  });
  test('a file that is not there, an unknown encoding, a field that is not there', async () => {
    expect((await failure({ path: join(folder, 'none.shp'), targetBytes: roomy })).kind).toBe('missing');
    const path = await writeShapefile(folder, usual, 'utf8');
    expect((await failure({ path, encoding: 'klingon', targetBytes: roomy })).message).toContain('klingon');
    const error = await failure({ path, codeField: '代码', targetBytes: roomy });
    expect(error.kind).toBe('field');
    expect(error.message).toBe('towns.shp：没有字段“代码”。文件里的字段有：XZQDM、乡镇、县；请改 --code-field。');
  });
  test.each(['shx', 'dbf'])('a shapefile without .%s', async (part) => {
    const path = await writeShapefile(folder, usual, 'utf8');
    await rm(join(folder, `towns.${part}`));
    const error = await failure({ path, targetBytes: roomy });
    expect(error.kind).toBe('missing');
    expect(error.message).toContain(`.${part}`);
  });
  test.each(['shp', 'shx', 'dbf'])('a truncated .%s', async (part) => {
    const path = await writeShapefile(folder, usual, 'utf8');
    const file = join(folder, `towns.${part}`);
    const { length } = await readFile(file);
    for (const size of [length - 10, 50]) {
      await truncate(file, size);
      expect(await failure({ path, targetBytes: roomy })).toMatchObject({ kind: 'truncated', file });
    }
    await truncate(file, 0);
    expect((await failure({ path, targetBytes: roomy })).kind).toBe('empty');
  });
  test('parts of two different files, a file that is no shapefile, a projection that means nothing', async () => {
    const path = await writeShapefile(folder, usual, 'utf8');
    const other = await testFolder();
    const smaller = await writeShapefile(other, { ...usual, features: usual.features.slice(3) }, 'utf8');
    await copyFile(smaller.replace('.shp', '.dbf'), path.replace('.shp', '.dbf'));
    expect((await failure({ path, targetBytes: roomy })).message).toContain('18 个图形，.dbf 有 15 行');
    expect((await failure({ path: await save('a.shp', 'x'.repeat(200)), targetBytes: roomy })).message).toContain('不是 shapefile');
    expect((await failure({ path: smaller, targetBytes: 10 })).kind).toBe('size');
    await writeFile(join(other, 'towns.prj'), 'nonsense');
    expect((await failure({ path: smaller, targetBytes: roomy })).kind).toBe('crs');
  });
});
