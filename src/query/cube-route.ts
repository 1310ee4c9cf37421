import { partsOf } from '../model/cube.ts';
import { DIMENSIONS } from '../model/dimensions.ts';
import type { Indicator } from '../model/indicators.ts';
import type { Ask } from './ask.ts';
import { predicate } from './predicate.ts';

/** One scan of the cube's cells of the asked day; each indicator is narrowed by its own filters only. */
export function cubeSql(indicators: readonly Indicator[], ask: Pick<Ask, 'by' | 'filters'> & { scope: Pick<Ask['scope'], 'asOf'> }): string {
  const by = ask.by.map((d) => DIMENSIONS[d].column);
  const sums = indicators.flatMap((i) => {
    const where = predicate(ask.filters, i.filters);
    return partsOf(i).map(({ column, type }) =>
      // 0 × the unfiltered sum keeps "filtered to nothing" (0) apart from "not imported" (NULL).
      where ? `CAST(coalesce(sum(${column}) FILTER (WHERE ${where}), 0 * sum(${column})) AS ${type}) AS ${column}` : `CAST(sum(${column}) AS ${type}) AS ${column}`);
  });
  const group = by.length > 0 ? `\nGROUP BY ${by.join(', ')}\nORDER BY ${by.map((c) => `${c} NULLS LAST`).join(', ')}` : '';
  return `SELECT ${[...by, ...sums].join(',\n  ')}\nFROM cube\nWHERE as_of = ${ask.scope.asOf}${group}`;
}
