import { type Check, onProjects, onRows } from './check.ts';

/** Points of projects; `located(project_id, place_code_of_point, reason)` is made where boundaries are given. 未落图 projects still count in their 属地. */
export const SPACE_CHECKS: readonly Check[] = [
  // The next two are found while points and boundaries are read (scripts/snapshot/locate.ts).
  { id: 'coordinates_uncertain', name: '坐标系不明', severity: '提示', mend: '在 county.json 的 coordinates 写明 WGS84、GCJ02 或 BD09' },
  { id: 'place_without_boundary', name: '属地没有边界', severity: '提示', mend: '在边界文件中补上该属地，或核对编码；没有边界的属地照常统计，地图上列为无边界' },
  {
    id: 'coordinates_odd', name: '坐标不成对或不在中国', severity: '提示', mend: '补齐经纬度；检查经度、纬度是否写反', needs: ['projects'],
    sql: (c) => onRows(c, 'projects', 'lon', '(t.lon IS NULL) <> (t.lat IS NULL) OR t.lon NOT BETWEEN 73 AND 136 OR t.lat NOT BETWEEN 3 AND 54', '经纬度不成对，或不在中国范围内'),
  },
  {
    id: 'outside_county', name: '坐标在县界外', severity: '提示', mend: '核对坐标和坐标系（WGS84、GCJ-02、BD-09）', needs: ['located', 'projects'],
    sql: (c) => onProjects(c, {
      from: 'located g JOIN projects p ON p.project_id = g.project_id', where: 'g.place_code_of_point IS NULL AND p.lon IS NOT NULL AND p.lat IS NOT NULL', column: 'lon', value: `concat(p.lon, ',', p.lat)`,
      reason: `coalesce(g.reason, '落在县界外')`,
    }),
  },
  {
    id: 'other_place', name: '坐标不在所填属地', severity: '提示', mend: '核对属地或坐标；属地以台账所填为准', needs: ['located', 'projects'],
    sql: (c) => onProjects(c, {
      from: 'located g JOIN projects p ON p.project_id = g.project_id', where: 'g.place_code_of_point <> p.place_code', column: 'place_code', value: 'p.place_code', reason: `'坐标落在另一属地'`,
    }),
  },
];
