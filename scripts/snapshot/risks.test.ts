import { beforeEach, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DEFAULT_RULES, parseRules } from '../../src/model/rules.ts';
import { RISK_PARTS } from '../../src/model/tables/computed.ts';
import { fill, openMemory, select } from './testing.ts';
import { computeRisks } from './risks.ts';
import { computeWarnings } from './warnings.ts';

const AS_OF = '2026-11-20';
const { rules } = parseRules({ calendar: { years: [2026], festivals: { 2027: { spring_festival: '2027-02-06', new_years_eve: '2027-02-05' } } } });
let connection: DuckDBConnection;
beforeEach(async () => {
  connection = await openMemory();
});

const severe = {
  project_id: 'P1', name: '甲', stage: '在建', open: true, grade_now: '严重', risk_grade: '严重', invest_kind: '社会投资', unpaid_wages: 4_580_000, unpaid_workers: 156,
  owed_since: '2026-08-20', supervised: true, closings: 1, promise_changes: 2, unchanged_weeks: 3, promised_on: '2026-12-20', promise_first_on: '2026-10-01',
};
async function risksOf(projects: readonly Record<string, string | number | boolean | null>[], cases: readonly Record<string, string | number | boolean | null>[] = []) {
  await fill(connection, 'projects', projects);
  if (cases.length > 0) await fill(connection, 'cases', cases);
  await computeWarnings(connection, { asOf: AS_OF, rules });
  await computeRisks(connection, { asOf: AS_OF, rules });
  return select(connection, 'SELECT * FROM risks ORDER BY project_id');
}

it('adds up stated parts, each in its column', async () => {
  const [row] = await risksOf([severe], [{ case_id: 'C1', project_id: 'P1', received_on: '2026-10-01', group_event: true }]);
  expect(row).toEqual({
    project_id: 'P1', score: 30 + 14 + 5 + 10 + 8 + 4 + 4 + 4 + 0, part_grade: 30, part_amount: 14, part_workers: 5, part_overdue: 10, part_group_event: 8, part_supervised: 4, part_rebound: 4,
    part_promises: 4, part_deadline: 0, days_overdue: 92, unchanged_weeks: 3, clear_by: '2027-02-05', promise_changes: 2,
  });
  expect(await select(connection, 'SELECT risk_score FROM projects')).toEqual([{ risk_score: 79 }]);
});

it('lists open and warned projects only; the others have no score', async () => {
  const rows = await risksOf([
    severe,
    { project_id: 'P2', name: '乙', stage: '在建', open: false, deposit_amount: 1, contract_amount: 1000, invest_kind: null, closings: 3, unpaid_workers: 40 },
    { project_id: 'P3', name: '丙', stage: '在建', open: false },
  ]);
  expect(rows.map((r) => [r['project_id'], r['score'], r['days_overdue'], r['clear_by']])).toEqual([['P1', 71, 92, '2027-02-05'], ['P2', 0, null, '2026-12-31']]);
  expect(await select(connection, 'SELECT project_id, risk_score FROM projects ORDER BY project_id')).toEqual([{ project_id: 'P1', risk_score: 71 }, { project_id: 'P2', risk_score: 0 }, { project_id: 'P3', risk_score: null }]);
});

it('an unknown adds nothing', async () => {
  const [row] = await risksOf([{ project_id: 'P1', name: '甲', open: true, grade_now: '一般', invest_kind: '政府投资' }]);
  expect(row).toMatchObject({ score: 15 + 2, part_grade: 15, part_deadline: 2, part_amount: 0, part_overdue: 0, days_overdue: null, clear_by: '2026-12-31' });
});

describe('steps', () => {
  it.each([[0, 0], [99, 0], [100, 4], [999_999, 4], [1_000_000, 8], [3_000_000, 14], [10_000_000, 20]])('%i 元 unpaid: %i points', async (unpaid, points) => {
    const [row] = await risksOf([{ project_id: 'P1', name: '甲', open: true, grade_now: '一般', unpaid_wages: unpaid }]);
    expect(row?.['part_amount']).toBe(points);
  });
  it('a closed group case adds nothing', async () => {
    const [row] = await risksOf([severe], [{ case_id: 'C1', project_id: 'P1', received_on: '2026-10-01', closed_on: '2026-10-20', group_event: true }]);
    expect(row?.['part_group_event']).toBe(0);
  });
  it('past the clear-by date counts most', async () => {
    await fill(connection, 'projects', [{ ...severe, invest_kind: '国企' }]);
    await computeWarnings(connection, { asOf: '2027-01-08', rules });
    await computeRisks(connection, { asOf: '2027-01-08', rules });
    expect(await select(connection, 'SELECT part_deadline, clear_by FROM risks')).toEqual([{ part_deadline: 6, clear_by: '2026-12-31' }]);
  });
  it('shipped weights add up to 100 at most', () => {
    const s = DEFAULT_RULES.score;
    const top = (list: readonly { points: number }[]) => Math.max(0, ...list.map((l) => l.points));
    const most = s.grade.严重 + top(s.amount) + top(s.workers) + top(s.overdue) + s.group_event + s.supervised + top(s.rebound) + top(s.promises) + top(s.deadline);
    expect(most).toBe(100);
    expect(Object.keys(s).sort()).toEqual(Object.keys(RISK_PARTS).sort());
  });
});
