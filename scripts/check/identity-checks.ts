import { type Check, onProjects, onRows } from './check.ts';

const plain = (column: string): string => `replace(replace(replace(${column}, ' ', ''), '（', '('), '）', ')')`;

/** One project under two numbers, beside the equal numbers that typing finds: in one ledger it is counted twice, between two weeks it reads as 新增 and 漏报. */
export const IDENTITY_CHECKS: readonly Check[] = [
  {
    id: 'project_named_twice', name: '同名项目有两个编号', severity: '提示', mend: '是同一个项目的合并为一行；是标段的在名称中写明标段', needs: ['projects'],
    sql: (c) => onRows(c, 'projects', 'name', `(${plain('t.name')}, coalesce(t.place_code, '')) IN (SELECT (${plain('q.name')}, coalesce(q.place_code, '')) FROM ${c.rows('projects')} q GROUP BY ALL HAVING count(DISTINCT q.project_id) > 1)`, '同一属地有同名项目，编号不同'),
  },
  {
    id: 'id_changed', name: '项目换了编号', severity: '提示', mend: '沿用上期的编号；确是新项目的在名称中写明', needs: ['prev_projects', 'projects'],
    sql: (c) => onProjects(c, {
      from: `projects p JOIN prev_projects b ON ${plain('b.name')} = ${plain('p.name')} AND b.place_code IS NOT DISTINCT FROM p.place_code`,
      where: 'b.project_id NOT IN (SELECT q.project_id FROM projects q) AND p.project_id NOT IN (SELECT q.project_id FROM prev_projects q)',
      column: 'project_id', value: 'p.project_id', reason: `concat('上期同名同属地的项目编号是 ', b.project_id, '，本期没有这个编号')`,
    }),
  },
];
