import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { hashFile } from '../../scripts/snapshot/hash-file.ts';
import { literal } from '../../src/query/sql.ts';

/** Rewrites a table of a snapshot (`sql` over `old`) and its manifest, so that the hashes are right and only the content is not. The index must be written afterwards. */
export async function rewriteTable(folder: string, table: string, sql: string): Promise<void> {
  const target = join(folder, `${table}.parquet`);
  const rows = await withDatabase(async (connection) => {
    await connection.run(`CREATE TABLE old AS FROM read_parquet(${literal(target)})`);
    await connection.run(`CREATE TABLE new AS ${sql}`);
    await connection.run(`COPY new TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd)`);
    return Number((await connection.runAndReadAll('SELECT count(*) FROM new')).getRows()[0]![0]);
  });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: { path: string; bytes: number; sha256: string; rows: number }[] };
  Object.assign(manifest.files.find((f) => f.path === `${table}.parquet`)!, { bytes: statSync(target).size, sha256: await hashFile(target), rows });
  writeFileSync(path, JSON.stringify(manifest));
}
