import { DIMENSIONS, type DimensionId } from './dimensions.ts';
import { GRADES, INVEST_KINDS, STAGES } from './tables/projects.ts';

/** 筛选: `keys` maps URL codes to values for enumerations; null: the value itself (place and department codes). */
export interface Filter {
  readonly id: FilterId;
  readonly dimension: DimensionId;
  readonly keys: Readonly<Record<string, string>> | null;
}
export type FilterId = 'area' | 'dept' | 'inv' | 'stage' | 'g';
/** Selected values per filter; null stands for 未填. An empty selection means no predicate. */
export type FilterState = Readonly<Partial<Record<FilterId, readonly (string | null)[]>>>;

const codes = (values: Readonly<Record<string, unknown>>, first: number) =>
  Object.fromEntries(Object.keys(values).map((v, i) => [String(i + first), v]));

/** URL key → filter, in the order of the filter bar. Codes, not Chinese text: g=2 is 严重. */
export const FILTERS: Readonly<Record<FilterId, Filter>> = {
  dept: { id: 'dept', dimension: 'dept', keys: null },
  area: { id: 'area', dimension: 'place', keys: null },
  inv: { id: 'inv', dimension: 'invest', keys: codes(INVEST_KINDS, 1) },
  g: { id: 'g', dimension: 'grade', keys: codes(GRADES, 0) },
  stage: { id: 'stage', dimension: 'stage', keys: codes(STAGES, 1) },
};
export const FILTER_IDS = Object.keys(FILTERS) as FilterId[];

/** URL code of 未填. */
const BLANK = '-';

/** 名称 of a filter: that of its dimension. */
const filterName = (id: FilterId): string => DIMENSIONS[FILTERS[id].dimension].name;

/** Comma list of codes → values in the order given, without repeats; what is not a code comes back in `problems`. Never throws. */
export function parseFilter(id: FilterId, text: string): { values: (string | null)[]; problems: string[] } {
  const { keys } = FILTERS[id];
  const values: (string | null)[] = [];
  const problems: string[] = [];
  for (const code of text.split(',').filter((c) => c !== '')) {
    const value = code === BLANK ? null : keys ? new Map(Object.entries(keys)).get(code) : decode(code);
    if (value === undefined) problems.push(code);
    else if (!values.includes(value)) values.push(value);
  }
  return { values, problems };
}

/** Values → comma list of codes, the inverse of parseFilter; '' for an empty selection. */
export function serialiseFilter(id: FilterId, values: readonly (string | null)[]): string {
  const { keys } = FILTERS[id];
  const code = (value: string | null) => {
    if (value === null) return BLANK;
    if (!keys) return value === BLANK ? '%2D' : value.replace(/[%,]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const found = Object.entries(keys).find(([, v]) => v === value);
    if (!found) throw new Error(`${filterName(id)} 没有取值 ${value}`);
    return found[0];
  };
  return values.map(code).join(',');
}

const decode = (code: string): string | undefined => {
  try {
    return decodeURIComponent(code);
  } catch {
    return undefined;
  }
};
