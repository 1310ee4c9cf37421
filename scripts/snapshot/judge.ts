import type { DuckDBConnection } from '@duckdb/node-api';
import type { CheckCount } from '../check/summary.ts';
import { runChecks } from '../check/run.ts';
import { type ComputeOptions, indicatorValues } from './compute.ts';

export interface Judgement {
  /** Every check, those without findings included. */
  readonly checks: readonly CheckCount[];
  /** Blocking checks with findings that were not accepted: publication is refused. */
  readonly blocking: readonly CheckCount[];
  /** Blocking checks with findings that were accepted on purpose. */
  readonly accepted: { check: string; count: number }[];
  /** Findings of all checks. */
  readonly problems: number;
}

/** Runs every check (fills `issues` and `checks`) and decides what stands against publication. */
export async function judge(connection: DuckDBConnection, options: ComputeOptions & { accept: ReadonlySet<string>; ruleProblems: readonly string[] }): Promise<Judgement> {
  const { asOf, rules, accept, ruleProblems } = options;
  const values = await indicatorValues(connection, options);
  const { all, blocking, accepted } = await runChecks(connection, { asOf, rules, accepted: accept, ruleProblems, indicatorValue: (id) => values.get(id) ?? null });
  return { checks: all, blocking, accepted: accepted.map(({ id, count }) => ({ check: id, count })), problems: all.reduce((n, c) => n + c.count, 0) };
}
