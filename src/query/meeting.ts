import { type FilterId, type FilterState } from '../model/filters.ts';
import { indicatorOf, type Scope } from '../model/indicators.ts';
import { MANAGED } from '../model/indicators/risk.ts';
import type { Fact } from '../model/indicator.ts';
import type { Rules } from '../model/rules.ts';
import type { Question, TableUse } from './ask.ts';
import { compile } from './compile.ts';
import { FACTS } from './facts.ts';
import { predicate } from './predicate.ts';
import { rankQuestions } from './rank.ts';
import { makeScope } from './scope.ts';
import { dateLiteral, inList } from './sql.ts';

/** What the slides are about: the pinned snapshot, the one it is compared with, the filters. */
export interface MeetingAsk {
  readonly asOf: string;
  /** null: the first snapshot. */
  readonly compare: { readonly id: string; readonly asOf: string } | null;
  readonly filters: FilterState;
  readonly rules: Rules;
  readonly tables: ReadonlySet<string>;
}

/** Names of the questions of the meeting's one batch, beside the overview's. */
export type MeetingQuestion = 'actions' | 'steps' | 'missing' | 'open' | 'paid' | 'late' | 'dry' | 'points' | 'pace' | 'byInvest' | 'leaders' | 'leadersBefore';

/** Tables of a snapshot published before, as the rankings read them too. */
const then = (table: string, id: string): TableUse => ({ table, snapshot: id, as: `then_${table}` });
const PROJECT_FILTERS: readonly FilterId[] = ['area', 'dept', 'inv', 'stage', 'g'];
const UNGRADED: readonly FilterId[] = ['area', 'dept', 'inv', 'stage'];

const relation = (fact: Fact, { tables }: MeetingAsk, scope: Scope): string => FACTS[fact].from(scope.asOf, (t) => tables.has(t));
/** Condition of an indicator's n or d, where it is one part that counts. */
const counted = (id: string, part: 'n' | 'd', scope: Scope): string => `(${indicatorOf(id)[part][0]!.sql(scope)}) = 1`;

/** 上周交办: those of the last meeting and still open then; 未办结 first, the longest over due first. */
function actionsSql(ask: MeetingAsk, scope: Scope): string {
  const id = 'action_done_rate';
  return `SELECT f.action_id, f.project_id, p.name, f.content, f.unit, f.responsible, f.meeting_on, f.due_on, f.done_on, f.result, f.last_meeting, ${counted(id, 'n', scope)} AS done
FROM ${relation('actions', ask, scope)} f LEFT JOIN (SELECT project_id, name FROM projects) p ON p.project_id = f.project_id
WHERE ${counted(id, 'd', scope)} AND ${predicate(ask.filters, indicatorOf(id).filters) ?? 'TRUE'}
ORDER BY done, f.due_on NULLS LAST, f.action_id`;
}

/** Every step of the 销号账 since the comparison that is news: who came, went or changed between 一般 and 严重. */
function stepsSql({ asOf, compare, filters, tables }: MeetingAsk): string {
  const since = compare ? `as_of > ${dateLiteral(compare.asOf)}` : 'FALSE';
  const names = `SELECT project_id, name, responsible, contractor, cause FROM projects${tables.has('absent') ? ' UNION ALL BY NAME SELECT project_id, name, NULL::VARCHAR AS responsible FROM absent' : ''}`;
  return `SELECT f.as_of, f.project_id, n.name, f.event, f.place_code, f.dept_code, f.leader, n.responsible, n.contractor, n.cause, f.grade_before, f.grade_after, f.unpaid_before, f.unpaid_after, f.workers_before, f.workers_after
FROM flow f LEFT JOIN (${names}) n ON n.project_id = f.project_id
WHERE ${since} AND as_of <= ${dateLiteral(asOf)} AND (event NOT IN ('期初', '延续') OR grade_before IS DISTINCT FROM grade_after) AND ${predicate(filters, UNGRADED) ?? 'TRUE'}
ORDER BY f.as_of DESC, coalesce(f.unpaid_after, f.unpaid_before) DESC NULLS LAST, f.project_id`;
}

/** 漏报 that no later snapshot has found again, the newest first. */
const missingSql = ({ filters }: MeetingAsk): string => `SELECT project_id, name, last_seen, place_code, dept_code, leader, grade_now, unpaid_wages, unpaid_workers
FROM absent
WHERE open AND ${predicate(filters, UNGRADED) ?? 'TRUE'}
ORDER BY last_seen DESC, unpaid_wages DESC NULLS LAST, project_id`;

const OPEN = ['name', 'place_code', 'dept_code', 'invest_kind', 'grade_now', 'unpaid_wages', 'unpaid_workers', 'leader', 'responsible', 'contractor', 'owner_unit', 'cause', 'owed_since', 'promised_on', 'promise_first_on', 'court_stage', 'hearing_on', 'supervised', 'closings'];

/** Every 未销号 site, the most dangerous first; `then_promise_changes`: how often its promise had moved at the comparison. */
function openSql({ compare, filters, tables }: MeetingAsk): string {
  const scored = tables.has('risks');
  const risk = scored ? 'r.score, r.days_overdue, r.clear_by, r.unchanged_weeks, r.promise_changes' : 'NULL::INTEGER AS score, NULL::INTEGER AS days_overdue, NULL::DATE AS clear_by, p.unchanged_weeks, p.promise_changes';
  return `SELECT p.project_id, ${OPEN.map((c) => `p.${c}`).join(', ')}, ${risk}, ${compare ? 't.promise_changes' : 'NULL::INTEGER'} AS then_promise_changes, ${compare ? 't.open' : 'NULL::BOOLEAN'} AS then_open
FROM projects p${scored ? ' LEFT JOIN risks r ON r.project_id = p.project_id' : ''}${compare ? ' LEFT JOIN then_projects t ON t.project_id = p.project_id' : ''}
WHERE p.open AND ${predicateOf('p', filters)}
ORDER BY ${scored ? 'r.score DESC NULLS LAST, ' : ''}p.unpaid_wages DESC NULLS LAST, p.project_id`;
}

/** The project filters over an alias: columns of two snapshots have the same names. */
const predicateOf = (alias: string, filters: FilterState): string => {
  const where = predicate(filters, PROJECT_FILTERS);
  return where === null ? 'TRUE' : `${alias}.project_id IN (SELECT project_id FROM projects WHERE ${where})`;
};

/** 本周清偿 by project and source: the rows paid_week adds up. */
function paidSql(ask: MeetingAsk, scope: Scope): string {
  return `SELECT f.project_id, p.name, f.place_code, f.dept_code, f.source, CAST(sum(f.amount) AS DECIMAL(18,2)) AS amount, CAST(sum(f.workers) AS BIGINT) AS workers
FROM ${relation('payments', ask, scope)} f LEFT JOIN (SELECT project_id, name FROM projects) p ON p.project_id = f.project_id
WHERE f.amount > 0 AND (${indicatorOf('paid_week').n[0]!.sql(scope)}) > 0 AND ${predicate(ask.filters, indicatorOf('paid_week').filters) ?? 'TRUE'}
GROUP BY ALL
ORDER BY amount DESC, f.project_id, f.source`;
}

/** Clues in the denominator of 按期办结率 that are not in its numerator, the longest over due first; `days` counts to the day they were closed, else to the snapshot's. */
function lateSql(ask: MeetingAsk, scope: Scope): string {
  const id = 'clue_on_time_rate';
  return `SELECT f.case_id, f.project_id, p.name, f.channel, f.place_code, f.dept_code, p.responsible, f.due_on, f.closed_on, CAST(date_diff('day', f.due_on, CASE WHEN f.closed_on <= ${scope.asOf} THEN f.closed_on ELSE ${scope.asOf} END) AS INTEGER) AS days
FROM ${relation('cases', ask, scope)} f LEFT JOIN (SELECT project_id, name, responsible FROM projects) p ON p.project_id = f.project_id
WHERE ${counted(id, 'd', scope)} AND NOT (${counted(id, 'n', scope)}) AND ${predicate(ask.filters, indicatorOf(id).filters) ?? 'TRUE'}
ORDER BY days DESC, f.case_id`;
}

/** Sites whose wage account will run dry, by the county's rule. */
function drySql({ rules, filters }: MeetingAsk): string {
  const ids = rules.warnings.filter((r) => r.test === 'account_dry').map((r) => r.id);
  return `SELECT w.project_id, p.name, p.place_code, p.dept_code, p.open, p.grade_now, p.contractor, p.responsible, p.account_balance, w.level, w.text, w.numerator, w.denominator
FROM warnings w JOIN projects p ON p.project_id = w.project_id
WHERE ${inList('w.rule_id', ids) ?? 'FALSE'} AND ${MANAGED} AND ${predicateOf('p', filters)}
ORDER BY w.numerator / nullif(w.denominator, 0) NULLS LAST, w.project_id`;
}

/** 月考核 of the newest month up to the snapshot: points of each unit, of the month before too, and why points were lost. */
const pointsSql = ({ asOf }: MeetingAsk): string => `WITH listed AS (SELECT *, (SELECT max(month) FROM assessments WHERE month <= ${dateLiteral(asOf)}) AS newest FROM assessments),
earlier AS (SELECT axis, unit_code, CAST(sum(points) AS DECIMAL(18,2)) AS points FROM listed WHERE month = (SELECT max(month) FROM listed WHERE month < newest) GROUP BY ALL)
SELECT a.axis, a.unit_code, a.month, CAST(sum(a.points) AS DECIMAL(18,2)) AS points, CAST(sum(a.points_full) AS DECIMAL(18,2)) AS points_full, any_value(e.points) AS points_before,
  string_agg(a.reason, '；' ORDER BY a.points_full - a.points DESC, a.item) FILTER (WHERE a.points < a.points_full) AS reasons
FROM listed a LEFT JOIN earlier e ON e.axis = a.axis AND e.unit_code = a.unit_code
WHERE a.month = a.newest
GROUP BY a.axis, a.unit_code, a.month
ORDER BY a.axis, points, a.unit_code`;

/** Everything the slides show beyond the overview's answers, as one batch. A question whose tables the snapshot lacks is left out: 未导入. */
export function meetingQuestions(ask: MeetingAsk): Readonly<Partial<Record<MeetingQuestion, Question>>> {
  const { asOf, compare, filters, rules, tables } = ask;
  const scope = makeScope(asOf, compare?.asOf ?? null, rules);
  const earlier = compare ? [then('projects', compare.id)] : [];
  const ranks = rankQuestions({ axis: 'leader', filters, scope, tables, compare: compare && { id: compare.id, scope: makeScope(compare.asOf, null, rules) } });
  const invest = compile({ indicators: ['open_risk', 'unpaid_wages', 'pace'], by: ['invest'], filters, scope, tables });
  const pace = compile({ indicators: ['pace'], by: [], filters, scope, tables });
  const absent = tables.has('absent') ? ['absent'] : [];
  const cases = tables.has('cases') ? ['cases'] : [];
  const risks = tables.has('risks') ? ['risks'] : [];
  const all: Record<MeetingQuestion, Question | null> = {
    actions: { sql: actionsSql(ask, scope), tables: ['actions', 'projects', ...cases] },
    steps: { sql: stepsSql(ask), tables: ['flow', 'projects', ...absent] },
    missing: { sql: missingSql(ask), tables: ['absent'] },
    open: { sql: openSql(ask), tables: ['projects', ...risks, ...earlier] },
    paid: { sql: paidSql(ask, scope), tables: ['payments', 'projects'] },
    late: { sql: lateSql(ask, scope), tables: ['cases', 'projects'] },
    dry: { sql: drySql(ask), tables: ['warnings', 'projects'] },
    points: { sql: pointsSql(ask), tables: ['assessments'] },
    pace: { sql: pace.sql, tables: ['projects', 'flow'] },
    byInvest: { sql: invest.sql, tables: ['projects', 'flow'] },
    leaders: ranks.now,
    leadersBefore: ranks.before ?? null,
  };
  return Object.fromEntries(Object.entries(all).filter(([, q]) => q?.tables.every((t) => typeof t !== 'string' || tables.has(t))));
}
