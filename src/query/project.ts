import { LEVELS } from '../model/tables/computed.ts';
import type { Question } from './ask.ts';
import { dateLiteral, ident, literal } from './sql.ts';

/** Names of the questions about one project. */
export type ProjectQuestion =
  | 'project' | 'risk' | 'flow' | 'payroll' | 'payments' | 'compliance' | 'cases' | 'actions' | 'warnings' | 'events' | 'related' | 'companies' | 'absent' | 'nearest';

export interface ProjectAsk {
  readonly id: string;
  readonly asOf: string;
  /** Tables the snapshot holds. */
  readonly tables: ReadonlySet<string>;
}

const levelOrder = `CASE level ${Object.keys(LEVELS).map((l, i) => `WHEN ${literal(l)} THEN ${i}`).join(' ')} END`;

/** Columns of a project in a list of others. */
const OTHER = ['project_id', 'name', 'place_code', 'dept_code', 'stage', 'grade_now', 'open', 'unpaid_wages', 'unpaid_workers', 'leader'];

/** Other projects of the same 施工总承包 (by code, else by name) and of the same 建设单位. */
const relatedSql = (id: string): string => `SELECT ${OTHER.map((c) => `o.${c}`).join(', ')},
  coalesce(o.contractor_code = p.contractor_code, o.contractor = p.contractor, FALSE) AS same_contractor, coalesce(o.owner_unit = p.owner_unit, FALSE) AS same_owner
FROM projects o, (SELECT contractor, contractor_code, owner_unit FROM projects WHERE project_id = ${literal(id)} LIMIT 1) p
WHERE o.project_id <> ${literal(id)} AND (coalesce(o.contractor_code = p.contractor_code, o.contractor = p.contractor, FALSE) OR o.owner_unit = p.owner_unit)
ORDER BY open DESC, unpaid_wages DESC NULLS LAST, project_id`;

/** Everything this snapshot knows of one project, as one batch. A question whose tables the snapshot lacks is left out: 未导入. */
export function projectQuestions({ id, asOf, tables }: ProjectAsk): Readonly<Partial<Record<ProjectQuestion, Question>>> {
  const key = literal(id);
  const has = (table: string): boolean => tables.has(table);
  const own = (table: string, order: string): Question => ({ sql: `SELECT * FROM ${table} WHERE project_id = ${key} ORDER BY ${order}`, tables: [table] });
  /** Rows of the project, and of its clues. */
  const withCases = (table: string, order: string): Question => ({
    sql: `SELECT * FROM ${table} WHERE project_id = ${key}${has('cases') ? ` OR case_id IN (SELECT case_id FROM cases WHERE project_id = ${key})` : ''} ORDER BY ${order}`, tables: has('cases') ? [table, 'cases'] : [table],
  });
  const questions: Record<ProjectQuestion, Question> = {
    project: own('projects', 'project_id'),
    risk: own('risks', 'project_id'),
    flow: { sql: `SELECT * FROM flow WHERE project_id = ${key} AND as_of <= ${dateLiteral(asOf)} ORDER BY as_of`, tables: ['flow'] },
    payroll: own('payroll', 'month'),
    payments: own('payments', 'coalesce(paid_on, plan_due_on) DESC NULLS LAST, payment_id'),
    compliance: own('compliance', 'item'),
    cases: own('cases', 'closed_on IS NOT NULL, received_on DESC, case_id'),
    actions: withCases('actions', 'meeting_on DESC NULLS LAST, action_id'),
    warnings: withCases('warnings', `${levelOrder}, due_on NULLS LAST, rule_id, case_id NULLS FIRST`),
    events: own('events', 'happened_on DESC, event_id'),
    related: { sql: relatedSql(id), tables: ['projects'] },
    companies: {
      sql: `SELECT DISTINCT c.* FROM companies c, (SELECT * FROM projects WHERE project_id = ${key}) p WHERE c.company_code = p.contractor_code OR c.name IN (p.contractor, p.owner_unit, p.subcontractor, p.supervisor) ORDER BY c.company_code`,
      tables: ['companies', 'projects'],
    },
    absent: own('absent', 'project_id'),
    nearest: { sql: `SELECT project_id, name FROM projects WHERE NOT EXISTS (FROM projects WHERE project_id = ${key}) ORDER BY levenshtein(project_id, ${key}), project_id LIMIT 5`, tables: ['projects'] },
  };
  return Object.fromEntries(Object.entries(questions).filter(([, q]) => q.tables.every((t) => typeof t === 'string' && has(t))));
}

const alias = (table: string, snapshot: string): string => `${table}_at_${snapshot.replaceAll('-', '')}`;

/** 制度落实 of the project in other snapshots, one question each: one that lacks the table fails alone. */
export const complianceHistory = (id: string, snapshots: readonly string[]): Readonly<Record<string, Question>> =>
  Object.fromEntries(snapshots.map((snapshot) => {
    const as = alias('compliance', snapshot);
    return [snapshot, { sql: `SELECT item, done, total FROM ${ident(as)} WHERE project_id = ${literal(id)} ORDER BY item`, tables: [{ table: 'compliance', snapshot, as }] }];
  }));

/** Whether other snapshots list the project, one question each. */
export const elsewhereQuestions = (id: string, snapshots: readonly string[]): Readonly<Record<string, Question>> =>
  Object.fromEntries(snapshots.map((snapshot) => {
    const as = alias('projects', snapshot);
    return [snapshot, { sql: `SELECT project_id, name, open, grade_now FROM ${ident(as)} WHERE project_id = ${literal(id)}`, tables: [{ table: 'projects', snapshot, as }] }];
  }));
