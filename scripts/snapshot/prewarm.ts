import type { DuckDBConnection } from '@duckdb/node-api';
import type { Prewarmed } from '../../src/model/prewarmed.ts';
import { overviewQuestions } from '../../src/query/overview.ts';
import { makeScope } from '../../src/query/scope.ts';
import type { ComputeOptions } from './compute.ts';

/** Answers with more rows than this are left to the engine: the first screen must stay small. */
const MOST_ROWS = 5000;

type Answer = Prewarmed['answers'][number];
type Cell = Answer['rows'][number][number];

/** The overview's questions without filters, compared with the snapshot before: what the page shows first. Same SQL text, same cells as in the browser. */
export async function prewarm(connection: DuckDBConnection, { asOf, rules, previous }: ComputeOptions, tables: ReadonlySet<string>): Promise<Prewarmed> {
  const scope = makeScope(asOf, previous?.asOf ?? null, rules);
  const questions = overviewQuestions({ asOf, compare: previous?.asOf ?? null, filters: {}, scope, tables });
  const answers: Answer[] = [];
  for (const { sql } of Object.values(questions)) {
    const answer = await answerOf(connection, sql);
    if (answer.rows.length <= MOST_ROWS) answers.push(answer);
  }
  return { answers };
}

/** Rows of a query as the page's engine gives them: whole numbers and decimals as numbers where they fit. */
async function answerOf(connection: DuckDBConnection, sql: string): Promise<Answer> {
  const reader = await connection.runAndReadAll(sql);
  const numeric = reader.columnTypes().map((type) => /^(BIGINT|HUGEINT|UBIGINT|DECIMAL)/.test(String(type)));
  const cellOf = (value: unknown, column: number): Cell => {
    if (numeric[column] && typeof value === 'string' && Number.isSafeInteger(Math.trunc(Number(value)))) return Number(value);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  };
  return { sql, columns: reader.columnNames(), rows: reader.getRowsJson().map((row) => row.map(cellOf)) };
}
