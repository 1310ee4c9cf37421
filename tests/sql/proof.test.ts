import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCube } from '../../scripts/snapshot/cube.ts';
import { STORED_TABLES } from '../../scripts/snapshot/parquet.ts';
import type { FilterState } from '../../src/model/filters.ts';
import { INDICATORS, indicatorOf, type Indicator } from '../../src/model/indicators.ts';
import { parseRules } from '../../src/model/rules.ts';
import { compile } from '../../src/query/compile.ts';
import { listColumns, listQuestion } from '../../src/query/proof.ts';
import { makeScope } from '../../src/query/scope.ts';
import { askDemo, demoFolder } from '../support/demo.ts';
import { emptySnapshot, rowsOf } from '../support/duckdb.ts';
import { fillRandom } from '../support/random-county.ts';
import { TEST_SCOPE } from '../support/scope.ts';

const tables = new Set(STORED_TABLES.map((t) => t.name));
const listed = INDICATORS.filter((i) => ![...i.n, ...i.d].some((p) => p.fact === 'calendar'));
/** Whether a part is a number of rows: each listed row adds one. */
const counts = (i: Indicator, part: 'n' | 'd', row: Record<string, unknown>[]) => i[part].length > 0 && row.every((r) => r['counted'] === 1);

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await emptySnapshot();
  await fillRandom(connection, 20261120, 1500);
  await buildCube(connection, { scope: TEST_SCOPE, tables, carry: false });
});

const FILTERED: FilterState = { area: ['A1'], dept: ['D1', null], inv: ['政府投资'] };

describe.each(listed.map((i) => [i.id, i] as const))('%s', (id, indicator) => {
  it.each([['of the county', {}], ['under filters', FILTERED]] as const)('lists the very rows of n and d %s', async (_, filters) => {
    const [row] = await rowsOf(connection, compile({ indicators: [id], by: [], filters, scope: TEST_SCOPE, tables, route: 'rows' }).sql);
    for (const part of (['n', 'd'] as const).filter((p) => indicator[p].length > 0)) {
      const ask = { indicator, part, filters, scope: TEST_SCOPE, tables };
      const rows = await rowsOf(connection, listQuestion(ask)!.sql);
      const expected = Number(row![`${id}_${part}`]);
      expect(Number(rows[0]?.['sum_of_all'] ?? 0)).toBeCloseTo(expected, 6);
      if (rows.length < 5_000) {
        expect(rows[0]?.['of_all'] ?? 0).toBe(rows.length);
        expect(rows.reduce((sum, r) => sum + Number(r['counted']), 0)).toBeCloseTo(expected, 4);
      }
      if (counts(indicator, part, rows)) expect(rows[0]?.['of_all'] ?? 0).toBe(expected);
      expect(Object.keys(rows[0] ?? {}).filter((k) => !['fact', 'counted', 'of_all', 'sum_of_all'].includes(k)).sort()).toEqual(rows.length > 0 ? listColumns(ask).map((c) => c.key).sort() : []);
    }
  });
});

describe('in the demo county', () => {
  const asOf = '2026-11-20';
  const lists = async (id: string, part: 'n' | 'd') => {
    const rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
    return askDemo(asOf, listQuestion({ indicator: indicatorOf(id), part, filters: {}, scope: makeScope(asOf, '2026-11-13', rules), tables })!.sql);
  };
  it.each([
    ['no_arrears_rate', 'n', 64], ['no_arrears_rate', 'd', 66], ['open_risk', 'n', 2], ['clue_on_time_rate', 'n', 112], ['clue_on_time_rate', 'd', 119], ['action_done_rate', 'n', 8], ['action_done_rate', 'd', 11], ['warnings_open', 'n', 7],
  ] as const)('%s_%s is %i rows, each with a name', async (id, part, rows) => {
    const found = await lists(id, part);
    expect(found).toHaveLength(rows);
    expect(found.every((r) => r['counted'] === 1 && r['of_all'] === rows)).toBe(true);
    if (id !== 'clue_on_time_rate') expect(found.every((r) => typeof r['name'] === 'string')).toBe(true);
  });
  it('adds the amounts to 515.0 万元 and 173 people', async () => {
    expect((await lists('unpaid_wages', 'n')).map((r) => r['sum_of_all'])).toEqual([5_150_000, 5_150_000]);
    expect((await lists('unpaid_workers', 'n'))[0]!['sum_of_all']).toBe(173);
  });
  it('puts the two open projects first, the severe one before', async () => {
    expect((await lists('no_arrears_rate', 'd')).slice(0, 3).map((r) => r['grade_now'])).toEqual(['严重', '一般', '无欠薪']);
  });
});

it('has no list of a date, nor of a table that was not imported', () => {
  const base = { part: 'n', filters: {}, scope: TEST_SCOPE } as const;
  expect(listQuestion({ ...base, indicator: indicatorOf('days_to_clear'), tables })).toBeNull();
  expect(listQuestion({ ...base, indicator: indicatorOf('clue_on_time_rate'), tables: new Set(['projects']) })).toBeNull();
});
it('reads only the tables the list needs', () => {
  const of = (id: string) => listQuestion({ indicator: indicatorOf(id), part: 'n', filters: {}, scope: TEST_SCOPE, tables })!.tables;
  expect([of('no_arrears_rate'), of('clue_on_time_rate'), of('action_done_rate')]).toEqual([['projects'], ['cases', 'projects'], ['actions', 'projects', 'cases']]);
});
