import { describe, expect, test } from 'vitest';
import { isOpen, ledgerOf, ledgers } from './testing.ts';

const payroll = (week: number, id: string) => ledgerOf(week).tables.payroll.filter((row) => row.project_id === id);
const wan = (amount: number | null | undefined) => Math.round((amount ?? 0) / 1000) / 10;

describe('payments', () => {
  test('of week 47: 753.0 万元, by project', () => {
    const { as_of, tables } = ledgerOf(47);
    const paid = tables.payments.filter((p) => p.paid_on !== null && p.paid_on > '2026-11-13' && p.paid_on <= as_of);
    const of = (id: string) => wan(paid.filter((p) => p.project_id === id).reduce((sum, p) => sum + (p.amount ?? 0), 0));
    expect([of('AL-001'), of('AL-026'), of('AL-059'), of('AL-032'), wan(paid.reduce((sum, p) => sum + (p.amount ?? 0), 0))]).toEqual([262, 218.5, 176, 96.5, 753]);
    expect(new Set(paid.map((p) => p.source)).size).toBeGreaterThan(3);
    expect(paid.reduce((sum, p) => sum + (p.workers ?? 0), 0)).toBe(412 - 173);
  });

  test('of the year: 9652.0 万元', () => {
    expect(wan(ledgerOf(47).tables.payments.filter((p) => p.paid_on !== null && p.paid_on >= '2026-01-01').reduce((sum, p) => sum + (p.amount ?? 0), 0))).toBe(9652);
  });

  test('a plan half kept: two instalments in full on time, one late and short, one unpaid', () => {
    const plan = ledgerOf(47).tables.payments.filter((p) => p.plan_due_on !== null);
    expect(plan.map((p) => [p.project_id, p.plan_due_on, wan(p.plan_amount), p.paid_on, p.amount === null ? null : wan(p.amount)])).toEqual([
      ['AL-031', '2026-09-15', 20, '2026-09-14', 20], ['AL-031', '2026-09-18', 20, '2026-09-17', 20], ['AL-031', '2026-10-31', 40, '2026-11-06', 19.2], ['AL-031', '2026-11-15', 107.8, null, null],
    ]);
  });

  test('a promise moved twice', () => {
    const days = ledgers.flatMap((l) => l.tables.projects.filter((p) => p.project_id === 'AL-001' && isOpen(p)).map((p) => p.promised_on));
    expect([...new Set(days)]).toEqual(['2026-10-18', '2026-11-02', '2026-11-20']);
  });
});

describe('wages', () => {
  test('of every project and week agree with what is owed and paid', () => {
    const wrong = ledgers.flatMap(({ week, tables }) => {
      const owed = new Map<string, number>();
      for (const row of tables.payroll) owed.set(row.project_id, (owed.get(row.project_id) ?? 0) + (row.wages_due ?? 0) - (row.wages_paid ?? 0));
      for (const p of tables.payments) owed.set(p.project_id, (owed.get(p.project_id) ?? 0) - (p.amount ?? 0));
      return tables.projects.filter((p) => (owed.get(p.project_id) ?? 0) !== (isOpen(p) ? p.unpaid_wages : 0)).map((p) => `第${week}周 ${p.name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('of 东延二标: 107.0 + 168.0 + 133.4 − 22.0 = 386.4', () => {
    expect(payroll(47, 'AL-022').map((row) => wan((row.wages_due ?? 0) - (row.wages_paid ?? 0)))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 107, 168, 133.4]);
    expect(ledgerOf(47).tables.payments.filter((p) => p.project_id === 'AL-022').map((p) => [p.paid_on, wan(p.amount)])).toEqual([['2026-10-30', 22]]);
    const project = ledgerOf(47).tables.projects.find((p) => p.project_id === 'AL-022');
    expect([project?.owed_since, project?.promised_on, project?.hearing_on, project?.workers, project?.progress_pct, wan(project?.contract_amount), wan(project?.funds_in_place), wan(project?.deposit_amount)])
      .toEqual(['2026-09-08', '2026-12-10', '2026-12-08', 127, 54, 15600, 7020, 312]);
  });

  test('nobody is paid more than is due, and the parts make the whole', () => {
    const wrong = ledgers.flatMap(({ tables }) => tables.payroll).filter((row) =>
      (row.workers_paid ?? 0) > (row.workers_due ?? 0) || (row.wages_paid ?? 0) > (row.wages_due ?? 0) || (row.labour_cost_paid ?? 0) > (row.labour_cost_due ?? 0)
      || (row.paid_by_bank ?? 0) + (row.paid_by_card ?? 0) !== row.wages_paid);
    expect(wrong).toEqual([]);
  });
});

describe('the stated report', () => {
  test('says what the county says, mistakes included', () => {
    expect(ledgerOf(47).tables.stated.map((s) => [s.name, s.value, s.parts])).toEqual([
      ['投资性质构成', '66', '37+9'], ['无欠薪比例', '97.0%', '64/66'], ['未支付工资', '515.0万元', '173人'], ['追缴补发（本年）', '9652万元', '1652人'],
    ]);
    expect(ledgerOf(38).tables.stated.slice(1, 3).map((s) => s.value)).toEqual(['60.6%', '8100.0万元']);
  });
});
