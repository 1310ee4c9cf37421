import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../../src/query/sql.ts';
import type { Dialect } from './delimiter.ts';
import { rawColumns, rawTable } from './raw-table.ts';

/** Longest line DuckDB's reader takes; longer ones go through the JavaScript parser. */
const LINE_BYTES = 4 * 2 ** 20;
/** Files from this size on are kept beside DuckDB's spill as Parquet: a twentieth of the memory, and a cell written a thousand times is looked at once. */
const BIG = 64 * 2 ** 20;

const setting = async (connection: DuckDBConnection, name: string): Promise<string> => String((await connection.runAndReadAll(`SELECT current_setting(${literal(name)})`)).getRows()[0]?.[0]);

/** Numbering by row_number() would read on one thread; rowid is the position in the file and costs nothing. */
async function asTable(connection: DuckDBConnection, src: number, source: string, lines: Promise<number>): Promise<boolean> {
  await connection.run(`CREATE OR REPLACE TABLE ${rawTable(src)} AS SELECT 0::INTEGER AS _row, false AS _hidden, * FROM ${source}`);
  const count = await connection.runAndReadAll(`SELECT count(*) FROM ${rawTable(src)}`);
  if (Number(count.getRows()[0]?.[0]) !== (await lines)) {
    await connection.run(`DROP TABLE ${rawTable(src)}`);
    return false;
  }
  await connection.run(`UPDATE ${rawTable(src)} SET _row = rowid + 1`);
  return true;
}

async function asParquet(connection: DuckDBConnection, src: number, source: string, lines: Promise<number>): Promise<boolean> {
  const folder = await setting(connection, 'temp_directory');
  const path = join(folder, `${rawTable(src)}.parquet`);
  await mkdir(folder, { recursive: true });
  // Small row groups are written straight from the reader’s blocks; bigger ones are first collected.
  const copied = await connection.run(`COPY (SELECT * FROM ${source}) TO ${literal(path)} (FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE 20480)`).catch(() => null);
  if (copied?.rowsChanged !== (await lines)) {
    await rm(path, { force: true });
    return false;
  }
  await connection.run(`CREATE OR REPLACE VIEW ${rawTable(src)} AS SELECT (file_row_number + 1)::INTEGER AS _row, false AS _hidden, * EXCLUDE (file_row_number) FROM read_parquet(${literal(path)}, file_row_number = true)`);
  return true;
}

/**
 * Reads rectangular CSV with DuckDB alone, in parallel. False when the file is anything else (ragged rows, blank lines, stray quotes, quoted
 * line breaks): DuckDB then rejects a line, or counts fewer rows than the file has lines, and row numbers would not be those Excel shows. `lines` are
 * counted meanwhile; a number that no file has says that it must not be read like this.
 */
export async function readRectangle(connection: DuckDBConnection, src: number, path: string, dialect: Dialect, lines: Promise<number>, big = BIG): Promise<boolean> {
  if (dialect.width < 2) return false;
  const columns = rawColumns(dialect.width).map((c) => `${c}: 'VARCHAR'`);
  const source = `read_csv(${literal(path)}, auto_detect = false, header = false, columns = {${columns.join(', ')}}, delim = ${literal(dialect.delimiter)}, ` +
    `quote = '"', escape = '"', max_line_size = ${LINE_BYTES}, buffer_size = ${2 * LINE_BYTES})`;
  const order = await setting(connection, 'preserve_insertion_order');
  await connection.run('SET preserve_insertion_order = true');
  try {
    return await ((await stat(path)).size < big ? asTable : asParquet)(connection, src, source, lines);
  } catch {
    // Not a rectangle: read by the parser that never rejects.
    return false;
  } finally {
    await connection.run(`SET preserve_insertion_order = ${order}`);
  }
}
