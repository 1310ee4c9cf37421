import type { DuckDBConnection } from '@duckdb/node-api';
import { ledgerColumns, LEDGER_TABLES } from '../../src/model/tables.ts';
import { ident } from '../../src/query/sql.ts';
import { ddl } from './ddl.ts';
import { tablesPresent } from './tables-present.ts';

/** Tables that are written to after reading: projects get their derived columns, actions the meeting's decisions. */
const WRITTEN = new Set(['projects', 'actions']);

/**
 * Makes the final table of every `typed_<table>`: catalogue columns, derived ones still NULL. What nothing writes to is a view: millions of rows are not
 * copied. Returns the ledger tables that were imported.
 */
export async function makeFinalTables(connection: DuckDBConnection): Promise<Set<string>> {
  const here = await tablesPresent(connection);
  const imported = new Set<string>();
  for (const table of LEDGER_TABLES) {
    if (!here.has(`typed_${table.name}`)) continue;
    imported.add(table.name);
    if (table.origin === 'input') continue;
    const rows = `SELECT ${ledgerColumns(table).map((c) => ident(c.name)).join(', ')} FROM ${ident(`typed_${table.name}`)}`;
    if (WRITTEN.has(table.name)) {
      await connection.run(ddl(table));
      await connection.run(`INSERT INTO ${ident(table.name)} BY NAME ${rows}`);
    } else await connection.run(`CREATE OR REPLACE VIEW ${ident(table.name)} AS ${rows}`);
  }
  return imported;
}
