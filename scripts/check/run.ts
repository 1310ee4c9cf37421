import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal, dateLiteral } from '../../src/query/sql.ts';
import { ISSUES_DDL, SOURCES_DDL } from '../ledger/contract.ts';
import { tablesPresent } from '../snapshot/tables-present.ts';
import type { Check, CheckContext, CheckOptions, Finding } from './check.ts';
import { type CheckSummary, summarise } from './summary.ts';
import { CHECKS, checkOf } from './registry.ts';

export type { CheckSummary } from './summary.ts';

/** Source and row are unknown: the final table itself, for tests and ledgers without typed rows. */
const unplaced = (table: string): string => `(SELECT NULL::INTEGER AS src, NULL::BIGINT AS "row", * FROM ${ident(table)})`;

function contextOf(options: CheckOptions, present: ReadonlySet<string>): CheckContext {
  const has = (table: string) => present.has(table);
  return {
    ...options, has, day: dateLiteral(options.asOf),
    rows: (table) => (has(`typed_${table}`) ? ident(`typed_${table}`) : has(table) ? unplaced(table) : null),
    lines: has('typed_projects') ? '(SELECT project_id, min(src) AS src, min("row") AS "row" FROM typed_projects GROUP BY project_id)' : `(SELECT NULL::VARCHAR AS project_id, NULL::INTEGER AS src, NULL::BIGINT AS "row" WHERE FALSE)`,
  };
}

const values = (f: Finding, check: string): string => `(${[check, f.src, f.row, f.table_name, f.column_name, f.value, f.reason].map(literal).join(', ')})`;

async function runCheck(connection: DuckDBConnection, check: Check, context: CheckContext): Promise<void> {
  if (!check.sql && !check.find) return;
  await connection.run(`DELETE FROM issues WHERE check_id = ${literal(check.id)}`);
  const sql = check.sql?.(context);
  if (sql) await connection.run(`INSERT INTO issues SELECT ${literal(check.id)}, src, "row", table_name, column_name, value, reason FROM (${sql})`);
  const findings = (await check.find?.(connection, context)) ?? [];
  if (findings.length > 0) await connection.run(`INSERT INTO issues VALUES ${findings.map((f) => values(f, check.id)).join(', ')}`);
}

/**
 * Runs every check, adds its findings to `issues` and fills table `checks`: one row per check, source and sheet, or one row of count 0. Reads the final
 * tables and, where they exist, typed_<table>, prev_projects, absent, located, sources. Throws for issues of a check that is not registered.
 */
export async function runChecks(connection: DuckDBConnection, options: CheckOptions): Promise<CheckSummary> {
  await connection.run(ISSUES_DDL);
  await connection.run(SOURCES_DDL);
  const context = contextOf(options, await tablesPresent(connection));
  const missing = (check: Check) => (check.needs ?? []).filter((table) => !context.has(table) && !context.has(`typed_${table}`));
  for (const check of CHECKS) if (missing(check).length === 0) await runCheck(connection, check, context);
  const ids = (await connection.runAndReadAll('SELECT DISTINCT check_id FROM issues ORDER BY check_id')).getRows();
  for (const [id] of ids) checkOf(String(id));
  return summarise(connection, { accepted: options.accepted, missing: new Map(CHECKS.map((c) => [c.id, missing(c)])) });
}
