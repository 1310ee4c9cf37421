import type { FilterState } from '../model/filters.ts';
import { indicatorOf, type Indicator, type Scope } from '../model/indicators.ts';
import { ENFORCEMENT_WORK_INDICATORS } from '../model/indicators/enforcement-work.ts';
import type { Question } from './ask.ts';
import { FACTS } from './facts.ts';
import { predicate } from './predicate.ts';
import { recordsQuestion } from './records.ts';
import { literal } from './sql.ts';
import { scopeOf, within, type Period } from './windows.ts';

/** Axes the measures are counted by; the first is the default. Never added together. */
export const ENFORCEMENT_AXES = ['dept', 'place'] as const;
export type EnforcementAxis = (typeof ENFORCEMENT_AXES)[number];

const work = new Map(ENFORCEMENT_WORK_INDICATORS.map((i) => [i.id, i]));
/** A measure of the tab: the page's own, or of the catalogue. */
export const enforcementMeasure = (id: string): Indicator => work.get(id) ?? indicatorOf(id);

export const ACTION_MEASURES = ['measures_taken', 'measures_done_rate', 'measures_overdue'] as const;
export const INSPECTION_MEASURES = ['inspections_count', 'inspections_employers', 'unlawful_rate', 'inspections_workers', 'inspections_contracts', 'inspections_recovered', 'inspections_recovered_workers'] as const;

/** The tab's state as far as its numbers depend on it. */
export interface EnforcementAsk {
  readonly period: Period;
  readonly axis: EnforcementAxis;
  readonly filters: FilterState;
  readonly scope: Scope;
  readonly tables: ReadonlySet<string>;
}

const COLUMN = { dept: 'dept_code', place: 'place_code' } as const;
const MONTH = 'left(CAST(inspected_on AS VARCHAR), 7)';

/** n and d of measures as columns `<id>_n`, `<id>_d`. */
function sums(ids: readonly string[], { scope, period }: Pick<EnforcementAsk, 'scope' | 'period'>): string {
  const at = scopeOf(scope, period);
  return ids.map(enforcementMeasure).flatMap((i) => (['n', 'd'] as const).filter((part) => i[part].length > 0).map((part) =>
    `CAST(coalesce(sum(${i[part].map((p) => p.sql(at)).join(' + ')}), 0) AS ${part === 'n' ? i.nType : i.dType}) AS ${i.id}_${part}`)).join(',\n  ');
}

const narrowed = (filters: FilterState): string => predicate(filters, ['area', 'dept']) ?? 'TRUE';
const actionsOf = ({ scope, tables }: Pick<EnforcementAsk, 'scope' | 'tables'>): string => FACTS.actions.from(scope.asOf, (t) => tables.has(t));
const actionTables = (tables: ReadonlySet<string>): string[] => ['actions', 'projects', ...(tables.has('cases') ? ['cases'] : [])];

export type EnforcementQuestion = 'kinds' | 'units' | 'inspectionKinds' | 'inspectionMonths';

/** Everything the tab shows, as one batch. 属地 and 主管部门 act on measures, nothing on inspections: those are county-wide counts. */
export function enforcementQuestions(ask: EnforcementAsk): Readonly<Partial<Record<EnforcementQuestion, Question>>> {
  const { axis, filters, period, tables } = ask;
  const where = `${within('meeting_on', period)} AND ${narrowed(filters)}`;
  const grouped = (key: string, order: string): string => `SELECT ${key} AS key, ${sums(INSPECTION_MEASURES, ask)}\nFROM inspections\nWHERE ${within('inspected_on', period)}\nGROUP BY key\nORDER BY ${order}`;
  return {
    ...(tables.has('actions') ? {
      kinds: { sql: `SELECT kind AS key, ${sums(ACTION_MEASURES, ask)}\nFROM ${actionsOf(ask)}\nWHERE ${where}\nGROUP BY key\nORDER BY key NULLS LAST`, tables: actionTables(tables) },
      units: { sql: `SELECT ${COLUMN[axis]} AS key, kind, CAST(count(*) AS BIGINT) AS measures_taken_n\nFROM ${actionsOf(ask)}\nWHERE ${where}\nGROUP BY key, kind\nORDER BY key NULLS LAST, kind NULLS LAST`, tables: actionTables(tables) },
    } : {}),
    ...(tables.has('inspections') ? {
      inspectionKinds: { sql: grouped('kind', 'key NULLS LAST'), tables: ['inspections'] },
      inspectionMonths: { sql: grouped(MONTH, 'key'), tables: ['inspections'] },
    } : {}),
  };
}

/** Columns of the lists, in order. */
export const ACTION_COLUMNS = ['name', 'kind', 'content', 'unit', 'responsible', 'meeting_on', 'due_on', 'done_on', 'result', 'place_code', 'dept_code', 'action_id'] as const;
export const INSPECTION_COLUMNS = ['inspected_on', 'kind', 'employers', 'unlawful', 'workers', 'contracts_fixed', 'recovered_amount', 'recovered_workers'] as const;

/** What a group of a list can be: kind and unit of measures, kind and month of inspections. null key: 未填. */
export const GROUPS = ['kind', 'place', 'dept', 'month'] as const;
export interface Group {
  readonly axis: (typeof GROUPS)[number];
  readonly key: string | null;
}
export interface EnforcementListAsk extends Omit<EnforcementAsk, 'axis'> {
  readonly measure: string;
  readonly part: 'n' | 'd';
  readonly groups: readonly Group[];
}

const groupTerm = ({ axis, key }: Group): string => {
  const column = axis === 'kind' ? 'kind' : axis === 'month' ? MONTH : COLUMN[axis];
  return key === null ? `${column} IS NULL` : `${column} = ${literal(key)}`;
};

/** The measures or inspections that count in a figure; those not done first, the newest first. */
export function enforcementList(ask: EnforcementListAsk): Question {
  const { measure, part, groups, filters, period, scope, tables } = ask;
  const i = enforcementMeasure(measure);
  const counted = i[part].map((p) => p.sql(scopeOf(scope, period))).join(' + ');
  const terms = groups.map(groupTerm);
  return i.n[0]?.fact === 'actions'
    ? recordsQuestion({
      relation: `(SELECT f.*, p.name FROM ${actionsOf(ask)} f LEFT JOIN (SELECT project_id, name FROM projects) p USING (project_id))`, columns: ['project_id', ...ACTION_COLUMNS], counted,
      where: [narrowed(filters), ...terms], order: 'done_on IS NOT NULL, due_on NULLS LAST, action_id', tables: actionTables(tables),
    })
    : recordsQuestion({ relation: 'inspections', columns: INSPECTION_COLUMNS, counted, where: [within('inspected_on', period), ...terms], order: 'inspected_on DESC, kind', tables: ['inspections'] });
}
