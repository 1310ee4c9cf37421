import { expect, it } from 'vitest';
import { amountHistory } from '../../src/charts/amount-history.ts';
import { EIGHT } from '../../src/model/compliance.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { complianceHistory, elsewhereQuestions, projectQuestions } from '../../src/query/project.ts';
import { projectsQuestions } from '../../src/query/projects.ts';
import { checklistOf, passed } from '../../src/views/project/checklist.ts';
import { fundLines } from '../../src/views/project/funds.ts';
import { planKept } from '../../src/views/project/instalments.ts';
import { readSteps, weeksOpen } from '../../src/views/project/project-list.ts';
import { askDemo } from '../support/demo.ts';

const ASOF = '2026-11-20';
const ALL: ReadonlySet<string> = new Set(SNAPSHOT_TABLES.map((t) => t.name));
/** The demo's 挂牌 site, and one that was lost and found. */
const [SITE, LOST, TWICE] = ['AL-022', 'AL-065', 'AL-003'];
type Rows = Record<string, string | number | boolean | null>[];
const ask = async (name: keyof ReturnType<typeof projectQuestions>, id = SITE, asOf = ASOF): Promise<Rows> => (await askDemo(asOf, projectQuestions({ id, asOf, tables: ALL })[name]!.sql)) as Rows;
const one = async (sql: string, asOf = ASOF): Promise<Record<string, unknown>> => (await askDemo(asOf, sql))[0]!;

it('gives the row of the project and nothing of another', async () => {
  const rows = await ask('project');
  expect(rows.map((r) => [r['project_id'], r['unpaid_wages'], r['unpaid_workers'], r['supervised'], r['court_stage']])).toEqual([[SITE, 3_864_000, 127, true, '立案']]);
  for (const name of ['risk', 'flow', 'payroll', 'payments', 'compliance', 'cases', 'events'] as const) expect(new Set((await ask(name)).map((r) => r['project_id']))).toEqual(new Set([SITE]));
});
it('the payroll owes less what was repaid exactly what the ledger states unpaid', async () => {
  const [payroll, payments] = [await ask('payroll'), await ask('payments')];
  const owed = payroll.reduce((sum, r) => sum + Number(r['wages_due']) - Number(r['wages_paid']), 0);
  expect(owed - planKept(payments, ASOF).paid).toBe(3_864_000);
  const sum = await one(`SELECT sum(wages_due - wages_paid) AS owed, count(*) AS months FROM payroll WHERE project_id = '${SITE}'`);
  expect([owed, payroll.length]).toEqual([sum['owed'], sum['months']]);
});
it('instalments kept and due are those of the indicator’s definition, over all projects', async () => {
  const rows = (await askDemo(ASOF, 'SELECT * FROM payments')) as Rows;
  const { n, d } = planKept(rows, ASOF);
  const counted = await one(`SELECT count(*) FILTER (WHERE plan_due_on <= DATE '${ASOF}') AS d, count(*) FILTER (WHERE plan_due_on <= DATE '${ASOF}' AND paid_on <= plan_due_on AND amount >= plan_amount) AS n FROM payments`);
  expect([n, d]).toEqual([counted['n'], counted['d']]);
  expect(d).toBeGreaterThan(2);
});
it('the checklist counts what SQL counts', async () => {
  const items = checklistOf(await ask('compliance'), EIGHT);
  const counted = await one(`SELECT count(*) FILTER (WHERE done >= total) AS n, count(*) AS d FROM compliance WHERE project_id = '${SITE}' AND total > 0 AND item IN (${EIGHT.map((i) => `'${i}'`).join(', ')})`);
  expect(passed(items)).toEqual({ n: counted['n'], d: counted['d'] });
  expect(passed(items)).toEqual({ n: 6, d: 8 });
});
it('the account’s months are balance ÷ wages of the latest month', async () => {
  const [project] = await ask('project');
  const line = fundLines(project!, await ask('payroll'), ASOF).find((l) => l.id === 'accountMonths')!;
  expect([line.paid, line.due]).toEqual(Object.values(await one(`SELECT p.account_balance, arg_max(y.wages_due, y.month) AS due FROM projects p JOIN payroll y USING (project_id) WHERE project_id = '${SITE}' GROUP BY 1`)));
});
it('history is what each published week said, lost and found and closed twice', async () => {
  const days = (await askDemo(ASOF, 'SELECT DISTINCT as_of FROM flow ORDER BY as_of')).map((r) => String(r['as_of']));
  const [site, lost, twice] = [amountHistory(await ask('flow'), days), amountHistory(await ask('flow', LOST), days), amountHistory(await ask('flow', TWICE), days)];
  for (const asOf of ['2026-09-18', '2026-10-23', ASOF]) {
    const then = await one(`SELECT grade_now, unpaid_wages, unpaid_workers FROM projects WHERE project_id = '${SITE}'`, asOf);
    expect(site.find((p) => p.asOf === asOf)).toMatchObject({ grade: then['grade_now'], amount: then['unpaid_wages'], workers: then['unpaid_workers'] });
  }
  expect(lost.find((p) => p.asOf === '2026-07-31')).toMatchObject({ event: '漏报', grade: null, amount: null });
  expect(lost.find((p) => p.asOf === '2026-08-07')).toMatchObject({ event: '找回' });
  expect(twice.filter((p) => p.event === '销号')).toHaveLength(2);
});
it('an earlier snapshot knows nothing of later weeks', async () => expect((await ask('flow', SITE, '2026-10-23')).map((r) => String(r['as_of'])).every((d) => d <= '2026-10-23')).toBe(true));
it('lists the other projects of contractor and owner, each for its reason', async () => {
  const related = await ask('related');
  const same = await one(`SELECT count(*) FILTER (WHERE o.contractor_code = p.contractor_code) AS contractor, count(*) FILTER (WHERE o.owner_unit = p.owner_unit) AS owner FROM projects o, (SELECT * FROM projects WHERE project_id = '${SITE}') p WHERE o.project_id <> '${SITE}'`);
  expect([related.filter((r) => r['same_contractor']).length, related.filter((r) => r['same_owner']).length]).toEqual([same['contractor'], same['owner']]);
  expect(related.every((r) => r['project_id'] !== SITE)).toBe(true);
  expect(Number(same['owner'])).toBeGreaterThan(3);
});
it('warnings and tasks of its clues are the project’s too', async () => {
  const warnings = await ask('warnings');
  expect(warnings.some((r) => r['case_id'] !== null)).toBe(true);
  expect(warnings.length).toBe((await one(`SELECT count(*) AS n FROM warnings WHERE project_id = '${SITE}' OR case_id IN (SELECT case_id FROM cases WHERE project_id = '${SITE}')`))['n']);
  expect(String(warnings[0]!['level'])).toBe('红');
});
it('a project the snapshot no longer lists is 漏报 by its last state; numbers near it are offered', async () => {
  expect(await ask('project', LOST, '2026-07-31')).toEqual([]);
  expect((await ask('absent', LOST, '2026-07-31')).map((r) => [r['open'], r['last_seen']])).toEqual([[true, '2026-07-24']]);
  expect((await ask('nearest', 'AL-O22')).map((r) => r['project_id'])).toContain('AL-022');
  expect(await ask('nearest', SITE)).toEqual([]);
});
it('leaves out what is not imported, and quotes ids', async () => {
  expect(Object.keys(projectQuestions({ id: SITE, asOf: ASOF, tables: new Set(['projects']) })).sort()).toEqual(['nearest', 'project', 'related']);
  expect(projectQuestions({ id: SITE, asOf: ASOF, tables: new Set(['projects', 'actions']) }).actions!.sql).not.toContain('cases');
  expect(await ask('project', `'); DROP TABLE projects; --`)).toEqual([]);
  expect((await ask('project', SITE)).length).toBe(1);
});
it('earlier weeks are read from tables of their own', async () => {
  const history = complianceHistory(SITE, ['2026-11-13']);
  expect(history['2026-11-13']!.tables).toEqual([{ table: 'compliance', snapshot: '2026-11-13', as: 'compliance_at_20261113' }]);
  const then = await askDemo('2026-11-13', `WITH compliance_at_20261113 AS (FROM compliance) ${history['2026-11-13']!.sql}`);
  expect(then.length).toBe((await one(`SELECT count(*) AS n FROM compliance WHERE project_id = '${SITE}'`, '2026-11-13'))['n']);
  expect(Object.keys(elsewhereQuestions(SITE, ['2026-11-06', '2026-11-13']))).toEqual(['2026-11-06', '2026-11-13']);
});

it.each([
  [{}, false, 'TRUE'], [{}, true, 'TRUE'], [{ area: ['990101001'] }, false, `place_code = '990101001'`], [{ dept: ['D02'], inv: ['政府投资'] }, false, `dept_code = 'D02' AND invest_kind = '政府投资'`], [{ g: ['严重'] }, false, `grade_now = '严重'`],
])('the list under %j (all %s) has the projects SQL finds', async (filters, all, where) => {
  const rows = await askDemo(ASOF, projectsQuestions({ asOf: ASOF, filters, all, tables: ALL }).list.sql);
  const found = await askDemo(ASOF, `SELECT project_id FROM projects WHERE ${where}${all ? '' : ` AND (stage IS DISTINCT FROM '已完工已结算' OR open)`} ORDER BY 1`);
  expect(rows.map((r) => r['project_id']).sort()).toEqual(found.map((r) => r['project_id']));
  const sums = await one(`SELECT coalesce(sum(unpaid_wages) FILTER (WHERE open), 0) AS unpaid FROM projects WHERE ${where}`);
  expect(rows.filter((r) => r['open']).reduce((sum, r) => sum + Number(r['unpaid_wages']), 0)).toBe(sums['unpaid']);
});
it('the strips hold every step, most dangerous projects come first', async () => {
  const { list, strips } = projectsQuestions({ asOf: ASOF, filters: {}, all: true, tables: ALL });
  expect((await askDemo(ASOF, list.sql)).slice(0, 2).map((r) => r['project_id'])).toEqual([SITE, 'AL-031']);
  const rows = await askDemo(ASOF, strips!.sql);
  const steps = readSteps(String(rows.find((r) => r['project_id'] === SITE)!['steps']));
  const flow = await ask('flow');
  expect(steps.map((s) => [s.asOf, s.event, s.grade, s.amount])).toEqual(flow.map((r) => [r['as_of'], r['event'], r['grade_after'], r['unpaid_after']]));
  expect(weeksOpen(steps)).toBe(10);
  expect(projectsQuestions({ asOf: ASOF, filters: {}, all: true, tables: new Set(['projects']) }).strips).toBeUndefined();
});
