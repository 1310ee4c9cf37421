import type { DuckDBConnection } from '@duckdb/node-api';
import type { Rules } from '../../src/model/rules.ts';
import { tableOf } from '../../src/model/tables.ts';
import { dateLiteral, ident } from '../../src/query/sql.ts';
import { makeScope } from '../../src/query/scope.ts';
import { buildCube } from './cube.ts';
import { numbersOf } from './database.ts';
import { ddl } from './ddl.ts';
import { deriveHistory, type Previous } from './history.ts';
import { computeRisks } from './risks.ts';
import { computeWarnings } from './warnings.ts';
import { rowsSql } from '../../src/query/row-route.ts';
import { partsOf } from '../../src/model/cube.ts';
import { INDICATORS } from '../../src/model/indicators.ts';
import { STORED_TABLES } from './parquet.ts';
import { tablesPresent } from './tables-present.ts';

export interface ComputeOptions {
  readonly asOf: string;
  readonly rules: Rules;
  readonly previous: Previous | null;
}

/** History of every project and the 销号账 step, from the final ledger tables and prev_*. First of the computed tables. */
export async function computeHistory(connection: DuckDBConnection, { asOf, rules, previous }: ComputeOptions): Promise<void> {
  for (const name of ['absent', 'flow', 'checks'] as const) await connection.run(ddl(tableOf(name)));
  await deriveHistory(connection, { asOf, openingOn: await openingDay(connection, { asOf, rules, previous }), previous });
}

/** Day of the campaign's first snapshot: the first one since its first day that the cube was carried from, else this one; null: the campaign has not begun. */
async function openingDay(connection: DuckDBConnection, { asOf, rules, previous }: ComputeOptions): Promise<string | null> {
  const { from } = rules.campaign;
  if (asOf < from) return null;
  if (previous === null) return asOf;
  const [[first] = []] = (await connection.runAndReadAll(`SELECT CAST(min(as_of) AS VARCHAR) FROM prev_cube WHERE as_of >= ${dateLiteral(from)} AND as_of < ${dateLiteral(asOf)}`)).getRows();
  return typeof first === 'string' ? first : asOf;
}

/** Warnings, then risks (which look at warnings). */
export async function computeRulesTables(connection: DuckDBConnection, { asOf, rules }: ComputeOptions): Promise<void> {
  await computeWarnings(connection, { asOf, rules });
  await computeRisks(connection, { asOf, rules });
}

/** The cube, from everything else. */
export async function computeCube(connection: DuckDBConnection, { asOf, rules, previous }: ComputeOptions): Promise<void> {
  const tables = await storedTables(connection);
  await buildCube(connection, { scope: makeScope(asOf, previous?.asOf ?? null, rules), tables, carry: previous !== null });
}

/**
 * n and d of every indicator for the whole county, as the row route gives them; both null where the table was not imported. What lives in the cube is added
 * up from its cells, so millions of rows are not read again: call after computeCube.
 */
export async function indicatorValues(connection: DuckDBConnection, { asOf, rules, previous }: ComputeOptions): Promise<ReadonlyMap<string, { n: number | null; d: number | null }>> {
  const scope = makeScope(asOf, previous?.asOf ?? null, rules);
  const [cells = 0] = await numbersOf(connection, `SELECT count(*) FROM cube WHERE as_of = ${scope.asOf}`);
  const fromCells = INDICATORS.filter((i) => i.cube && (cells ?? 0) > 0);
  const fromRows = INDICATORS.filter((i) => !fromCells.includes(i));
  const columns = [...fromCells, ...fromRows].flatMap(partsOf).map((p) => p.column);
  const sums = fromCells.flatMap(partsOf).map((p) => `sum(${ident(p.column)})`);
  const values = [
    ...(sums.length > 0 ? await numbersOf(connection, `SELECT ${sums.join(', ')} FROM cube WHERE as_of = ${scope.asOf}`) : []),
    ...(await numbersOf(connection, rowsSql(fromRows, { by: [], filters: {}, scope, tables: await storedTables(connection) }))),
  ];
  const at = (column: string) => values[columns.indexOf(column)] ?? null;
  return new Map(INDICATORS.map((i) => [i.id, { n: at(`${i.id}_n`), d: at(`${i.id}_d`) }]));
}

/** Tables of the snapshot that exist in the database. */
export async function storedTables(connection: DuckDBConnection): Promise<Set<string>> {
  const here = await tablesPresent(connection);
  return new Set(STORED_TABLES.map((t) => t.name).filter((n) => here.has(n)));
}
