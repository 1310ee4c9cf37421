import type { SnapshotFile } from '../model/manifest.ts';
import { ident } from '../query/sql.ts';
import { SchemaError } from './errors.ts';
import type { Row } from './rows.ts';

/** Name and DuckDB type of a column. */
export type PromisedColumn = SnapshotFile['columns'][number];

/** Statements that add, as NULL, the columns the catalogue has gained since the snapshot was published: not known to this snapshot. */
export const alterations = (table: string, columns: readonly PromisedColumn[], catalogue: readonly PromisedColumn[]): string[] =>
  catalogue.filter((c) => columns.every(({ name }) => name !== c.name)).map((c) => `ALTER TABLE ${ident(table)} ADD COLUMN ${ident(c.name)} ${c.type}`);

/**
 * Throws SchemaError at the first column that DESCRIBE lists differently from the manifest (name, type or order), or that the catalogue gives another type. A
 * column that only the manifest has was dropped from the catalogue since and does no harm.
 */
export function assertColumns(file: SnapshotFile, described: readonly Row[], catalogue: readonly PromisedColumn[]): void {
  const found = described.map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) }));
  const types = new Map(catalogue.map(({ name, type }) => [name, type]));
  file.columns.forEach((column, index) => {
    const actual = found[index];
    if (!actual) throw new SchemaError(file.path, column.name, 'absent');
    if (actual.name !== column.name) throw new SchemaError(file.path, column.name, 'misplaced', { found: actual.name });
    const expected = [column.type, types.get(column.name) ?? column.type].find((type) => type !== actual.type);
    if (expected !== undefined) throw new SchemaError(file.path, column.name, 'type', { expected, found: actual.type });
  });
  const extra = found[file.columns.length];
  if (extra) throw new SchemaError(file.path, extra.name, 'extra');
}
