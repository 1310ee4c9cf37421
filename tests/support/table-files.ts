import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import type { Column } from '../../src/model/column.ts';
import { tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import type { Cell, Rows } from './ledgers.ts';

const used = (table: string, rows: Rows): readonly Column[] => tableOf(table).columns.filter((c) => rows.some((r) => c.name in r));

/** Header of the catalogue's titles and one row per record. */
export const gridOf = (table: string, rows: Rows): Cell[][] => {
  const columns = used(table, rows);
  return [columns.map((c) => c.title), ...rows.map((r) => columns.map((c) => r[c.name] ?? null))];
};

const field = (v: Cell): string => (v === null ? '' : v === true ? '是' : v === false ? '否' : `"${String(v).replaceAll('"', '""')}"`);
/** The same as CSV text. */
export const csvOf = (table: string, rows: Rows): string => gridOf(table, rows).map((r) => r.map(field).join(',')).join('\n');

/** The same as a database would export it: typed columns under the catalogue's titles; references as text. `folder` takes a temporary file. */
export async function parquetOf(folder: string, table: string, rows: Rows): Promise<Uint8Array> {
  const path = join(folder, `${table}.tmp.parquet`);
  const columns = used(table, rows);
  const values = rows.map((r) => `(${columns.map((c) => `CAST(${literal(r[c.name] ?? null)} AS ${c.type})`).join(', ')})`);
  await withDatabase((c) => c.run(`COPY (SELECT * FROM (VALUES ${values.join(', ')}) t(${columns.map((u) => ident(u.title)).join(', ')})) TO ${literal(path)} (FORMAT parquet)`));
  const bytes = readFileSync(path);
  rmSync(path);
  return bytes;
}
