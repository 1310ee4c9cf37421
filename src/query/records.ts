import type { Question, TableUse } from './ask.ts';

/** Most rows of a list; `of_all` speaks of all of them. */
export const RECORD_LIMIT = 5_000;

/** A list of ledger rows: what a figure of a page is made of. */
export interface RecordAsk {
  /** Relation `r` that has every column. */
  readonly relation: string;
  readonly columns: readonly string[];
  /** What a row adds to the figure; rows that add nothing are left out. */
  readonly counted: string;
  readonly where?: readonly (string | null)[];
  readonly order: string;
  readonly tables: readonly TableUse[];
}

/** The rows with `counted`, `of_all` (all rows) and `sum_of_all` (the figure). Without window functions: those can break DuckDB 1.4.3 on two threads. */
export function recordsQuestion({ relation, columns, counted, where = [], order, tables }: RecordAsk): Question {
  const terms = where.filter((w) => w !== null);
  return {
    sql: `WITH listed AS MATERIALIZED (
SELECT ${columns.join(', ')}, counted
FROM (SELECT *, ${counted} AS counted FROM ${relation} r${terms.length > 0 ? ` WHERE ${terms.map((w) => `(${w})`).join(' AND ')}` : ''})
WHERE counted <> 0
)
SELECT *, (SELECT CAST(count(*) AS INTEGER) FROM listed) AS of_all, (SELECT sum(counted) FROM listed) AS sum_of_all
FROM listed
ORDER BY ${order}
LIMIT ${RECORD_LIMIT}`,
    tables,
  };
}
