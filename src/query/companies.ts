import { FILTER_IDS, type FilterState } from '../model/filters.ts';
import { indicatorOf, type Scope } from '../model/indicators.ts';
import type { Question } from './ask.ts';
import { predicate } from './predicate.ts';
import { literal } from './sql.ts';

/** Roles a firm is listed in, by their URL value: the catalogue's 企业角色 and where a project names such a firm. Owners and subcontractors have no code there. */
export const ROLES = {
  contractor: { role: '施工总承包', name: 'contractor', code: 'contractor_code' },
  owner: { role: '建设单位', name: 'owner_unit', code: 'NULL::VARCHAR' },
  sub: { role: '分包', name: 'subcontractor', code: 'NULL::VARCHAR' },
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_IDS = Object.keys(ROLES) as Role[];

/** Numbers of a firm's projects, by the catalogue's definitions. */
export const FIRM_INDICATORS = ['projects', 'open_risk', 'unpaid_wages', 'unpaid_workers'] as const;

const REGISTRY = ['company_code', 'name', 'role', 'review_grade', 'times_in_arrears', 'listed_on', 'listed_until', 'liaison', 'monitored'] as const;
/** What the ledger of firms says; the same columns, empty, where it was not imported. */
const registrySql = (imported: boolean): string => (imported
  ? `SELECT ${REGISTRY.join(', ')} FROM companies`
  : `SELECT NULL::VARCHAR AS company_code, NULL::VARCHAR AS name, NULL::VARCHAR AS role, NULL::VARCHAR AS review_grade, NULL::INTEGER AS times_in_arrears, NULL::DATE AS listed_on, NULL::DATE AS listed_until, NULL::VARCHAR AS liaison, NULL::BOOLEAN AS monitored WHERE FALSE`);

export interface FirmsAsk {
  readonly role: Role;
  readonly filters: FilterState;
  readonly scope: Scope;
  readonly tables: ReadonlySet<string>;
}

/**
 * One row per firm of a role: of the ledger of firms, or named by a project. A project's firm is its code, else the one code the ledger has for its name, else the name.
 * The filters act on the project numbers and leave out firms without a project inside (`sites`); what the ledger says, and under which names a firm stands, they do not change.
 * `names`: all of them, the most used first, joined by U+001F · `same_name`: firms that bear one of these names, itself included.
 */
export function firmsQuestion({ role, filters, scope, tables }: FirmsAsk): Question {
  const { role: word, name, code } = ROLES[role];
  const where = predicate(filters, FILTER_IDS);
  const indicators = FIRM_INDICATORS.map(indicatorOf);
  const parts = indicators.map((i) => `${i.n[0]!.sql(scope)} AS ${i.id}_n`);
  const sums = indicators.map((i) => `CAST(sum(CASE WHEN inside THEN ${i.id}_n ELSE 0 END) AS ${i.nType}) AS ${i.id}_n`);
  const sql = `WITH registry AS (${registrySql(tables.has('companies'))}),
once AS (SELECT name, min(company_code) AS company_code FROM registry GROUP BY name HAVING count(*) = 1),
stated AS (SELECT ${name} AS name, ${code} AS code, ${where ?? 'TRUE'} AS inside, ${parts.join(', ')} FROM projects WHERE ${name} IS NOT NULL OR ${code} IS NOT NULL),
sites AS (SELECT coalesce(s.code, o.company_code, s.name) AS firm, s.* FROM stated s LEFT JOIN once o ON o.name = s.name),
totals AS (SELECT firm, max(code) AS code, CAST(count(CASE WHEN inside THEN 1 END) AS INTEGER) AS sites, ${sums.join(', ')} FROM sites GROUP BY firm),
firms AS (SELECT company_code AS firm FROM registry WHERE role = ${literal(word)} UNION SELECT firm FROM totals),
used AS (SELECT firm, name, count(*) AS uses FROM (SELECT company_code AS firm, name FROM registry WHERE company_code IN (SELECT firm FROM firms) UNION ALL SELECT firm, name FROM sites) WHERE name IS NOT NULL GROUP BY firm, name),
bearers AS (SELECT name, count(*) AS firms FROM used GROUP BY name),
named AS (SELECT u.firm, string_agg(u.name, chr(31) ORDER BY u.uses DESC, u.name) AS names, CAST(max(b.firms) AS INTEGER) AS same_name FROM used u JOIN bearers b USING (name) GROUP BY u.firm)
SELECT f.firm, coalesce(r.company_code, t.code) AS code, coalesce(r.name, n.names) AS name, n.names, n.same_name, r.company_code IS NOT NULL AS registered, r.review_grade, r.times_in_arrears, r.listed_on, r.listed_until, r.liaison, r.monitored,
  coalesce(t.sites, 0) AS sites, ${indicators.map((i) => `coalesce(t.${i.id}_n, 0) AS ${i.id}_n`).join(', ')}
FROM firms f LEFT JOIN registry r ON r.company_code = f.firm LEFT JOIN totals t ON t.firm = f.firm LEFT JOIN named n ON n.firm = f.firm
WHERE ${where === null ? 'TRUE' : 't.sites > 0'}
ORDER BY r.times_in_arrears DESC NULLS LAST, unpaid_wages_n DESC, projects_n DESC, f.firm`;
  return { sql, tables: ['projects', ...(tables.has('companies') ? ['companies'] : [])] };
}
