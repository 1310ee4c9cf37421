import type { DuckDBConnection } from '@duckdb/node-api';
import { dateLiteral } from '../../src/query/sql.ts';
import { stepSql } from '../../src/query/flow.ts';

/** The snapshot published before this one; its tables are loaded as prev_projects, prev_absent, prev_flow and prev_cube. */
export interface Previous {
  readonly asOf: string;
}

/**
 * Fills the derived columns of `projects` and makes `absent` and `flow`, from this week's ledger and the previous snapshot (domain §2, §4).
 * A project that returns after an absence is recognised by what `prev_absent` kept of it. `risk_score` is filled with the risks.
 */
export async function deriveHistory(connection: DuckDBConnection, options: { asOf: string; campaignFrom: string; previous: Previous | null }): Promise<void> {
  const { asOf, campaignFrom, previous } = options;
  const opensCampaign = asOf >= campaignFrom && (previous === null || previous.asOf < campaignFrom);
  await connection.run(`UPDATE projects SET open = coalesce(risk_grade IN ('一般', '严重') AND closed_on IS NULL, FALSE)`);
  await connection.run(`UPDATE projects SET grade_now = CASE WHEN open THEN risk_grade ELSE '无欠薪' END`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE prior AS ${previous ? PRIOR : `${EMPTY_PRIOR}`}`);
  await connection.run(`UPDATE projects SET
      closings = coalesce(h.closings, CASE WHEN projects.closed_on IS NOT NULL AND NOT projects.open THEN 1 ELSE 0 END) + CASE WHEN h.open AND NOT projects.open THEN 1 ELSE 0 END,
      found_grade = CASE WHEN projects.open AND NOT coalesce(h.open, FALSE) THEN projects.grade_now ELSE h.found_grade END,
      opening_grade = ${opensCampaign ? 'CASE WHEN projects.open THEN projects.grade_now END' : 'h.opening_grade'},
      promise_first_on = CASE WHEN projects.open AND NOT coalesce(h.open, FALSE) THEN projects.promised_on ELSE coalesce(h.promise_first_on, projects.promised_on) END,
      promise_changes = CASE WHEN projects.open AND NOT coalesce(h.open, FALSE) THEN 0 ELSE coalesce(h.promise_changes, 0) + CASE WHEN projects.promised_on <> h.promised_on THEN 1 ELSE 0 END END,
      unchanged_weeks = CASE WHEN projects.open AND h.open AND h.present AND projects.unpaid_wages IS NOT DISTINCT FROM h.unpaid_wages
        AND projects.unpaid_workers IS NOT DISTINCT FROM h.unpaid_workers AND projects.grade_now = h.grade_now THEN coalesce(h.unchanged_weeks, 0) + 1 ELSE 0 END
    FROM (SELECT q.project_id AS id, p.* EXCLUDE (project_id) FROM projects q LEFT JOIN prior p USING (project_id)) h WHERE h.id = projects.project_id`);
  await connection.run(`INSERT INTO absent BY NAME SELECT p.* EXCLUDE (present, last_seen), ${previous ? `coalesce(p.last_seen, ${dateLiteral(previous.asOf)})` : 'p.last_seen'} AS last_seen FROM prior p ANTI JOIN projects q USING (project_id)`);
  if (opensCampaign) await connection.run(`UPDATE absent SET opening_grade = NULL`);
  await connection.run(`INSERT INTO flow BY NAME ${stepSql(asOf, previous !== null)}`);
  if (previous) await connection.run(`INSERT INTO flow BY NAME SELECT * FROM prev_flow WHERE as_of < ${dateLiteral(asOf)}`);
}

const KEPT = `project_id, name, open, grade_now, place_code, dept_code, invest_kind, stage, leader, unpaid_wages, unpaid_workers, promised_on, court_stage, found_grade, opening_grade,
  closings, promise_first_on, promise_changes, unchanged_weeks`;
const PRIOR = `SELECT ${KEPT}, TRUE AS present, NULL::DATE AS last_seen FROM prev_projects UNION ALL SELECT ${KEPT}, FALSE AS present, last_seen FROM prev_absent`;
const EMPTY_PRIOR = `SELECT ${KEPT}, TRUE AS present, NULL::DATE AS last_seen FROM projects WHERE FALSE`;
