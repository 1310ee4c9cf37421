import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { listFiles } from '../ledger/files.ts';

/** Memory DuckDB may use before it spills to disk; what JavaScript holds comes on top. */
const MEMORY_LIMIT = '1600MB';

/** Ledgers up to this many bytes are read by one thread: their statements are too small to share out, and other weeks want the second core. */
const SMALL = 4_000_000;

/** Threads for the ledgers of a file or folder; undefined: DuckDB's choice. */
export async function threadsFor(from: string): Promise<number | undefined> {
  const sizes = await Promise.all((await listFiles(from)).map(async ({ path }) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0) <= SMALL ? 1 : undefined;
}

/** A fresh DuckDB that spills to a temporary folder; `close` removes both. No extension is ever installed or loaded. */
export async function openDatabase(threads?: number): Promise<{ connection: DuckDBConnection; close: () => void }> {
  const spill = mkdtempSync(join(tmpdir(), 'qingqian-'));
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: MEMORY_LIMIT, temp_directory: spill, autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', ...(threads ? { threads: String(threads) } : {}) });
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
    rmSync(spill, { recursive: true, force: true });
  };
  return { connection, close };
}

/** Runs `work` with a database of its own, closed afterwards. */
export async function withDatabase<T>(work: (connection: DuckDBConnection) => Promise<T>, threads?: number): Promise<T> {
  const { connection, close } = await openDatabase(threads);
  try {
    return await work(connection);
  } finally {
    close();
  }
}

/** First row of a query as numbers; NULL stays null. */
export async function numbersOf(connection: DuckDBConnection, sql: string): Promise<(number | null)[]> {
  const [row = []] = (await connection.runAndReadAll(sql)).getRowsJson();
  return row.map((v) => (v === null ? null : Number(v)));
}
