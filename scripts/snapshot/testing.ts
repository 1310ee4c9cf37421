import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { createTable } from './ddl.ts';

/** Test database in memory. */
export async function openMemory(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  return instance.connect();
}

type Cells = Readonly<Record<string, string | number | boolean | null>>;

/** Creates a catalogue table and fills the named columns; the others are NULL. */
export async function fill(connection: DuckDBConnection, table: string, rows: readonly Cells[]): Promise<void> {
  await connection.run(createTable(table));
  for (const row of rows) await insert(connection, table, row);
}

/** Creates `typed_<table>` as the typing stage does (src, row, ledger columns) and fills it; rows are numbered from 5 in source 1. */
export async function fillTyped(connection: DuckDBConnection, table: string, rows: readonly Cells[]): Promise<void> {
  const columns = tableOf(table).columns.filter((c) => !c.derived).map((c) => `${ident(c.name)} ${c.type}`);
  await connection.run(`CREATE OR REPLACE TABLE ${ident(`typed_${table}`)} (src INTEGER, "row" BIGINT, ${columns.join(', ')})`);
  for (const [i, row] of rows.entries()) await insert(connection, `typed_${table}`, { src: 1, row: i + 5, ...row });
}

const insert = (connection: DuckDBConnection, table: string, row: Cells) =>
  connection.run(`INSERT INTO ${ident(table)} (${Object.keys(row).map(ident).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')})`);

/** Rows of a query as plain objects: days as ISO text, whole numbers and decimals as numbers. */
export async function select(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'string' && /^-?\d+(\.\d+)?$/.test(v) && !/code|_id$|rows/.test(k) ? Number(v) : v])));
}
