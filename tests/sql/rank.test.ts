import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseRules } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { rankQuestions, type RankAsk, type RowAxis } from '../../src/query/rank.ts';
import { makeScope } from '../../src/query/scope.ts';
import { askDemo, demoFolder } from '../support/demo.ts';

const [asOf, compare] = ['2026-11-20', '2026-11-13'];

async function questions(axis: RowAxis, filters: RankAsk['filters'] = {}) {
  const rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
  return rankQuestions({ axis, filters, scope: makeScope(asOf, compare, rules), tables: new Set(SNAPSHOT_TABLES.map((t) => t.name)), compare: { id: compare, scope: makeScope(compare, null, rules) } });
}
const sum = (rows: readonly Record<string, unknown>[], column: string) => rows.reduce((n, r) => n + Number(r[column]), 0);
/** The earlier week under the name its question reads. */
const askThen = (sql: string) => askDemo(compare, `WITH then_projects AS (FROM projects) SELECT * FROM (${sql})`);

it.each(['leader', 'contractor'] as const)('answers by %s from the rows of both weeks, every project once', async (axis) => {
  const { now, before } = await questions(axis);
  expect([now.tables, before!.tables]).toEqual([['projects'], [{ table: 'projects', snapshot: compare, as: 'then_projects' }]]);
  const [rows, earlier] = [await askDemo(asOf, now.sql), await askThen(before!.sql)];
  expect([sum(rows, 'no_arrears_rate_n'), sum(rows, 'no_arrears_rate_d'), sum(rows, 'projects_n'), sum(rows, 'open_risk_n'), sum(rows, 'unpaid_wages_n'), sum(rows, 'unpaid_workers_n')]).toEqual([64, 66, 66, 2, 5_150_000, 173]);
  expect([sum(earlier, 'no_arrears_rate_n'), sum(earlier, 'no_arrears_rate_d'), sum(earlier, 'unpaid_wages_n')]).toEqual([60, 66, 12_680_000]);
  expect(new Set(rows.map((r) => r[axis])).size).toBe(rows.length);
});

it('is narrowed by every filter and asks nothing of clues or compliance', async () => {
  const { now } = await questions('leader', { area: ['990101001'] });
  const [rows, all] = [await askDemo(asOf, now.sql), await askDemo(asOf, `SELECT count(*) AS n FROM projects WHERE place_code = '990101001' AND (stage IS DISTINCT FROM '已完工已结算' OR open)`)];
  expect(sum(rows, 'projects_n')).toBe(all[0]!['n']);
  expect(now.sql).not.toMatch(/cases|compliance|cube/);
});

it('has no earlier question without a comparison', async () => {
  const rules = parseRules({}).rules;
  expect(Object.keys(rankQuestions({ axis: 'leader', filters: {}, scope: makeScope(asOf, null, rules), tables: new Set(['projects']), compare: null }))).toEqual(['now']);
});
