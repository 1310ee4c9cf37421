import { computed, type ComputedRef } from 'vue';
import { FILTER_IDS, FILTERS, type FilterId } from '../model/filters.ts';
import { useViewStore } from '../stores/view.ts';
import { type Option, optionsOf, selectedLabel, totalsOf } from './filter-options.ts';
import { usePageFacts } from './use-page-facts.ts';
import { useWords } from './use-words.ts';

/** A selected value with its filter, for chips. */
export interface ActiveValue {
  readonly id: FilterId;
  readonly value: string | null;
  readonly label: string;
}

/** The filters of the page on screen in words, with their counts. */
export interface FilterOptions {
  readonly name: (id: FilterId) => string;
  readonly options: (id: FilterId) => readonly Option[];
  /** First selected name and how many more; null: nothing selected. */
  readonly label: (id: FilterId) => { readonly first: string; readonly more: number } | null;
  /** Every selected value, in the order of the filter bar. */
  readonly active: ComputedRef<readonly ActiveValue[]>;
  /** 在管项目 under all filters and all of them; null while not known. */
  readonly totals: ComputedRef<{ readonly on: number; readonly all: number } | null>;
}

export function useFilterOptions(): FilterOptions {
  const views = useViewStore();
  const words = useWords();
  const { rows } = usePageFacts();
  const selected = (id: FilterId): readonly (string | null)[] => views.view.filters[id] ?? [];
  const all = computed(() => {
    const from = { counts: rows('counts'), places: rows('places'), departments: rows('departments') };
    return new Map(FILTER_IDS.map((id) => [id, optionsOf(id, from, selected(id), words.value)]));
  });
  const options = (id: FilterId): readonly Option[] => all.value.get(id)!;
  return {
    options,
    name: (id) => words.dimension(FILTERS[id].dimension),
    label: (id) => selectedLabel(options(id), selected(id)),
    active: computed(() => FILTER_IDS.flatMap((id) => options(id).filter((o) => selected(id).includes(o.value)).map((o) => ({ id, value: o.value, label: o.label })))),
    totals: computed(() => totalsOf(rows('counts'))),
  };
}
