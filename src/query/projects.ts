import { FILTER_IDS, type FilterState } from '../model/filters.ts';
import { MANAGED } from '../model/indicators/risk.ts';
import type { Question } from './ask.ts';
import { predicate } from './predicate.ts';
import { dateLiteral } from './sql.ts';

/** Columns of the list of projects, by the catalogue; what else is searched stands at the end. */
export const LISTED = [
  'name', 'grade_now', 'unpaid_wages', 'unpaid_workers', 'origin', 'place_code', 'dept_code', 'leader', 'promised_on', 'promise_changes', 'unchanged_weeks', 'contractor', 'owner_unit', 'invest_kind', 'stage', 'workers', 'contract_amount', 'progress_pct', 'risk_score', 'project_id',
] as const;

export interface ProjectsAsk {
  readonly asOf: string;
  readonly filters: FilterState;
  /** 已完工已结算 too. */
  readonly all: boolean;
  readonly tables: ReadonlySet<string>;
}

/** All projects under the filters, most dangerous first; and per project its steps of the 销号账, written `day,grade,元` and joined by `;`. */
export function projectsQuestions({ asOf, filters, all, tables }: ProjectsAsk): { readonly list: Question; readonly strips?: Question } {
  const terms = [predicate(filters, FILTER_IDS), all ? null : MANAGED].filter((t) => t !== null);
  const list: Question = {
    sql: `SELECT ${LISTED.join(', ')}, open, court_stage, subcontractor, responsible FROM projects${terms.length > 0 ? ` WHERE ${terms.join(' AND ')}` : ''}
ORDER BY open DESC, CASE grade_now WHEN '严重' THEN 0 WHEN '一般' THEN 1 ELSE 2 END, risk_score DESC NULLS LAST, project_id`,
    tables: ['projects'],
  };
  if (!tables.has('flow')) return { list };
  return {
    list,
    strips: {
      sql: `SELECT project_id, string_agg(concat(CAST(as_of AS VARCHAR), ',', event, ',', coalesce(grade_after, ''), ',', coalesce(CAST(unpaid_after AS VARCHAR), '')), ';' ORDER BY as_of) AS steps
FROM flow WHERE as_of <= ${dateLiteral(asOf)} GROUP BY project_id ORDER BY project_id`,
      tables: ['flow'],
    },
  };
}
