import type { DimensionId } from '../model/dimensions.ts';
import type { FilterState } from '../model/filters.ts';
import { indicatorOf, INDICATORS, type Indicator, type Scope } from '../model/indicators.ts';
import type { Question, TableUse } from './ask.ts';
import { compile } from './compile.ts';
import { MAP_METRICS } from './overview.ts';

/** Axes of a ranking that the cube does not hold. */
export type RowAxis = Extract<DimensionId, 'leader' | 'contractor'>;

/** Shown by 包案领导 and 施工总承包 where the chosen indicator cannot be. */
export const ROW_METRIC = 'no_arrears_rate';

/** Whether the project rows alone answer the indicator by that axis. */
export const answersBy = (axis: RowAxis, i: Indicator): boolean => i.dimensions.includes(axis) && [...i.n, ...i.d].every((part) => part.fact === 'projects');

const METRICS: readonly string[] = INDICATORS.filter((i) => ([...MAP_METRICS, 'open_risk'] as readonly string[]).includes(i.id)).map((i) => i.id);

/** A ranking by an axis that only rows know, at the snapshot on screen and at the one compared with. */
export interface RankAsk {
  readonly axis: RowAxis;
  readonly filters: FilterState;
  readonly scope: Scope;
  readonly tables: ReadonlySet<string>;
  /** Id and scope of the snapshot compared with; null: none. */
  readonly compare: { readonly id: string; readonly scope: Scope } | null;
}

/** Every indicator the axis can show, in one question per snapshot: switching the indicator asks nothing. */
export function rankQuestions({ axis, filters, scope, tables, compare }: RankAsk): { readonly now: Question; readonly before?: Question } {
  const indicators = METRICS.filter((id) => answersBy(axis, indicatorOf(id)));
  const sql = (at: Scope): string => compile({ indicators, by: [axis], filters, scope: at, tables, route: 'rows' }).sql;
  const now = { sql: sql(scope), tables: ['projects'] };
  if (!compare) return { now };
  const earlier: TableUse = { table: 'projects', snapshot: compare.id, as: 'then_projects' };
  return { now, before: { sql: `WITH projects AS (FROM ${earlier.as})\n${sql(compare.scope)}`, tables: [earlier] } };
}
