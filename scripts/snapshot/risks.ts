import type { DuckDBConnection } from '@duckdb/node-api';
import type { Rules, Steps } from '../../src/model/rules.ts';
import { RISK_PARTS, type RiskPart } from '../../src/model/tables/computed.ts';
import { clearBySql } from '../../src/query/clocks.ts';
import { dateLiteral, literal } from '../../src/query/sql.ts';
import { createTable } from './ddl.ts';
import { overdueSql } from './overdue.ts';
import { tablesPresent } from './tables-present.ts';

/** Points of the highest step reached; unknown and below the first: 0. */
const stepped = (value: string, steps: Steps): string =>
  steps.length === 0 ? '0' : `CASE ${[...steps].sort((a, b) => b.from - a.from).map((s) => `WHEN ${value} >= ${literal(s.from)} THEN ${s.points}`).join(' ')} ELSE 0 END`;
const within = (left: string, steps: Rules['score']['deadline']): string =>
  steps.length === 0 ? '0' : `CASE ${[...steps].sort((a, b) => a.within - b.within).map((s) => `WHEN ${left} <= ${literal(s.within)} THEN ${s.points}`).join(' ')} ELSE 0 END`;

/** SQL of every part of the score. All but overdue days and open group cases count for open projects only. */
function partsSql(rules: Rules, asOf: string): Record<RiskPart, string> {
  const s = rules.score;
  const open = (expression: string) => `CASE WHEN p.open THEN ${expression} ELSE 0 END`;
  return {
    grade: open(`CASE p.grade_now WHEN '严重' THEN ${s.grade.严重} WHEN '一般' THEN ${s.grade.一般} ELSE 0 END`),
    amount: open(stepped('p.unpaid_wages * 0.0001', s.amount)),
    workers: open(stepped('p.unpaid_workers', s.workers)),
    overdue: stepped('o.days', s.overdue),
    group_event: `CASE WHEN g.project_id IS NOT NULL THEN ${s.group_event} ELSE 0 END`,
    supervised: open(`CASE WHEN p.supervised THEN ${s.supervised} ELSE 0 END`),
    rebound: open(stepped('p.closings', s.rebound)),
    promises: open(stepped('p.promise_changes', s.promises)),
    deadline: open(within(`${clearBySql(rules.calendar, asOf)} - ${dateLiteral(asOf)}`, s.deadline)),
  };
}

/**
 * Fills table `risks` (open or warned projects) and `projects.risk_score` (NULL for the others) from projects, warnings and, where imported, cases,
 * payroll and payments. score is the sum of its integer parts; days_overdue counts as scripts/snapshot/overdue.ts says, NULL when nothing is overdue.
 */
export async function computeRisks(connection: DuckDBConnection, options: { asOf: string; rules: Rules }): Promise<void> {
  const { rules } = options;
  const asOf = dateLiteral(options.asOf);
  const present = await tablesPresent(connection);
  const parts = partsSql(rules, options.asOf);
  const names = Object.keys(RISK_PARTS) as RiskPart[];
  const group = present.has('cases')
    ? `SELECT DISTINCT project_id FROM cases WHERE group_event AND project_id IS NOT NULL AND received_on <= ${asOf} AND closed_on IS NULL`
    : 'SELECT NULL::VARCHAR AS project_id WHERE FALSE';
  await connection.run(createTable('risks'));
  await connection.run(`INSERT INTO risks BY NAME
    SELECT project_id, CAST(${names.map((n) => `part_${n}`).join(' + ')} AS INTEGER) AS score, * EXCLUDE (project_id)
    FROM (SELECT p.project_id, ${names.map((n) => `CAST(${parts[n]} AS INTEGER) AS part_${n}`).join(', ')},
        o.days AS days_overdue, p.unchanged_weeks, ${clearBySql(rules.calendar, options.asOf)} AS clear_by, p.promise_changes
      FROM projects p LEFT JOIN (${overdueSql({ asOf, has: (t) => present.has(t) })}) o USING (project_id) LEFT JOIN (${group}) g USING (project_id)
      WHERE p.open OR p.project_id IN (SELECT w.project_id FROM warnings w WHERE w.project_id IS NOT NULL))`);
  await connection.run('UPDATE projects SET risk_score = (SELECT r.score FROM risks r WHERE r.project_id = projects.project_id)');
}
