import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { filtersAfter } from '../model/filter-click.ts';
import { FILTER_IDS, type FilterId } from '../model/filters.ts';
import { DEFAULT_VIEW, type PanelId, type ViewState } from './view-state.ts';

/**
 * What is on screen: snapshot, comparison, filters, indicator, selection. Never rows. The URL follows it (useUrlState). Each part is followed by itself: who
 * shows the selection is not drawn again for the map's view.
 */
export const useViewStore = defineStore('view', () => {
  const view = shallowReactive<{ -readonly [K in keyof ViewState]: ViewState[K] }>({ ...DEFAULT_VIEW });

  const set = (change: Partial<ViewState>): void => {
    // Equal filters stay the same object: nothing is asked anew for them.
    const filters = change.filters && JSON.stringify(change.filters) !== JSON.stringify(view.filters) ? change.filters : view.filters;
    Object.assign(view, change, { filters });
  };
  const setFilter = (id: FilterId, values: readonly (string | null)[]): void => set({ filters: { ...view.filters, [id]: values } });
  /** Map, ranking and pivot: the value alone; once more: none. With `add` (Ctrl, ⌘) it joins or leaves the others. */
  const toggleFilter = (id: FilterId, value: string | null, add = false): void => set({ filters: filtersAfter(view.filters, [id, value, add]) });
  const clearFilters = (): void => set({ filters: {} });
  const toggleTable = (panel: PanelId): void => {
    const { tables } = view;
    set({ tables: tables.includes(panel) ? tables.filter((p) => p !== panel) : [...tables, panel] });
  };
  /** Keys of the page on screen; undefined or '' takes one out. */
  const setPage = (change: ViewState['page']): void => set({ page: Object.fromEntries(Object.entries({ ...view.page, ...change }).filter(([, value]) => value)) });
  const filtered = (): boolean => FILTER_IDS.some((id) => (view.filters[id] ?? []).length > 0);

  return { view: view as ViewState, set, setFilter, toggleFilter, clearFilters, toggleTable, setPage, filtered };
});
