import { DIMENSIONS, type DimensionId } from '../model/dimensions.ts';
import type { FilterId, FilterState } from '../model/filters.ts';
import { predicate } from './predicate.ts';
import { dateLiteral, literal } from './sql.ts';

/** Events after which the project is open at the step's end. */
export const OPEN_AFTER = `event IN ('期初', '新增', '反弹', '找回', '延续')`;
/** Events of projects that were open at the step's beginning. */
export const OPEN_BEFORE = `event IN ('延续', '销号', '漏报')`;

/** The step to `asOf` from `projects`, `prev_projects`, `prev_absent` (all with derived columns): rows of table `flow`. First snapshot: 期初. */
export function stepSql(asOf: string, hasPrevious: boolean): string {
  const day = dateLiteral(asOf);
  const after = 'p.grade_now AS grade_after, p.unpaid_wages AS unpaid_after, p.unpaid_workers AS workers_after';
  const dimensions = (t: string) => ['place_code', 'dept_code', 'invest_kind', 'stage', 'leader'].map((c) => `${t}.${c}`).join(', ');
  if (!hasPrevious) {
    return `SELECT ${day} AS as_of, p.project_id, '期初' AS event, ${dimensions('p')}, NULL::VARCHAR AS grade_before, p.grade_now AS grade_after,
      NULL::DECIMAL(18,2) AS unpaid_before, p.unpaid_wages AS unpaid_after, NULL::INTEGER AS workers_before, p.unpaid_workers AS workers_after, p.promised_on, p.court_stage
    FROM projects p WHERE p.open`;
  }
  const before = `CASE WHEN b.open OR a.open THEN coalesce(b.grade_now, a.grade_now) END AS grade_before,
      CASE WHEN b.open OR a.open THEN coalesce(b.unpaid_wages, a.unpaid_wages) END AS unpaid_before, CASE WHEN b.open OR a.open THEN coalesce(b.unpaid_workers, a.unpaid_workers) END AS workers_before`;
  return `SELECT ${day} AS as_of, p.project_id,
      CASE WHEN p.open AND b.open THEN '延续' WHEN p.open AND a.open THEN '找回' WHEN p.open AND coalesce(b.closings, a.closings, 0) > 0 THEN '反弹' WHEN p.open THEN '新增' ELSE '销号' END AS event,
      ${dimensions('p')}, ${before}, ${after}, p.promised_on, p.court_stage
    FROM projects p LEFT JOIN prev_projects b USING (project_id) LEFT JOIN prev_absent a USING (project_id)
    WHERE p.open OR b.open
  UNION ALL BY NAME
  SELECT ${day} AS as_of, b.project_id, '漏报' AS event, ${dimensions('b')}, b.grade_now AS grade_before, b.unpaid_wages AS unpaid_before, b.unpaid_workers AS workers_before, b.promised_on, b.court_stage
    FROM prev_projects b ANTI JOIN projects p USING (project_id) WHERE b.open`;
}

/** What an account can be split by. */
export type AccountAxis = Extract<DimensionId, 'place' | 'dept' | 'invest'>;

/** What the account is asked for; `by` splits it, filters narrow it (grade not: it changes inside the account). */
export interface AccountAsk {
  readonly from: string;
  readonly to: string;
  readonly by?: AccountAxis;
  /** The total (`axis` NULL, first) and every group of these axes, in one answer: planning it costs no more than one of them alone. */
  readonly axes?: readonly AccountAxis[];
  readonly filters?: FilterState;
  /** `projects`: 期末 is counted in the ledger of `to` itself, which must be the snapshot asked; default: in the steps. */
  readonly closing?: 'projects';
}

const UNIT = ['place_code', 'dept_code', 'invest_kind', 'stage', 'leader'] as const;
/** Filters of the account: 隐患等级 changes inside it and does not act. */
export const ACCOUNT_FILTERS = ['area', 'dept', 'inv', 'stage'] as const satisfies readonly FilterId[];

/**
 * CTEs `member` (every project of the account with the place, department, investment kind and stage it has at its last step up to `to`, under the filters) and `steps` (all its rows
 * up to `to`). One belonging for the whole account: a project that changes hands in between would otherwise leave one unit and enter another without a step.
 */
export function stepsCte({ to, filters = {} }: Pick<AccountAsk, 'to' | 'filters'>): string {
  const until = `as_of <= ${dateLiteral(to)}`;
  return `member AS (
  SELECT d.project_id, ${UNIT.map((c) => `d.${c}`).join(', ')}
  FROM flow d JOIN (SELECT project_id, max(as_of) AS last_on FROM flow WHERE ${until} GROUP BY project_id) l ON l.project_id = d.project_id AND l.last_on = d.as_of
  WHERE ${predicate(filters, ACCOUNT_FILTERS) ?? 'TRUE'}
), steps AS (
  SELECT m.*, f.as_of, f.event, f.grade_before, f.grade_after, f.unpaid_before, f.unpaid_after, f.workers_before, f.workers_after, f.court_stage
  FROM flow f JOIN member m ON m.project_id = f.project_id WHERE f.${until}
)`;
}

/** The ledger of `to` as rows of event 期末, under the filters. */
const ledgerRows = (to: string, filters: FilterState): string => `SELECT project_id, ${UNIT.join(', ')}, ${dateLiteral(to)} AS as_of, '期末' AS event, grade_now AS grade_after, unpaid_wages AS unpaid_after
  FROM projects WHERE open AND ${predicate(filters, ACCOUNT_FILTERS) ?? 'TRUE'}`;

/** `count(*)` and a sum of 元, where a condition holds. */
export const countIf = (condition: string, name: string): string => `CAST(count(*) FILTER (WHERE ${condition}) AS BIGINT) AS ${name}`;
export const yuanIf = (value: string, condition: string, name: string): string => `CAST(coalesce(sum(coalesce(${value}, 0)) FILTER (WHERE ${condition}), 0) AS DECIMAL(18,2)) AS ${name}`;
/** 增欠 (positive) or 部分清偿 (negative) of a project open at both ends of a step. */
export const CHANGE = 'coalesce(unpaid_after, 0) - coalesce(unpaid_before, 0)';
const UPGRADED = `grade_before = '一般' AND grade_after = '严重'`;
const DOWNGRADED = `grade_before = '严重' AND grade_after = '一般'`;

/**
 * 销号账 from `from` to `to` (both published days) as the sum of its steps: opening, one count per term, upgrades, downgrades, closing, and the
 * same in 元 (`money_…`). One row, or one per group. Balances by construction of the steps; the page still checks it.
 */
export function accountSql({ from, to, by, axes = [], filters = {}, closing }: AccountAsk): string {
  const groups = (by ? [by] : axes).map((axis) => DIMENSIONS[axis].column);
  const axis = axes.length > 0 ? [`CASE ${axes.map((a, i) => `WHEN grouping(${groups[i]}) = 0 THEN ${literal(a)}`).join(' ')} END AS axis`] : [];
  const order = [...(axes.length > 0 ? ['axis NULLS FIRST'] : []), ...groups.map((group) => `${group} NULLS LAST`)];
  const grouped = groups.length === 0 ? '' : `\nGROUP BY GROUPING SETS (${[...(by ? [] : ['']), ...groups].map((group) => `(${group})`).join(', ')})\nORDER BY ${order.join(', ')}`;
  const within = `as_of > ${dateLiteral(from)} AND as_of <= ${dateLiteral(to)}`;
  const opening = `as_of = ${dateLiteral(from)} AND ${OPEN_AFTER}`;
  const end = closing ? `event = '期末'` : `as_of = ${dateLiteral(to)} AND ${OPEN_AFTER}`;
  const stayed = `${within} AND event = '延续'`;
  const columns = [
    countIf(opening, 'opening'),
    countIf(`${within} AND event = '新增'`, 'added'), countIf(`${within} AND event = '反弹'`, 'reopened'), countIf(`${within} AND event = '找回'`, 'found'),
    countIf(`${within} AND event = '销号'`, 'closed'), countIf(`${within} AND event = '漏报'`, 'lost'),
    countIf(`${within} AND ${UPGRADED}`, 'upgraded'), countIf(`${within} AND ${DOWNGRADED}`, 'downgraded'),
    countIf(end, 'closing'),
    yuanIf('unpaid_after', opening, 'money_opening'),
    yuanIf('unpaid_after', `${within} AND event = '新增'`, 'money_added'), yuanIf('unpaid_after', `${within} AND event = '反弹'`, 'money_reopened'), yuanIf('unpaid_after', `${within} AND event = '找回'`, 'money_found'),
    yuanIf(CHANGE, `${stayed} AND ${CHANGE} > 0`, 'money_grown'), yuanIf(`-(${CHANGE})`, `${stayed} AND ${CHANGE} < 0`, 'money_part_paid'),
    yuanIf('unpaid_before', `${within} AND event = '销号'`, 'money_closed'), yuanIf('unpaid_before', `${within} AND event = '漏报'`, 'money_lost'),
    yuanIf('unpaid_after', end, 'money_closing'),
  ];
  const rows = closing ? `(SELECT * FROM steps UNION ALL BY NAME ${ledgerRows(to, filters)})` : 'steps';
  return `WITH ${stepsCte({ to, filters })}\nSELECT ${[...axis, ...groups, ...columns].join(',\n  ')}\nFROM ${rows}${grouped}`;
}
