import type { DuckDBConnection } from '@duckdb/node-api';

/** Rows of a small result as objects: DATE as ISO text in the SQL, BIGINT as number. For findings and lists, never for ledger rows in bulk. */
export async function select<T>(connection: DuckDBConnection, sql: string): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRowObjectsJS();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v])) as T);
}

/** True when the table or view exists. */
export async function exists(connection: DuckDBConnection, table: string): Promise<boolean> {
  const rows = await select<{ n: number }>(connection, `SELECT count(*)::INTEGER AS n FROM duckdb_columns() WHERE table_name = '${table}' AND database_name = current_database()`);
  return (rows[0]?.n ?? 0) > 0;
}
