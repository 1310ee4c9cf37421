import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal } from '../../src/query/sql.ts';
import { select } from './select.ts';
import { type TypedColumn, fallible, moneyColumns } from './type-sql.ts';

/** Less than this, in 元, is floating-point noise of the program that wrote the cell, not something lost. */
const NOISE = '0.0005';

const has = (mask: string, bit: number): boolean => ((BigInt(mask) >> BigInt(bit)) & 1n) === 1n;
const at = (column: string, bit: number): string => `(t.${column} & ${2n ** BigInt(bit)}::HUGEINT) <> 0`;

/** Adds an issue for every cell that could not be read and every amount that lost more than two decimals; then drops the two masks. */
export async function reportCells(connection: DuckDBConnection, table: string, columns: readonly TypedColumn[]): Promise<void> {
  const [masks] = await select<{ unread: string; rounded: string }>(connection,
    `SELECT coalesce(bit_or(_unread), 0)::VARCHAR AS unread, coalesce(bit_or(_rounded), 0)::VARCHAR AS rounded FROM ${ident(`typed_${table}`)}`);
  const joined = `FROM ${ident(`typed_${table}`)} t JOIN ${ident(`staged_${table}`)} s ON s.src = t.src AND s."row" = t."row"`;
  for (const [bit, { column, parser }] of fallible(columns).entries()) {
    if (!parser?.problem || !has(masks?.unread ?? '0', bit)) continue;
    const text = `s.${ident(column.name)}`;
    await connection.run(`INSERT INTO issues SELECT 'value_unreadable', t.src, t."row", ${literal(table)}, ${literal(column.name)}, left(${text}, 200), ${parser.problem(text)}
      ${joined} WHERE ${at('_unread', bit)} ORDER BY t.src, t."row"`);
  }
  for (const [bit, { column }] of moneyColumns(columns).entries()) {
    if (!has(masks?.rounded ?? '0', bit)) continue;
    const [text, value] = [`s.${ident(column.name)}`, `t.${ident(column.name)}`];
    await connection.run(`INSERT INTO issues SELECT 'value_rounded', t.src, t."row", ${literal(table)}, ${literal(column.name)}, left(${text}, 200), '不足一分的部分四舍五入为 ' || ${value} || ' 元'
      ${joined} JOIN scales z ON t.src = z.src WHERE ${at('_rounded', bit)} AND abs(rough_money(${text}, z.${ident(`x_${column.name}`)}) - ${value}::DOUBLE) >= ${NOISE} ORDER BY t.src, t."row"`);
  }
  await connection.run(`ALTER TABLE ${ident(`typed_${table}`)} DROP COLUMN _unread`);
  await connection.run(`ALTER TABLE ${ident(`typed_${table}`)} DROP COLUMN _rounded`);
}
