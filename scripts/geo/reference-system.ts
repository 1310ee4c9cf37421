import { BoundaryError } from './boundary-error.ts';
import { type PolygonFeature, positionsOf } from './polygons.ts';

/** How a source's coordinates become WGS84. */
export interface ReferenceSystem {
  /** Name for people and the report. */
  readonly name: string;
  /** mapshaper commands that project to WGS84; null: the coordinates are longitude and latitude already. */
  readonly project: readonly string[] | null;
  readonly notes: readonly string[];
}

const OLD_DATUM = /xian.?(19)?80|beijing.?(19)?54|西安|北京/i;
/** Longitude and latitude of WGS84, CGCS2000, Xian 1980, Beijing 1954. */
const DEGREES_EPSG = new Set(['4326', '4490', '4979', '4480', '4610', '4214']);
const OLD_EPSG = /^(4610|4214|23[2-9]\d|24[0-4]\d|214\d\d)$/;

const notesOf = (old: boolean): string[] =>
  old ? ['坐标基准是西安80或北京54，没有做基准转换：位置可能偏差几十至一百多米，请尽量用 CGCS2000 的边界'] : [];

/** Reads a .prj (WKT). CGCS2000 and WGS84 differ by less than a metre and count as the same. */
export function systemOfPrj(wkt: string | null): ReferenceSystem {
  if (wkt === null) return { name: '未注明，按 WGS84', project: null, notes: ['没有 .prj，按经纬度（WGS84）处理'] };
  const degrees = /^(GEOGCS|GEOGCRS|GEODCRS|GEOGRAPHICCRS)\b/i.test(wkt);
  return { name: /"([^"]*)"/.exec(wkt)?.[1] ?? wkt.slice(0, 40), project: degrees ? null : ['-proj', 'wgs84'], notes: notesOf(OLD_DATUM.test(wkt)) };
}

/** Reads the `crs` member of older GeoJSON, such as `urn:ogc:def:crs:EPSG::4490`; without one GeoJSON is WGS84 by definition. */
export function systemOfGeoJson(crs: unknown): ReferenceSystem {
  const stated = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name;
  if (typeof stated !== 'string' || /CRS:?84$/i.test(stated)) return { name: 'WGS84', project: null, notes: [] };
  const code = /(\d+)$/.exec(stated)?.[1] ?? stated;
  return {
    name: `EPSG:${code}`,
    project: DEGREES_EPSG.has(code) ? null : ['-proj', 'wgs84', `from=EPSG:${code}`],
    notes: notesOf(OLD_EPSG.test(code)),
  };
}

/** Throws BoundaryError at the first coordinate that cannot be longitude and latitude. */
export function checkDegrees(features: readonly PolygonFeature[], file: string): void {
  for (const [lon = NaN, lat = NaN] of positionsOf(features)) {
    if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) continue;
    const exchanged = lon > 3 && lon < 54 && lat > 73 && lat < 136;
    throw new BoundaryError('crs', file, `坐标 ${lon}, ${lat} 不是经纬度`, exchanged ? '经度和纬度可能写反了，请交换后重新导出' : '请带上 .prj，或用 GIS 软件转换为 CGCS2000 经纬度后重新导出');
  }
}
