import { beforeAll, describe, expect, it } from 'vitest';
import { payrollMonths } from '../../src/charts/payroll-layout.ts';
import { amountHistory, sinceFirstOpen } from '../../src/charts/amount-history.ts';
import type { Row } from '../../src/engine/rows.ts';
import { EIGHT } from '../../src/model/compliance.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { compile } from '../../src/query/compile.ts';
import { makeScope } from '../../src/query/scope.ts';
import { siteQuestions, type SiteQuestion } from '../../src/query/site.ts';
import { instalments, labourOf, paidBySource, siteActions, siteCases, siteFacts, weekFinding } from '../../src/views/meeting/site/site-model.ts';
import { checklistOf, passed } from '../../src/views/project/checklist.ts';
import { askDemo } from '../support/demo.ts';

const [DAY, BEFORE] = ['2026-11-20', '2026-11-13'];
const ALL = new Set(['projects', 'risks', 'flow', 'payroll', 'payments', 'compliance', 'cases', 'actions', 'warnings', 'places', 'departments']);
const scope = makeScope(DAY, BEFORE, DEFAULT_RULES);
const ask = (projectId: string, tables: ReadonlySet<string> = ALL) => siteQuestions({ projectId, asOf: DAY, scope, tables });

/** Every answer of a site's batch, as the page gets them. */
async function answers(projectId: string, day = DAY): Promise<Readonly<Record<SiteQuestion, readonly Row[]>>> {
  const questions = siteQuestions({ projectId, asOf: day, scope: makeScope(day, null, DEFAULT_RULES), tables: ALL });
  const entries = await Promise.all(Object.entries(questions).map(async ([name, q]) => [name, await askDemo(day, q.sql)] as const));
  return Object.fromEntries(entries) as unknown as Record<SiteQuestion, readonly Row[]>;
}
const one = async (sql: string): Promise<Record<string, unknown>> => (await askDemo(DAY, sql))[0]!;

describe('the screens of 安澜大道东延工程（二标）, week 47', () => {
  let site: Readonly<Record<SiteQuestion, readonly Row[]>>;
  let days: string[];
  beforeAll(async () => {
    site = await answers('AL-022');
    days = (await askDemo(DAY, 'SELECT DISTINCT as_of FROM cube ORDER BY 1')).map((r) => String(r['as_of']));
  });

  it('five facts, as the design states them', () => {
    expect(siteFacts(site.project[0]!, site.risk[0], site.flow, DAY, BEFORE)).toEqual({
      amount: 3_864_000, workers: 127, overdue: 73, promise: { on: '2026-12-10', days: 20, over: false }, moved: 1, change: { kind: 'by', by: 0, verdict: 'same' }, unchanged: 3,
    });
    expect(siteFacts(site.project[0]!, site.risk[0], site.flow, DAY, '2026-10-23').change).toEqual({ kind: 'by', by: 3_864_000 - 4_084_000, verdict: 'better' });
    expect(siteFacts(site.project[0]!, site.risk[0], site.flow, DAY, '2026-09-04').change).toEqual({ kind: 'new' });
  });
  it('wages by month: what is owed adds up to what is unpaid before the later payment', async () => {
    const months = payrollMonths(site.payroll, 5);
    expect(months.map((m) => [m.month.slice(5, 7), m.due, m.paid])).toEqual([['06', 2_520_000, 2_520_000], ['07', 2_360_000, 2_360_000], ['08', 1_710_000, 640_000], ['09', 1_680_000, 0], ['10', 1_334_000, 0]]);
    const sums = await one(`SELECT sum(wages_due - wages_paid) AS owed FROM payroll WHERE project_id = 'AL-022'`);
    expect(Number(sums['owed']) - paidBySource(site.payments, DAY).total).toBe(3_864_000);
  });
  it('amount and grade per snapshot: nine times 严重, the amount unchanged since week 44', () => {
    const history = sinceFirstOpen(amountHistory(site.flow, days)).slice(-9);
    expect(history.map((p) => [p.week, p.grade, p.amount])).toEqual([[38, 11_200_000], [39, 11_200_000], [41, 9_800_000], [42, 6_400_000], [43, 4_084_000], [44, 3_864_000], [45, 3_864_000], [46, 3_864_000], [47, 3_864_000]].map(([week, amount]) => [week, '严重', amount]));
    expect(weekFinding(history)).toEqual({ same: 9, all: true, grade: '严重', since: 44 });
  });
  it('八个100% 6/8, as SQL counts it', async () => {
    const items = checklistOf(site.compliance, EIGHT);
    const { n, d } = await one(`SELECT count(*) FILTER (WHERE done >= total) AS n, count(*) AS d FROM compliance WHERE project_id = 'AL-022' AND item IN (${EIGHT.map((i) => `'${i}'`).join(', ')}) AND total > 0`);
    expect([passed(items), items.filter((i) => i.state === 'fail').map((i) => i.item)]).toEqual([{ n, d }, ['银行代发', '按时足额发放']]);
    expect(passed(items)).toEqual({ n: 6, d: 8 });
  });
  it('上周交办 1/2: what the indicator counts on this site', async () => {
    const { given, done, others, othersOpen } = siteActions(site.actions, DAY);
    expect(given.map((a) => [a.content, a.done, a.over])).toEqual([['补建专户台账', false, 7], ['约谈总包负责人', true, null]]);
    const rate = compile({ indicators: ['action_done_rate'], by: [], filters: {}, scope, tables: ALL, route: 'rows' });
    expect(done).toBe(1);
    expect(others + given.length).toBe((await one(`SELECT count(*) AS n FROM actions WHERE project_id = 'AL-022'`))['n']);
    expect(othersOpen).toBe((await one(`SELECT count(*) AS n FROM actions WHERE project_id = 'AL-022' AND done_on IS NULL AND kind <> '交办'`))['n']);
    // Over all sites the tasks marked `given` are the indicator's n and d.
    const ids = (await askDemo(DAY, 'SELECT DISTINCT project_id FROM actions WHERE project_id IS NOT NULL')).map((r) => String(r['project_id']));
    const all = await Promise.all(ids.map(async (id) => siteActions(await askDemo(DAY, ask(id).actions!.sql) as Row[], DAY)));
    const total = (await askDemo(DAY, rate.sql))[0]!;
    expect([all.reduce((n, a) => n + a.done, 0), all.reduce((n, a) => n + a.given.length, 0)]).toEqual([total['action_done_rate_n'], total['action_done_rate_d']]);
  });
  it('labour cost, clues and warnings are those of the tables', async () => {
    expect(labourOf(site.project[0]!)).toEqual({ due: 19_131_200, paid: 14_924_700, short: 4_206_500 });
    const cases = siteCases(site.cases, DAY);
    expect([cases.list.length, cases.closed, cases.group]).toEqual(Object.values(await one(`SELECT count(*), count(closed_on), count(*) FILTER (WHERE group_event) FROM cases WHERE project_id = 'AL-022'`)));
    expect([cases.list[0]!.closed, cases.list[0]!.over]).toEqual([false, 61]);
    const known = await one(`SELECT count(*) AS n FROM warnings WHERE project_id = 'AL-022' OR case_id IN (SELECT case_id FROM cases WHERE project_id = 'AL-022')`);
    expect(site.warnings.length).toBe(known['n']);
  });
});

describe('payments and plan of 五里铺河道治理工程', () => {
  it('by source, and kept or not as plan_kept_rate counts', async () => {
    const site = await answers('AL-031');
    expect(paidBySource(site.payments, DAY)).toEqual({ total: 592_000, sources: [{ source: '施工总承包', amount: 592_000, times: 3 }], last: { on: '2026-11-06', amount: 192_000 } });
    const plan = instalments(site.payments, DAY);
    expect([plan.list.map((i) => i.state), plan.kept, plan.due]).toEqual([['kept', 'kept', 'short', 'missed'], 2, 4]);
    const all = await askDemo(DAY, 'SELECT DISTINCT project_id FROM payments WHERE plan_due_on IS NOT NULL');
    const plans = await Promise.all(all.map(async (r) => instalments(await askDemo(DAY, ask(String(r['project_id'])).payments!.sql) as Row[], DAY)));
    const rate = (await askDemo(DAY, compile({ indicators: ['plan_kept_rate'], by: [], filters: {}, scope, tables: ALL, route: 'rows' }).sql))[0]!;
    expect([plans.reduce((n, p) => n + p.kept, 0), plans.reduce((n, p) => n + p.due, 0)]).toEqual([rate['plan_kept_rate_n'], rate['plan_kept_rate_d']]);
  });
});

describe('questions', () => {
  it('are left out where their table is not imported', () => {
    expect(Object.keys(ask('AL-022', new Set(['projects', 'flow'])))).toEqual(['project', 'flow']);
    expect(ask('AL-022', new Set(['projects', 'actions'])).actions!.tables).toEqual(['actions', 'projects']);
  });
  it.each([`x'; DROP TABLE projects; --`, '', '不存在'])('of the project %s have no rows and no error', async (id) => {
    const rows = await Promise.all(Object.values(ask(id)).map((q) => askDemo(DAY, q!.sql)));
    expect(rows.flat()).toEqual([]);
  });
});
