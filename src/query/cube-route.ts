import { partsOf } from '../model/cube.ts';
import { DIMENSIONS, type DimensionId } from '../model/dimensions.ts';
import type { Indicator } from '../model/indicators.ts';
import type { Ask } from './ask.ts';
import { beside, type Filtering } from './parameters.ts';
import { predicate } from './predicate.ts';
import { dateLiteral } from './sql.ts';

/**
 * The parts of each indicator summed over cells, narrowed by its own filters only, and the cells they are summed from: each distinct narrowing is looked at
 * once per cell.
 */
function sums(indicators: readonly Indicator[], filters: Filtering): { readonly sums: readonly string[]; readonly cells: string } {
  const narrowings = [...new Set(indicators.map((i) => predicate(filters, i.filters)).filter((where) => where !== null))];
  return {
    sums: indicators.flatMap((i) => {
      const where = predicate(filters, i.filters);
      return partsOf(i).map(({ column, type }) =>
        // "Filtered to nothing" (0) stays apart from "not imported" (NULL). One CASE costs less than half of a FILTER and an unfiltered sum.
        where ? `CAST(sum(CASE WHEN in_${narrowings.indexOf(where)} THEN ${column} WHEN ${column} IS NOT NULL THEN 0 END) AS ${type}) AS ${column}` : `CAST(sum(${column}) AS ${type}) AS ${column}`);
    }),
    cells: narrowings.length === 0 ? 'cube' : `(SELECT *, ${narrowings.map((where, at) => `${where} AS in_${at}`).join(', ')} FROM cube${beside(filters)})`,
  };
}

/** One scan of the cube's cells of the asked day. */
export function cubeSql(indicators: readonly Indicator[], ask: Pick<Ask, 'by' | 'filters'> & { scope: Pick<Ask['scope'], 'asOf'> }): string {
  const by = ask.by.map((d) => DIMENSIONS[d].column);
  const group = by.length > 0 ? `\nGROUP BY ${by.join(', ')}\nORDER BY ${by.map((c) => `${c} NULLS LAST`).join(', ')}` : '';
  const { sums: columns, cells } = sums(indicators, ask.filters);
  return `SELECT ${[...by, ...columns].join(',\n  ')}\nFROM ${cells}\nWHERE as_of = ${ask.scope.asOf}${group}`;
}

/** What is asked of the cube over several published days; `days` null: all of them. */
export interface WeeksAsk {
  readonly by: readonly DimensionId[];
  readonly filters: Filtering;
  readonly days: readonly string[] | null;
}

/** The same by published day and group: one row per `as_of` and group, in their order. A day the cube does not hold gives no row. */
export function cubeWeeksSql(indicators: readonly Indicator[], { by, filters, days }: WeeksAsk): string {
  const group = ['as_of', ...by.map((d) => DIMENSIONS[d].column)];
  const within = days ? `\nWHERE as_of IN (${days.map(dateLiteral).join(', ')})` : '';
  const { sums: columns, cells } = sums(indicators, filters);
  return `SELECT ${[...group, ...columns].join(',\n  ')}\nFROM ${cells}${within}\nGROUP BY ${group.join(', ')}\nORDER BY ${group.map((c) => `${c} NULLS LAST`).join(', ')}`;
}
