import type { DuckDBConnection } from '@duckdb/node-api';
import { CUBE_COLUMNS, CUBE_INDICATORS } from '../../src/model/cube.ts';
import { CUBE_DIMENSIONS } from '../../src/model/dimensions.ts';
import type { Scope } from '../../src/model/indicators.ts';
import { rowsSql } from '../../src/query/row-route.ts';
import { ident } from '../../src/query/sql.ts';
import { recountPaid } from './paid-weeks.ts';

/** Creates table `cube`: this snapshot's cells computed by the row route, after the cells carried from the previous snapshot's `prev_cube`, in which 本周清偿 is counted again. */
export async function buildCube(connection: DuckDBConnection, options: { scope: Scope; tables: ReadonlySet<string>; carry: boolean }): Promise<void> {
  const { scope, tables, carry } = options;
  const ddl = CUBE_COLUMNS.map((c) => `${ident(c.name)} ${c.type}`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE cube (${ddl})`);
  const cells = rowsSql(CUBE_INDICATORS, { by: CUBE_DIMENSIONS, filters: {}, scope, tables });
  await connection.run(`INSERT INTO cube BY NAME SELECT ${scope.asOf} AS as_of, * FROM (${cells})`);
  if (!carry) return;
  const known = new Set(CUBE_COLUMNS.map((c) => c.name));
  const previous = (await connection.runAndReadAll('SELECT * FROM prev_cube LIMIT 0')).columnNames();
  const shared = previous.filter((c) => known.has(c)).map(ident).join(', ');
  await connection.run(`INSERT INTO cube BY NAME SELECT ${shared} FROM prev_cube WHERE as_of < ${scope.asOf}`);
  await recountPaid(connection, { scope, tables });
}
