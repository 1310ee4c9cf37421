import type { DuckDBConnection } from '@duckdb/node-api';
import type { FeatureCollection } from 'geojson';
import { ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident } from '../../src/query/sql.ts';
import type { KnownUnits } from '../ledger/units-in-ledger.ts';

/**
 * Places and departments a ledger without its own lists is read with: those of the previous snapshot (prev_places, prev_departments), so that codes stay;
 * for the first snapshot the places of the boundaries, so that rows and map agree.
 */
export async function knownUnits(connection: DuckDBConnection, options: { previous: boolean; boundaries: FeatureCollection | null }): Promise<KnownUnits> {
  if (!options.previous) return { places: placesOf(options.boundaries) };
  const rows = async (name: 'places' | 'departments') => {
    const columns = ledgerColumns(tableOf(name)).map((c) => ident(c.name)).join(', ');
    return (await connection.runAndReadAll(`SELECT ${columns} FROM ${ident(`prev_${name}`)} ORDER BY sort NULLS LAST, 1`)).getRowObjectsJson();
  };
  return { places: (await rows('places')) as unknown as NonNullable<KnownUnits['places']>, departments: (await rows('departments')) as unknown as NonNullable<KnownUnits['departments']> };
}

const placesOf = (boundaries: FeatureCollection | null): NonNullable<KnownUnits['places']> =>
  (boundaries?.features ?? []).flatMap(({ properties }) =>
    typeof properties?.['code'] === 'string' && typeof properties['name'] === 'string' ? [{ place_code: properties['code'], name: properties['name'] }] : []);
