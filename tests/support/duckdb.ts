import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { STORED_TABLES } from '../../scripts/snapshot/parquet.ts';
import { ident } from '../../src/query/sql.ts';

/** A fresh in-memory DuckDB of the browser's version. */
async function freshDatabase(): Promise<DuckDBConnection> {
  return (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
}

/** A fresh DuckDB holding every table of a snapshot, empty. */
export async function emptySnapshot(): Promise<DuckDBConnection> {
  const connection = await freshDatabase();
  for (const t of STORED_TABLES) await connection.run(`CREATE TABLE ${ident(t.name)} (${t.columns.map((c) => `${ident(c.name)} ${c.type}`).join(', ')})`);
  return connection;
}

/** Rows as plain objects, BIGINT and DECIMAL as numbers, days as ISO text. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson().map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'string' && NUMERIC.has(String(reader.columnType(reader.columnNames().indexOf(k)))) ? Number(v) : v])));
}
const NUMERIC = { has: (type: string) => /^(BIGINT|HUGEINT|DECIMAL)/.test(type) };
