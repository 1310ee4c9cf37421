import { indicatorOf, type Scope } from '../model/indicators.ts';
import type { Question } from './ask.ts';
import { FACTS } from './facts.ts';
import { type ProjectQuestion, projectQuestions } from './project.ts';
import { dateLiteral, literal } from './sql.ts';

/** What the screens of one site are about. */
export interface SiteAsk {
  readonly projectId: string;
  readonly asOf: string;
  readonly scope: Scope;
  /** Tables the snapshot holds; questions on others are left out: 未导入. */
  readonly tables: ReadonlySet<string>;
}

/** Of the questions about one project those a screen of the meeting shows. */
const SHOWN = ['project', 'risk', 'flow', 'payroll', 'payments', 'compliance', 'cases', 'warnings'] as const satisfies readonly ProjectQuestion[];
/** Names of the questions of a site's one batch. */
export type SiteQuestion = (typeof SHOWN)[number] | 'actions';

/** Measures on the site and on its clues; `given`: counted by 上周交办办结, `done`: in its numerator. Those of the last meeting first, not done before done. */
function actionsQuestion({ projectId, scope, tables, asOf }: SiteAsk): Question {
  const [part] = indicatorOf('action_done_rate').d;
  const id = literal(projectId);
  const cases = tables.has('cases');
  return {
    sql: `SELECT action_id, meeting_on, kind, content, unit, responsible, due_on, done_on, result, coalesce((${part!.sql(scope)}) = 1, FALSE) AS given, coalesce(done_on <= ${dateLiteral(asOf)}, FALSE) AS done
FROM ${FACTS.actions.from(scope.asOf, () => false)}
WHERE project_id = ${id}${cases ? ` OR case_id IN (SELECT case_id FROM cases WHERE project_id = ${id})` : ''}
ORDER BY given DESC, done, due_on NULLS LAST, action_id`,
    tables: ['actions', 'projects', ...(cases ? ['cases'] : [])],
  };
}

/** One batch for the screens of a site. A question whose tables the snapshot lacks is left out. */
export function siteQuestions(ask: SiteAsk): Readonly<Partial<Record<SiteQuestion, Question>>> {
  const all = projectQuestions({ id: ask.projectId, asOf: ask.asOf, tables: ask.tables });
  const shown = SHOWN.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []));
  return Object.fromEntries([...shown, ...(ask.tables.has('actions') ? [['actions', actionsQuestion(ask)] as const] : [])]);
}
