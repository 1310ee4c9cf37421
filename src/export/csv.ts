import { formatNumber } from '../shared/format.ts';
import { cellText, cellValue, columnTitle, type TableColumn, type TableModel, type TableRow } from '../model/table-model.ts';
import { inert } from './inert.ts';

const BOM = '\uFEFF';

/** One field: RFC 4180 quotes where needed; text that would run as a formula gets an apostrophe. */
export function csvField(text: string): string {
  const safe = inert(text);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Numbers stay numbers: no thousands commas, ASCII minus, the column's decimals; as exact as they are where it sets none. */
const plain = (value: number, decimals: number | undefined): string => (decimals === undefined ? String(Number(value.toFixed(6))) : formatNumber(value, decimals).replace(/,/g, '').replace('−', '-'));

function field(column: TableColumn, row: TableRow): string {
  const value = cellValue(column, row);
  if (typeof value === 'number' && Number.isFinite(value)) return plain(value, column.decimals);
  return csvField(typeof value === 'string' && value !== '' ? value : cellText(column, row));
}

/** A table as CSV for Excel: UTF-8 with BOM, CRLF. The first line says what it is (`head`), the second names the columns. */
export function csvOf({ columns, rows }: TableModel, head: readonly string[]): string {
  const lines = [head.map(csvField), columns.map((c) => csvField(columnTitle(c))), ...rows.map((row) => columns.map((column) => field(column, row)))];
  return BOM + lines.map((line) => `${line.join(',')}\r\n`).join('');
}
