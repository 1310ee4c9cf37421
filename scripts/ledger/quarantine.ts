import type { DuckDBConnection } from '@duckdb/node-api';
import { ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { select } from './select.ts';

/** Where the first row stands; `f` is its source. */
const PLACE = "f.file || CASE WHEN f.sheet <> '' THEN '“' || f.sheet || '”' ELSE '' END || '第 ' || r.first_row || ' 行'";

/** Moves rows named in `out_rows` (src, row, check_id, column_name, value, reason) from `typed_<table>` to `quarantine_<table>`, with an issue each. */
export async function moveOut(connection: DuckDBConnection, table: string): Promise<void> {
  const columns = ledgerColumns(tableOf(table)).map((c) => `s.${ident(c.name)}`).join(', ');
  await connection.run(`INSERT INTO ${ident(`quarantine_${table}`)} SELECT s.src, s."row", o.reason, ${columns}
    FROM ${ident(`staged_${table}`)} s JOIN out_rows o ON s.src = o.src AND s."row" = o."row" ORDER BY s.src, s."row"`);
  await connection.run(`INSERT INTO issues SELECT check_id, src, "row", ${literal(table)}, column_name, value, reason FROM out_rows ORDER BY src, "row"`);
  await connection.run(`DELETE FROM ${ident(`typed_${table}`)} t USING out_rows o WHERE t.src = o.src AND t."row" = o."row"`);
  await connection.run('DROP TABLE out_rows');
}

/** Rows that lack a required value. */
export async function quarantineIncomplete(connection: DuckDBConnection, table: string): Promise<void> {
  const required = ledgerColumns(tableOf(table)).filter((c) => c.required);
  const missing = required.map((c) => `CASE WHEN t.${ident(c.name)} IS NULL THEN CASE WHEN is_unknown(half_text(coalesce(s.${ident(c.name)}, ''))) THEN ${literal(`缺少“${c.title}”`)}
    ELSE ${literal(`“${c.title}”填的“`)} || left(s.${ident(c.name)}, 60) || '”不能用' END END`);
  const first = `CASE ${required.map((c) => `WHEN t.${ident(c.name)} IS NULL THEN ${literal(c.name)}`).join(' ')} END`;
  const value = `CASE ${required.map((c) => `WHEN t.${ident(c.name)} IS NULL THEN left(s.${ident(c.name)}, 200)`).join(' ')} END`;
  const [lacking] = await select<{ n: number }>(connection, `SELECT count(*) AS n FROM ${ident(`typed_${table}`)} WHERE ${required.map((c) => `${ident(c.name)} IS NULL`).join(' OR ')}`);
  if (lacking?.n === 0) return;
  await connection.run(`CREATE OR REPLACE TEMP TABLE out_rows AS SELECT t.src, t."row", 'required_missing' AS check_id, ${first} AS column_name, ${value} AS value,
    concat_ws('；', ${missing.join(', ')}) AS reason
    FROM (SELECT * FROM ${ident(`typed_${table}`)} WHERE ${required.map((c) => `${ident(c.name)} IS NULL`).join(' OR ')}) t JOIN ${ident(`staged_${table}`)} s ON s.src = t.src AND s."row" = t."row"`);
  await moveOut(connection, table);
}

/** Rows whose key stands in an earlier row: the first in order of source and row stays. */
export async function quarantineDuplicates(connection: DuckDBConnection, table: string): Promise<void> {
  const { key, columns } = tableOf(table);
  if (key.length === 0) return;
  const keys = key.map(ident).join(', ');
  const named = key.map((k) => `${literal(columns.find((c) => c.name === k)?.title ?? k)} || ' ' || r.${ident(k)}::VARCHAR`).join(` || '、' || `);
  const text = ledgerColumns(tableOf(table)).map((c) => `coalesce(s.${ident(c.name)}, '')`).join(` || chr(31) || `);
  const [found] = await select<{ twice: boolean }>(connection, `SELECT count(DISTINCT hash(${keys})) < count(*) AS twice FROM ${ident(`typed_${table}`)}`);
  if (found?.twice !== true) return;
  await connection.run(`CREATE OR REPLACE TEMP TABLE out_rows AS
    WITH twice AS (SELECT h FROM (SELECT hash(${keys}) AS h FROM ${ident(`typed_${table}`)}) GROUP BY h HAVING count(*) > 1),
    candidates AS (SELECT t.src, t."row", ${keys} FROM ${ident(`typed_${table}`)} t WHERE hash(${keys}) IN (SELECT h FROM twice)),
    written AS (SELECT c.*, ${text} AS written FROM candidates c JOIN ${ident(`staged_${table}`)} s ON s.src = c.src AND s."row" = c."row"),
    ranked AS (SELECT *, row_number() OVER same AS n, first_value(src) OVER same AS first_src, first_value("row") OVER same AS first_row,
      first_value(written) OVER same = written AS equal FROM written WINDOW same AS (PARTITION BY ${keys} ORDER BY src, "row"))
    SELECT r.src, r."row", CASE WHEN r.equal THEN 'duplicate_row' ELSE 'duplicate_id' END AS check_id, ${literal(key[0] ?? '')} AS column_name, r.${ident(key[0] ?? '')}::VARCHAR AS value,
      CASE WHEN r.equal THEN '与' ELSE ${literal(key.length === 1 ? '编号与' : '主键与')} END || ${PLACE}
        || CASE WHEN r.equal THEN '完全相同' ELSE '重复（' || ${named} || '），内容不同' END || '，只保留先出现的一行' AS reason
    FROM ranked r JOIN sources f ON r.first_src = f.src WHERE r.n > 1`);
  await moveOut(connection, table);
}

/** Creates the empty `quarantine_<table>`: where it stood, why, and every column as written. */
export async function createQuarantine(connection: DuckDBConnection, table: string): Promise<void> {
  const columns = ledgerColumns(tableOf(table)).map((c) => `${ident(c.name)} VARCHAR`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE ${ident(`quarantine_${table}`)} (src INTEGER, "row" INTEGER, quarantine_reason VARCHAR, ${columns})`);
}
