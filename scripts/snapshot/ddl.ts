import type { Table } from '../../src/model/tables.ts';
import { tableOf } from '../../src/model/tables.ts';
import { ident } from '../../src/query/sql.ts';

/** `CREATE TABLE` of a catalogue table, empty, columns in catalogue order; required columns are NOT NULL. Replaces a table of that name. */
export function ddl(table: Table): string {
  const columns = table.columns.map((c) => `${ident(c.name)} ${c.type}${c.required ? ' NOT NULL' : ''}`);
  return `CREATE OR REPLACE TABLE ${ident(table.name)} (${columns.join(', ')})`;
}

/** The same by name. Throws for a name that is not in the catalogue. */
export const createTable = (name: string): string => ddl(tableOf(name));
