import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCube } from '../../scripts/snapshot/cube.ts';
import { STORED_TABLES } from '../../scripts/snapshot/parquet.ts';
import { CUBE_INDICATORS } from '../../src/model/cube.ts';
import { CUBE_DIMENSIONS } from '../../src/model/dimensions.ts';
import type { FilterState } from '../../src/model/filters.ts';
import { indicatorOf } from '../../src/model/indicators.ts';
import { compile } from '../../src/query/compile.ts';
import { emptySnapshot, rowsOf } from '../support/duckdb.ts';
import { fillRandom } from '../support/random-county.ts';
import { TEST_SCOPE } from '../support/scope.ts';

const tables = new Set(STORED_TABLES.map((t) => t.name));
let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptySnapshot();
  await fillRandom(connection, 20261120, 1500);
  await buildCube(connection, { scope: TEST_SCOPE, tables, carry: false });
});

const some = (values: readonly (string | null)[]) => fc.subarray([...values], { maxLength: 2 });
const filterState: fc.Arbitrary<FilterState> = fc.record({
  area: some(['A1', 'A2', null]), dept: some(['D1', 'D4']), inv: some(['政府投资', '社会投资', null]), stage: some(['在建', '新建']), g: some(['严重', '无欠薪']),
});
const ask = fc.record({
  indicators: fc.uniqueArray(fc.constantFrom(...CUBE_INDICATORS.map((i) => i.id)), { minLength: 1, maxLength: 6 }),
  by: fc.uniqueArray(fc.constantFrom(...CUBE_DIMENSIONS), { maxLength: 2 }),
  filters: filterState,
});

/** Groups whose every value is 0 or NULL carry no information: the cube has a cell for them only if another indicator does. */
const informative = (rows: Record<string, unknown>[]) => rows.filter((row) => Object.entries(row).some(([k, v]) => /_[nd]$/.test(k) && v !== 0 && v !== null));

describe('the two routes of the compiler', () => {
  it('give the same n and d for random indicators, dimensions and filters', async () => {
    let compared = 0;
    await fc.assert(fc.asyncProperty(ask, async ({ indicators, by, filters }) => {
      const asked = indicators.filter((id) => by.every((d) => indicatorOf(id).dimensions.includes(d)));
      if (asked.length === 0) return;
      const [cube, rows] = await Promise.all((['cube', 'rows'] as const).map((route) => rowsOf(connection, compile({ indicators: asked, by, filters, scope: TEST_SCOPE, tables, route }).sql)));
      expect(informative(cube!)).toEqual(informative(rows!));
      if (by.length === 0) expect(cube).toEqual(rows);
      compared += informative(rows!).length;
    }), { numRuns: 150 });
    expect(compared).toBeGreaterThan(100);
  });

  it('additive indicators: Σ places = Σ departments = total', async () => {
    for (const { id } of CUBE_INDICATORS.filter((i) => i.additive && i.dimensions.includes('place'))) {
      const value = async (by: 'place' | 'dept' | null) => (await rowsOf(connection, compile({ indicators: [id], by: by ? [by] : [], filters: {}, scope: TEST_SCOPE, tables }).sql))
        .reduce((sum, row) => sum + Math.round(Number(row[`${id}_n`] ?? 0) * 100), 0);
      const [total, places, departments] = [await value(null), await value('place'), await value('dept')];
      expect([id, places, departments]).toEqual([id, total, total]);
    }
  });

  it('every catalogue indicator of the cube has rows that count in this test county', async () => {
    const [row] = await rowsOf(connection, compile({ indicators: CUBE_INDICATORS.map((i) => i.id), by: [], filters: {}, scope: TEST_SCOPE, tables, route: 'cube' }).sql);
    expect(Object.entries(row!).filter(([, v]) => v === null).map(([k]) => k)).toEqual([]);
    const zero = CUBE_INDICATORS.filter((i) => !row![`${i.id}_n`]).map((i) => i.id);
    expect(zero).toEqual([]);
  });
});
