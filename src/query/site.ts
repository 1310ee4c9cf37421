import { indicatorOf, type Scope } from '../model/indicators.ts';
import type { Question } from './ask.ts';
import { FACTS } from './facts.ts';
import { dateLiteral, literal } from './sql.ts';

/** What the screens of one site are about. */
export interface SiteAsk {
  readonly projectId: string;
  readonly asOf: string;
  readonly scope: Scope;
  /** Tables the snapshot holds; questions on others are left out: 未导入. */
  readonly tables: ReadonlySet<string>;
}

/** Names of the questions of a site's one batch. */
export type SiteQuestion = 'site' | 'payroll' | 'steps' | 'payments' | 'compliance' | 'cases' | 'actions' | 'warnings';

const SITE = [
  'project_id', 'name', 'place_code', 'dept_code', 'invest_kind', 'stage', 'grade_now', 'open', 'unpaid_wages', 'unpaid_workers', 'owed_since', 'origin', 'cause', 'promised_on', 'promise_first_on', 'promise_changes',
  'unchanged_weeks', 'closings', 'closed_on', 'court_stage', 'hearing_on', 'supervised', 'task_team', 'leader', 'responsible', 'contractor', 'owner_unit', 'labour_cost_due', 'labour_cost_paid', 'lon', 'lat', 'note',
];

/** Every ledger and computed row of one project, in the order they are read. */
export function siteQuestions({ projectId, asOf, scope, tables }: SiteAsk): Partial<Record<SiteQuestion, Question>> {
  const mine = `project_id = ${literal(projectId)}`;
  const until = dateLiteral(asOf);
  const scored = tables.has('risks');
  const action = indicatorOf('action_done_rate');
  const condition = (part: 'n' | 'd'): string => `(${action[part][0]!.sql(scope)}) = 1`;
  const all: Record<SiteQuestion, Question> = {
    site: {
      sql: `SELECT ${SITE.map((c) => `p.${c}`).join(', ')}, ${scored ? 'r.score, r.days_overdue, r.clear_by' : 'NULL::INTEGER AS score, NULL::INTEGER AS days_overdue, NULL::DATE AS clear_by'}
FROM projects p${scored ? ' LEFT JOIN risks r ON r.project_id = p.project_id' : ''}
WHERE p.${mine}`,
      tables: ['projects', ...(scored ? ['risks'] : [])],
    },
    payroll: { sql: `SELECT month, workers_due, workers_paid, wages_due, wages_paid, labour_cost_due, labour_cost_paid, pay_day, paid_on FROM payroll WHERE ${mine} ORDER BY month`, tables: ['payroll'] },
    steps: { sql: `SELECT as_of, event, grade_before, grade_after, unpaid_before, unpaid_after, workers_after, promised_on, court_stage FROM flow WHERE ${mine} AND as_of <= ${until} ORDER BY as_of`, tables: ['flow'] },
    payments: { sql: `SELECT payment_id, plan_due_on, plan_amount, paid_on, amount, workers, source FROM payments WHERE ${mine} ORDER BY coalesce(plan_due_on, paid_on) NULLS LAST, payment_id`, tables: ['payments'] },
    compliance: { sql: `SELECT item, done, total, evidence FROM compliance WHERE ${mine} ORDER BY item`, tables: ['compliance'] },
    cases: {
      sql: `SELECT case_id, channel, received_on, due_on, closed_on, filed_on, verified, workers, amount, recovered_amount, group_event, conclusion FROM cases WHERE ${mine} ORDER BY (closed_on IS NOT NULL), received_on DESC, case_id`,
      tables: ['cases'],
    },
    actions: {
      sql: `SELECT action_id, meeting_on, kind, content, unit, responsible, due_on, done_on, result, coalesce(${condition('d')}, FALSE) AS given, coalesce(done_on <= ${until}, FALSE) AS done
FROM ${FACTS.actions.from(scope.asOf, () => false)}
WHERE ${mine}
ORDER BY given DESC, done, due_on NULLS LAST, action_id`,
      tables: ['actions', 'projects'],
    },
    warnings: { sql: `SELECT project_id, case_id, rule_id, level, since, due_on, numerator, denominator, text FROM warnings WHERE ${mine} ORDER BY rule_id, case_id NULLS FIRST`, tables: ['warnings'] },
  };
  return Object.fromEntries(Object.entries(all).filter(([, q]) => q.tables.every((t) => typeof t !== 'string' || tables.has(t))));
}
