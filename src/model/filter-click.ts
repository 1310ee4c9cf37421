import type { FilterId, FilterState } from './filters.ts';

type Values = readonly (string | null)[];

/** What one click does to the filters: a value toggled (alone, or with `add` among the others), one filter set to values or cleared, or all of them. */
export type FilterClick = readonly [id: FilterId, value: string | null, add?: boolean] | readonly [id: FilterId, values: Values] | readonly [id: FilterId] | readonly [];

const isValues = (value: string | null | Values): value is Values => typeof value === 'object' && value !== null;

/** The filters after a click. A value alone; once more: none. With `add` (Ctrl, ⌘, a checkbox) it joins or leaves the others. */
export function filtersAfter(filters: FilterState, [id, value, add = false]: FilterClick): FilterState {
  if (id === undefined) return {};
  if (value === undefined) return { ...filters, [id]: [] };
  if (isValues(value)) return { ...filters, [id]: value };
  const now = filters[id] ?? [];
  const others = now.filter((v) => v !== value);
  if (add) return { ...filters, [id]: now.includes(value) ? others : [...now, value] };
  return { ...filters, [id]: now.includes(value) && others.length === 0 ? [] : [value] };
}

/** The click as `data-filter-click` of what is clicked: it can be foreseen there (composables/foresight.ts). */
export const clickText = (...click: FilterClick): string => JSON.stringify(click);
