import { DIMENSIONS } from '../model/dimensions.ts';
import { FILTERS, FILTER_IDS, type FilterId, type FilterState } from '../model/filters.ts';
import type { Indicator } from '../model/indicators.ts';
import { FilterParameters, type Filtering, parameterTerm } from './parameters.ts';
import { inList } from './sql.ts';

/** SQL predicate of the filters among `acting`; null when none of them is set. */
export function predicate(state: Filtering, acting: readonly FilterId[]): string | null {
  const terms = state instanceof FilterParameters
    ? FILTER_IDS.filter((id) => acting.includes(id) && state.ids.includes(id)).map(parameterTerm)
    : FILTER_IDS.filter((id) => acting.includes(id)).map((id) => inList(DIMENSIONS[FILTERS[id].dimension].column, state[id] ?? [])).filter((t) => t !== null);
  return terms.length > 0 ? terms.join(' AND ') : null;
}

/** The set filters that do not act on the indicator: its panel says 不按…筛选. */
export const idleFilters = (indicator: Pick<Indicator, 'filters'>, state: FilterState): FilterId[] =>
  FILTER_IDS.filter((id) => (state[id] ?? []).length > 0 && !indicator.filters.includes(id));
