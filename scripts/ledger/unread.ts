import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal } from '../../src/query/sql.ts';
import { select } from './select.ts';
import { sqlFactor } from './number-macros.ts';
import { type TypedColumn, fallible, roundedColumns, withScales } from './type-sql.ts';

/** Less than this, in 元, is floating-point noise of the program that wrote the cell, not something lost. */
const NOISE = '0.0005';

const has = (mask: string, bit: number): boolean => ((BigInt(mask) >> BigInt(bit)) & 1n) === 1n;
const at = (column: string, bit: number): string => `(t.${column} & ${2n ** BigInt(bit)}::HUGEINT) <> 0`;

/** Adds an issue for every cell that could not be read and every amount that lost more than two decimals; then drops the two masks. */
export async function reportCells(connection: DuckDBConnection, table: string, columns: readonly TypedColumn[]): Promise<void> {
  const typed = ident(`typed_${table}`);
  const [doubtful, rounded] = [fallible(columns), roundedColumns(columns)];
  const maskOf = async (mask: string): Promise<string> => (await select<{ mask: string }>(connection, `SELECT coalesce(bit_or(${mask}), 0)::VARCHAR AS mask FROM ${typed}`))[0]?.mask ?? '0';
  const joined = `FROM ${typed} t JOIN ${ident(`staged_${table}`)} s ON s.src = t.src AND s."row" = t."row"`;
  const unreadMask = doubtful.length > 0 ? await maskOf('_unread') : '0';
  for (const [bit, { column, parser }] of doubtful.entries()) {
    if (!parser?.problem || !has(unreadMask, bit)) continue;
    const text = `s.${ident(column.name)}`;
    await connection.run(`INSERT INTO issues SELECT 'value_unreadable', t.src, t."row", ${literal(table)}, ${literal(column.name)}, left(${text}, 200), ${parser.problem(text)}
      ${joined} WHERE ${at('_unread', bit)} ORDER BY t.src, t."row"`);
  }
  const roundedMask = rounded.length > 0 ? await maskOf('_rounded') : '0';
  for (const [bit, { column, factor }] of rounded.entries()) {
    if (!has(roundedMask, bit)) continue;
    const [text, value] = [`s.${ident(column.name)}`, `t.${ident(column.name)}`];
    await connection.run(`INSERT INTO issues SELECT 'value_rounded', t.src, t."row", ${literal(table)}, ${literal(column.name)}, left(${text}, 200), '不足一分的部分四舍五入为 ' || ${value} || ' 元'
      ${joined} ${withScales(columns)} WHERE ${at('_rounded', bit)} AND abs(rough_money(${text}, ${sqlFactor(factor)}) - ${value}::DOUBLE) >= ${NOISE} ORDER BY t.src, t."row"`);
  }
  if (doubtful.length > 0) await connection.run(`ALTER TABLE ${typed} DROP COLUMN _unread`);
  if (rounded.length > 0) await connection.run(`ALTER TABLE ${typed} DROP COLUMN _rounded`);
}
