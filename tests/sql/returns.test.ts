import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCube } from '../../scripts/snapshot/cube.ts';
import { parseRules, type Rules } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { isUnreported } from '../../src/model/unreported.ts';
import { compile } from '../../src/query/compile.ts';
import { overviewQuestions } from '../../src/query/overview.ts';
import { returnsList, returnsQuestions, type ReturnsAsk, type ReturnsQuestion } from '../../src/query/returns.ts';
import { makeScope } from '../../src/query/scope.ts';
import { askDemo, demoFolder } from '../support/demo.ts';
import { emptySnapshot, rowsOf } from '../support/duckdb.ts';
import { TEST_SCOPE } from '../support/scope.ts';

const asOf = '2026-11-20';
const tables = new Set(SNAPSHOT_TABLES.map((t) => t.name));
let rules: Rules;
beforeAll(async () => {
  rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
});
const asking = (change: Partial<ReturnsAsk> = {}): ReturnsAsk => ({ asOf, kind: null, period: null, month: null, filters: {}, scope: makeScope(asOf, null, rules), tables, ...change });

describe('the demo county', () => {
  const ask = (change: Partial<ReturnsAsk>, name: ReturnsQuestion) => askDemo(asOf, returnsQuestions(asking(change))[name]!.sql);
  it.each([null, '2026W45', '2099W01'])('period %s: everyone who had to report, and what came', async (period) => {
    const week = period === '2026W45' ? period : '2026W47';
    expect(await ask({ period }, 'grid')).toEqual(await askDemo(asOf, `SELECT axis, unit_code, table_name, kind, period, due_on, received_on, rows_due, rows_in FROM returns WHERE period = '${week}' ORDER BY 1, 2, 3, 4`));
    expect(await ask({ period }, 'totals')).toEqual(await askDemo(asOf, `SELECT axis, count(*) FILTER (WHERE received_on <= due_on) AS returns_rate_n, count(*) AS returns_rate_d, count(received_on)::INT AS sent, (count(*) FILTER (WHERE received_on > due_on))::INT AS late,
      (count(*) FILTER (WHERE received_on IS NULL))::INT AS missing, sum(rows_due)::BIGINT AS rows_due, sum(rows_in)::BIGINT AS rows_in FROM returns WHERE period = '${week}' GROUP BY 1 ORDER BY 1`));
    expect((await ask({ period }, 'periods')).filter((p) => p['chosen']).map((p) => p['period'])).toEqual([week]);
  });
  it('the newest period is the catalogue’s 报送率, 城管局 alone is 未报送', async () => {
    const totals = await ask({}, 'totals');
    const [cube] = await askDemo(asOf, `SELECT sum(returns_rate_n)::INT AS n, sum(returns_rate_d)::INT AS d FROM cube WHERE as_of = DATE '${asOf}'`);
    expect([totals.reduce((s, r) => s + Number(r['returns_rate_n']), 0), totals.reduce((s, r) => s + Number(r['returns_rate_d']), 0)]).toEqual([cube!['n'], cube!['d']]);
    expect((await askDemo(asOf, returnsList(asking(), 'missing', 'dept', null).sql)).map((r) => r['unit_code'])).toEqual(['D11']);
    expect(await askDemo(asOf, returnsList(asking(), 'missing', 'place', null).sql)).toEqual([]);
  });
  it('history holds every unit and period once', async () => {
    expect((await ask({}, 'history')).map((r) => [r['axis'], r['unit_code'], r['period'], r['due'], r['on_time'], r['missing']])).toEqual((await askDemo(asOf, `SELECT axis, unit_code, period, count(*)::INT AS due, (count(*) FILTER (WHERE received_on <= due_on))::INT AS a, (count(*) FILTER (WHERE received_on IS NULL))::INT AS b FROM returns GROUP BY 1, 2, 3 ORDER BY 1, 2, max(due_on)`)).map(Object.values));
    expect(await askDemo(asOf, returnsList(asking(), 'history', 'dept', 'D11').sql)).toHaveLength(4);
  });
  it('each filter narrows its own axis only', async () => {
    const rows = await ask({ filters: { area: ['990101101'], inv: ['PPP'] } }, 'grid');
    expect(rows.filter((r) => r['axis'] === '属地').map((r) => r['unit_code'])).toEqual(['990101101']);
    expect(rows.filter((r) => r['axis'] === '主管部门')).toHaveLength(11);
  });
  it.each([[null, '2026-10-01'], ['2026-08-01', '2026-08-01'], ['2020-01-01', '2026-10-01']])('month %s: the points of %s', async (month, shown) => {
    expect(await ask({ month }, 'points')).toEqual(await askDemo(asOf, `SELECT axis, unit_code, item, points_full, points, reason FROM assessments WHERE month = '${shown}' ORDER BY 1, 2, 3`));
    expect((await ask({ month }, 'months')).map((m) => [m['month'], m['chosen']])).toEqual(['2026-10-01', '2026-09-01', '2026-08-01'].map((m) => [m, m === shown]));
  });
});

describe('late, early, missing and not yet due', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await emptySnapshot();
    const row = (unit: string, kind: string, period: string, due: string, received: string | null, rowsDue = 3, rowsIn = 3) => `('主管部门', '${unit}', '台账', '${kind}', '${period}', DATE '${due}', ${received === null ? 'NULL' : `DATE '${received}'`}, ${rowsDue}, ${rowsIn})`;
    await connection.run(`INSERT INTO returns (axis, unit_code, table_name, kind, period, due_on, received_on, rows_due, rows_in) VALUES ${[
      row('D1', '周报', '2026W46', '2026-11-12', '2026-11-12'), row('D2', '周报', '2026W46', '2026-11-12', '2026-11-16'), row('D3', '周报', '2026W46', '2026-11-12', null), row('D4', '周报', '2026W46', '2026-11-12', '2026-11-11', 3, 2),
      row('D1', '周报', '2026W48', '2026-11-26', null), row('D1', '日报', '2026-11-20', '2026-11-20', '2026-11-20'),
    ].join(', ')}`);
  });
  const ask = (change: Partial<ReturnsAsk>, name: ReturnsQuestion) => rowsOf(connection, returnsQuestions(asking(change))[name]!.sql);
  it('counts each once', async () => {
    expect(await ask({ kind: '周报' }, 'totals')).toEqual([{ axis: '主管部门', returns_rate_n: 2, returns_rate_d: 4, sent: 3, late: 1, missing: 1, rows_due: 12, rows_in: 11 }]);
    expect((await ask({ kind: '周报' }, 'history')).map((r) => [r['unit_code'], r['period'], r['on_time'], r['late'], r['late_days'], r['missing']])).toEqual([['D1', '2026W46', 1, 0, null, 0], ['D2', '2026W46', 0, 1, 4, 0], ['D3', '2026W46', 0, 0, null, 1], ['D4', '2026W46', 1, 0, null, 0]]);
    expect((await rowsOf(connection, returnsList(asking({ kind: '周报' }), 'on_time', 'dept', null).sql)).map((r) => r['unit_code'])).toEqual(['D1', 'D4']);
  });
  it('a period that is not due yet can be chosen; nobody is missing in it', async () => {
    expect(await ask({ kind: '周报', period: '2026W48' }, 'totals')).toMatchObject([{ returns_rate_d: 0, missing: 0, sent: 0 }]);
    expect((await ask({ kind: '日报' }, 'periods')).map((p) => p['period'])).toEqual(['2026-11-20']);
    expect((await ask({}, 'grid')).map((r) => r['kind'])).toEqual(['日报']);
  });
});

describe('tables that are due on different days', () => {
  const have = new Set(['returns', 'projects', 'cube']);
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await emptySnapshot();
    const row = (unit: string, table: string, kind: string, due: string, received: string | null) => `('属地', '${unit}', '${table}', '${kind}', 'x', DATE '${due}', ${received === null ? 'NULL' : `DATE '${received}'`}, 2, 1)`;
    await connection.run(`INSERT INTO returns (axis, unit_code, table_name, kind, period, due_on, received_on, rows_due, rows_in) VALUES ${[
      row('甲镇', '台账', '周报', '2026-11-19', null), row('乙镇', '台账', '周报', '2026-11-19', '2026-11-18'), row('甲镇', '台账', '零报告', '2026-11-20', '2026-11-20'), row('乙镇', '台账', '零报告', '2026-11-20', '2026-11-20'),
      row('甲镇', '台账', '周报', '2026-11-12', null), row('乙镇', '已停用的表', '周报', '2026-11-13', null), row('乙镇', '台账', '周报', '2026-11-26', null),
    ].join(', ')}`);
    await buildCube(connection, { scope: TEST_SCOPE, tables: have, carry: false });
  });
  it('each counts by its own last due day: 3 of 4, whole or not, and 甲镇 is 未报送', async () => {
    for (const route of ['cube', 'rows'] as const) {
      expect(await rowsOf(connection, compile({ indicators: ['returns_rate'], by: ['place'], filters: {}, scope: TEST_SCOPE, tables: have, route }).sql)).toEqual([{ place_code: '乙镇', returns_rate_n: 2, returns_rate_d: 2 }, { place_code: '甲镇', returns_rate_n: 1, returns_rate_d: 2 }]);
    }
    const units = await rowsOf(connection, overviewQuestions({ asOf, compare: null, filters: {}, scope: TEST_SCOPE, tables: have }).returns!.sql);
    expect(units.map((u) => [u['unit_code'], u['due'], u['received'], u['rows_due'], u['rows_in'], isUnreported(u)])).toEqual([['乙镇', 2, 2, 4, 2, false], ['甲镇', 2, 1, 4, 2, true]]);
  });
});

it('asks nothing of tables the snapshot lacks: without returns nobody is 未报送', () => {
  expect([['returns'], ['assessments'], []].map((have) => Object.keys(returnsQuestions(asking({ tables: new Set(have) }))))).toEqual([['kinds', 'periods', 'grid', 'totals', 'history'], ['months', 'points'], []]);
});
