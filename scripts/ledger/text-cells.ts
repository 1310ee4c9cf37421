import type { DuckDBConnection } from '@duckdb/node-api';
import { makeWritable, rawColumns, rawTable } from './raw-table.ts';

/** Cells reported of each column: enough to find the column. */
const REPORTED = 100;

/**
 * What Excel leaves in a text file: ="00123" (text kept as text by a formula) becomes 00123, and numbers like 4.20828E+17, which were
 * 15–19 digits before Excel rounded them, are returned. Only columns that hold such cells are touched.
 */
export async function tidyText(connection: DuckDBConnection, src: number, width: number): Promise<{ row: number; column: number }[]> {
  const columns = rawColumns(width);
  const found = await connection.runAndReadAll(
    `SELECT ${columns.map((c) => `coalesce(bool_or(${c} LIKE '="%"'), false), coalesce(bool_or(${c} LIKE '%E+1%'), false)`).join(', ')} FROM ${rawTable(src)}`,
  );
  const flags = found.getRows()[0] ?? [];
  const big: { row: number; column: number }[] = [];
  for (const [i, c] of columns.entries()) {
    if (flags[2 * i] === true) await makeWritable(connection, src);
    if (flags[2 * i] === true) await connection.run(`UPDATE ${rawTable(src)} SET ${c} = nullif(${c}[3:-2], '') WHERE ${c} LIKE '="%"'`);
    if (flags[2 * i + 1] !== true) continue;
    const rows = await connection.runAndReadAll(
      `SELECT _row FROM ${rawTable(src)} WHERE ${c} LIKE '%E+1%' AND regexp_full_match(trim(${c}), '[0-9](\\.[0-9]+)?E\\+1[4-8]') ORDER BY _row LIMIT ${REPORTED}`,
    );
    big.push(...rows.getRows().map(([row]) => ({ row: Number(row), column: i + 1 })));
  }
  return big;
}
