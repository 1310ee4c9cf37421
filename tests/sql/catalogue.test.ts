import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { STORED_TABLES } from '../../scripts/snapshot/parquet.ts';
import { partsOf } from '../../src/model/cube.ts';
import { CUBE_DIMENSIONS, type DimensionId } from '../../src/model/dimensions.ts';
import { FILTERS, FILTER_IDS, type FilterState } from '../../src/model/filters.ts';
import { INDICATORS } from '../../src/model/indicators.ts';
import { compile, CompileError } from '../../src/query/compile.ts';
import { emptySnapshot, rowsOf } from '../support/duckdb.ts';
import { TEST_SCOPE } from '../support/scope.ts';

const tables = new Set(STORED_TABLES.map((t) => t.name));
let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptySnapshot();
});

/** One value of each filter, hostile where the value is free text. */
const oneOfEach: FilterState = Object.fromEntries(FILTER_IDS.map((id) => [id, [FILTERS[id].keys ? Object.values(FILTERS[id].keys!)[0]! : `'); DROP TABLE cube; --`, null]]));
const filterStates: FilterState[] = [{}, ...FILTER_IDS.map((id) => ({ [id]: oneOfEach[id]! })), oneOfEach];

describe.each(INDICATORS.map((i) => [i.id, i] as const))('%s', (id, indicator) => {
  it('binds and runs by every dimension under every filter, by rows and, where it lives there, by the cube', async () => {
    const groups: DimensionId[][] = [[], ...indicator.dimensions.map((d) => [d]), indicator.dimensions.filter((d) => (CUBE_DIMENSIONS as readonly string[]).includes(d))];
    for (const by of groups) {
      for (const filters of filterStates) {
        const inCube = indicator.cube && by.every((d) => (CUBE_DIMENSIONS as readonly string[]).includes(d));
        for (const route of inCube ? (['rows', 'cube'] as const) : (['rows'] as const)) {
          const rows = await rowsOf(connection, compile({ indicators: [id], by, filters, scope: TEST_SCOPE, tables, route }).sql);
          if (by.length === 0) expect(Object.keys(rows[0]!)).toEqual(partsOf(indicator).map((p) => p.column));
        }
      }
    }
    expect((await rowsOf(connection, 'SELECT count(*)::INTEGER AS n FROM cube'))[0]!['n']).toBe(0);
  });
  it('says what it is in words', () => {
    expect(indicator.name && indicator.definition && indicator.source && indicator.english).toBeTruthy();
    expect(indicator.kind === 'rate' || indicator.kind === 'ratio').toBe(indicator.d.length > 0);
    expect(indicator.unit === '%').toBe(indicator.kind === 'rate');
  });
});

it('ids are unique and survive as column names', () => {
  expect(new Set(INDICATORS.map((i) => i.id)).size).toBe(INDICATORS.length);
  expect(INDICATORS.filter((i) => !/^[a-z_]+$/.test(i.id)).map((i) => i.id)).toEqual([]);
});
it('refuses a dimension the indicator does not have, naming both', () => {
  expect(() => compile({ indicators: ['clue_on_time_rate'], by: ['invest'], filters: {}, scope: TEST_SCOPE, tables })).toThrow(new CompileError('指标「线索按期办结率」不能按投资性质分组'));
});
it('answers NULL, not 0, for a table that was not imported', async () => {
  const [row] = await rowsOf(connection, compile({ indicators: ['clue_on_time_rate', 'open_risk'], by: [], filters: {}, scope: TEST_SCOPE, tables: new Set(['projects']), route: 'rows' }).sql);
  expect(row).toEqual({ clue_on_time_rate_n: null, clue_on_time_rate_d: null, open_risk_n: 0 });
});
