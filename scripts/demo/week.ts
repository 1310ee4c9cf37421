import { actionRows } from './actions.ts';
import { assessmentRows } from './assessments.ts';
import { caseRows } from './cases.ts';
import { complianceRows } from './compliance.ts';
import { companyRows } from './firms.ts';
import { eventRows, inspectionRows } from './inspections.ts';
import type { WeekLedger } from './ledger-row.ts';
import { listedIn } from './lifecycle.ts';
import { paymentRows } from './payments.ts';
import { payrollRows } from './payroll.ts';
import { projectRow } from './projects.ts';
import { returnRows } from './returns.ts';
import { statedRows } from './stated.ts';
import { DEPARTMENTS, placeRows } from './units.ts';
import { weekOf } from './weeks.ts';

/** Every ledger of the demo county at the close of that Friday. Throws RangeError for a day that was not published. */
export function demoWeek(asOf: string): WeekLedger {
  const { week } = weekOf(asOf);
  const sites = listedIn(week);
  const projects = sites.map((site) => projectRow(site, asOf));
  const payments = paymentRows(asOf, new Set(sites.map((s) => s.id)));
  return {
    as_of: asOf,
    week,
    tables: {
      places: placeRows(), departments: DEPARTMENTS, projects, cases: caseRows(asOf), payroll: payrollRows(asOf, sites), payments,
      compliance: complianceRows(asOf, sites), companies: companyRows(asOf), actions: actionRows(asOf), inspections: inspectionRows(asOf),
      events: eventRows(asOf), returns: returnRows(asOf), assessments: assessmentRows(asOf), stated: statedRows({ projects, payments }),
    },
  };
}
