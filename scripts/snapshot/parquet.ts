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

/** Writes the table to `<folder>/<name>.parquet` (zstd, typed as the catalogue says, sorted by its key) and describes the file. */
export async function writeTable(connection: DuckDBConnection, table: StoredTable, folder: string): Promise<SnapshotFile> {
  const path = `${table.name}.parquet`;
  const target = join(folder, path);
  const columns = table.columns.map((c) => `CAST(${ident(c.name)} AS ${c.type}) AS ${ident(c.name)}`).join(', ');
  const order = table.key.map((k) => `${ident(k)} NULLS FIRST`).join(', ');
  // Sorted as stored, cast afterwards: what is kept as a number of a word is sorted with that number.
  await connection.run(`COPY (SELECT ${columns} FROM (SELECT * FROM ${ident(table.name)} ORDER BY ${order})) TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd)`);
  const rows = Number((await connection.runAndReadAll(`SELECT count(*) FROM ${ident(table.name)}`)).getRows()[0]![0]);
  return { path, table: table.name, bytes: statSync(target).size, sha256: await hashFile(target), rows, columns: table.columns.map(({ name, type }) => ({ name, type })) };
}
