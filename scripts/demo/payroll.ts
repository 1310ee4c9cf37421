import type { PayrollRow } from '../../src/model/tables.ts';
import { openIn } from './arrears.ts';
import { addMonths, workdayOnOrBefore } from './days.ts';
import { labourUnpaidFrom } from './lapses.ts';
import { hundreds } from './money.ts';
import { sourceOf } from './random.ts';
import { dueMonths, restatedOn, shortOf } from './shortfalls.ts';
import type { Site } from './sites.ts';
import { weekOf } from './weeks.ts';

/** Months a ledger lists; older ones only while wages of them were left unpaid. */
const MONTHS = 12;

/** Labour cost stands for wages and the contributions on them. */
const labourCost = (wages: number): number => hundreds(wages * 1.03);

/** 工资支付 of one project: every month whose pay day has come, also those older than the ledger lists. */
export function payrollOf(site: Site, asOf: string): PayrollRow[] {
  const short = shortOf(site, asOf);
  const open = openIn(site.id, weekOf(asOf).week) !== null;
  const labourUnpaid = labourUnpaidFrom(site.id, asOf);
  return dueMonths(site, asOf).map(({ month, workers, due, payDay }) => {
    const paid = due - (short.get(month) ?? 0);
    const byCard = hundreds(paid * sourceOf(`社保卡 ${site.id}`).int(15, 40) / 100);
    const labourDue = labourCost(due);
    return {
      project_id: site.id, month, workers_due: workers, workers_paid: paid === due ? workers : Math.floor((workers * paid) / due),
      wages_due: due, wages_paid: paid, paid_by_bank: paid - byCard, paid_by_card: byCard,
      labour_cost_due: labourDue, labour_cost_paid: labourUnpaid !== null && month >= labourUnpaid ? 0 : open ? labourCost(paid) : labourDue,
      pay_day: payDay, paid_on: paid === 0 ? null : (restatedOn(site, month, asOf) ?? workdayOnOrBefore(payDay)),
    };
  });
}

/** 工资支付 of the listed projects: the last twelve months before the day, and older ones with wages left unpaid. */
export function payrollRows(asOf: string, sites: readonly Site[]): PayrollRow[] {
  const from = addMonths(asOf, -MONTHS);
  return sites.flatMap((site) => payrollOf(site, asOf).filter((row) => row.month >= from || (row.wages_paid ?? 0) < (row.wages_due ?? 0)));
}
