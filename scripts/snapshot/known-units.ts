import type { DuckDBConnection } from '@duckdb/node-api';
import { ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident } from '../../src/query/sql.ts';
import type { KnownUnits } from '../ledger/units-in-ledger.ts';

/** Places and departments of the previous snapshot (prev_places, prev_departments): a ledger without its own lists keeps their codes. */
export async function knownUnits(connection: DuckDBConnection): Promise<KnownUnits> {
  const rows = async (name: 'places' | 'departments') => {
    const columns = ledgerColumns(tableOf(name)).map((c) => ident(c.name)).join(', ');
    return (await connection.runAndReadAll(`SELECT ${columns} FROM ${ident(`prev_${name}`)} ORDER BY sort NULLS LAST, 1`)).getRowObjectsJson();
  };
  return { places: (await rows('places')) as unknown as NonNullable<KnownUnits['places']>, departments: (await rows('departments')) as unknown as NonNullable<KnownUnits['departments']> };
}
