import type { FilterState } from '../model/filters.ts';
import { MANAGED } from '../model/indicators/risk.ts';
import { TABLES } from '../model/tables.ts';
import type { Question, TableUse } from './ask.ts';
import { ACCOUNT_FILTERS, type AccountAxis, accountSql, CHANGE, countIf, OPEN_AFTER, OPEN_BEFORE, stepsCte, yuanIf } from './flow.ts';
import { predicate } from './predicate.ts';
import { dateLiteral, ident, literal } from './sql.ts';

/** Most rows of a list of the account. */
const ACCOUNT_LIMIT = 5_000;
/** Most changed fields listed. */
const CHANGE_LIMIT = 20_000;

/** The account on screen: three published days and the filters. `mid` null: fewer than two steps. */
export interface FlowAsk {
  readonly from: string;
  readonly mid: string | null;
  readonly to: string;
  readonly filters: FilterState;
}

/** Terms of the account by week and grade, in projects and 元; a change of grade moves what was owed before. A found project is counted as it was lost, then moves. */
function weeksSql({ from, to, filters }: FlowAsk): string {
  const before = 'coalesce(grade_before, grade_after) = grade';
  const stayed = `event = '延续' AND grade_after = grade`;
  const moved = `CASE WHEN event = '延续' THEN unpaid_before ELSE unpaid_after END`;
  const into = 'grade_before IS NOT NULL AND grade_after = grade AND grade_before <> grade';
  const outOf = 'grade_after IS NOT NULL AND grade_before = grade AND grade_after <> grade';
  const open = `${OPEN_BEFORE} AND grade_before = grade`;
  const end = `${OPEN_AFTER} AND grade_after = grade`;
  const columns = [
    countIf(open, 'opening'), countIf(`event = '新增' AND grade_after = grade`, 'added'), countIf(`event = '反弹' AND grade_after = grade`, 'reopened'), countIf(`event = '找回' AND ${before}`, 'found'),
    countIf(`event = '销号' AND grade_before = grade`, 'closed'), countIf(`event = '漏报' AND grade_before = grade`, 'lost'), countIf(`event IN ('延续', '找回') AND ${into}`, 'moved_in'), countIf(`event IN ('延续', '找回') AND ${outOf}`, 'moved_out'), countIf(end, 'closing'),
    yuanIf('unpaid_before', open, 'money_opening'), yuanIf('unpaid_after', `event = '新增' AND grade_after = grade`, 'money_added'), yuanIf('unpaid_after', `event = '反弹' AND grade_after = grade`, 'money_reopened'),
    yuanIf('unpaid_after', `event = '找回' AND ${before}`, 'money_found'), yuanIf(CHANGE, `${stayed} AND ${CHANGE} > 0`, 'money_grown'), yuanIf(`-(${CHANGE})`, `${stayed} AND ${CHANGE} < 0`, 'money_part_paid'),
    yuanIf('unpaid_before', `event = '销号' AND grade_before = grade`, 'money_closed'), yuanIf('unpaid_before', `event = '漏报' AND grade_before = grade`, 'money_lost'),
    yuanIf(moved, `event IN ('延续', '找回') AND ${into}`, 'money_moved_in'), yuanIf(moved, `event IN ('延续', '找回') AND ${outOf}`, 'money_moved_out'), yuanIf('unpaid_after', end, 'money_closing'),
  ];
  return `WITH ${stepsCte({ to, filters })}
SELECT as_of, grade,
  ${columns.join(',\n  ')}
FROM steps, (VALUES ('严重'), ('一般')) g(grade)
WHERE as_of > ${dateLiteral(from)}
GROUP BY as_of, grade
ORDER BY as_of, grade DESC`;
}

/**
 * State of a project on a day, off its last step up to then: its grade while open, 漏报 while the ledger lacks it, else 无欠薪. One whose last step of all is 漏报 and that the ledger
 * of the end does not miss is closed: on the end's day, and before it as src/model/listed-closed.ts says.
 */
const stateAt = (day: string, to: string, name: string): string => {
  const on = `CASE WHEN event = '漏报' THEN '漏报' WHEN as_of = ${dateLiteral(day)} AND ${OPEN_AFTER} THEN coalesce(grade_after, '无欠薪') ELSE '无欠薪' END`;
  const last = `coalesce(arg_max(${on}, as_of) FILTER (WHERE as_of <= ${dateLiteral(day)}), '无欠薪')`;
  const listed = day === to
    ? 'project_id NOT IN (SELECT project_id FROM absent WHERE open)'
    : `max(as_of) < ${dateLiteral(day)} AND project_id IN (SELECT project_id FROM projects WHERE closed_on <= ${dateLiteral(day)})`;
  return `CASE WHEN ${last} = '漏报' AND arg_max(event, as_of) = '漏报' AND ${listed} THEN '无欠薪' ELSE ${last} END AS ${name}`;
};

/** CTE `lives`: one row per project with a row in the account, or lost when it begins: its states, its sums of steps, and its steps as text. */
function livesCte(ask: FlowAsk): string {
  const [from, to] = [dateLiteral(ask.from), dateLiteral(ask.to)];
  const within = `as_of > ${from}`;
  const opening = `as_of = ${from} AND ${OPEN_AFTER}`;
  const ins = `${within} AND event IN ('新增', '反弹', '找回')`;
  const outs = `${within} AND event IN ('销号', '漏报')`;
  const text = (value: string): string => `coalesce(CAST(${value} AS VARCHAR), '')`;
  const at = (column: string, day: string, name: string): string => `max(${column}) FILTER (WHERE as_of = ${day} AND ${OPEN_AFTER}) AS ${name}`;
  return `${stepsCte(ask)}, lives AS (
  SELECT project_id, any_value(place_code) AS place_code, any_value(dept_code) AS dept_code, any_value(invest_kind) AS invest_kind, any_value(leader) AS leader,
    ${stateAt(ask.from, ask.to, 'state_from')},
    ${ask.mid === null ? 'NULL::VARCHAR AS state_mid' : stateAt(ask.mid, ask.to, 'state_mid')},
    ${stateAt(ask.to, ask.to, 'state_to')},
    ${at('court_stage', to, 'court_to')}, ${at('unpaid_after', from, 'unpaid_from')}, ${at('unpaid_after', to, 'unpaid_to')}, ${at('workers_after', from, 'workers_from')}, ${at('workers_after', to, 'workers_to')},
    CAST(count(*) FILTER (WHERE ${opening}) + count(*) FILTER (WHERE ${ins}) - count(*) FILTER (WHERE ${outs}) AS INTEGER) AS due_open,
    coalesce(sum(coalesce(unpaid_after, 0)) FILTER (WHERE ${opening} OR (${ins})), 0) + coalesce(sum(${CHANGE}) FILTER (WHERE ${within} AND event = '延续'), 0)
      - coalesce(sum(coalesce(unpaid_before, 0)) FILTER (WHERE ${outs}), 0) AS due_money,
    string_agg(CAST(as_of AS VARCHAR) || '|' || event || '|' || coalesce(grade_before, '') || '|' || coalesce(grade_after, '') || '|' || ${text('unpaid_before')} || '|' || ${text('unpaid_after')}, ';' ORDER BY as_of) FILTER (WHERE as_of >= ${from}) AS history,
    count(*) FILTER (WHERE as_of >= ${from}) AS rows_within
  FROM steps GROUP BY project_id
  HAVING rows_within > 0 OR state_from = '漏报'
)`;
}

/** Projects by what they were at the beginning, in the middle and at the end; `kind` always: never open in between (在管 at the end). */
const bandsSql = (ask: FlowAsk): string => `WITH ${livesCte(ask)}
SELECT 'account' AS kind, state_from, state_mid, state_to, state_to NOT IN ('无欠薪', '漏报') AND court_to IS NOT NULL AS court, CAST(count(*) AS INTEGER) AS n
FROM lives GROUP BY ALL
UNION ALL
SELECT 'always', '无欠薪', ${ask.mid === null ? 'NULL' : `'无欠薪'`}, '无欠薪', FALSE, CAST(count(*) AS INTEGER)
FROM projects WHERE ${MANAGED} AND ${predicate(ask.filters, ACCOUNT_FILTERS) ?? 'TRUE'} AND project_id NOT IN (SELECT project_id FROM lives) HAVING count(*) > 0
ORDER BY ALL`;

/** 在管 projects that were never open in between. */
const alwaysSql = (ask: FlowAsk): string => `WITH ${livesCte(ask)}
SELECT project_id, name, place_code, dept_code, invest_kind, leader AS leader_now FROM projects
WHERE ${MANAGED} AND ${predicate(ask.filters, ACCOUNT_FILTERS) ?? 'TRUE'} AND project_id NOT IN (SELECT project_id FROM lives) ORDER BY project_id LIMIT ${ACCOUNT_LIMIT}`;

/** Every project of the account: 漏报 first, then what is still open, then what was owed most. */
const moversSql = (ask: FlowAsk): string => `WITH ${livesCte(ask)}, listed AS (
  SELECT l.* EXCLUDE (due_open, due_money, rows_within), coalesce(p.name, a.name, l.project_id) AS name, coalesce(p.leader, l.leader) AS leader_now, p.closed_on, p.closing_evidence, p.court_stage, a.last_seen
  FROM lives l LEFT JOIN projects p ON p.project_id = l.project_id LEFT JOIN absent a ON a.project_id = l.project_id
)
SELECT *, (SELECT CAST(count(*) AS INTEGER) FROM listed) AS of_all
FROM listed
ORDER BY CASE state_to WHEN '漏报' THEN 0 WHEN '严重' THEN 1 WHEN '一般' THEN 2 ELSE 3 END, greatest(coalesce(unpaid_from, 0), coalesce(unpaid_to, 0)) DESC, project_id
LIMIT ${ACCOUNT_LIMIT}`;

/** Projects whose own steps do not lead to what the ledger of the end says: in projects or in 元. */
const offSql = (ask: FlowAsk): string => `WITH ${livesCte(ask)}, ledger AS (
  SELECT project_id, name, unpaid_wages FROM projects WHERE open AND ${predicate(ask.filters, ACCOUNT_FILTERS) ?? 'TRUE'}
)
SELECT coalesce(l.project_id, p.project_id) AS project_id, coalesce(p.name, n.name, l.project_id) AS name, coalesce(l.due_open, 0) AS due_open, CAST(p.project_id IS NOT NULL AS INTEGER) AS is_open,
  CAST(coalesce(l.due_money, 0) AS DECIMAL(18,2)) AS due_money, CAST(coalesce(p.unpaid_wages, 0) AS DECIMAL(18,2)) AS is_money
FROM lives l FULL JOIN ledger p ON p.project_id = l.project_id LEFT JOIN projects n ON n.project_id = l.project_id
WHERE coalesce(l.due_open, 0) <> CAST(p.project_id IS NOT NULL AS INTEGER) OR coalesce(l.due_money, 0) <> coalesce(p.unpaid_wages, 0)
ORDER BY project_id
LIMIT 200`;

/** Tables without which there is no account. */
export const FLOW_TABLES = ['flow', 'projects', 'absent'] as const;

/** Axes of the account. */
export const AXES = ['place', 'dept', 'invest'] as const satisfies readonly AccountAxis[];

/** `account`: the total, then every unit of every axis (`axis`). */
export type FlowQuestion = 'account' | 'weeks' | 'bands' | 'movers' | 'off' | 'always';

/** Everything 销号账 shows of the steps, as one batch. */
export function flowQuestions(ask: FlowAsk): Readonly<Record<FlowQuestion, Question>> {
  const { from, to, filters } = ask;
  const tables: readonly TableUse[] = ['flow', 'projects'];
  const lives: readonly TableUse[] = [...tables, 'absent'];
  return {
    account: { sql: accountSql({ from, to, filters, closing: 'projects', axes: AXES }), tables },
    weeks: { sql: weeksSql(ask), tables: ['flow'] }, bands: { sql: bandsSql(ask), tables: lives }, movers: { sql: moversSql(ask), tables: lives }, off: { sql: offSql(ask), tables: lives }, always: { sql: alwaysSql(ask), tables: lives },
  };
}

/** Derived columns compared beside those of the ledger; the others follow from these. */
const DERIVED = ['grade_now'];
/** Fields compared between two ledgers, in their order; those a meeting asks for come first. */
export const COMPARED: readonly string[] = [...new Set([
  'grade_now', 'unpaid_wages', 'unpaid_workers', 'leader', 'promised_on', 'note', 'court_stage', 'closed_on', 'closing_evidence', 'responsible', 'cause',
  ...TABLES.projects.columns.filter((c) => !c.derived || DERIVED.includes(c.name)).map((c) => c.name),
])].filter((name) => name !== 'project_id');
/** Name of the change that is being in the ledger at all. */
export const IN_LEDGER = 'in_ledger';

/** The two ledgers side by side: project by project, field by field, under the filters (as the project is at the end, or was when it left). */
export function netQuestions({ from, snapshot, filters }: { readonly from: string; readonly snapshot: string; readonly filters: FilterState }): Readonly<Record<'net' | 'fields' | 'changes' | 'pairs', Question>> {
  dateLiteral(from);
  const tables: readonly TableUse[] = ['projects', { table: 'projects', snapshot, as: 'from_projects' }];
  const unit = ['place_code', 'dept_code', 'invest_kind', 'stage'];
  const either = (c: string): string => `CASE WHEN n.project_id IS NULL THEN b.${c} ELSE n.${c} END AS ${c}`;
  const sides = COMPARED.flatMap((c) => [`b.${c} AS ${ident(`b_${c}`)}`, `n.${c} AS ${ident(`n_${c}`)}`]);
  const pair = `pair AS MATERIALIZED (SELECT * FROM (
  SELECT coalesce(n.project_id, b.project_id) AS project_id, ${unit.map(either).join(', ')}, b.project_id IS NOT NULL AS was_in, n.project_id IS NOT NULL AS is_in, coalesce(b.open, FALSE) AS was_open, coalesce(n.open, FALSE) AS is_open, ${sides.join(', ')}
  FROM from_projects b FULL JOIN projects n ON n.project_id = b.project_id
) WHERE ${predicate(filters, ACCOUNT_FILTERS) ?? 'TRUE'})`;
  const field = (c: string): string => `SELECT project_id, ${literal(c)} AS field, CAST(${ident(`b_${c}`)} AS VARCHAR) AS before, CAST(${ident(`n_${c}`)} AS VARCHAR) AS after FROM pair WHERE was_in AND is_in AND ${ident(`b_${c}`)} IS DISTINCT FROM ${ident(`n_${c}`)}`;
  const changed = `changed AS MATERIALIZED (${[`SELECT project_id, ${literal(IN_LEDGER)} AS field, CAST(was_in AS VARCHAR) AS before, CAST(is_in AS VARCHAR) AS after FROM pair WHERE was_in <> is_in`, ...COMPARED.map(field)].join('\nUNION ALL ')})`;
  const cte = `WITH ${pair}, ${changed}`;
  const both = (c: string): string => `${ident(`b_${c}`)} AS ${c}_from, ${ident(`n_${c}`)} AS ${c}_to`;
  return {
    net: {
      sql: `WITH ${pair} SELECT ${[countIf('was_open', 'opening'), countIf('is_open', 'closing'), countIf('is_open AND NOT was_open', 'entered'), countIf('was_open AND NOT is_open', 'gone'), countIf('was_open AND is_open', 'stayed'), countIf('was_open AND NOT is_in', 'missing')].join(', ')},
  ${yuanIf('b_unpaid_wages', 'was_open', 'money_opening')}, ${yuanIf('n_unpaid_wages', 'is_open', 'money_closing')} FROM pair`, tables,
    },
    fields: { sql: `${cte} SELECT field, CAST(count(*) AS INTEGER) AS n FROM changed GROUP BY field ORDER BY field`, tables },
    changes: { sql: `${cte} SELECT project_id, field, before, after FROM changed ORDER BY project_id, field LIMIT ${CHANGE_LIMIT}`, tables },
    pairs: {
      sql: `${cte} SELECT project_id, place_code, dept_code, coalesce(n_name, b_name) AS name, coalesce(n_leader, b_leader) AS leader_now, was_open, is_open, ${['grade_now', 'unpaid_wages', 'unpaid_workers'].map(both).join(', ')}, n_court_stage AS court_stage, n_closed_on AS closed_on, n_closing_evidence AS closing_evidence
FROM pair WHERE project_id IN (SELECT project_id FROM changed) ORDER BY project_id LIMIT ${ACCOUNT_LIMIT}`, tables,
    },
  };
}
