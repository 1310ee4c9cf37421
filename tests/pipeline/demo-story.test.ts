import { describe, expect, it } from 'vitest';
import { verify } from '../../scripts/snapshot/verify.ts';
import { listPublished } from '../../scripts/snapshot/index-file.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { CUBE_COLUMNS, CUBE_INDICATORS } from '../../src/model/cube.ts';
import { compile } from '../../src/query/compile.ts';
import { accountSql } from '../../src/query/flow.ts';
import { makeScope } from '../../src/query/scope.ts';
import { isoWeek } from '../../src/shared/dates.ts';
import { STORED_TABLES } from '../../scripts/snapshot/parquet.ts';
import { CUBE_DIMENSIONS, type DimensionId } from '../../src/model/dimensions.ts';
import { rowsSql } from '../../src/query/row-route.ts';
import { askDemo, demoFolder } from '../support/demo.ts';

const [W38, W46, W47] = ['2026-09-18', '2026-11-13', '2026-11-20'] as const;
const tables = new Set(STORED_TABLES.map((t) => t.name));
const scope = (asOf: string, previous: string | null) => makeScope(asOf, previous, { ...DEFAULT_RULES, calendar: { ...DEFAULT_RULES.calendar, festivals: { '2027': { new_years_eve: '2027-02-05' } } } });

/** Answers of several indicators for one week, read from the newest snapshot's cube, which carries every week. */
const cube = (asOf: string, indicators: string[], by: DimensionId[] = []) => askDemo(W47, compile({ indicators, by, filters: {}, scope: scope(asOf, null), tables, route: 'cube' }).sql);
const account = async (from: string, to: string) => (await askDemo(W47, accountSql({ from, to })))[0]!;

describe('the demo county tells the story of ui/README.md §13, from generated ledgers through the real pipeline', () => {
  it('publishes 25 weeks, 22 to 47 without 40, each whole and chained', async () => {
    const published = listPublished(await demoFolder());
    expect(published.map((p) => isoWeek(p.manifest.as_of).week)).toEqual([...Array(26).keys()].map((k) => 22 + k).filter((w) => w !== 40));
    expect(published.every((p) => p.manifest.county.sample && p.manifest.county.code === '990101')).toBe(true);
    expect((await verify(await demoFolder())).problems).toEqual([]);
  });

  it.each([
    [W38, { no_arrears_rate_n: 40, no_arrears_rate_d: 66, open_risk_n: 26, severe_open_n: 8, unpaid_wages_n: 81_000_000, unpaid_workers_n: 4002, clue_on_time_rate_n: 60, clue_on_time_rate_d: 84, court_open_n: 0, action_done_rate_n: 0, action_done_rate_d: 0 }],
    [W46, { no_arrears_rate_n: 60, no_arrears_rate_d: 66, open_risk_n: 6, severe_open_n: 4, unpaid_wages_n: 12_680_000, unpaid_workers_n: 412, clue_on_time_rate_n: 103, clue_on_time_rate_d: 112 }],
    [W47, { no_arrears_rate_n: 64, no_arrears_rate_d: 66, open_risk_n: 2, severe_open_n: 1, unpaid_wages_n: 5_150_000, unpaid_workers_n: 173, clue_on_time_rate_n: 112, clue_on_time_rate_d: 119, court_open_n: 2, action_done_rate_n: 8, action_done_rate_d: 11, warnings_open_n: 7 }],
  ])('%s', async (asOf, expected) => {
    const [row] = await cube(asOf, ['no_arrears_rate', 'open_risk', 'severe_open', 'unpaid_wages', 'unpaid_workers', 'clue_on_time_rate', 'court_open', 'action_done_rate', 'warnings_open']);
    expect(row).toMatchObject(expected);
  });

  it('weekly 无欠薪 40 42 — 45 48 51 50 55 60 64 of 66', async () => {
    const rows = await askDemo(W47, `SELECT as_of, sum(no_arrears_rate_n)::INTEGER AS n, sum(no_arrears_rate_d)::INTEGER AS d FROM cube WHERE as_of >= DATE '${W38}' GROUP BY as_of ORDER BY as_of`);
    expect(rows.map((r) => `${isoWeek(String(r['as_of'])).week}:${r['n']}/${r['d']}`)).toEqual(['38:40/66', '39:42/66', '41:45/66', '42:48/66', '43:51/66', '44:50/66', '45:55/66', '46:60/66', '47:64/66']);
  });

  it('the account 38→47 is 26 + 3 + 1 + 0 − 28 − 0 = 2, and 8 + 1 − 2 − 6 = 1 severe', async () => {
    expect(await account(W38, W47)).toMatchObject({ opening: 26, added: 3, reopened: 1, found: 0, closed: 28, lost: 0, upgraded: 1, downgraded: 2, closing: 2 });
    const [grades] = await askDemo(W47, `SELECT count(*) FILTER (WHERE event = '销号' AND grade_before = '严重')::INTEGER AS severe_closed, count(*) FILTER (WHERE event = '销号' AND grade_before = '一般')::INTEGER AS general_closed,
      count(*) FILTER (WHERE event IN ('新增', '反弹') AND grade_after = '严重')::INTEGER AS severe_in FROM flow WHERE as_of > DATE '${W38}'`);
    expect(grades).toEqual({ severe_closed: 6, general_closed: 22, severe_in: 0 });
  });
  it('its weekly steps are −2, −3, −3, +1−4, +1+1−1, +1−6, −5, −4', async () => {
    const rows = await askDemo(W47, `SELECT count(*) FILTER (WHERE event = '新增')::INTEGER AS a, count(*) FILTER (WHERE event = '反弹')::INTEGER AS r, count(*) FILTER (WHERE event = '销号')::INTEGER AS c FROM flow WHERE as_of > DATE '${W38}' GROUP BY as_of ORDER BY as_of`);
    expect(rows.map((r) => [r['a'], r['r'], r['c']])).toEqual([[0, 0, 2], [0, 0, 3], [0, 0, 3], [1, 0, 4], [1, 1, 1], [1, 0, 6], [0, 0, 5], [0, 0, 4]]);
  });
  it('29 projects moved, 27 closed in 28 closures, one of them twice', async () => {
    const [row] = await askDemo(W47, `SELECT count(DISTINCT project_id)::INTEGER AS moved, count(DISTINCT project_id) FILTER (WHERE event = '销号')::INTEGER AS closed, count(*) FILTER (WHERE event = '销号')::INTEGER AS closures FROM flow WHERE as_of > DATE '${W38}'`);
    expect(row).toEqual({ moved: 29, closed: 27, closures: 28 });
    const twice = await askDemo(W47, `SELECT p.name FROM flow f JOIN projects p USING (project_id) WHERE f.as_of > DATE '${W38}' AND event = '销号' GROUP BY p.name HAVING count(*) = 2`);
    expect(twice).toEqual([{ name: '中央公园商住楼' }]);
  });
  it('closure of the opening stock: 24/26, severe 7/8, general 17/18', async () => {
    const [row] = await cube(W47, ['opening_closure_rate', 'opening_closure_severe', 'opening_closure_general']);
    expect(row).toEqual({ opening_closure_rate_n: 24, opening_closure_rate_d: 26, opening_closure_severe_n: 7, opening_closure_severe_d: 8, opening_closure_general_n: 17, opening_closure_general_d: 18 });
  });

  it('the ranking of week 47 by department', async () => {
    const rows = await askDemo(W47, `SELECT d.short_name, sum(c.clue_on_time_rate_n)::INTEGER AS n, sum(c.clue_on_time_rate_d)::INTEGER AS d FROM departments d LEFT JOIN cube c ON c.dept_code = d.dept_code AND c.as_of = DATE '${W47}' GROUP BY d.short_name`);
    expect(Object.fromEntries(rows.map((r) => [r['short_name'], `${r['n'] ?? 0}/${r['d'] ?? 0}`]))).toEqual({
      农业农村局: '11/11', 教育局: '8/8', 重点工程处: '7/7', 住建局: '46/48', 经开区管委会: '11/12', 交通局: '16/18', 水利局: '9/11', 自然资源局: '3/3', 卫健局: '1/1', 文旅局: '0/0', 城管局: '0/0',
    });
    const missing = await askDemo(W47, `SELECT d.short_name, r.rows_due, r.rows_in FROM returns r JOIN departments d ON d.dept_code = r.unit_code WHERE r.axis = '主管部门' AND r.received_on IS NULL AND r.due_on = (SELECT max(due_on) FROM returns)`);
    expect(missing).toEqual([{ short_name: '城管局', rows_due: 1, rows_in: 0 }]);
  });
  it('the map of week 47 by place', async () => {
    const rows = await askDemo(W47, `SELECT p.name, sum(c.clue_on_time_rate_n)::INTEGER AS n, sum(c.clue_on_time_rate_d)::INTEGER AS d, coalesce(sum(c.projects_n), 0)::INTEGER AS projects FROM places p LEFT JOIN cube c ON c.place_code = p.place_code AND c.as_of = DATE '${W47}' GROUP BY p.name`);
    expect(rows).toHaveLength(18);
    expect(Object.fromEntries(rows.map((r) => [r['name'], `${r['n'] ?? 0}/${r['d'] ?? 0}`]))).toMatchObject({ 城关街道: '16/17', 经开区: '14/15', 湖滨社管中心: '7/8', 太平镇: '6/7', 五里铺镇: '3/5', 柳林镇: '3/4', 云台乡: '0/0' });
    expect(rows.filter((r) => r['projects'] === 0).map((r) => r['name'])).toEqual(['云台乡']);
  });

  it('the two open ones of week 47 are in court, with amounts, people, promises and unchanged weeks', async () => {
    const rows = await askDemo(W47, `SELECT name, grade_now, unpaid_wages, unpaid_workers, court_stage, unchanged_weeks, promised_on FROM projects WHERE open ORDER BY unpaid_wages DESC`);
    expect(rows).toMatchObject([
      { name: '安澜大道东延工程（二标）', grade_now: '严重', unpaid_wages: 3_864_000, unpaid_workers: 127, unchanged_weeks: 3, promised_on: '2026-12-10' },
      { name: '五里铺河道治理工程', grade_now: '一般', unpaid_wages: 1_286_000, unpaid_workers: 46, court_stage: '执行', promised_on: '2026-12-15' },
    ]);
    expect(rows.every((r) => r['court_stage'] !== null)).toBe(true);
  });
  it('2 of 66 are not on the map; 37 + 9 of 66 state an investment kind', async () => {
    const [row] = await askDemo(W47, `SELECT count(*) FILTER (WHERE lon IS NULL)::INTEGER AS unplaced, count(*) FILTER (WHERE invest_kind IN ('政府投资', '国企', 'PPP'))::INTEGER AS government, count(*) FILTER (WHERE invest_kind = '社会投资')::INTEGER AS private, count(*) FILTER (WHERE invest_kind IS NULL)::INTEGER AS unknown
      FROM projects WHERE stage IS DISTINCT FROM '已完工已结算' OR open`);
    expect(row).toEqual({ unplaced: 2, government: 37, private: 9, unknown: 20 });
    const checks = await askDemo(W47, `SELECT check_id FROM checks WHERE check_id IN ('stated_parts', 'stated_scope') AND "count" > 0 ORDER BY 1`);
    expect(checks.map((c) => c['check_id'])).toEqual(['stated_parts', 'stated_scope']);
  });
  it('753.0 万元 were paid in week 47, by several sources', async () => {
    const [row] = await cube(W47, ['paid_week', 'paid_owner', 'paid_contractor', 'paid_deposit', 'paid_revolving', 'paid_treasury', 'paid_assets', 'paid_court', 'paid_other']);
    expect(row!['paid_week_n']).toBe(7_530_000);
    const sources = Object.entries(row!).filter(([k, v]) => k !== 'paid_week_n' && Number(v) > 0);
    expect(sources.length).toBeGreaterThan(1);
    expect(sources.reduce((sum, [, v]) => sum + Number(v), 0)).toBe(7_530_000);
  });
  it('41 days to 31 December, 77 to 除夕', async () => {
    const [row] = await askDemo(W47, compile({ indicators: ['days_to_clear', 'days_to_new_year'], by: [], filters: {}, scope: scope(W47, W46), tables }).sql);
    expect(row).toEqual({ days_to_clear_n: 41, days_to_new_year_n: 77 });
  });
  it('before week 38 one open project is lost without closing and found again, and one is upgraded', async () => {
    const rows = await askDemo(W47, `SELECT event, count(*)::INTEGER AS n FROM flow WHERE as_of < DATE '${W38}' AND event IN ('漏报', '找回') GROUP BY event ORDER BY event`);
    expect(rows).toEqual([{ event: '找回', n: 1 }, { event: '漏报', n: 1 }]);
    const [up] = await askDemo(W47, `SELECT count(*)::INTEGER AS n FROM flow WHERE as_of <= DATE '${W38}' AND grade_before = '一般' AND grade_after = '严重'`);
    expect(up!['n']).toBeGreaterThan(0);
  });
  it('a promise moved twice and a repayment plan half kept', async () => {
    const [moved] = await askDemo(W47, 'SELECT max(promise_changes)::INTEGER AS n FROM projects');
    expect(moved!['n']).toBe(2);
    const plans = await askDemo(W47, `SELECT count(*)::INTEGER AS due, count(*) FILTER (WHERE paid_on <= plan_due_on AND amount >= plan_amount)::INTEGER AS kept FROM payments WHERE plan_due_on <= DATE '${W47}' GROUP BY project_id`);
    expect(plans).toContainEqual({ due: 4, kept: 2 });
  });

  it('the cube carried from week to week equals the cells computed anew from every snapshot; 本周清偿 is counted again from the newest payments', async () => {
    const published = listPublished(await demoFolder());
    const own = CUBE_COLUMNS.map((c) => c.name).filter((name) => !name.startsWith('paid_'));
    const columns = own.map((name) => `"${name}"`).join(', ');
    const counts = own.filter((name) => /_[nd]$/.test(name)).map((name) => `"${name}" <> 0`).join(' OR ');
    const digest = (from: string) => `SELECT count(*)::INTEGER AS cells, bit_xor(hash(${columns}))::VARCHAR AS digest FROM (${from}) WHERE ${counts}`;
    const carried = await askDemo(W47, `SELECT as_of, count(*)::INTEGER AS cells, bit_xor(hash(${columns}))::VARCHAR AS digest FROM cube WHERE ${counts} GROUP BY as_of ORDER BY as_of`);
    for (const [i, { manifest }] of published.entries()) {
      const at = scope(manifest.as_of, manifest.previous?.id ?? null);
      const has = new Set(manifest.files.flatMap((f) => f.table ?? []));
      const cells = rowsSql(CUBE_INDICATORS, { by: CUBE_DIMENSIONS, filters: {}, scope: at, tables: has });
      const [anew] = await askDemo(manifest.as_of, digest(`SELECT ${at.asOf} AS as_of, * FROM (${cells})`));
      expect(carried[i]).toEqual({ as_of: manifest.as_of, ...anew });
    }
    expect(carried).toHaveLength(published.length);
    const paid = await askDemo(W47, `SELECT c.as_of, c.n, (SELECT coalesce(sum(amount), 0) FROM payments WHERE paid_on > c.since AND paid_on <= c.as_of)::DOUBLE AS listed
      FROM (SELECT as_of, sum(paid_week_n)::DOUBLE AS n, lag(as_of) OVER (ORDER BY as_of) AS since FROM cube GROUP BY as_of) c WHERE c.since IS NOT NULL`);
    expect(paid.map((r) => r['n'])).toEqual(paid.map((r) => r['listed']));
    expect(paid.some((r) => Number(r['n']) > 0)).toBe(true);
  });
  it('the account balances in projects and in money between any two of its weeks', async () => {
    const days = listPublished(await demoFolder()).map((p) => p.manifest.as_of);
    for (const [i, from] of days.entries()) {
      const to = days.at(-1 - i)!;
      if (to < from) break;
      const a = (await account(from, to)) as Record<string, number>;
      expect([from, to, a['opening']! + a['added']! + a['reopened']! + a['found']! - a['closed']! - a['lost']!]).toEqual([from, to, a['closing']]);
      expect(Math.round(100 * (a['money_opening']! + a['money_added']! + a['money_reopened']! + a['money_found']! + a['money_grown']! - a['money_part_paid']! - a['money_closed']! - a['money_lost']!))).toBe(Math.round(100 * a['money_closing']!));
    }
  });
});
