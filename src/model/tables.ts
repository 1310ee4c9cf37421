import type { Column, Row, Table } from './column.ts';
import { cases, events } from './tables/cases.ts';
import { absent, checks, flow, risks, warnings } from './tables/computed.ts';
import { payments, payroll } from './tables/money.ts';
import { actions, companies, compliance, inspections, stated } from './tables/oversight.ts';
import { projects } from './tables/projects.ts';
import { assessments, departments, places, returns } from './tables/units.ts';

export type { Column, Table } from './column.ts';

/** Every table once, in the order they are read and written. The cube is in cube.ts: its columns come from the indicators. */
export const TABLES = {
  places, departments, projects, cases, payroll, payments, compliance, companies, actions, inspections, events, returns, assessments, stated,
  risks, warnings, checks, flow, absent,
} as const;
export type TableName = keyof typeof TABLES;

const all: readonly Table[] = Object.values(TABLES);
/** Tables a ledger may hold (the template's sheets). */
export const LEDGER_TABLES: readonly Table[] = all.filter((t) => t.origin !== 'computed');
/** Tables a snapshot holds besides the cube; those not imported are absent (未导入). */
export const SNAPSHOT_TABLES: readonly Table[] = all.filter((t) => t.origin !== 'input');

/** The table of that name. Throws for a name that is not in the catalogue. */
export function tableOf(name: string): Table {
  const found = all.find((t) => t.name === name);
  if (!found) throw new Error(`目录中没有表 ${name}`);
  return found;
}

/** The columns a ledger can fill: all but the derived ones. */
export const ledgerColumns = (t: Table): readonly Column[] => t.columns.filter((c) => !c.derived);

export type PlaceRow = Row<typeof places>;
export type DepartmentRow = Row<typeof departments>;
export type ProjectRow = Row<typeof projects>;
export type CaseRow = Row<typeof cases>;
export type PayrollRow = Row<typeof payroll>;
export type PaymentRow = Row<typeof payments>;
export type ComplianceRow = Row<typeof compliance>;
export type CompanyRow = Row<typeof companies>;
export type ActionRow = Row<typeof actions>;
export type InspectionRow = Row<typeof inspections>;
export type EventRow = Row<typeof events>;
export type ReturnRow = Row<typeof returns>;
export type AssessmentRow = Row<typeof assessments>;
export type StatedRow = Row<typeof stated>;
