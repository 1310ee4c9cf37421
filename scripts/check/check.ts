import type { DuckDBConnection } from '@duckdb/node-api';
import type { Rules } from '../../src/model/rules.ts';
import { ident, literal } from '../../src/query/sql.ts';

/** 阻断: a published number would be wrong · 提示: said, published all the same. */
export type Severity = '阻断' | '提示';

/** One finding, as it becomes a row of `issues`. */
export interface Finding {
  readonly src: number | null;
  readonly row: number | null;
  readonly table_name: string | null;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** What the caller of runChecks states. */
export interface CheckOptions {
  readonly asOf: string;
  readonly rules: Rules;
  /** Blocking checks the publisher lets through (--accept). */
  readonly accepted: ReadonlySet<string>;
  /** n and d that the data give for an indicator, in its stored unit (元); null: 未导入. Without it reports are compared with themselves only. */
  readonly indicatorValue?: (id: string) => { n: number | null; d: number | null } | null;
  /** Problems parseRules found: each is an issue of `rules_problem`. */
  readonly ruleProblems?: readonly string[];
}

/** What a check's SQL may use. */
export interface CheckContext extends CheckOptions {
  /** `DATE '…'` of the snapshot. */
  readonly day: string;
  readonly has: (table: string) => boolean;
  /** Rows of a ledger table with `src` and `row`: typed_<table>, or the final table without places. Null when neither is there. */
  readonly rows: (table: string) => string | null;
  /** Relation (project_id, src, row) of the project ledger: where a finding on a final table stands. */
  readonly lines: string;
}

/** One test of a publication. Without `sql` and `find` its findings come from reading and typing the ledgers. */
export interface Check {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  /** How to mend it, for the publisher. */
  readonly mend: string;
  /** Tables without which it is not made; a ledger table is there when its rows are. */
  readonly needs?: readonly string[];
  /** SELECT of findings: src, row, table_name, column_name, value, reason. Null: nothing to test. */
  readonly sql?: (context: CheckContext) => string | null;
  readonly find?: (connection: DuckDBConnection, context: CheckContext) => Promise<readonly Finding[]>;
  /** Its reasons hold totals of a report and nothing of a row, so the published detail repeats them. */
  readonly reasonsPublished?: boolean;
}

/** Findings on ledger rows: those of `table` for which the condition over alias `t` holds; `column` is shown, `reason` is a fixed text. */
export function onRows(context: CheckContext, table: string, column: string, condition: string, reason: string): string | null {
  const rows = context.rows(table);
  return rows && `SELECT t.src, t."row", ${literal(table)} AS table_name, ${literal(column)} AS column_name, CAST(t.${ident(column)} AS VARCHAR) AS value, ${literal(reason)} AS reason
    FROM ${rows} t WHERE ${condition}`;
}

/** Findings on final projects, placed on their ledger row. `from` has alias p; `value` and `reason` are SQL expressions. */
export const onProjects = (context: CheckContext, parts: { from: string; where: string; column: string; value: string; reason: string }): string =>
  `SELECT l.src, l."row", 'projects' AS table_name, ${literal(parts.column)} AS column_name, CAST(${parts.value} AS VARCHAR) AS value, ${parts.reason} AS reason
    FROM ${parts.from} LEFT JOIN ${context.lines} l ON l.project_id = p.project_id WHERE ${parts.where}`;

/** UNION ALL of what is there; null when nothing is. */
export function union(parts: readonly (string | null)[]): string | null {
  const found = parts.filter((p) => p !== null);
  return found.length > 0 ? found.join('\nUNION ALL\n') : null;
}
