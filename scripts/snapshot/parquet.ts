import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CUBE_COLUMNS, CUBE_KEY } from '../../src/model/cube.ts';
import type { SnapshotFile } from '../../src/model/manifest.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { hashFile } from './hash-file.ts';

/** A table as it stands in a snapshot: columns with types, and the unique key its rows are sorted by. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly key: readonly string[];
}

/** Every table a snapshot may hold, the cube included. */
export const STORED_TABLES: readonly StoredTable[] = [
  ...SNAPSHOT_TABLES.map(({ name, columns, key }) => ({ name, columns: columns.map((c) => ({ name: c.name, type: c.type })), key })),
  { name: 'cube', columns: CUBE_COLUMNS, key: CUBE_KEY.map((c) => c.name) },
];

/**
 * Columns kept as numbers of words whose every word occurs: Parquet takes those as its dictionary, without looking at a text again. Where a word does not
 * occur (it stood in a row that was quarantined) the column is written as text: no byte of a snapshot comes from rows that are not in it.
 */
async function wordColumns(connection: DuckDBConnection, table: string): Promise<ReadonlySet<string>> {
  const described = (await connection.runAndReadAll(`DESCRIBE ${ident(table)}`)).getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
  const kept = described.filter((c) => c.type.startsWith('ENUM('));
  if (kept.length === 0) return new Set();
  const all = kept.map(({ name, type }) => `(SELECT count(*) FROM (SELECT ${ident(name)} FROM ${ident(table)} WHERE ${ident(name)} IS NOT NULL GROUP BY 1)) = len(enum_range(NULL::${type}))`);
  const [row = []] = (await connection.runAndReadAll(`SELECT ${all.join(', ')}`)).getRows();
  return new Set(kept.filter((_, i) => row[i] === true).map((c) => c.name));
}

/** Writes the table to `<folder>/<name>.parquet` (zstd, typed as the catalogue says, sorted by its key) and describes the file. */
export async function writeTable(connection: DuckDBConnection, table: StoredTable, folder: string): Promise<SnapshotFile> {
  const path = `${table.name}.parquet`;
  const target = join(folder, path);
  const words = await wordColumns(connection, table.name);
  const columns = table.columns.map((c) => (words.has(c.name) ? ident(c.name) : `CAST(${ident(c.name)} AS ${c.type}) AS ${ident(c.name)}`)).join(', ');
  const order = table.key.map((k) => `${ident(k)} NULLS FIRST`).join(', ');
  // Sorted as stored, cast afterwards: what is kept as a number of a word is sorted with that number.
  await connection.run(`COPY (SELECT ${columns} FROM (SELECT * FROM ${ident(table.name)} ORDER BY ${order})) TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd)`);
  const rows = Number((await connection.runAndReadAll(`SELECT count(*) FROM ${ident(table.name)}`)).getRows()[0]![0]);
  return { path, table: table.name, bytes: statSync(target).size, sha256: await hashFile(target), rows, columns: table.columns.map(({ name, type }) => ({ name, type })) };
}
