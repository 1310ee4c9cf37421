import type { DuckDBConnection } from '@duckdb/node-api';
import { runChecks } from '../check/run.ts';
import { type ComputeOptions, indicatorValues } from './compute.ts';

/** One check's result over all sheets. */
export interface CheckLine {
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  readonly count: number;
}

export interface Judgement {
  /** Every check, those without findings included. */
  readonly checks: readonly CheckLine[];
  /** Blocking checks with findings that were not accepted: publication is refused. */
  readonly blocking: readonly CheckLine[];
  /** Blocking checks with findings that were accepted on purpose. */
  readonly accepted: { check: string; count: number }[];
  /** Findings of all checks. */
  readonly problems: number;
}

/** Runs every check (fills `issues` and `checks`) and decides what stands against publication. */
export async function judge(connection: DuckDBConnection, options: ComputeOptions & { accept: ReadonlySet<string>; ruleProblems: readonly string[] }): Promise<Judgement> {
  const { asOf, rules, accept, ruleProblems } = options;
  const values = await indicatorValues(connection, options);
  await runChecks(connection, { asOf, rules, accepted: accept, ruleProblems, indicatorValue: (id) => values.get(id) ?? null });
  const rows = (await connection.runAndReadAll('SELECT check_id, any_value(name), any_value(severity), sum("count")::BIGINT FROM checks GROUP BY check_id ORDER BY check_id')).getRows();
  const checks = rows.map(([id, name, severity, count]) => ({ id: String(id), name: String(name), severity: String(severity), count: Number(count) }));
  const blocks = checks.filter((c) => c.severity === '阻断' && c.count > 0);
  return {
    checks, problems: checks.reduce((n, c) => n + c.count, 0), blocking: blocks.filter((c) => !accept.has(c.id)),
    accepted: blocks.filter((c) => accept.has(c.id)).map((c) => ({ check: c.id, count: c.count })),
  };
}
