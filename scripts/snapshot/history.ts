import type { DuckDBConnection } from '@duckdb/node-api';
import { OPEN_AFTER, stepSql } from '../../src/query/flow.ts';
import { dateLiteral } from '../../src/query/sql.ts';

/** The snapshot published before this one; its tables are loaded as prev_projects, prev_absent, prev_flow and prev_cube. */
export interface Previous {
  readonly asOf: string;
}

interface HistoryOptions {
  readonly asOf: string;
  /** Day of the campaign's first snapshot, this one or an earlier one; null: it has not begun. */
  readonly openingOn: string | null;
  readonly previous: Previous | null;
}

/**
 * Fills the derived columns of `projects` and makes `absent` and `flow`, from this week's ledger and the previous snapshot (domain §2, §4).
 * A project that returns after an absence is recognised by what `prev_absent` kept of it. `opening_grade` is read off the account, so a county may move its campaign's
 * first day. `risk_score` is filled with the risks.
 */
export async function deriveHistory(connection: DuckDBConnection, { asOf, openingOn, previous }: HistoryOptions): Promise<void> {
  await connection.run(`UPDATE projects SET open = coalesce(risk_grade IN ('一般', '严重') AND closed_on IS NULL, FALSE)`);
  await connection.run(`UPDATE projects SET grade_now = CASE WHEN open THEN risk_grade ELSE '无欠薪' END`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE prior AS ${previous ? priorSql(previous.asOf) : EMPTY_PRIOR}`);
  await connection.run(`UPDATE projects SET
      closings = ${CLOSINGS},
      found_grade = CASE WHEN ${OPENS} THEN projects.grade_now ELSE h.found_grade END,
      promise_first_on = CASE WHEN ${OPENS} THEN projects.promised_on ELSE coalesce(h.promise_first_on, projects.promised_on) END,
      promise_changes = CASE WHEN ${OPENS} THEN 0 ELSE coalesce(h.promise_changes, 0) + CASE WHEN projects.promised_on <> h.stated_on THEN 1 ELSE 0 END END,
      unchanged_weeks = CASE WHEN projects.open AND h.open AND h.present AND projects.unpaid_wages IS NOT DISTINCT FROM h.unpaid_wages
        AND projects.unpaid_workers IS NOT DISTINCT FROM h.unpaid_workers AND projects.grade_now = h.grade_now THEN coalesce(h.unchanged_weeks, 0) + 1 ELSE 0 END
    FROM (SELECT q.project_id AS id, p.* EXCLUDE (project_id) FROM projects q LEFT JOIN prior p USING (project_id)) h WHERE h.id = projects.project_id`);
  await connection.run('INSERT INTO absent BY NAME SELECT p.* EXCLUDE (present, closed_on, stated_on) FROM prior p ANTI JOIN projects q USING (project_id)');
  await connection.run(`INSERT INTO flow BY NAME ${stepSql(asOf, previous !== null)}`);
  if (previous) await connection.run(`INSERT INTO flow BY NAME SELECT * FROM prev_flow WHERE as_of < ${dateLiteral(asOf)}`);
  if (openingOn === null) return;
  const opening = `(SELECT project_id AS id, grade_after FROM flow WHERE as_of = ${dateLiteral(openingOn)} AND ${OPEN_AFTER}) f`;
  for (const table of ['projects', 'absent']) await connection.run(`UPDATE ${table} SET opening_grade = f.grade_after FROM ${opening} WHERE f.id = ${table}.project_id`);
}

/** Open now and not when last seen: 新增 or 反弹. */
const OPENS = 'projects.open AND NOT coalesce(h.open, FALSE)';

/**
 * One more for every project that is no longer open. One that was never seen open has been closed once by what its 销号日期 says, and again when that day has moved past
 * the day it was last seen; an earlier day corrects the one before, and a day filled in late belongs to the closing already counted.
 */
const CLOSINGS = `CASE WHEN NOT projects.open AND h.open THEN coalesce(h.closings, 0) + 1
        WHEN NOT projects.open AND projects.closed_on IS NOT NULL THEN greatest(1, coalesce(h.closings, 0) + CASE WHEN projects.closed_on > h.last_seen AND (NOT h.present OR projects.closed_on <> h.closed_on) THEN 1 ELSE 0 END)
        ELSE coalesce(h.closings, 0) END`;

const KEPT = `project_id, name, open, grade_now, place_code, dept_code, invest_kind, stage, leader, unpaid_wages, unpaid_workers, promised_on, court_stage, found_grade,
  closings, promise_first_on, promise_changes, unchanged_weeks`;

/** The last promise each project stated since it was last opened. A week that leaves it blank takes nothing back. */
const STATED = `SELECT project_id, arg_max(promised_on, as_of) FILTER (WHERE promised_on IS NOT NULL) AS flow_stated_on
  FROM (SELECT project_id, as_of, promised_on, max(as_of) FILTER (WHERE event IN ('期初', '新增', '反弹')) OVER (PARTITION BY project_id) AS opened_on FROM prev_flow) WHERE as_of >= opened_on GROUP BY project_id`;

/** What is known of every project of earlier snapshots, `last_seen` on which day; `closed_on` of those of the previous snapshot only. */
const priorSql = (previous: string): string => `SELECT * EXCLUDE (flow_stated_on), coalesce(promised_on, flow_stated_on) AS stated_on FROM (
    SELECT ${KEPT}, closed_on, TRUE AS present, ${dateLiteral(previous)} AS last_seen FROM prev_projects
    UNION ALL SELECT ${KEPT}, NULL::DATE AS closed_on, FALSE AS present, last_seen FROM prev_absent
  ) LEFT JOIN (${STATED}) USING (project_id)`;
const EMPTY_PRIOR = `SELECT ${KEPT}, closed_on, TRUE AS present, NULL::DATE AS last_seen, NULL::DATE AS stated_on FROM projects WHERE FALSE`;
