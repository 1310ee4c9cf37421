import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../scripts/check/registry.ts';
import { STORED_TABLES } from '../../scripts/snapshot/parquet.ts';
import { INDICATORS } from '../../src/model/indicators.ts';
import { EVERY_INDICATOR, WORK_INDICATORS } from '../../src/model/indicators/every.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { parseRules } from '../../src/model/rules.ts';
import { cluesQuestions } from '../../src/query/clues.ts';
import { compile } from '../../src/query/compile.ts';
import { enforcementQuestions } from '../../src/query/enforcement.ts';
import { makeScope } from '../../src/query/scope.ts';
import { indicatorSql, type TrustAsk, trustQuestions, type TrustQuestion } from '../../src/query/trust.ts';
import { periodOf } from '../../src/query/windows.ts';
import { checkEntries, checkTotals } from '../../src/views/definitions/check-entries.ts';
import { tableEntries } from '../../src/views/definitions/data-entries.ts';
import { askDemo, demoFolder } from '../support/demo.ts';
import { emptySnapshot, rowsOf } from '../support/duckdb.ts';
import { TEST_SCOPE } from '../support/scope.ts';

const [asOf, before] = ['2026-11-20', '2026-11-13'];
const all = new Set(STORED_TABLES.map((t) => t.name));
let ask: TrustAsk;
const file = async (name: string): Promise<unknown> => JSON.parse(readFileSync(join(await demoFolder(), asOf, name), 'utf8'));
beforeAll(async () => {
  ask = { filters: {}, scope: makeScope(asOf, before, parseRules(await file('rules.json')).rules), tables: all };
});
const answer = async (of: TrustAsk, name: TrustQuestion): Promise<Record<string, unknown>[]> => askDemo(asOf, trustQuestions(of)[name]!.sql);

describe('values of every indicator', () => {
  it('come from two questions that hold each indicator of the catalogue once', async () => {
    const [[cube], [rows]] = [await answer(ask, 'county'), await answer(ask, 'countyRows')];
    const found = [...Object.keys(cube!), ...Object.keys(rows!)].filter((k) => k.endsWith('_n'));
    expect(found.sort()).toEqual(EVERY_INDICATOR.map((i) => `${i.id}_n`).sort());
    expect([cube!['no_arrears_rate_n'], cube!['no_arrears_rate_d'], cube!['clue_on_time_rate_n'], cube!['clue_on_time_rate_d'], cube!['unpaid_wages_n'], rows!['days_to_clear_n']]).toEqual([64, 66, 112, 119, 5_150_000, 41]);
  });
  it.each([['no filter', {}, 'county'], ['filters', { dept: ['D02'], inv: ['政府投资'] }, 'now']] as const)('are those counted from the rows under %s', async (_, filters, name) => {
    const of = { ...ask, filters };
    const [cube] = await answer(of, name);
    const [rows] = await askDemo(asOf, compile({ indicators: INDICATORS.filter((i) => i.cube).map((i) => i.id), by: [], ...of, route: 'rows' }).sql);
    const near = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'number' ? Math.round(v * 100) / 100 : v]));
    expect(near(cube!)).toEqual(near(rows!));
  });
  it('ask for filtered values only while a filter is set', () => {
    expect(Object.keys(trustQuestions(ask)).sort()).toEqual(['checks', 'county', 'countyRows']);
    expect(Object.keys(trustQuestions({ ...ask, filters: { g: ['严重'] } })).sort()).toEqual(['checks', 'county', 'countyRows', 'now', 'nowRows']);
    expect(Object.keys(trustQuestions({ ...ask, filters: { g: [] } })).sort()).toEqual(['checks', 'county', 'countyRows']);
  });
  it('have a SQL of their own each, which runs and gives the same', async () => {
    const [cube] = await answer(ask, 'county');
    for (const id of ['no_arrears_rate', 'systems_rate', 'recovery_rate']) {
      const [row] = await askDemo(asOf, indicatorSql(id, ask));
      expect([row![`${id}_n`], row![`${id}_d`]]).toEqual([cube![`${id}_n`], cube![`${id}_d`]]);
    }
  });
  it('of clues, incidents, measures and inspections are those of 制度与线索 over the same period', async () => {
    const rules = parseRules(await file('rules.json')).rules;
    const tab = { filters: {}, scope: ask.scope, tables: all } as const;
    const clues = cluesQuestions({ ...tab, axis: 'channel', period: periodOf('recent', asOf, rules) });
    const sumsOf = (rows: readonly Record<string, unknown>[]) => Object.fromEntries(Object.keys(rows[0]!).filter((k) => k !== 'key').map((k) => [k, rows.reduce((sum, r) => sum + Number(r[k]), 0)]));
    const [measures, inspections] = (['campaign', 'year'] as const).map((id) => enforcementQuestions({ ...tab, axis: 'dept', period: periodOf(id, asOf, rules) }));
    const shown = { ...(await askDemo(asOf, clues.summary!.sql))[0], ...(await askDemo(asOf, clues.incidents!.sql))[0], ...sumsOf(await askDemo(asOf, measures!.kinds!.sql)), ...sumsOf(await askDemo(asOf, inspections!.inspectionKinds!.sql)) };
    const [rows] = await answer(ask, 'countyRows');
    for (const { id, d } of WORK_INDICATORS) {
      expect([id, Number(rows![`${id}_n`]), d.length > 0 ? Number(rows![`${id}_d`]) : null]).toEqual([id, Number(shown[`${id}_n`]), d.length > 0 ? Number(shown[`${id}_d`]) : null]);
      const [own] = await askDemo(asOf, indicatorSql(id, ask));
      expect([id, own![`${id}_n`]]).toEqual([id, rows![`${id}_n`]]);
    }
    expect([Number(rows!['measures_taken_n']), Number(rows!['clue_verified_rate_d'])]).toEqual([77, 112]);
  });
  it('are unknown, not 0, where tables were not imported', async () => {
    const few = new Set(['projects']);
    const questions = trustQuestions({ filters: {}, scope: TEST_SCOPE, tables: few });
    expect([Object.keys(questions), questions.countyRows!.tables]).toEqual([['countyRows'], ['projects']]);
    const [row] = await rowsOf(await emptySnapshot(), questions.countyRows!.sql);
    expect([row!['pace_d'], row!['pace_n'], typeof row!['days_to_clear_n']]).toEqual([null, 0, 'number']);
  });
});

describe('checks', () => {
  it('hold every check of the registry, those found with sheet and row', async () => {
    const entries = checkEntries(await answer(ask, 'checks'));
    expect(entries.map((c) => c.id).sort()).toEqual(CHECKS.map((c) => c.id).sort());
    expect(checkTotals(entries)).toEqual({ all: CHECKS.length, passed: CHECKS.length - 5, notMade: 0, notices: 5, accepted: 0 });
    expect(entries.find((c) => c.id === 'stated_parts')).toMatchObject({ status: 'found', count: 1, places: [{ source: '台账-2026-11-20.xlsx', sheet: '上报口径', rows: '3' }] });
    expect(entries.find((c) => c.id === 'invest_kind_unknown')!.places[0]!.rows!.split(',')).toHaveLength(20);
  });
  it('say which were not made in the first week, for want of a week before', async () => {
    const [first] = (await file('../index.json') as { snapshots: { as_of: string }[] }).snapshots;
    const entries = checkEntries(await askDemo(first!.as_of, trustQuestions(ask).checks!.sql));
    expect(entries.filter((c) => c.status === 'notMade').map((c) => [c.id, c.reason])).toContainEqual(['closed_without_date', expect.stringMatching(/^未检：上期快照/)]);
  });
});

it('the manifest’s rows and columns are those of the files', async () => {
  const tables = tableEntries(await file('manifest.json') as Manifest);
  expect(tables.filter((t) => t.differing > 0).map((t) => t.name)).toEqual([]);
  for (const t of tables) {
    const [row] = await askDemo(asOf, `SELECT count(*) AS n FROM ${t.name}`);
    expect([t.name, Number(row!['n'])]).toEqual([t.name, t.rows]);
  }
});
