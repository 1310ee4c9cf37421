import type { DuckDBConnection } from '@duckdb/node-api';
import type { Manifest } from '../../src/model/manifest.ts';
import { LEDGER_TABLES } from '../../src/model/tables.ts';
import { dateLiteral, ident } from '../../src/query/sql.ts';

/** Newest day up to `asOf` that any date of the table's rows names; projects and lists without dates speak of `asOf` itself. */
export async function freshness(connection: DuckDBConnection, asOf: string, imported: ReadonlySet<string>): Promise<Manifest['freshness']> {
  const result: Manifest['freshness'] = [];
  for (const table of LEDGER_TABLES.filter((t) => t.origin === 'ledger')) {
    const days = table.columns.filter((c) => c.type === 'DATE' && !c.derived).map((c) => ident(c.name));
    const here = imported.has(table.name);
    let latest: string | null = here ? asOf : null;
    if (here && table.name !== 'projects' && days.length > 0) {
      const newest = days.map((d) => `max(${d}) FILTER (WHERE ${d} <= ${dateLiteral(asOf)})`);
      const [row] = (await connection.runAndReadAll(`SELECT CAST(greatest(${newest.join(', ')}) AS VARCHAR) FROM ${ident(table.name)}`)).getRows();
      latest = row?.[0] === null || row?.[0] === undefined ? null : String(row[0]);
    }
    result.push({ table: table.name, latest, imported: here });
  }
  return result;
}
