import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseRules } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { meetingQuestions, type MeetingAsk, type MeetingQuestion } from '../../src/query/meeting.ts';
import { askDemo, demoFolder } from '../support/demo.ts';

const EVERY = new Set(SNAPSHOT_TABLES.map((t) => t.name));

async function askOf(asOf: string, compare: string | null, filters: MeetingAsk['filters'] = {}, tables: ReadonlySet<string> = EVERY): Promise<MeetingAsk> {
  const rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
  return { asOf, compare: compare === null ? null : { id: compare, asOf: compare }, filters, rules, tables };
}
/** Rows of one question; the earlier week stands under the name its questions read. */
async function rowsOf(question: MeetingQuestion, ask: MeetingAsk): Promise<Record<string, unknown>[]> {
  const { sql, tables } = meetingQuestions(ask)[question]!;
  if (!tables.some((t) => typeof t !== 'string')) return askDemo(ask.asOf, sql);
  const folder = join(await demoFolder(), ask.compare!.id, 'projects.parquet');
  return askDemo(ask.asOf, `WITH then_projects AS (FROM read_parquet('${folder}')) SELECT * FROM (${sql})`);
}
const sum = (rows: readonly Record<string, unknown>[], column: string) => rows.reduce((n, r) => n + Number(r[column] ?? 0), 0);
const latest = ['2026-11-20', '2026-11-13'] as const;

it('lists 上周交办 as action_done_rate counts them: 8/11, 未办结 first', async () => {
  const rows = await rowsOf('actions', await askOf(...latest));
  expect([rows.filter((r) => r['done'] === true).length, rows.length]).toEqual([8, 11]);
  expect(rows.slice(0, 4).map((r) => [r['content'], r['done']])).toEqual([['补建专户台账', false], ['公示分账协议', false], ['专户开立', false], ['约谈总包负责人', true]].map(([c, d]) => [c, d]));
  expect((await rowsOf('actions', await askOf(...latest, { dept: ['D02'] }))).every((r) => ['AL-022', 'AL-046'].includes(String(r['project_id'])))).toBe(true);
});

it('lists the steps since the comparison: four closed in week 47; added, relapsed and lost in theirs; none at the first snapshot', async () => {
  const events = (rows: readonly Record<string, unknown>[]) => rows.map((r) => r['event']).sort();
  expect(events(await rowsOf('steps', await askOf(...latest)))).toEqual(['销号', '销号', '销号', '销号']);
  expect(events(await rowsOf('steps', await askOf('2026-10-30', '2026-10-23')))).toEqual(['反弹', '新增', '销号']);
  const lost = (await askDemo('2026-11-20', "SELECT min(as_of)::VARCHAR AS on_day FROM flow WHERE event = '漏报'"))[0]!['on_day'];
  const week = String(lost);
  const before = String((await askDemo('2026-11-20', `SELECT max(as_of)::VARCHAR AS on_day FROM flow WHERE as_of < DATE '${week}'`))[0]!['on_day']);
  const [row] = (await rowsOf('steps', await askOf(week, before))).filter((r) => r['event'] === '漏报');
  expect(row!['name']).toEqual(expect.any(String));
  expect(row!['unpaid_before']).not.toBeNull();
  expect(await rowsOf('steps', await askOf('2026-05-29', null))).toEqual([]);
});

it('lists the open sites, most dangerous first, with what they promised before', async () => {
  const rows = await rowsOf('open', await askOf(...latest));
  expect(rows.map((r) => [r['project_id'], r['promise_changes']])).toEqual([['AL-022', 1], ['AL-031', 1]]);
  expect(sum(rows, 'unpaid_wages')).toBe(5_150_000);
  expect(await rowsOf('open', await askOf(...latest, { g: ['严重'] }))).toHaveLength(1);
});

it('adds the payments up to paid_week, by project and source', async () => {
  const ask = await askOf(...latest);
  const [week] = await askDemo(ask.asOf, "SELECT sum(paid_week_n) AS n FROM cube WHERE as_of = DATE '2026-11-20'");
  expect(sum(await rowsOf('paid', ask), 'amount')).toBeCloseTo(Number(week!['n']), 2);
});

it('lists exactly the clues that 按期办结率 misses: 119 − 112', async () => {
  const rows = await rowsOf('late', await askOf(...latest));
  expect(rows).toHaveLength(7);
  expect(rows.every((r) => Number(r['days']) > 0)).toBe(true);
  expect(rows.map((r) => Number(r['days']))).toEqual(rows.map((r) => Number(r['days'])).sort((a, b) => b - a));
});

it('gives points of the newest month, worst first, per axis, and lists the dry accounts', async () => {
  const ask = await askOf(...latest);
  const rows = await rowsOf('points', ask);
  expect(new Set(rows.map((r) => String(r['month'])))).toHaveProperty('size', 1);
  expect(rows.every((r) => Number(r['points_full']) === 100)).toBe(true);
  for (const axis of ['属地', '主管部门']) {
    const points = rows.filter((r) => r['axis'] === axis).map((r) => Number(r['points']));
    expect(points).toEqual([...points].sort((a, b) => a - b));
    expect(points.length).toBeGreaterThan(0);
  }
  expect((await rowsOf('dry', ask)).every((r) => Number(r['numerator']) < Number(r['denominator']))).toBe(true);
});

it('splits what is open by 投资性质 so that it adds up, and the pace with it', async () => {
  const ask = await askOf(...latest);
  const [rows, [total]] = [await rowsOf('byInvest', ask), await rowsOf('pace', ask)];
  expect([sum(rows, 'open_risk_n'), sum(rows, 'unpaid_wages_n')]).toEqual([2, 5_150_000]);
  expect(sum(rows, 'pace_n')).toBeCloseTo(Number(total!['pace_n']), 9);
  expect(sum(rows, 'pace_d')).toBeCloseTo(Number(total!['pace_d']), 9);
});

it('leaves out what the snapshot lacks and asks only of projects in the least one', async () => {
  expect(Object.keys(meetingQuestions(await askOf('2026-05-29', null, {}, new Set(['projects']))))).toEqual(['open', 'leaders']);
  const [row] = await rowsOf('open', await askOf('2026-05-29', null, {}, new Set(['projects'])));
  expect(row).toMatchObject({ score: null, then_promise_changes: null });
});
