import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { listPublished } from '../../scripts/snapshot/index-file.ts';
import { FILTER_IDS, FILTERS, type FilterId, type FilterState } from '../../src/model/filters.ts';
import { DIMENSIONS } from '../../src/model/dimensions.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { overviewQuestions } from '../../src/query/overview.ts';
import { SELECTION_DDL } from '../../src/query/parameters.ts';
import { makeScope } from '../../src/query/scope.ts';
import { literal } from '../../src/query/sql.ts';
import { demoFolder } from '../support/demo.ts';
import { rowsOf } from '../support/duckdb.ts';

const [asOf, compare] = ['2026-11-20', '2026-11-13'];
const tables = new Set(['cube', ...SNAPSHOT_TABLES.map((t) => t.name)]);
const ask = (filters: FilterState) => overviewQuestions({ asOf, compare, filters, scope: makeScope(asOf, compare, DEFAULT_RULES), tables });

async function overDemo(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
  const { folder, manifest } = listPublished(await demoFolder()).find((p) => p.manifest.as_of === asOf)!;
  await withDatabase(async (connection) => {
    for (const f of manifest.files) if (f.table) await connection.run(`CREATE TABLE ${f.table} AS FROM read_parquet(${literal(join(folder, f.path))})`);
    await connection.run(SELECTION_DDL);
    await work(connection);
  });
}

it('a statement with places for the filters gives the rows of the one with their values, for any selection', () => overDemo(async (connection) => {
  const values = new Map<FilterId, (string | null)[]>();
  for (const id of FILTER_IDS) {
    const { column } = DIMENSIONS[FILTERS[id].dimension];
    values.set(id, [...(await rowsOf(connection, `SELECT DISTINCT ${column} AS v FROM cube`)).map((r) => r['v'] as string | null), 'nowhere', "'); DROP TABLE cube; --", '']);
  }
  const filters = fc.record(Object.fromEntries(FILTER_IDS.map((id) => [id, fc.uniqueArray(fc.constantFrom(...values.get(id)!), { maxLength: 3 })])), { requiredKeys: [] }) as fc.Arbitrary<FilterState>;
  await fc.assert(fc.asyncProperty(filters, async (given) => {
    const questions = Object.entries(ask(given));
    expect(questions.filter(([, q]) => q.prepared).map(([name]) => name)).toEqual(['series', 'byPlace', 'byDept', 'counts', 'sites', 'risks', 'warnings']);
    for (const [name, { sql, prepared }] of questions) {
      if (!prepared) continue;
      await connection.run(prepared.select);
      expect([name, await rowsOf(connection, prepared.sql)]).toEqual([name, await rowsOf(connection, sql)]);
    }
  }), { numRuns: 25 });
}));

it('is the same text for every selection: planned once', () => {
  const [none, some] = [ask({}), ask({ dept: ['D01', null], g: ['严重'] })];
  for (const [name, { prepared }] of Object.entries(some)) expect([name, prepared?.sql]).toEqual([name, none[name as keyof typeof none]?.prepared?.sql]);
});
