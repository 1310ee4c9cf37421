import type { Fact } from '../model/indicator.ts';
import { lastDueSql } from './last-due.ts';

/** How rows of a fact are found and where its dimensions stand. `tables`: without all of them the fact is 未导入. */
interface FactSource {
  readonly tables: readonly string[];
  /** Relation whose columns the indicators' expressions and the dimensions name. */
  readonly from: (asOf: string, has: (table: string) => boolean) => string;
}

const PROJECT_DIMENSIONS = 'p.place_code, p.dept_code, p.invest_kind, p.stage, p.grade_now, p.leader, p.contractor, p.open';
const NONE = 'NULL::VARCHAR AS invest_kind, NULL::VARCHAR AS stage, NULL::VARCHAR AS grade_now, NULL::VARCHAR AS leader, NULL::VARCHAR AS contractor';

export const FACTS: Readonly<Record<Fact, FactSource>> = {
  projects: { tables: ['projects'], from: () => 'projects' },
  accounts: {
    tables: ['projects', 'payroll'],
    from: (asOf) => `(SELECT p.*, y.last_wages_due FROM projects p JOIN (SELECT project_id, arg_max(wages_due, month) AS last_wages_due FROM payroll WHERE month <= ${asOf} GROUP BY project_id) y USING (project_id))`,
  },
  warned: { tables: ['warnings'], from: () => `(SELECT p.* FROM projects p WHERE p.project_id IN (SELECT project_id FROM warnings))` },
  absent: { tables: ['absent'], from: () => '(SELECT *, NULL::VARCHAR AS contractor FROM absent)' },
  cases: { tables: ['cases'], from: () => `(SELECT * EXCLUDE (leader), ${NONE} FROM cases)` },
  payments: { tables: ['payments'], from: () => `(SELECT y.*, ${PROJECT_DIMENSIONS} FROM payments y LEFT JOIN projects p USING (project_id))` },
  compliance: { tables: ['compliance'], from: () => `(SELECT y.*, ${PROJECT_DIMENSIONS} FROM compliance y LEFT JOIN projects p USING (project_id))` },
  actions: {
    tables: ['actions'],
    from: (asOf, has) => `(SELECT a.*, ${has('cases') ? 'coalesce(p.place_code, c.place_code) AS place_code, coalesce(p.dept_code, c.dept_code) AS dept_code' : 'p.place_code, p.dept_code'}, ${NONE},
      (SELECT max(meeting_on) FROM actions WHERE kind = '交办' AND meeting_on <= ${asOf}) AS last_meeting
      FROM actions a LEFT JOIN projects p USING (project_id)${has('cases') ? ' LEFT JOIN cases c ON c.case_id = a.case_id' : ''})`,
  },
  returns: {
    tables: ['returns'],
    from: (asOf) => `(SELECT *, CASE WHEN axis = '属地' THEN unit_code END AS place_code, CASE WHEN axis = '主管部门' THEN unit_code END AS dept_code, ${NONE}
      FROM returns LEFT JOIN ${lastDueSql('returns', asOf)} USING (axis, table_name, kind))`,
  },
  inspections: { tables: ['inspections'], from: () => `(SELECT * EXCLUDE (kind), NULL::VARCHAR AS place_code, NULL::VARCHAR AS dept_code, ${NONE} FROM inspections)` },
  events: { tables: ['events'], from: () => `(SELECT e.* EXCLUDE (place_code, stage), coalesce(e.place_code, p.place_code) AS place_code, p.dept_code, ${NONE} FROM events e LEFT JOIN projects p USING (project_id))` },
  warnings: { tables: ['warnings'], from: () => `(SELECT w.*, ${PROJECT_DIMENSIONS} FROM warnings w JOIN projects p USING (project_id))` },
  flow: { tables: ['flow'], from: () => '(SELECT *, coalesce(grade_after, grade_before) AS grade_now, NULL::VARCHAR AS contractor FROM flow)' },
  calendar: { tables: [], from: () => `(SELECT NULL::VARCHAR AS place_code, NULL::VARCHAR AS dept_code, ${NONE})` },
};
