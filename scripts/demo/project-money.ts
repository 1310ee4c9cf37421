import type { PayrollRow } from '../../src/model/tables.ts';
import { addDays, daysBetween } from '../../src/shared/dates.ts';
import { openIn } from './arrears.ts';
import { lapseOn } from './lapses.ts';
import type { ProjectLedgerRow } from './ledger-row.ts';
import { completedOn, signedOn } from './lifecycle.ts';
import { hundreds, yuan } from './money.ts';
import { sourceOf } from './random.ts';
import type { Site } from './sites.ts';
import { weekOf } from './weeks.ts';

type MoneyField = 'contract_amount' | 'progress_pct' | 'funds_in_place' | 'progress_payment_due' | 'progress_payment_paid' | 'labour_cost_due' | 'labour_cost_paid'
  | 'account_opened_on' | 'account_balance' | 'deposit_amount' | 'deposit_form';

/** Share of a finished contract's price that progress payments reach before settlement. */
const PROGRESS_CAP = 0.8;
/** 万元 that the story states. */
const CONTRACTS: Readonly<Record<string, number>> = { 'AL-022': 15600 };
const FUNDS: Readonly<Record<string, number>> = { 'AL-022': 0.45 };
/** 形象进度 ahead of the payments. */
const AHEAD: Readonly<Record<string, number>> = { 'AL-022': 1.27 };
const EXEMPT = new Set(['AL-006', 'AL-021']);
const FORMS = ['银行保函', '银行保函', '现金', '保证保险'] as const;

/** 合同造价 from people and duration: labour is about a third of the progress payments. 元, on full 10 万元. */
function contractOf(site: Site): number {
  const months = Math.max(3, Math.round(daysBetween(site.start, site.end) / 30.4));
  const wan = CONTRACTS[site.id] ?? Math.round((site.workers * 0.6 * months) / 0.34 / PROGRESS_CAP / 10) * 10;
  return yuan(wan);
}

const openedOn = (site: Site, signed: string, asOf: string): string | null => {
  const late = lapseOn(site.id, 'account', asOf);
  const opened = site.id === 'AL-035' ? '2026-10-12' : addDays(signed, sourceOf(`专户 ${site.id}`).int(8, 24));
  return late || site.id === 'AL-057' || opened > asOf ? null : opened;
};

const sum = (rows: readonly PayrollRow[], column: 'labour_cost_due' | 'labour_cost_paid'): number => rows.reduce((total, row) => total + (row[column] ?? 0), 0);

/** The money columns of a project row; `payroll`: all its months so far. Before the contract is signed nothing is known. */
export function moneyFields(site: Site, payroll: readonly PayrollRow[], asOf: string): Pick<ProjectLedgerRow, MoneyField> {
  const signed = signedOn(site);
  if (signed > asOf) {
    return {
      contract_amount: null, progress_pct: null, funds_in_place: null, progress_payment_due: null, progress_payment_paid: null, labour_cost_due: null, labour_cost_paid: null,
      account_opened_on: null, account_balance: null, deposit_amount: null, deposit_form: null,
    };
  }
  const source = sourceOf(`资金 ${site.id}`);
  const contract = contractOf(site);
  const labourDue = sum(payroll, 'labour_cost_due');
  const labourPaid = sum(payroll, 'labour_cost_paid');
  const share = lapseOn(site.id, 'share', asOf) ? 0.26 : source.int(32, 37) / 100;
  const paid = hundreds(Math.min(contract * 0.85, labourPaid / share));
  const due = hundreds(Math.min(contract * 0.85, paid * source.int(101, 108) / 100));
  const completed = completedOn(site);
  const lastWages = payroll.at(-1)?.wages_due ?? null;
  const open = openIn(site.id, weekOf(asOf).week) !== null;
  const months = open ? source.int(3, 30) : lapseOn(site.id, 'dry', asOf) ? 40 : source.int(120, 220);
  const short = daysBetween(site.start, site.end) < 400;
  const funds = lapseOn(site.id, 'funds', asOf) ? 0.24 : (FUNDS[site.id] ?? source.int(short ? 55 : 36, short ? 85 : 65) / 100);
  const exempt = EXEMPT.has(site.id);
  const noDeposit = exempt || lapseOn(site.id, 'deposit', asOf) !== null;
  return {
    contract_amount: contract, progress_pct: completed !== null && completed <= asOf ? 100 : Math.min(97, Math.round((labourDue / share / contract / PROGRESS_CAP) * (AHEAD[site.id] ?? 1) * 100)),
    funds_in_place: hundreds(contract * funds), progress_payment_due: due, progress_payment_paid: paid, labour_cost_due: labourDue, labour_cost_paid: labourPaid,
    account_opened_on: openedOn(site, signed, asOf), account_balance: lastWages === null ? null : hundreds((lastWages * months) / 100),
    deposit_amount: noDeposit ? null : hundreds(contract * (source.chance(60) ? 0.02 : 0.03)),
    deposit_form: exempt ? '减免' : noDeposit ? null : source.pick(FORMS),
  };
}
