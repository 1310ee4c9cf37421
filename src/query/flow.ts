import { DIMENSIONS, type DimensionId } from '../model/dimensions.ts';
import type { FilterState } from '../model/filters.ts';
import { predicate } from './predicate.ts';
import { dateLiteral } from './sql.ts';

/** Events after which the project is open at the step's end. */
const OPEN_AFTER = `event IN ('期初', '新增', '反弹', '找回', '延续')`;

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

/** What the account is asked for; `by` splits it, filters narrow it (grade not: it changes inside the account). */
export interface AccountAsk {
  readonly from: string;
  readonly to: string;
  readonly by?: Extract<DimensionId, 'place' | 'dept' | 'invest'>;
  readonly filters?: FilterState;
}

/**
 * 销号账 from `from` to `to` (both published days) as the sum of its steps: opening, one count per ACCOUNT_TERMS, upgrades, downgrades, closing, and the
 * same in 元 (`money_…`). One row, or one per group. Balances by construction of the steps; the page still checks it.
 */
export function accountSql({ from, to, by, filters = {} }: AccountAsk): string {
  const where = predicate(filters, ['area', 'dept', 'inv', 'stage']) ?? 'TRUE';
  const group = by ? DIMENSIONS[by].column : null;
  const within = `as_of > ${dateLiteral(from)} AND as_of <= ${dateLiteral(to)}`;
  const at = (day: string) => `as_of = ${dateLiteral(day)} AND ${OPEN_AFTER}`;
  const n = (condition: string, name: string) => `CAST(count(*) FILTER (WHERE ${condition}) AS BIGINT) AS ${name}`;
  const yuan = (value: string, condition: string, name: string) => `CAST(coalesce(sum(coalesce(${value}, 0)) FILTER (WHERE ${condition}), 0) AS DECIMAL(18,2)) AS ${name}`;
  const change = 'coalesce(unpaid_after, 0) - coalesce(unpaid_before, 0)';
  const stayed = `${within} AND event = '延续'`;
  const columns = [
    n(at(from), 'opening'),
    n(`${within} AND event = '新增'`, 'added'), n(`${within} AND event = '反弹'`, 'reopened'), n(`${within} AND event = '找回'`, 'found'),
    n(`${within} AND event = '销号'`, 'closed'), n(`${within} AND event = '漏报'`, 'lost'),
    n(`${within} AND grade_before = '一般' AND grade_after = '严重'`, 'upgraded'), n(`${within} AND grade_before = '严重' AND grade_after = '一般'`, 'downgraded'),
    n(at(to), 'closing'),
    yuan('unpaid_after', at(from), 'money_opening'),
    yuan('unpaid_after', `${within} AND event = '新增'`, 'money_added'), yuan('unpaid_after', `${within} AND event = '反弹'`, 'money_reopened'), yuan('unpaid_after', `${within} AND event = '找回'`, 'money_found'),
    yuan(change, `${stayed} AND ${change} > 0`, 'money_grown'), yuan(`-(${change})`, `${stayed} AND ${change} < 0`, 'money_part_paid'),
    yuan('unpaid_before', `${within} AND event = '销号'`, 'money_closed'), yuan('unpaid_before', `${within} AND event = '漏报'`, 'money_lost'),
    yuan('unpaid_after', at(to), 'money_closing'),
  ];
  return `SELECT ${[...(group ? [group] : []), ...columns].join(',\n  ')}\nFROM flow\nWHERE ${where}${group ? `\nGROUP BY ${group}\nORDER BY ${group} NULLS LAST` : ''}`;
}
