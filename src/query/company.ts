import { MANAGED } from '../model/indicators/risk.ts';
import type { Question } from './ask.ts';
import { literal } from './sql.ts';

/** Names of the questions about one firm. */
export type CompanyQuestion = 'firm' | 'projects' | 'cases' | 'payments' | 'contractors' | 'times' | 'nearest';

/** Roles a firm can have in a project, by the ledger's column. */
export const ROLES = ['contractor', 'owner_unit', 'subcontractor', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];

export interface CompanyAsk {
  /** 统一社会信用代码, or the name of a firm that has none. */
  readonly code: string;
  readonly tables: ReadonlySet<string>;
}

/** The firm under all codes and names the snapshot knows it by: `codes(code)`, `names(name)`. */
function firmSql(key: string, hasCompanies: boolean): string {
  const register = (column: string): string => (hasCompanies ? `SELECT ${column} FROM companies WHERE company_code = ${key} OR name = ${key} UNION ` : '');
  return `codes(code) AS MATERIALIZED (${register('company_code')}SELECT contractor_code FROM projects WHERE contractor_code IS NOT NULL AND (contractor_code = ${key} OR contractor = ${key})),
names(name) AS MATERIALIZED (${register('name')}SELECT contractor FROM projects WHERE contractor_code = ${key} AND contractor IS NOT NULL UNION SELECT ${key})`;
}

/** 施工总承包 by its code, by name only where the ledger states no code; the other roles have names only. */
const IS: Readonly<Record<Role, string>> = {
  contractor: 'CASE WHEN contractor_code IS NOT NULL THEN contractor_code IN (SELECT code FROM codes) ELSE coalesce(contractor IN (SELECT name FROM names), FALSE) END',
  owner_unit: 'coalesce(owner_unit IN (SELECT name FROM names), FALSE)',
  subcontractor: 'coalesce(subcontractor IN (SELECT name FROM names), FALSE)',
  supervisor: 'coalesce(supervisor IN (SELECT name FROM names), FALSE)',
};
const COLUMNS = ['project_id', 'name', 'place_code', 'dept_code', 'invest_kind', 'stage', 'grade_now', 'open', 'unpaid_wages', 'unpaid_workers', 'leader', 'promised_on', 'contract_amount', 'workers', 'owner_unit', 'contractor', 'contractor_code', 'subcontractor', 'supervisor', 'closings'];

/** Everything this snapshot knows of one firm, as one batch; filters do not act on it. A question whose tables the snapshot lacks is left out: 未导入. */
export function companyQuestions({ code, tables }: CompanyAsk): Readonly<Partial<Record<CompanyQuestion, Question>>> {
  const key = literal(code);
  const has = (table: string): boolean => tables.has(table);
  const register = has('companies') ? ['companies'] : [];
  const firm = firmSql(key, has('companies'));
  const own = `own AS MATERIALIZED (SELECT ${COLUMNS.join(', ')}, ${ROLES.map((role) => `${IS[role]} AS is_${role}`).join(', ')}, ${MANAGED} AS managed FROM projects)`;
  const mine = ROLES.map((role) => `is_${role}`).join(' OR ');
  const ofProjects = (table: string, order: string): Question => ({
    sql: `WITH ${firm}, ${own}\nSELECT t.*, o.name, o.is_contractor FROM ${table} t JOIN own o USING (project_id) WHERE ${mine} ORDER BY ${order}`, tables: [table, 'projects', ...register],
  });
  const questions: Record<CompanyQuestion, Question> = {
    firm: { sql: `SELECT * FROM companies WHERE company_code = ${key} OR name = ${key} ORDER BY company_code <> ${key}, company_code`, tables: ['companies'] },
    projects: { sql: `WITH ${firm}, ${own}\nSELECT * FROM own WHERE ${mine} ORDER BY open DESC, unpaid_wages DESC NULLS LAST, managed DESC, project_id`, tables: ['projects', ...register] },
    cases: ofProjects('cases', 't.closed_on IS NOT NULL, t.received_on DESC, t.case_id'),
    payments: ofProjects('payments', 'coalesce(t.paid_on, t.plan_due_on) DESC NULLS LAST, t.payment_id'),
    contractors: {
      sql: `WITH ${firm}, ${own}
SELECT coalesce(contractor_code, contractor) AS firm, bool_or(is_contractor) AS mine, CAST(count(*) FILTER (WHERE managed) AS INTEGER) AS projects, CAST(count(*) FILTER (WHERE open) AS INTEGER) AS open, CAST(coalesce(sum(unpaid_wages) FILTER (WHERE open), 0) AS DECIMAL(18,2)) AS unpaid
FROM own WHERE coalesce(contractor_code, contractor) IS NOT NULL GROUP BY 1 ORDER BY unpaid DESC, firm`,
      tables: ['projects', ...register],
    },
    times: { sql: `SELECT company_code, name, times_in_arrears FROM companies WHERE role = '施工总承包' AND times_in_arrears IS NOT NULL ORDER BY times_in_arrears DESC, company_code`, tables: ['companies'] },
    nearest: {
      sql: `SELECT DISTINCT firm, name FROM (SELECT contractor_code AS firm, contractor AS name FROM projects${has('companies') ? ' UNION SELECT company_code, name FROM companies' : ''}) WHERE firm IS NOT NULL AND name IS NOT NULL ORDER BY least(levenshtein(firm, ${key}), levenshtein(name, ${key})), firm LIMIT 5`,
      tables: ['projects', ...register],
    },
  };
  return Object.fromEntries(Object.entries(questions).filter(([, q]) => q.tables.every((t) => typeof t === 'string' && has(t))));
}
