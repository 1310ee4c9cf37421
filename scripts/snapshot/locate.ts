import type { DuckDBConnection } from '@duckdb/node-api';
import type { FeatureCollection } from 'geojson';
import type { Manifest } from '../../src/model/manifest.ts';
import { literal } from '../../src/query/sql.ts';
import { detectSystem, makeLocator, type System, toWgs84 } from '../geo/coordinates.ts';

/**
 * Converts the projects' points to WGS84 in place and makes `located` (project_id, place_code_of_point, reason): where each point falls, for the
 * checks. `reason` is NULL when all is well, else 落在县界外 or 经纬度颠倒. A project without a point is 未落图 and has no row.
 */
export async function locateProjects(connection: DuckDBConnection, boundaries: FeatureCollection | null, stated: System | null): Promise<Manifest['coordinates']> {
  await connection.run('CREATE OR REPLACE TABLE located (project_id VARCHAR, place_code_of_point VARCHAR, reason VARCHAR)');
  const rows = (await connection.runAndReadAll('SELECT project_id, place_code, lon, lat FROM projects WHERE lon IS NOT NULL AND lat IS NOT NULL ORDER BY project_id')).getRows();
  const points = rows.map(([id, place, lon, lat]) => ({ id: String(id), place: place === null ? null : String(place), lon: Number(lon), lat: Number(lat) }));
  if (points.length === 0) return { source: '无坐标', method: 'none' };
  const detected = !stated && boundaries ? detectSystem(points.map((p) => [p.lon, p.lat] as const), boundaries, points.map((p) => p.place)) : null;
  const system = stated ?? detected?.system ?? 'WGS84';
  if (detected ? !detected.confident : !stated) await connection.run(`INSERT INTO issues VALUES ('coordinates_uncertain', NULL, NULL, 'projects', 'lon', NULL, ${literal(uncertain(system, detected !== null))})`);
  const locate = boundaries ? makeLocator(boundaries) : null;
  await connection.run('CREATE OR REPLACE TEMP TABLE moved (project_id VARCHAR, lon DOUBLE, lat DOUBLE)');
  for (let at = 0; at < points.length; at += 500) {
    const batch = points.slice(at, at + 500).map((p) => ({ ...p, wgs: toWgs84(p.lon, p.lat, system) }));
    const moved = batch.map(({ id, wgs }) => `(${literal(id)}, ${wgs[0]}, ${wgs[1]})`);
    await connection.run(`INSERT INTO moved VALUES ${moved.join(', ')}`);
    if (!locate) continue;
    const located = batch.map(({ id, lon, lat, wgs }) => {
      const place = locate(wgs[0], wgs[1]);
      const reason = place !== null ? null : locate(...toWgs84(lat, lon, system)) !== null ? '经纬度颠倒' : '落在县界外';
      return `(${literal(id)}, ${literal(place)}, ${literal(reason)})`;
    });
    await connection.run(`INSERT INTO located VALUES ${located.join(', ')}`);
  }
  await connection.run(`UPDATE projects SET lon = round(m.lon, 6), lat = round(m.lat, 6) FROM moved m WHERE m.project_id = projects.project_id`);
  return { source: system, method: stated ? 'stated' : detected ? 'detected' : 'assumed' };
}

/** A notice for every place the boundaries do not have. Without boundaries there is nothing to compare. */
export async function reportUnbounded(connection: DuckDBConnection, boundaries: FeatureCollection | null): Promise<void> {
  const codes = boundaries?.features.flatMap((f) => (typeof f.properties?.['code'] === 'string' ? [f.properties['code']] : [])) ?? [];
  if (codes.length === 0) return;
  await connection.run(`INSERT INTO issues SELECT 'place_without_boundary', NULL, NULL, 'places', 'place_code', place_code, '边界文件里没有“' || name || '”' FROM places WHERE place_code NOT IN (${codes.map(literal).join(', ')}) ORDER BY place_code`);
}

const uncertain = (system: System, compared: boolean): string =>
  compared ? `坐标与边界比对，不足以确定坐标系，按 ${system} 处理` : `没有边界可比对，坐标按 ${system} 处理`;
