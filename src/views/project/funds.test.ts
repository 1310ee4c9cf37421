import { expect, it } from 'vitest';
import { fundLines } from './funds.ts';

const ASOF = '2026-11-20';
it('measures the account by the last month with wages stated, the others by what is due', () => {
  const payroll = [{ month: '2026-10-01', wages_due: 1_334_000 }, { month: '2026-09-01', wages_due: 1_680_000 }, { month: '2026-11-01', wages_due: null }, { month: '2026-12-01', wages_due: 5 }];
  const lines = fundLines({ labour_cost_paid: 1, labour_cost_due: 2, contract_amount: 100, deposit_amount: 2, account_balance: 280_100 }, payroll, ASOF);
  expect(lines.find((l) => l.id === 'accountMonths')).toEqual({ id: 'accountMonths', paid: 280_100, due: 1_334_000 });
  expect(lines.find((l) => l.id === 'depositShare')).toEqual({ id: 'depositShare', paid: 2, due: 100 });
  expect(fundLines(null, [], ASOF).every((l) => l.paid === null && l.due === null)).toBe(true);
});
