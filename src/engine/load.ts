import type { SnapshotFile } from '../model/manifest.ts';
import { ident } from '../query/sql.ts';
import type { Database } from './database.ts';
import { decodeParquet } from './decode.ts';
import { EngineError, LoadError, reasonOf, SchemaError } from './errors.ts';
import { fetchChecked } from './files.ts';
import type { Row } from './rows.ts';
import type { Snapshot } from './snapshot.ts';

interface Loading {
  readonly sha256: string;
  readonly done: Promise<void>;
}

/** Tables in place or on their way, per database: a table is fetched once, however many panels ask for it. */
const loading = new WeakMap<Promise<Database>, Map<string, Loading>>();

/**
 * Makes one table of the snapshot ready to be queried. `database` is a promise, so that fetching and decoding run while the
 * engine starts. Rejects with LoadError, SchemaError or EngineError; a failure is forgotten and the next call tries again.
 */
export async function loadTable(database: Promise<Database>, snapshot: Snapshot, table: string): Promise<void> {
  const file = fileOf(snapshot, table);
  const tables = loading.get(database) ?? new Map<string, Loading>();
  loading.set(database, tables);
  const before = tables.get(table);
  if (before?.sha256 === file.sha256) return before.done;

  // Two inserts under one name must not cross.
  const free = before ? before.done.catch(() => undefined) : Promise.resolve();
  const current: Loading = { sha256: file.sha256, done: free.then(() => insertTable(database, snapshot, file, table)) };
  tables.set(table, current);
  try {
    await current.done;
  } catch (thrown) {
    if (tables.get(table) === current) tables.delete(table);
    throw thrown;
  }
}

/** Fetch, check, decode, insert, then compare what DuckDB holds with what the manifest promised. */
async function insertTable(database: Promise<Database>, snapshot: Snapshot, file: SnapshotFile, table: string): Promise<void> {
  const parquet = await fetchChecked(snapshot.folder, file);
  const ipc = await decodeParquet(parquet).catch((cause: unknown) => {
    if (cause instanceof EngineError) throw cause;
    throw new LoadError(file.path, `不是可读的 Parquet（${reasonOf(cause)}）`, { cause });
  });
  const { insert, query } = await database;
  await insert(table, ipc);
  assertColumns(file, await query(`DESCRIBE ${ident(table)}`));
  assertRowCount(file, await query(`SELECT count(*)::DOUBLE AS n FROM ${ident(table)}`));
}

function fileOf(snapshot: Snapshot, table: string): SnapshotFile {
  const file = snapshot.manifest.files.find((candidate) => candidate.table === table);
  if (!file) throw new LoadError(`${table}.parquet`, `快照 ${snapshot.id} 未导入这张表`);
  return file;
}

/** Throws SchemaError at the first column that DESCRIBE lists differently from the manifest: name, type or order. */
export function assertColumns(file: SnapshotFile, described: readonly Row[]): void {
  const found = described.map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) }));
  file.columns.forEach((column, index) => {
    const actual = found[index];
    if (!actual) throw new SchemaError(file.path, column.name, '清单里有，文件里没有');
    if (actual.name !== column.name) throw new SchemaError(file.path, column.name, `这个位置上是 ${actual.name}`);
    if (actual.type !== column.type) throw new SchemaError(file.path, column.name, `应为 ${column.type}，实为 ${actual.type}`);
  });
  const extra = found[file.columns.length];
  if (extra) throw new SchemaError(file.path, extra.name, '文件里有，清单里没有');
}

/** Throws LoadError unless the table holds as many rows as were published. */
function assertRowCount(file: SnapshotFile, counted: readonly Row[]): void {
  const rows = counted[0]?.['n'] ?? null;
  if (rows !== file.rows) throw new LoadError(file.path, `有 ${rows} 行，清单为 ${file.rows} 行`);
}
