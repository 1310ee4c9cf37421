import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoSnapshots } from '../../scripts/site/demo-snapshots.ts';
import { silent } from '../../scripts/progress.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { listPublished, type Published, writeIndex } from '../../scripts/snapshot/index-file.ts';
import { literal } from '../../src/query/sql.ts';
import { rowsOf } from './duckdb.ts';

/** The demo county's snapshots folder; made on the first call of a machine, then reused (the same as `npm start`'s). While developing, QQ_DEMO names one that is there already. */
export const demoFolder = (): Promise<string> => (process.env['QQ_DEMO'] ? Promise.resolve(process.env['QQ_DEMO']) : demoSnapshots(silent));

/** One published week of the demo. */
async function demoSnapshot(asOf: string): Promise<Published> {
  const found = listPublished(await demoFolder()).find((p) => p.manifest.as_of === asOf);
  if (!found) throw new Error(`示例县没有 ${asOf} 的快照`);
  return found;
}

/** Rows of SQL over the tables of one published week. */
export async function askDemo(asOf: string, sql: string): Promise<Record<string, unknown>[]> {
  const { folder, manifest } = await demoSnapshot(asOf);
  return withDatabase(async (connection) => {
    for (const f of manifest.files) if (f.table) await connection.run(`CREATE VIEW ${f.table} AS FROM read_parquet(${literal(join(folder, f.path))})`);
    return rowsOf(connection, sql);
  });
}

/** A copy of the newest demo snapshots in `folder`, with their index, free to damage. Returns the id of the newest. */
export async function copyNewestDemo(folder: string, weeks = 1): Promise<string> {
  const newest = listPublished(await demoFolder()).slice(-weeks);
  mkdirSync(folder, { recursive: true });
  for (const week of newest) cpSync(week.folder, join(folder, week.id), { recursive: true });
  writeIndex(folder);
  return newest.at(-1)!.id;
}
