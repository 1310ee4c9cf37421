import type { Row } from '../../engine/rows.ts';

/** An amount against what it is measured by, in 元; null: not stated. */
export interface FundLine {
  readonly id: 'labourShare' | 'progressShare' | 'fundsShare' | 'depositShare' | 'accountMonths';
  readonly paid: number | null;
  readonly due: number | null;
}

const number = (row: Row | null | undefined, column: string): number | null => (typeof row?.[column] === 'number' ? row[column] : null);

/** 人工费, 进度款, 到位资金, 保证金, 专户; the wages of the last month that is due are what the account is measured by. */
export function fundLines(project: Row | null, payroll: readonly Row[], asOf: string): readonly FundLine[] {
  const months = payroll.filter((row) => String(row['month']) <= asOf).sort((a, b) => (String(a['month']) > String(b['month']) ? -1 : 1));
  // As the indicator does: the latest month with wages stated.
  const last = months.find((row) => typeof row['wages_due'] === 'number');
  const contract = number(project, 'contract_amount');
  return [
    { id: 'labourShare', paid: number(project, 'labour_cost_paid'), due: number(project, 'labour_cost_due') },
    { id: 'progressShare', paid: number(project, 'progress_payment_paid'), due: number(project, 'progress_payment_due') },
    { id: 'fundsShare', paid: number(project, 'funds_in_place'), due: contract },
    { id: 'depositShare', paid: number(project, 'deposit_amount'), due: contract },
    { id: 'accountMonths', paid: number(project, 'account_balance'), due: number(last, 'wages_due') },
  ];
}
