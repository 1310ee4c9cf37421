import type { FilterState } from '../model/filters.ts';
import { indicatorOf, type Scope } from '../model/indicators.ts';
import type { Question } from './ask.ts';
import { predicate } from './predicate.ts';
import { recordsQuestion } from './records.ts';
import { dateLiteral, literal } from './sql.ts';

/** Units that report and are assessed: two axes, never mixed. `filter` is the one that acts on the axis. */
export const RETURN_AXES = { place: { name: '属地', filter: 'area', column: 'place_code' }, dept: { name: '主管部门', filter: 'dept', column: 'dept_code' } } as const;
export type ReturnAxis = keyof typeof RETURN_AXES;

/** Periods a unit's history goes back. */
const HISTORY = 12;

/** The tab's state as far as its numbers depend on it. */
export interface ReturnsAsk {
  readonly asOf: string;
  /** 周报 · 日报 · 零报告; null: all. */
  readonly kind: string | null;
  /** null, or one there is none of: the last that was due. */
  readonly period: string | null;
  /** First day of the month assessed; null, or one there is none of: the last one. */
  readonly month: string | null;
  readonly filters: FilterState;
  readonly scope: Scope;
  readonly tables: ReadonlySet<string>;
}

/** Returns with the columns the catalogue's definition and the filters name; every period counts as the last one due. */
const RETURNS = `(SELECT *, CASE WHEN axis = '属地' THEN unit_code END AS place_code, CASE WHEN axis = '主管部门' THEN unit_code END AS dept_code, due_on AS last_due FROM returns)`;
const UNITS = (table: string): string => `(SELECT *, CASE WHEN axis = '属地' THEN unit_code END AS place_code, CASE WHEN axis = '主管部门' THEN unit_code END AS dept_code FROM ${table})`;

/** 属地 narrows places only, 主管部门 departments only. */
function narrowed(filters: FilterState): string {
  const [area, dept] = [predicate(filters, ['area']), predicate(filters, ['dept'])];
  return `(axis = '属地' AND ${area ?? 'TRUE'} OR axis = '主管部门' AND ${dept ?? 'TRUE'})`;
}
const ofKind = (kind: string | null): string => (kind === null ? 'TRUE' : `kind = ${literal(kind)}`);

/** Status of a return on the day. */
const SENT = (asOf: string): string => `received_on <= ${asOf}`;
const LATE = (asOf: string): string => `${SENT(asOf)} AND received_on > due_on`;
const MISSING = (asOf: string): string => `due_on <= ${asOf} AND (received_on IS NULL OR received_on > ${asOf})`;

const chosenPeriod = ({ asOf, kind, period }: Pick<ReturnsAsk, 'asOf' | 'kind' | 'period'>): string =>
  `(SELECT period FROM returns WHERE ${ofKind(kind)} AND (due_on <= ${dateLiteral(asOf)} OR period = ${literal(period)}) ORDER BY coalesce(period = ${literal(period)}, FALSE) DESC, due_on DESC, period DESC LIMIT 1)`;
const chosenMonth = ({ asOf, month }: Pick<ReturnsAsk, 'asOf' | 'month'>): string =>
  `(SELECT month FROM assessments WHERE month <= ${dateLiteral(asOf)} ORDER BY coalesce(month = ${month === null ? 'NULL' : dateLiteral(month)}, FALSE) DESC, month DESC LIMIT 1)`;

const count = (condition: string, name: string): string => `CAST(count(*) FILTER (WHERE ${condition}) AS INTEGER) AS ${name}`;

function totalsSql(ask: ReturnsAsk): string {
  const rate = indicatorOf('returns_rate');
  const day = dateLiteral(ask.asOf);
  const sum = (part: 'n' | 'd'): string => `CAST(coalesce(sum(${rate[part].map((p) => p.sql(ask.scope)).join(' + ')}), 0) AS BIGINT) AS returns_rate_${part}`;
  return `SELECT axis, ${sum('n')}, ${sum('d')}, ${count(SENT(day), 'sent')}, ${count(LATE(day), 'late')}, ${count(MISSING(day), 'missing')}, CAST(sum(rows_due) AS BIGINT) AS rows_due, CAST(sum(rows_in) AS BIGINT) AS rows_in
FROM ${RETURNS}
WHERE period = ${chosenPeriod(ask)} AND ${ofKind(ask.kind)} AND ${narrowed(ask.filters)}
GROUP BY axis
ORDER BY axis`;
}

/** Per unit and period: what was due, on time, late (most days), missing; the newest periods first. */
const historySql = (ask: ReturnsAsk): string => {
  const day = dateLiteral(ask.asOf);
  return `SELECT axis, unit_code, period, max(due_on) AS due_on, CAST(count(*) AS INTEGER) AS due, ${count(`${SENT(day)} AND received_on <= due_on`, 'on_time')}, ${count(LATE(day), 'late')}, ${count(MISSING(day), 'missing')},
  CAST(max(CASE WHEN ${LATE(day)} THEN received_on - due_on END) AS INTEGER) AS late_days, CAST(sum(rows_due) AS BIGINT) AS rows_due, CAST(sum(rows_in) AS BIGINT) AS rows_in
FROM ${RETURNS}
WHERE ${ofKind(ask.kind)} AND ${narrowed(ask.filters)} AND period IN (SELECT period FROM returns WHERE ${ofKind(ask.kind)} AND due_on <= ${day} GROUP BY period ORDER BY max(due_on) DESC, period DESC LIMIT ${HISTORY})
GROUP BY axis, unit_code, period
ORDER BY axis, unit_code, due_on, period`;
};

export type ReturnsQuestion = 'kinds' | 'periods' | 'grid' | 'totals' | 'history' | 'months' | 'points';

/** Everything the tab shows, as one batch. A question whose table the snapshot lacks is left out: 未导入. */
export function returnsQuestions(ask: ReturnsAsk): Readonly<Partial<Record<ReturnsQuestion, Question>>> {
  const where = narrowed(ask.filters);
  return {
    ...(ask.tables.has('returns') ? {
      kinds: { sql: 'SELECT kind, CAST(count(*) AS INTEGER) AS n FROM returns GROUP BY kind ORDER BY kind', tables: ['returns'] },
      periods: { sql: `SELECT period, max(due_on) AS due_on, period = ${chosenPeriod(ask)} AS chosen\nFROM returns\nWHERE ${ofKind(ask.kind)}\nGROUP BY period\nORDER BY due_on DESC, period DESC\nLIMIT 200`, tables: ['returns'] },
      grid: {
        sql: `SELECT axis, unit_code, table_name, kind, period, due_on, received_on, rows_due, rows_in\nFROM ${RETURNS}\nWHERE period = ${chosenPeriod(ask)} AND ${ofKind(ask.kind)} AND ${where}\nORDER BY axis, unit_code, table_name, kind`, tables: ['returns'],
      },
      totals: { sql: totalsSql(ask), tables: ['returns'] },
      history: { sql: historySql(ask), tables: ['returns'] },
    } : {}),
    ...(ask.tables.has('assessments') ? {
      months: { sql: `SELECT month, month = ${chosenMonth(ask)} AS chosen\nFROM assessments\nGROUP BY month\nORDER BY month DESC`, tables: ['assessments'] },
      points: { sql: `SELECT axis, unit_code, item, points_full, points, reason\nFROM ${UNITS('assessments')}\nWHERE month = ${chosenMonth(ask)} AND ${where}\nORDER BY axis, unit_code, item`, tables: ['assessments'] },
    } : {}),
  };
}

/** Lists of the tab: a unit's returns or points over all periods; an axis' returns of the period by what became of them. */
export const RETURN_LISTS = ['history', 'due', 'on_time', 'late', 'missing', 'points'] as const;
export type ReturnList = (typeof RETURN_LISTS)[number];
export const RETURN_COLUMNS = ['unit_code', 'table_name', 'kind', 'period', 'due_on', 'received_on', 'rows_due', 'rows_in'] as const;
export const POINT_COLUMNS = ['unit_code', 'month', 'item', 'points_full', 'points', 'reason'] as const;

export function returnsList(ask: ReturnsAsk, list: ReturnList, axis: ReturnAxis, unit: string | null): Question {
  const day = dateLiteral(ask.asOf);
  const own = [`axis = ${literal(RETURN_AXES[axis].name)}`, unit === null ? null : `unit_code = ${literal(unit)}`, narrowed(ask.filters)];
  if (list === 'points') return recordsQuestion({ relation: UNITS('assessments'), columns: ['axis', ...POINT_COLUMNS], counted: '1', where: own, order: 'month DESC, unit_code, item', tables: ['assessments'] });
  const rate = indicatorOf('returns_rate');
  const counted = { history: '1', due: rate.d[0]!.sql(ask.scope), on_time: rate.n[0]!.sql(ask.scope), late: `CASE WHEN ${LATE(day)} THEN 1 ELSE 0 END`, missing: `CASE WHEN ${MISSING(day)} THEN 1 ELSE 0 END` }[list];
  const where = [...own, ofKind(ask.kind), list === 'history' ? null : `period = ${chosenPeriod(ask)}`];
  return recordsQuestion({ relation: RETURNS, columns: ['axis', ...RETURN_COLUMNS], counted, where, order: 'due_on DESC, received_on IS NOT NULL, unit_code, table_name, kind', tables: ['returns'] });
}
