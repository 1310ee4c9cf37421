import type { StatedRow } from '../../src/model/tables.ts';
import type { LedgerTables } from './ledger-row.ts';

const oneDecimal = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);
const wan = (amount: number): string => `${oneDecimal(amount / 10_000)}万元`;

/** 追缴补发 of the year as reported on 2026-11-20: 9652 万元, 1652 people. */
const YEAR_AMOUNT = 96_520_000;
const YEAR_PEOPLE = 1652;

/** 上报口径: what the week's report says in words. The parts of 投资性质 do not add up, and 追缴补发 speaks of the whole year. */
export function statedRows({ projects, payments }: Pick<LedgerTables, 'projects' | 'payments'>): StatedRow[] {
  const managed = projects.filter((p) => p.stage !== '已完工已结算');
  const open = managed.filter((p) => p.risk_grade !== '无欠薪' && p.closed_on === null);
  const government = managed.filter((p) => p.invest_kind !== null && p.invest_kind !== '社会投资').length;
  const free = managed.length - open.length;
  const recovered = payments.reduce((sum, p) => sum + (p.amount ?? 0), 0);
  const row = (name: string, value: string, parts: string, indicator: string | null, scope: string): StatedRow => ({ name, value, parts, indicator, scope });
  return [
    row('投资性质构成', String(managed.length), `${government}+${managed.filter((p) => p.invest_kind === '社会投资').length}`, 'projects', '期末'),
    row('无欠薪比例', `${oneDecimal((free / managed.length) * 100)}%`, `${free}/${managed.length}`, 'no_arrears_rate', '期末'),
    row('未支付工资', wan(open.reduce((sum, p) => sum + (p.unpaid_wages ?? 0), 0)), `${open.reduce((sum, p) => sum + (p.unpaid_workers ?? 0), 0)}人`, 'unpaid_wages', '期末'),
    row('追缴补发（本年）', `${Math.round(recovered / 10_000)}万元`, `${Math.round((recovered / YEAR_AMOUNT) * YEAR_PEOPLE)}人`, 'recovered_year', '本年'),
  ];
}
