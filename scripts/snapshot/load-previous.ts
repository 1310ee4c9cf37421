import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal } from '../../src/query/sql.ts';
import { STORED_TABLES } from './parquet.ts';

/** Tables of the previous snapshot that a new one builds on. */
const CARRIED = ['projects', 'absent', 'flow', 'cube', 'places', 'departments', 'warnings'] as const;

/** Loads them as `prev_<name>` with today's catalogue columns; a column that the older snapshot lacks is NULL. */
export async function loadPrevious(connection: DuckDBConnection, folder: string): Promise<void> {
  for (const name of CARRIED) {
    const table = STORED_TABLES.find((t) => t.name === name)!;
    await connection.run(`CREATE OR REPLACE TABLE ${ident(`prev_${name}`)} (${table.columns.map((c) => `${ident(c.name)} ${c.type}`).join(', ')})`);
    const path = join(folder, `${name}.parquet`);
    if (!existsSync(path)) continue;
    const stored = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`)).getRows().map((r) => String(r[0]));
    const shared = table.columns.map((c) => c.name).filter((c) => stored.includes(c)).map(ident).join(', ');
    await connection.run(`INSERT INTO ${ident(`prev_${name}`)} BY NAME SELECT ${shared} FROM read_parquet(${literal(path)})`);
  }
}
