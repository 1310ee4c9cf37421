import type { PaymentRow } from '../../src/model/tables.ts';
import { addDays } from '../../src/shared/dates.ts';
import { ARREARS, closedOn } from './arrears.ts';
import type { Arrears } from './arrears-step.ts';
import { workdayOnOrBefore } from './days.ts';
import { yuan } from './money.ts';
import { INSTALMENTS, type Instalment, SHARES, type PaymentSource } from './payment-plans.ts';
import { byCode } from './order.ts';
import { sourceOf } from './random.ts';
import { fridayOf, previousAsOf } from './weeks.ts';

/** One 清偿 or one instalment of a plan, whenever it happens. */
interface Payment extends Instalment {
  readonly payment_id: string;
}

const USUAL: readonly PaymentSource[] = ['建设单位', '施工总承包', '保证金', '财政垫付', '应急周转金', '资产处置'];

/** Cuts an amount in 万元 and its people into the given shares of the amount; the last source takes the rest. */
function split(wan: number, workers: number, shares: readonly (readonly [PaymentSource, number])[]): { wan: number; workers: number; source: PaymentSource }[] {
  let wanLeft = Math.round(wan * 10);
  let workersLeft = workers;
  return shares.map(([source, share], k) => {
    const last = k === shares.length - 1;
    const part = last ? wanLeft : Math.round(share * 10);
    const people = last ? workersLeft : Math.round((workers * share) / wan);
    wanLeft -= part;
    workersLeft -= people;
    return { wan: part / 10, workers: people, source };
  });
}

/** What was paid in the week an amount fell: sources from the table, else one or two drawn ones. */
function paidIn(id: string, week: number, on: string, wan: number, workers: number): Instalment[] {
  const source = sourceOf(`清偿 ${id} ${week}`);
  const first = source.pick(USUAL.slice(0, 2));
  const shares = SHARES[`${id} ${week}`]
    ?? (wan >= 150 ? [[first, Math.round(wan * 6) / 10], [source.pick(USUAL.slice(2)), 0]] as const : [[source.chance(70) ? first : source.pick(USUAL), 0]] as const);
  return split(wan, workers, shares).map((part) => ({ id, planOn: null, plan: null, on, ...part, known: on }));
}

/** The payments a stretch of arrears implies: every fall of its amount, and the rest at 销号. */
function paymentsOf(episode: Arrears): Instalment[] {
  const { id, steps, closed } = episode;
  const planned = INSTALMENTS.filter((i) => i.id === id);
  if (planned.length > 0) return planned;
  const paid: Instalment[] = [];
  for (const [k, [, wan, workers]] of steps.entries()) {
    const next = steps[k + 1];
    const week = next?.[0] ?? closed;
    if (week === null) continue;
    const fall = Math.round((wan - (next?.[1] ?? 0)) * 10) / 10;
    if (fall <= 0) continue;
    const drawn = workdayOnOrBefore(addDays(fridayOf(week), -sourceOf(`付款日 ${id} ${week}`).int(1, 3)));
    const end = next ? drawn : workdayOnOrBefore(addDays(closedOn(episode) ?? drawn, -1));
    const earliest = addDays(previousAsOf(week), 1);
    paid.push(...paidIn(id, week, end < earliest ? earliest : end, fall, Math.max(1, workers - (next?.[2] ?? 0))));
  }
  return paid;
}

/** All payments and instalments of the year by day, numbered once: a week's ledger shows those known by then. */
const PAYMENTS: readonly Payment[] = ARREARS.flatMap(paymentsOf)
  .sort((a, b) => byCode(a.planOn ?? a.on ?? '', b.planOn ?? b.on ?? '') || byCode(a.id, b.id) || b.wan - a.wan)
  .map((payment, k) => ({ ...payment, payment_id: `QC-2026-${String(k + 1).padStart(3, '0')}` }));

/** 元 paid for a project up to that day. */
export const paidBy = (id: string, asOf: string): number =>
  PAYMENTS.reduce((sum, p) => (p.id === id && p.on !== null && p.on <= asOf ? sum + yuan(p.wan) : sum), 0);

/** 清偿流水与还款计划 as known at the close of that day, for the projects its ledger lists. */
export const paymentRows = (asOf: string, listed: ReadonlySet<string>): PaymentRow[] =>
  PAYMENTS.filter((p) => p.known <= asOf && listed.has(p.id)).map((p) => {
    const paid = p.on !== null && p.on <= asOf;
    return {
      payment_id: p.payment_id, project_id: p.id, plan_due_on: p.planOn, plan_amount: p.plan === null ? null : yuan(p.plan),
      paid_on: paid ? p.on : null, amount: paid ? yuan(p.wan) : null, workers: paid ? p.workers : null, source: paid ? p.source : null,
    };
  });
