import type { DuckDBConnection } from '@duckdb/node-api';
import { ident } from '../../src/query/sql.ts';

/** Rows of a small result as objects: DATE as ISO text in the SQL, BIGINT as number. For findings and lists, never for ledger rows in bulk. */
export async function select<T>(connection: DuckDBConnection, sql: string): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRowObjectsJS();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v])) as T);
}

/** Column names of a table or view, in order; null when there is none. Binding it is far quicker than DuckDB's list of all columns. */
export async function columnsOf(connection: DuckDBConnection, table: string): Promise<string[] | null> {
  try {
    return (await connection.runAndReadAll(`SELECT * FROM ${ident(table)} LIMIT 0`)).columnNames();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Catalog Error')) return null;
    throw error;
  }
}

/** True when the table or view exists. */
export const exists = async (connection: DuckDBConnection, table: string): Promise<boolean> => (await columnsOf(connection, table)) !== null;
