import { COMPLIANCE_ITEMS, ITEM_IDS, type ComplianceItem } from '../model/compliance.ts';
import { partsOf } from '../model/cube.ts';
import { FILTER_IDS, type FilterState } from '../model/filters.ts';
import type { Indicator } from '../model/indicator.ts';
import { indicatorOf } from '../model/indicators.ts';
import { MANAGED } from '../model/indicators/risk.ts';
import type { Rules } from '../model/rules.ts';
import { projects } from '../model/tables/projects.ts';
import type { Question } from './ask.ts';
import { cubeWeeksSql } from './cube-route.ts';
import { predicate } from './predicate.ts';
import { dateLiteral, ident, inList, literal } from './sql.ts';

export const ITEMS = Object.keys(COMPLIANCE_ITEMS) as readonly ComplianceItem[];

/** What a cell counts: 落实数 of 应落实数 (sys_), or projects where all of it is done (sysp_). */
export const MEASURES = ['done', 'projects'] as const;
export type Measure = (typeof MEASURES)[number];

export const itemIndicator = (item: ComplianceItem, measure: Measure): Indicator => indicatorOf(`${measure === 'done' ? 'sys' : 'sysp'}_${ITEM_IDS[item]}`);

const INDICATORS = MEASURES.flatMap((measure) => ITEMS.map((item) => itemIndicator(item, measure)));
const where = (filters: FilterState): string => predicate(filters, FILTER_IDS) ?? 'TRUE';

/** Axes of the matrix; each project counts once on either, so the two are never added. */
export const AXES = ['place', 'dept'] as const;
export type Axis = (typeof AXES)[number];
const COLUMN = { place: 'place_code', dept: 'dept_code' } as const;

/** What the tab's one batch depends on. `compare`: day of the snapshot compared with. */
export interface SystemsAsk {
  readonly asOf: string;
  readonly compare: string | null;
  readonly filters: FilterState;
  readonly tables: ReadonlySet<string>;
}

/**
 * Every item by 属地, by 主管部门 and for the county, now and at the comparison, in one scan: totals are sums of the same cells, never means of rates. `level`: 属地, 主管部门 or 合计.
 * A unit without 在管项目 has `projects_n` 0 or no row.
 */
function unitsSql({ asOf, compare, filters }: SystemsAsk): string {
  const days = [asOf, ...(compare === null ? [] : [compare])].map(dateLiteral).join(', ');
  const sums = [indicatorOf('projects'), ...INDICATORS].flatMap(partsOf).map(({ column, type }) => `CAST(sum(${column}) AS ${type}) AS ${column}`);
  return `SELECT as_of, CASE grouping(place_code, dept_code) WHEN 1 THEN 'place' WHEN 2 THEN 'dept' ELSE 'all' END AS level, place_code, dept_code, ${sums.join(', ')}
FROM cube
WHERE as_of IN (${days}) AND ${where(filters)}
GROUP BY GROUPING SETS ((as_of, place_code), (as_of, dept_code), (as_of))
ORDER BY as_of, level, place_code NULLS LAST, dept_code NULLS LAST`;
}

/** The rule on 保证金 against the contract (domain §5: 2 %); null: the county switched it off. */
export interface DepositRule {
  readonly name: string;
  readonly article: string;
  readonly of: string;
  readonly percent: number;
  /** Forms it does not judge (减免). */
  readonly except: readonly string[];
}
export function depositRule(rules: Pick<Rules, 'warnings'>): DepositRule | null {
  for (const rule of rules.warnings) {
    if (rule.enabled && rule.test === 'share_below' && rule.params.amount === 'deposit_amount') {
      return { name: rule.name, article: rule.article, of: rule.params.of, percent: rule.params.below_percent, except: rule.params.except };
    }
  }
  return null;
}

/** 保证金形式 in catalogue order, then an amount whose form is not stated, then none at all. */
const DEPOSIT_FORMS = Object.keys(projects.columns.find((c) => c.name === 'deposit_form')!.values!);
export const DEPOSIT_KINDS = [...DEPOSIT_FORMS, 'unstated', 'none'] as const;
const KIND = `coalesce(deposit_form, CASE WHEN deposit_amount > 0 THEN 'unstated' ELSE 'none' END)`;

const judged = ({ of, except }: DepositRule): string => `${ident(of)} > 0 AND deposit_amount IS NOT NULL${except.length > 0 ? ` AND (deposit_form IS NULL OR NOT ${inList('deposit_form', except)})` : ''}`;
const short = (rule: DepositRule): string => `${judged(rule)} AND deposit_amount * 100 < ${ident(rule.of)} * ${literal(rule.percent)}`;

/**
 * 在管项目 by form of 保证金 and in all (`kind` NULL): how many, the amount and how many state one, deposit_n ÷ deposit_d 元 over projects that state both deposit and contract, and how many of
 * those judged stay below the rule.
 */
function depositsSql({ filters }: SystemsAsk, rule: DepositRule | null): string {
  const of = ident(rule?.of ?? 'contract_amount');
  const both = `deposit_amount IS NOT NULL AND ${of} > 0`;
  const count = (condition: string, name: string): string => `CAST(count(*) FILTER (WHERE ${condition}) AS INTEGER) AS ${name}`;
  const yuan = (column: string, condition: string, name: string): string => `CAST(sum(${column}) FILTER (WHERE ${condition}) AS DECIMAL(18,2)) AS ${name}`;
  const columns = [
    count('TRUE', 'projects'), count('deposit_amount IS NOT NULL', 'stated'), yuan('deposit_amount', 'TRUE', 'amount'), yuan('deposit_amount', both, 'deposit_n'), yuan(of, both, 'deposit_d'),
    rule ? count(short(rule), 'short_n') : 'NULL::INTEGER AS short_n', rule ? count(judged(rule), 'short_d') : 'NULL::INTEGER AS short_d',
  ];
  return `SELECT kind, ${columns.join(', ')}
FROM (SELECT *, ${KIND} AS kind FROM projects WHERE ${MANAGED} AND ${where(filters)})
GROUP BY GROUPING SETS ((kind), ())
ORDER BY kind NULLS LAST`;
}

/** Questions of the tab; without `compliance` the matrix is 未导入 and the deposits stay. */
export function systemsQuestions(ask: SystemsAsk, rule: DepositRule | null): Partial<Record<'units' | 'weeks' | 'deposits', Question>> {
  const imported = ask.tables.has('compliance');
  return {
    ...(imported ? { units: { sql: unitsSql(ask), tables: ['cube'] }, weeks: { sql: cubeWeeksSql(INDICATORS, { by: [], filters: ask.filters, days: null }), tables: ['cube'] } } : {}),
    deposits: { sql: depositsSql(ask, rule), tables: ['projects'] },
  };
}

/** Most rows of a list; `of_all` says how many there are. */
const LACK_LIMIT = 5_000;

/** The first rows of a list with `of_all`; no window function (DuckDB 1.4.3 on two threads). */
const listed = (rows: string, order: string): string => `WITH listed AS MATERIALIZED (${rows})
SELECT *, (SELECT CAST(count(*) AS INTEGER) FROM listed) AS of_all FROM listed ORDER BY ${order} LIMIT ${LACK_LIMIT}`;

/** Which cell: items of a set or one (at least one), one unit (null: 未填) or, without `unit`, the county. */
export interface LackAsk {
  readonly items: readonly ComplianceItem[];
  readonly unit?: { readonly axis: Axis; readonly code: string | null };
  readonly filters: FilterState;
}

/** Projects that lack an item: the rows that make d − n of the cell, whatever it counts, the largest gap first. What was not collected lacks nothing. */
export function lackQuestion({ items, unit, filters }: LackAsk): Question {
  const rank = `CASE c.item ${items.map((item, i) => `WHEN ${literal(item)} THEN ${i}`).join(' ')} END`;
  const sql = listed(`SELECT c.project_id, p.name, p.place_code, p.dept_code, c.item, c.done, c.total, c.evidence, p.contractor, p.leader, ${rank} AS item_order
FROM compliance c LEFT JOIN projects p USING (project_id)
WHERE ${inList('c.item', items)!} AND c.total > 0 AND c.done < c.total AND ${unit ? inList(`p.${COLUMN[unit.axis]}`, [unit.code])! : 'TRUE'} AND ${where(filters)}`,
  'item_order, total - done DESC, project_id');
  return { sql, tables: ['compliance', 'projects'] };
}

/** Which projects of the deposit table: those of a kind, those below the rule, or all of them. */
export type DepositList = (typeof DEPOSIT_KINDS)[number] | 'short' | 'all';

/** 在管项目 behind a row of the deposit table, the smallest share of the contract first. */
export function depositListQuestion(list: DepositList, filters: FilterState, rule: DepositRule | null): Question {
  const which = list === 'all' ? 'TRUE' : list === 'short' ? (rule ? short(rule) : 'FALSE') : `${KIND} = ${literal(list)}`;
  const sql = listed(`SELECT project_id, name, place_code, dept_code, deposit_form, deposit_amount, ${ident(rule?.of ?? 'contract_amount')} AS base, contractor, leader
FROM projects WHERE ${MANAGED} AND ${which} AND ${where(filters)}`, 'deposit_amount / nullif(base, 0) NULLS FIRST, project_id');
  return { sql, tables: ['projects'] };
}
