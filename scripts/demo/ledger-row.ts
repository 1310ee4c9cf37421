import type {
  ActionRow, AssessmentRow, CaseRow, CompanyRow, ComplianceRow, DepartmentRow, EventRow, InspectionRow, PaymentRow, PayrollRow, PlaceRow, ProjectRow, ReturnRow, StatedRow,
} from '../../src/model/tables.ts';

/** Columns of projects that are computed at export and never stand in a ledger. */
type DerivedColumn = 'open' | 'grade_now' | 'found_grade' | 'opening_grade' | 'closings' | 'promise_first_on' | 'promise_changes' | 'unchanged_weeks' | 'risk_score';

/** A project as a ledger states it. */
export type ProjectLedgerRow = Omit<ProjectRow, DerivedColumn>;

/** The ledgers at the close of one day, keyed as in the catalogue; money in 元, references as codes. */
export interface LedgerTables {
  readonly places: readonly PlaceRow[];
  readonly departments: readonly DepartmentRow[];
  readonly projects: readonly ProjectLedgerRow[];
  readonly cases: readonly CaseRow[];
  readonly payroll: readonly PayrollRow[];
  readonly payments: readonly PaymentRow[];
  readonly compliance: readonly ComplianceRow[];
  readonly companies: readonly CompanyRow[];
  readonly actions: readonly ActionRow[];
  readonly inspections: readonly InspectionRow[];
  readonly events: readonly EventRow[];
  readonly returns: readonly ReturnRow[];
  readonly assessments: readonly AssessmentRow[];
  readonly stated: readonly StatedRow[];
}

/** The ledgers of one published week. */
export interface WeekLedger {
  readonly as_of: string;
  readonly week: number;
  readonly tables: LedgerTables;
}
