import type { Row } from '../engine/rows.ts';
import { FILTERS, type FilterId } from '../model/filters.ts';

/** A checkbox of a filter; `n` counts 在管项目 under all other filters, null while not known. */
export interface Option {
  readonly value: string | null;
  readonly label: string;
  readonly n: number | null;
}

/** Rows the options come from; null while not known. */
export interface OptionRows {
  readonly counts: readonly Row[] | null;
  readonly places: readonly Row[] | null;
  readonly departments: readonly Row[] | null;
}

/** How values are written: enumerated ones by the locale, null as 未填. */
export type ValueName = (value: string | null) => string;

const text = (cell: unknown): string => String(cell ?? '');
const shortName = (row: Row, code: string): string => text(row['short_name'] ?? row['name'] ?? row[code]);

/** Code and name of what a filter can choose, in stored order. */
function choices(id: FilterId, rows: OptionRows, valueName: ValueName): { value: string | null; label: string }[] {
  const { keys } = FILTERS[id];
  if (keys) return Object.values(keys).map((value) => ({ value, label: valueName(value) }));
  return id === 'area'
    ? (rows.places ?? []).map((r) => ({ value: text(r['place_code']), label: shortName(r, 'place_code') }))
    : (rows.departments ?? []).map((r) => ({ value: text(r['dept_code']), label: shortName(r, 'dept_code') }));
}

/** Options of one filter: the catalogue's or the units' in stored order, 未填 where there are such projects, and what is selected though not listed. */
export function optionsOf(id: FilterId, rows: OptionRows, selected: readonly (string | null)[], valueName: ValueName): Option[] {
  const counted = rows.counts && new Map(rows.counts.filter((r) => r['filter'] === id).map((r) => [r['value'] as string | null, Number(r['n'])]));
  const listed = choices(id, rows, valueName);
  const known = new Set(listed.map((o) => o.value));
  const extra = [...new Set([...(counted?.keys() ?? []), ...selected])].filter((value) => !known.has(value)).map((value) => ({ value, label: value === null ? valueName(null) : value }));
  return [...listed, ...extra].map((o) => ({ ...o, n: counted ? (counted.get(o.value) ?? 0) : null }));
}

/** Options whose name or code holds the text searched for, without regard to case and surrounding blanks. */
export function searchOptions(options: readonly Option[], search: string): readonly Option[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return options;
  return options.filter((o) => o.label.toLowerCase().includes(wanted) || (o.value ?? '').toLowerCase().includes(wanted));
}

/** `selected` with all shown options added / turned over; the order is that of the options. */
export const withAll = (options: readonly Option[], shown: readonly Option[], selected: readonly (string | null)[]): (string | null)[] =>
  options.filter((o) => selected.includes(o.value) || shown.includes(o)).map((o) => o.value);
export const inverted = (options: readonly Option[], shown: readonly Option[], selected: readonly (string | null)[]): (string | null)[] =>
  options.filter((o) => shown.includes(o) !== selected.includes(o.value)).map((o) => o.value);

/** `n` of all 在管项目 and of those under the filters; null while not known. */
export function totalsOf(counts: readonly Row[] | null): { readonly on: number; readonly all: number } | null {
  const of = (name: string): number | null => {
    const n = counts?.find((r) => r['filter'] === name)?.['n'];
    return typeof n === 'number' ? n : null;
  };
  const [on, all] = [of('on'), of('all')];
  return on === null || all === null ? null : { on, all };
}

/** What a filter's button says: the first selected name and how many more: 住建局 +2. null: nothing selected. */
export function selectedLabel(options: readonly Option[], selected: readonly (string | null)[]): { readonly first: string; readonly more: number } | null {
  if (selected.length === 0) return null;
  const inOrder = options.filter((o) => selected.includes(o.value));
  return { first: inOrder[0]?.label ?? String(selected[0] ?? ''), more: selected.length - 1 };
}
