import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../src/query/sql.ts';
import type { PlannedColumn, RawSheet, Remark } from './contract.ts';
import type { Preview } from './find-header.ts';
import type { Match } from './headers.ts';
import { firstRows, rawColumns, rawTable } from './raw-table.ts';

/** The first rows of a sheet as text, '' for NULL; row i of the result is row i+1. */
export async function readPreview(connection: DuckDBConnection, sheet: RawSheet, count: number): Promise<string[][]> {
  const result = await connection.runAndReadAll(
    `SELECT _row, ${rawColumns(Math.max(1, sheet.width)).join(', ')} FROM ${firstRows(sheet.src, count)} ORDER BY _row`,
  );
  const rows: string[][] = [];
  for (const [row, ...cells] of result.getRows()) {
    while (rows.length < Number(row) - 1) rows.push([]);
    rows.push(cells.map((cell) => (typeof cell === 'string' ? cell.trim() : '')));
  }
  return rows;
}

/** Non-blank cells below the header of each column (0-based). */
export async function countCells(connection: DuckDBConnection, src: number, headerRow: number, columns: readonly number[]): Promise<number[]> {
  if (columns.length === 0) return [];
  const counts = columns.map((c) => `count(nullif(trim(c${c + 1}), ''))`);
  const result = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM ${rawTable(src)} WHERE _row > ${headerRow}`);
  return (result.getRows()[0] ?? []).map(Number);
}

/** Rows below the header that repeat one of the rows down to it: a printed page's header or title. Compared by the first mapped columns. */
export async function repeatedRows(
  connection: DuckDBConnection,
  sheet: RawSheet,
  rows: Preview,
  headerRow: number,
  columns: readonly PlannedColumn[],
): Promise<number[]> {
  const raws = columns.slice(0, 4).map((c) => Number(c.raw.slice(1)) - 1);
  const spanned = (row: number, c: number): boolean => (sheet.spans ?? []).some((s) => s.row === row + 1 && c + 1 > s.from && c + 1 <= s.to);
  const same = rows.slice(0, headerRow).flatMap((row, i) => {
    const texts = raws.map((c) => (spanned(i, c) ? '' : (row[c] ?? '')));
    if (texts.filter((t) => t !== '').length < Math.min(2, columns.length)) return [];
    // Looking for one of the texts is far cheaper than trimming every cell.
    const mark = texts.findIndex((t) => t !== '');
    return [`(${[`contains(c${(raws[mark] ?? 0) + 1}, ${literal(texts[mark] ?? '')})`, ...raws.map((c, k) => `coalesce(trim(c${c + 1}), '') = ${literal(texts[k] ?? '')}`)].join(' AND ')})`];
  });
  if (same.length === 0) return [];
  const result = await connection.runAndReadAll(`SELECT _row FROM ${rawTable(sheet.src)} WHERE _row > ${headerRow} AND (${same.join(' OR ')}) ORDER BY _row`);
  return result.getRows().map(([row]) => Number(row));
}

/**
 * A number merged over several rows is one number: filled down into a money or count column it would be added up once per row. It keeps
 * its first row, the others become unknown, with a remark.
 */
export async function unfillNumbers(connection: DuckDBConnection, sheet: RawSheet, matches: readonly Match[], headerRow: number): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const { column, from, to, number } of sheet.filled ?? []) {
    const quantity = matches.find((m) => m.raw === column - 1 && ['元', '人', '户', '次', '件', '分'].includes(m.column.unit));
    if (!number || !quantity || from <= headerRow) continue;
    await connection.run(`UPDATE ${rawTable(sheet.src)} SET c${column} = NULL WHERE _row BETWEEN ${from} AND ${to}`);
    const reason = `“${quantity.column.title}”的一个数合并了第 ${from - 1}–${to} 行，只记在第 ${from - 1} 行，其余行按未知处理；请拆分后分别填写`;
    remarks.push({ check: 'merged_number', row: from - 1, column, value: '', reason });
  }
  return remarks;
}
