import type { Fact } from '../model/indicator.ts';
import type { Indicator, Part, Scope } from '../model/indicators.ts';
import type { FilterState } from '../model/filters.ts';
import { LEVELS } from '../model/tables/computed.ts';
import type { Question } from './ask.ts';
import { FACTS } from './facts.ts';
import { predicate } from './predicate.ts';
import { literal } from './sql.ts';

/** Most rows of a list; `of_all` and `sum_of_all` speak of all of them. */
export const PROOF_LIMIT = 5_000;

/** A column of a list: its name in the answer and the table of the catalogue that has its heading. */
export interface ListColumn {
  readonly key: string;
  readonly table: string;
}

interface FactList {
  /** SQL expressions over `f` (the fact) and `p` (its project), by the name of the catalogue's column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Table that has the headings of those columns; columns of `projects` keep theirs. */
  readonly table: string;
  /** Expressions that order the list, over the answer's columns. */
  readonly order: string;
  /** The fact names a project that is looked up for its name. */
  readonly joins: boolean;
}

const NAMED = { name: 'p.name', place_code: 'f.place_code', dept_code: 'f.dept_code' } as const;
const own = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((n) => [n, `f.${n}`]));
const whens = (values: readonly string[]): string => values.map((v, i) => `WHEN ${literal(v)} THEN ${i}`).join(' ');
const PROJECT_COLUMNS = own('name', 'place_code', 'dept_code', 'grade_now', 'unpaid_wages', 'unpaid_workers', 'leader');
const projectList: FactList = {
  columns: { ...own('project_id'), ...PROJECT_COLUMNS }, table: 'projects', joins: false,
  order: `CASE grade_now ${whens(['严重', '一般'])} ELSE 2 END, unpaid_wages DESC NULLS LAST, project_id`,
};

const LISTS: Readonly<Record<Exclude<Fact, 'calendar'>, FactList>> = {
  projects: projectList,
  warned: projectList,
  absent: projectList,
  accounts: { ...projectList, columns: { ...projectList.columns, account_balance: 'f.account_balance' } },
  cases: { table: 'cases', joins: true, columns: { ...own('case_id'), ...NAMED, ...own('channel', 'received_on', 'due_on', 'closed_on', 'workers', 'amount') }, order: 'closed_on IS NOT NULL, due_on NULLS LAST, case_id' },
  payments: { table: 'payments', joins: true, columns: { ...own('payment_id'), ...NAMED, ...own('source', 'paid_on', 'amount', 'workers', 'plan_due_on', 'plan_amount') }, order: 'amount DESC NULLS LAST, payment_id' },
  compliance: { table: 'compliance', joins: true, columns: { ...own('project_id'), ...NAMED, ...own('item', 'done', 'total') }, order: 'coalesce(done, 0) >= total, project_id, item' },
  actions: { table: 'actions', joins: true, columns: { ...own('action_id'), ...NAMED, ...own('kind', 'content', 'unit', 'responsible', 'meeting_on', 'due_on', 'done_on', 'result') }, order: 'done_on IS NOT NULL, due_on NULLS LAST, action_id' },
  returns: { table: 'returns', joins: false, columns: own('axis', 'unit_code', 'place_code', 'dept_code', 'table_name', 'kind', 'period', 'due_on', 'received_on', 'rows_due', 'rows_in'), order: 'received_on IS NOT NULL, axis, unit_code, table_name, kind, period' },
  inspections: { table: 'inspections', joins: false, columns: own('inspected_on', 'employers', 'unlawful', 'workers'), order: 'inspected_on DESC, employers, workers' },
  events: { table: 'events', joins: true, columns: { ...own('event_id'), ...NAMED, ...own('kind', 'happened_on', 'people', 'result') }, order: 'happened_on DESC, event_id' },
  warnings: {
    table: 'warnings', joins: true, columns: { ...own('project_id'), ...NAMED, ...own('level', 'rule_id', 'text', 'since', 'due_on') },
    order: `CASE level ${whens(Object.keys(LEVELS))} END, due_on NULLS LAST, project_id, rule_id`,
  },
  flow: { table: 'flow', joins: true, columns: { ...own('project_id'), ...NAMED, ...own('as_of', 'event', 'grade_before', 'grade_after', 'unpaid_before', 'unpaid_after') }, order: 'as_of, event, project_id' },
};

const isListed = (fact: Fact): fact is keyof typeof LISTS => fact !== 'calendar';
const of = (part: Part): FactList | null => (isListed(part.fact) ? LISTS[part.fact] : null);
const IN_PROJECTS = new Set([...Object.keys(projectList.columns), 'account_balance']);

/** Which list: the rows behind `n` or `d` of an indicator, under filters. */
export interface ListAsk {
  readonly indicator: Indicator;
  readonly part: 'n' | 'd';
  readonly filters: FilterState;
  readonly scope: Scope;
  readonly tables: ReadonlySet<string>;
}

/** Parts that can be listed; 缺席项目 is no table of the first snapshot and adds nothing then. */
const partsOf = ({ indicator, part, tables }: ListAsk): readonly Part[] => indicator[part].filter((p) => p.fact !== 'absent' || tables.has('absent'));

/** Columns of a list, in order, without the ids that only tell rows apart; [] where there is no list. */
export function listColumns(ask: ListAsk): readonly ListColumn[] {
  const lists = partsOf(ask).flatMap((p) => of(p) ?? []);
  const keys = [...new Set(lists.flatMap((l) => Object.keys(l.columns)))];
  return keys.map((key) => ({ key, table: IN_PROJECTS.has(key) ? 'projects' : lists.find((l) => key in l.columns)!.table }));
}

/**
 * The rows of the fact for which the part is not zero, with `counted` (what the row adds to it), `of_all` (all rows) and `sum_of_all` (their sum, which is n or d).
 * null: the part has no rows (a date) or one of its tables is 未导入.
 */
export function listQuestion(ask: ListAsk): Question | null {
  const { indicator, part, filters, scope, tables } = ask;
  const parts = partsOf(ask);
  if (parts.length === 0 || parts.some((p) => of(p) === null || !FACTS[p.fact].tables.every((t) => tables.has(t)))) return null;
  const has = (t: string): boolean => tables.has(t);
  const type = part === 'n' ? indicator.nType : indicator.dType;
  const where = predicate(filters, indicator.filters);
  const scans = parts.map((p) => {
    const list = of(p)!;
    const counted = `SELECT *, CAST(${p.sql(scope)} AS ${type}) AS counted FROM ${FACTS[p.fact].from(scope.asOf, has)}${where ? ` WHERE ${where}` : ''}`;
    const columns = Object.entries(list.columns).map(([name, sql]) => `${sql} AS ${name}`);
    return `SELECT ${literal(p.fact)} AS fact, ${columns.join(', ')}, f.counted\nFROM (${counted}) f${list.joins ? ' LEFT JOIN projects p ON p.project_id = f.project_id' : ''}\nWHERE f.counted <> 0`;
  });
  const orders = new Set(parts.map((p) => of(p)!.order));
  const order = orders.size === 1 ? [...orders][0]! : 'fact, counted DESC, project_id';
  return {
    // Not window functions: with two threads DuckDB 1.4.3 fails on some of these ("Attempted to access index 0 within vector of size 0").
    sql: `WITH listed AS MATERIALIZED (\n${scans.join('\nUNION ALL BY NAME\n')}\n)\nSELECT *, (SELECT CAST(count(*) AS INTEGER) FROM listed) AS of_all, (SELECT CAST(sum(counted) AS ${type}) FROM listed) AS sum_of_all\nFROM listed\nORDER BY ${order}\nLIMIT ${PROOF_LIMIT}`,
    tables: [...new Set(parts.flatMap((p) => [...FACTS[p.fact].tables, ...(NEEDS_PROJECTS.has(p.fact) ? ['projects'] : []), ...(p.fact === 'actions' && has('cases') ? ['cases'] : [])]))],
  };
}

/** Facts whose relation or names look into projects beyond their own tables. */
const NEEDS_PROJECTS: ReadonlySet<Fact> = new Set<Fact>(['warned', 'cases', 'payments', 'compliance', 'actions', 'events', 'warnings', 'flow']);
