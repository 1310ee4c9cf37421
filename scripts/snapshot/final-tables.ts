import type { DuckDBConnection } from '@duckdb/node-api';
import { ledgerColumns, LEDGER_TABLES, tableOf } from '../../src/model/tables.ts';
import { ident } from '../../src/query/sql.ts';
import { tableNames } from './database.ts';
import { ddl } from './ddl.ts';

/** Makes the final table of every `typed_<table>`: catalogue columns, derived ones still NULL. Returns the ledger tables that were imported. */
export async function makeFinalTables(connection: DuckDBConnection): Promise<Set<string>> {
  const here = await tableNames(connection);
  const imported = new Set<string>();
  for (const table of LEDGER_TABLES) {
    if (!here.has(`typed_${table.name}`)) continue;
    imported.add(table.name);
    if (table.origin === 'input') continue;
    const columns = ledgerColumns(table).map((c) => ident(c.name)).join(', ');
    await connection.run(ddl(tableOf(table.name)));
    await connection.run(`INSERT INTO ${ident(table.name)} BY NAME SELECT ${columns} FROM ${ident(`typed_${table.name}`)}`);
  }
  return imported;
}
