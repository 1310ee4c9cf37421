import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { FILTER_IDS, type FilterId } from '../model/filters.ts';
import { DEFAULT_VIEW, type PanelId, type ViewState } from './view-state.ts';

/** What is on screen: snapshot, comparison, filters, indicator, selection. Never rows. The URL follows it (useUrlState). */
export const useViewStore = defineStore('view', () => {
  const view = shallowRef<ViewState>(DEFAULT_VIEW);

  const set = (change: Partial<ViewState>): void => {
    view.value = { ...view.value, ...change };
  };
  const setFilter = (id: FilterId, values: readonly (string | null)[]): void => set({ filters: { ...view.value.filters, [id]: values } });
  /** Map, ranking and pivot: the value alone; once more: none. With `add` (Ctrl, ⌘) it joins or leaves the others. */
  const toggleFilter = (id: FilterId, value: string | null, add = false): void => {
    const now = view.value.filters[id] ?? [];
    const others = now.filter((v) => v !== value);
    if (add) setFilter(id, now.includes(value) ? others : [...now, value]);
    else setFilter(id, now.includes(value) && others.length === 0 ? [] : [value]);
  };
  const clearFilters = (): void => set({ filters: {} });
  const toggleTable = (panel: PanelId): void => {
    const { tables } = view.value;
    set({ tables: tables.includes(panel) ? tables.filter((p) => p !== panel) : [...tables, panel] });
  };
  const filtered = (): boolean => FILTER_IDS.some((id) => (view.value.filters[id] ?? []).length > 0);

  return { view, set, setFilter, toggleFilter, clearFilters, toggleTable, filtered };
});
