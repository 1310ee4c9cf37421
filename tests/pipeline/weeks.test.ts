import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { readRules } from '../../scripts/snapshot/rules-file.ts';
import { ask, findings, freshFolder, type Rows, run, writeLedger } from '../support/ledgers.ts';

type Project = Rows[number];
const project = (id: string, more: Project = {}): Project => ({ project_id: id, name: `${id}工程`, place_code: '甲镇', dept_code: '住建局', stage: '在建', risk_grade: '无欠薪', ...more });
const OWED: Project = { risk_grade: '一般', unpaid_wages: 10_000, unpaid_workers: 2, found_on: '2026-08-01', owed_since: '2026-07-01' };
const CLOSED: Project = { ...OWED, unpaid_wages: 0, unpaid_workers: 0, closed_on: '2026-10-08', closing_evidence: '凭证' };

/** Publishes one week of a county; `campaign`: the days its rules give the 专项行动 that week. */
async function week(root: string, day: string, tables: Readonly<Record<string, Rows>>, campaign?: readonly [from: string, to: string]): Promise<Outcome> {
  const file = join(root, 'rules.json');
  if (campaign) writeFileSync(file, JSON.stringify({ version: 't', campaign: { name: '行动', from: campaign[0], to: campaign[1] } }));
  return run(root, await writeLedger(join(root, day), tables), day, campaign ? { rules: readRules(file, day) } : {});
}
/** n and d of indicators in the cube of the newest week. */
const cube = async (outcome: Outcome, columns: readonly string[]) => (await ask(outcome, `SELECT ${columns.map((c) => `sum(${c}) AS ${c}`).join(', ')} FROM cube WHERE as_of = (SELECT max(as_of) FROM cube)`))[0];

it('refuses money owed under a blank grade', async () => {
  const outcome = await week(freshFolder(), '2026-10-02', { projects: [project('A', { risk_grade: null, unpaid_wages: 500_000, unpaid_workers: 20 }), project('C', { risk_grade: null })] });
  expect([outcome.published, findings(outcome)]).toEqual([null, expect.objectContaining({ no_arrears_but_unpaid: 1, risk_grade_unknown: 2 })]);
});

it('a promise moved twice across a blank week is warned of and scored', async () => {
  const root = freshFolder();
  let last: Outcome | undefined;
  for (const [day, promised_on] of [['2026-10-02', '2026-10-10'], ['2026-10-09', null], ['2026-10-16', '2026-11-10'], ['2026-10-23', '2026-12-10']] as const) last = await week(root, day, { projects: [project('A', { ...OWED, promised_on })] });
  expect(await ask(last!, 'SELECT promise_changes, promise_first_on FROM projects')).toEqual([{ promise_changes: 2, promise_first_on: '2026-10-10' }]);
  expect(await ask(last!, `SELECT rule_id, level FROM warnings WHERE rule_id = 'promise_moved'`)).toEqual([{ rule_id: 'promise_moved', level: '橙' }]);
  expect(await ask(last!, 'SELECT part_promises FROM risks')).toEqual([{ part_promises: 4 }]);
});

it('what was closed between two snapshots and is open again has come back', async () => {
  const root = freshFolder();
  await week(root, '2026-10-02', { projects: [project('A'), project('B')] });
  await week(root, '2026-10-09', { projects: [project('A', CLOSED), project('B')] });
  const last = await week(root, '2026-10-16', { projects: [project('A', OWED), project('B')] });
  expect(await ask(last, 'SELECT f.event, p.closings, r.part_rebound FROM flow f JOIN projects p USING (project_id) JOIN risks r USING (project_id)')).toEqual([{ event: '反弹', closings: 1, part_rebound: 4 }]);
});

it('in spring the clear-by dates are those of the coming winter', async () => {
  const owed = { ...OWED, found_on: '2026-05-20', owed_since: '2026-05-10' };
  const outcome = await week(freshFolder(), '2026-05-29', { projects: [project('A', { ...owed, invest_kind: '政府投资' }), project('B', { ...owed, invest_kind: '社会投资' })] });
  expect(await ask(outcome, 'SELECT project_id, clear_by, part_deadline FROM risks ORDER BY 1')).toEqual([{ project_id: 'A', clear_by: '2026-12-31', part_deadline: 0 }, { project_id: 'B', clear_by: '2027-02-05', part_deadline: 0 }]);
});

it('a campaign that is over counts what fell into it', async () => {
  const outcome = await week(freshFolder(), '2026-11-20', {
    projects: [project('A', OWED)],
    payments: [{ payment_id: '1', project_id: 'A', paid_on: '2026-10-05', amount: 60_000, workers: 3, source: '建设单位' }, { payment_id: '2', project_id: 'A', paid_on: '2026-11-15', amount: 40_000, workers: 2, source: '建设单位' }],
    actions: [{ action_id: '1', meeting_on: '2026-10-05', project_id: 'A', kind: '约谈' }, { action_id: '2', meeting_on: '2026-11-15', project_id: 'A', kind: '约谈' }], events: [{ event_id: '1', project_id: 'A', happened_on: '2026-11-10', kind: '重大舆情' }],
  }, ['2026-09-01', '2026-10-31']);
  expect(await cube(outcome, ['recovery_rate_n', 'recovery_rate_d', 'enforce_talk_n', 'bottom_opinion_n'])).toEqual({ recovery_rate_n: 60_000, recovery_rate_d: 70_000, enforce_talk_n: 1, bottom_opinion_n: 0 });
});

it('the opening stock follows the campaign’s first day when the county moves it', async () => {
  const root = freshFolder();
  const rate = (outcome: Outcome) => cube(outcome, ['opening_closure_rate_n', 'opening_closure_rate_d']);
  const [open, closed] = [[project('A', OWED), project('B', OWED)], [project('A', CLOSED), project('B', OWED)]];
  await week(root, '2026-09-18', { projects: open }, ['2026-09-18', '2027-02-05']);
  expect(await rate(await week(root, '2026-10-09', { projects: closed }, ['2026-09-18', '2027-02-05']))).toEqual({ opening_closure_rate_n: 1, opening_closure_rate_d: 2 });
  expect(await rate(await week(root, '2026-10-16', { projects: closed }, ['2026-10-01', '2027-02-05']))).toEqual({ opening_closure_rate_n: 0, opening_closure_rate_d: 1 });
  expect(await rate(await week(root, '2026-10-23', { projects: closed }, ['2026-11-01', '2027-02-05']))).toEqual({ opening_closure_rate_n: 0, opening_closure_rate_d: 0 });
  expect(await rate(await week(root, '2026-10-30', { projects: closed }, ['2026-09-18', '2027-02-05']))).toEqual({ opening_closure_rate_n: 1, opening_closure_rate_d: 2 });
});
