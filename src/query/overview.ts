import { DIMENSIONS } from '../model/dimensions.ts';
import { FILTER_IDS, type FilterId, FILTERS, type FilterState } from '../model/filters.ts';
import { indicatorOf, INDICATORS } from '../model/indicators.ts';
import { MANAGED } from '../model/indicators/risk.ts';
import { LEVELS, RISK_PARTS } from '../model/tables/computed.ts';
import type { Question } from './ask.ts';
import { compile } from './compile.ts';
import { cubeWeeksSql } from './cube-route.ts';
import { lastDueSql } from './last-due.ts';
import { beside, FilterParameters, type Filtering, SELECTION, selectSql, without } from './parameters.ts';
import { predicate } from './predicate.ts';
import type { Scope } from '../model/indicators.ts';
import { dateLiteral, literal } from './sql.ts';

/** Indicators the map and the rankings switch between, in the order of the switch; the first is the default. */
export const MAP_METRICS = ['no_arrears_rate', 'clue_on_time_rate', 'systems_rate', 'unpaid_wages', 'unpaid_workers', 'projects'] as const;

const prefixed = (prefix: string): string[] => INDICATORS.filter((i) => i.cube && i.id.startsWith(prefix)).map((i) => i.id);

/** What the county total is asked for, for every published day: KPI strip, trend, 四个底线, 本周清偿. */
const SERIES = [...new Set([
  ...MAP_METRICS, 'open_risk', 'severe_open', 'court_open', 'action_done_rate', 'warnings_open', 'warned_projects', ...prefixed('warn_'),
  ...prefixed('paid_'), ...prefixed('step_'), ...prefixed('bottom_'),
])];

/** The overview's state as far as its numbers depend on it. */
export interface OverviewAsk {
  readonly asOf: string;
  /** Day of the snapshot compared with; null: 不对比, or the first snapshot. */
  readonly compare: string | null;
  readonly filters: FilterState;
  readonly scope: Scope;
  /** Tables the snapshot holds. */
  readonly tables: ReadonlySet<string>;
}

/** The question as it is asked, or with places for its filters. */
type Asking = Omit<OverviewAsk, 'filters'> & { readonly filters: Filtering };
const all = (filters: Filtering): string => predicate(filters, FILTER_IDS) ?? 'TRUE';

/** Most rows of a list on the overview; `of_all` says how many there are. */
const LIST_LIMIT = 500;

const SITE = ['project_id', 'name', 'place_code', 'dept_code', 'invest_kind', 'stage', 'grade_now', 'open', 'court_stage', 'supervised', 'unpaid_wages', 'unpaid_workers', 'closed_on', 'leader', 'lon', 'lat'];

/** Every 在管项目 under all filters but 属地, with `inside` (the 属地 filter) and `closed_now` (销号 since the comparison). */
const sitesSql = ({ asOf, compare, filters }: Asking): string => `SELECT ${SITE.join(', ')}, ${predicate(filters, ['area']) ?? 'TRUE'} AS inside,
  NOT open AND closings > 0 AND closed_on <= ${dateLiteral(asOf)}${compare ? ` AND closed_on > ${dateLiteral(compare)}` : ' AND FALSE'} AS closed_now
FROM projects${beside(filters)}
WHERE ${MANAGED} AND ${all(without(filters, 'area'))}
ORDER BY project_id`;

const RISK_COLUMNS = ['name', 'place_code', 'dept_code', 'invest_kind', 'grade_now', 'open', 'unpaid_wages', 'unpaid_workers', 'leader', 'responsible', 'contractor', 'promised_on', 'owed_since', 'court_stage', 'hearing_on', 'supervised', 'cause'];

/** The first rows of a list with `of_all`, how many it has in all. No window function: with ORDER BY and LIMIT they can break DuckDB 1.4.3 on two threads. */
const listSql = (rows: string, order: string): string => `WITH listed AS MATERIALIZED (${rows})
SELECT *, (SELECT CAST(count(*) AS INTEGER) FROM listed) AS of_all
FROM listed
ORDER BY ${order}
LIMIT ${LIST_LIMIT}`;

/** Open and warned projects with the parts of their score: 未销号 first, 严重 before 一般, then by score. `site` says it has a point. */
const risksSql = ({ filters }: Asking): string => listSql(
  `SELECT project_id, score, ${Object.keys(RISK_PARTS).map((p) => `part_${p}`).join(', ')}, days_overdue, r.unchanged_weeks, clear_by, r.promise_changes,
  ${RISK_COLUMNS.join(', ')}, lon IS NOT NULL AS site
FROM risks r JOIN projects p USING (project_id)${beside(filters)}
WHERE ${all(filters)}`,
  `open DESC, CASE WHEN open AND grade_now = '严重' THEN 0 ELSE 1 END, score DESC, project_id`,
);

const levelOrder = `CASE level ${Object.keys(LEVELS).map((l, i) => `WHEN ${literal(l)} THEN ${i}`).join(' ')} END`;

/** Warnings on 在管项目, most urgent first; `open`: its project is 未销号 (then it is not an early warning). */
const warningsSql = ({ filters }: Asking): string => listSql(
  `SELECT w.project_id, case_id, rule_id, level, since, due_on, numerator, denominator, text, open, p.name, place_code, dept_code
FROM warnings w JOIN projects p ON p.project_id = w.project_id${beside(filters)}
WHERE ${MANAGED} AND ${all(filters)}`,
  `${levelOrder}, due_on NULLS LAST, project_id, rule_id, case_id NULLS FIRST`,
);

/** Options of every filter with the 在管项目 under all other filters, and two totals: `filter` all (no filter) and on (all filters). Each filter is looked at once per cell. */
function countsSql({ asOf, filters }: Asking): string {
  const column = (id: FilterId): string => DIMENSIONS[FILTERS[id].dimension].column;
  const set = FILTER_IDS.filter((id) => predicate(filters, [id]) !== null);
  const acting = set.map((id, at) => `${predicate(filters, [id])} AS in_${at}`);
  const where = (but: FilterId | null): string => set.flatMap((id, at) => (id === but ? [] : [`in_${at}`])).join(' AND ') || 'TRUE';
  const of = (name: string, value: string, inside: string) => `SELECT ${literal(name)} AS filter, ${value} AS value, CAST(coalesce(sum(projects_n) FILTER (WHERE ${inside}), 0) AS INTEGER) AS n FROM cells`;
  const options = FILTER_IDS.map((id) => `${of(id, column(id), where(id))} GROUP BY ${column(id)} HAVING sum(projects_n) > 0`);
  return `WITH cells AS MATERIALIZED (SELECT ${[...FILTER_IDS.map(column), 'projects_n', ...acting].join(', ')}
FROM cube${beside(filters)} WHERE as_of = ${dateLiteral(asOf)})
${[of('all', 'NULL::VARCHAR', 'TRUE'), of('on', 'NULL::VARCHAR', where(null)), ...options].join('\nUNION ALL\n')}\nORDER BY filter, value NULLS FIRST`;
}

/** Per unit: returns of the last due day of each table and how many came; `last_period`: the newest period anything came for. A unit without rows is not 未报送. */
const returnsSql = ({ asOf }: Asking): string => `SELECT axis, unit_code, max(period) FILTER (WHERE due_on = last_due) AS period, max(period) FILTER (WHERE received_on <= ${dateLiteral(asOf)} AND coalesce(rows_in, 1) > 0) AS last_period,
  CAST(count(*) FILTER (WHERE due_on = last_due) AS INTEGER) AS due, CAST(count(*) FILTER (WHERE due_on = last_due AND received_on <= ${dateLiteral(asOf)}) AS INTEGER) AS received,
  CAST(sum(rows_due) FILTER (WHERE due_on = last_due) AS INTEGER) AS rows_due, CAST(sum(rows_in) FILTER (WHERE due_on = last_due) AS INTEGER) AS rows_in
FROM returns LEFT JOIN ${lastDueSql('returns', dateLiteral(asOf))} USING (axis, table_name, kind)
GROUP BY axis, unit_code
ORDER BY axis, unit_code`;

/** Names of the questions of the overview's one batch. */
export type OverviewQuestion = 'series' | 'places' | 'departments' | 'byPlace' | 'byDept' | 'clock' | 'counts' | 'sites' | 'risks' | 'warnings' | 'returns';

function questionsOf(ask: Asking): Record<OverviewQuestion, Question> {
  const { filters, scope, tables } = ask;
  const days = [ask.asOf, ...(ask.compare ? [ask.compare] : [])];
  const metrics = MAP_METRICS.map(indicatorOf);
  const clock = compile({ indicators: ['days_to_clear', 'days_to_new_year'], by: [], filters: {}, scope, tables });
  return {
    series: { sql: cubeWeeksSql(SERIES.map(indicatorOf), { by: [], filters, days: null }), tables: ['cube'] },
    places: { sql: 'SELECT place_code, name, kind, sort, head, label_lon, label_lat FROM places ORDER BY sort, place_code', tables: ['places'] },
    departments: { sql: 'SELECT dept_code, name, short_name, sort, head FROM departments ORDER BY sort, dept_code', tables: ['departments'] },
    byPlace: { sql: cubeWeeksSql(metrics, { by: ['place'], filters: without(filters, 'area'), days }), tables: ['cube'] },
    byDept: { sql: cubeWeeksSql(metrics, { by: ['dept'], filters: without(filters, 'dept'), days }), tables: ['cube'] },
    clock: { sql: clock.sql, tables: [] },
    counts: { sql: countsSql(ask), tables: ['cube'] },
    sites: { sql: sitesSql(ask), tables: ['projects'] },
    risks: { sql: risksSql(ask), tables: ['risks', 'projects'] },
    warnings: { sql: warningsSql(ask), tables: ['warnings', 'projects'] },
    returns: { sql: returnsSql(ask), tables: ['returns'] },
  };
}

/**
 * Everything the overview shows, as one batch: a filter click asks these together, never one after the other. The publisher runs the same questions
 * for the default view and stores the answers. A question whose tables the snapshot lacks is left out: 未导入.
 */
export function overviewQuestions(ask: OverviewAsk): Readonly<Partial<Record<OverviewQuestion, Question>>> {
  const open = questionsOf({ ...ask, filters: new FilterParameters() });
  const select = selectSql(ask.filters);
  const has = (q: Question) => q.tables.every((t) => typeof t !== 'string' || ask.tables.has(t));
  return Object.fromEntries((Object.entries(questionsOf(ask)) as [OverviewQuestion, Question][]).filter(([, q]) => has(q)).map(([name, q]) =>
    [name, open[name].sql.includes(SELECTION) ? { ...q, prepared: { sql: open[name].sql, select } } : q]));
}

/** Tables the overview reads, in the order its first filter click needs them; all others are fetched when a list or a drill-down asks for them. */
export const OVERVIEW_TABLES = ['cube', 'projects', 'risks', 'warnings', 'places', 'departments', 'returns'] as const;
