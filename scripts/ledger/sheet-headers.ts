import type { DuckDBConnection } from '@duckdb/node-api';
import type { RawSheet, SheetPlan } from './contract.ts';
import { firstRows } from './raw-table.ts';

/** A, B … Z, AA: column as Excel names it; 1-based. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

const ROWS = 12;
/** Long digit runs are data, possibly personal: never shown as a header. */
const isWord = (text: string): boolean => text.length > 0 && text.length <= 30 && !/[0-9０-９]{6}/.test(text);

/** Header of every column, '' where none is known: the plan's, else that of the row near the top with the most words. */
export async function headersOf(connection: DuckDBConnection, sheet: RawSheet & Partial<Pick<SheetPlan, 'columns' | 'unmapped'>>): Promise<string[]> {
  const width = Math.max(1, sheet.width);
  const columns = Array.from({ length: width }, (_, i) => `c${i + 1}`);
  const planned = new Map([...(sheet.columns ?? []), ...(sheet.unmapped ?? [])].map((c) => [c.raw, c.header]));
  const result = await connection.runAndReadAll(`SELECT ${columns.join(', ')} FROM ${firstRows(sheet.src, ROWS)} ORDER BY _row`);
  const rows = result.getRows().map((row) => row.map((cell) => (typeof cell === 'string' && isWord(cell.trim()) ? cell.trim() : '')));
  const words = rows.map((row) => new Set(row.filter((t) => t !== '')).size);
  const header = rows[words.indexOf(Math.max(0, ...words))] ?? [];
  return columns.map((c, i) => planned.get(c) ?? header[i] ?? '');
}
