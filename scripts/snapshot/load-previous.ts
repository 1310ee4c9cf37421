import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal } from '../../src/query/sql.ts';
import { hashFile } from './hash-file.ts';
import type { Published } from './index-file.ts';
import { STORED_TABLES } from './parquet.ts';
import { PublishError } from './publish-error.ts';

/** Tables of the previous snapshot that a new one builds on. */
const CARRIED = ['projects', 'absent', 'flow', 'cube', 'places', 'departments', 'warnings', 'actions'] as const;

/**
 * Loads them as `prev_<name>` with today's catalogue columns; a column that the older snapshot lacks is NULL. Throws PublishError for a file that is gone or
 * changed: history and account would silently begin anew.
 */
export async function loadPrevious(connection: DuckDBConnection, { id, folder, manifest }: Published): Promise<void> {
  for (const name of CARRIED) {
    const table = STORED_TABLES.find((t) => t.name === name)!;
    await connection.run(`CREATE OR REPLACE TABLE ${ident(`prev_${name}`)} (${table.columns.map((c) => `${ident(c.name)} ${c.type}`).join(', ')})`);
    const path = join(folder, `${name}.parquet`);
    const listed = manifest.files.find((f) => f.table === name);
    if (!listed) continue;
    if (!existsSync(path) || (await hashFile(path)) !== listed.sha256) throw new PublishError(`上一份快照 ${id} 的 ${listed.path} ${existsSync(path) ? '内容已改变' : '缺失'}，不能在它上面接着发布；请用 npm run verify 核对，恢复备份后再发布`);
    const stored = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`)).getRows().map((r) => String(r[0]));
    const shared = table.columns.map((c) => c.name).filter((c) => stored.includes(c)).map(ident).join(', ');
    await connection.run(`INSERT INTO ${ident(`prev_${name}`)} BY NAME SELECT ${shared} FROM read_parquet(${literal(path)})`);
  }
}
