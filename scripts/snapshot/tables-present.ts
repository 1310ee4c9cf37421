import type { DuckDBConnection } from '@duckdb/node-api';

/** Names of the tables (temporary ones too) of the connection: what a ledger did not bring is absent (未导入), not empty. */
export async function tablesPresent(connection: DuckDBConnection): Promise<ReadonlySet<string>> {
  const result = await connection.runAndReadAll(`SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal`);
  return new Set(result.getRows().map(([name]) => String(name)));
}
