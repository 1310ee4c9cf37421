import type { DuckDBConnection } from '@duckdb/node-api';
import { CUBE_COLUMNS, CUBE_INDICATORS, CUBE_KEY, partsOf } from '../../src/model/cube.ts';
import { CUBE_DIMENSIONS } from '../../src/model/dimensions.ts';
import type { Scope } from '../../src/model/indicators.ts';
import { rowsSql } from '../../src/query/row-route.ts';
import { dateLiteral, ident } from '../../src/query/sql.ts';

/** 本周清偿 and its sources: summed over weeks, so every week has to know the same payments. */
const PAID = CUBE_INDICATORS.filter((i) => i.id.startsWith('paid_'));
const PAID_COLUMNS = PAID.flatMap(partsOf).map((p) => p.column);
const KEY = CUBE_KEY.map((c) => ident(c.name));

/**
 * Counts 本周清偿 of the weeks carried in `cube` again, from today's payments and projects: a payment that was listed weeks after its day is paid in the week of that day,
 * and what the weeks add up to is the list of the same. The first week has nothing before it and stays.
 */
export async function recountPaid(connection: DuckDBConnection, { scope, tables }: { readonly scope: Scope; readonly tables: ReadonlySet<string> }): Promise<void> {
  const found = await connection.runAndReadAll(`SELECT DISTINCT CAST(as_of AS VARCHAR) FROM cube WHERE as_of < ${scope.asOf} ORDER BY 1`);
  const days = found.getRows().map(([day]) => dateLiteral(String(day)));
  if (days.length < 2 || !tables.has('payments')) return;
  const weeks = days.slice(1).map((day, i) => `SELECT ${day} AS as_of, * FROM (${rowsSql(PAID, { by: CUBE_DIMENSIONS, filters: {}, scope: { ...scope, asOf: day, previous: days[i]! }, tables })})`);
  const since = `as_of > ${days[0]!} AND as_of < ${scope.asOf}`;
  const measures = CUBE_COLUMNS.filter((c) => !CUBE_KEY.some((k) => k.name === c.name));
  // A cell that only a payment makes has 0 of what its week counted and NULL of what that week did not know.
  const sums = measures.map(({ name, type }) => `CAST(coalesce(sum(c.${name}), CASE WHEN any_value(w.${name}) > 0 THEN 0 END) AS ${type}) AS ${name}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE recounted AS
    WITH c AS (SELECT * REPLACE (${PAID_COLUMNS.map((name) => `0 AS ${name}`).join(', ')}) FROM cube WHERE ${since}
      UNION ALL BY NAME SELECT * FROM (${weeks.join('\nUNION ALL\n')}) WHERE ${PAID_COLUMNS.map((name) => `${name} <> 0`).join(' OR ')}),
    w AS (SELECT as_of, ${measures.map(({ name }) => `count(${name}) AS ${name}`).join(', ')} FROM cube WHERE ${since} GROUP BY as_of)
    SELECT ${KEY.map((name) => `c.${name}`).join(', ')}, ${sums.join(', ')} FROM c JOIN w ON w.as_of = c.as_of GROUP BY ${KEY.map((name) => `c.${name}`).join(', ')}`);
  await connection.run(`DELETE FROM cube WHERE ${since}`);
  await connection.run('INSERT INTO cube BY NAME SELECT * FROM recounted');
  await connection.run('DROP TABLE recounted');
}
