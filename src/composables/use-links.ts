import { type RouteLocationRaw } from 'vue-router';
import { formatView, type ViewState } from '../stores/view-state.ts';
import { useViewStore } from '../stores/view.ts';

/**
 * Ways to other pages that keep snapshot, comparison and filters and leave the keys of this page behind; `change` is what the other page opens with. In a template
 * `<RouterLink :to="to('/flow', { page: { by: 'dept' } })">` follows the view.
 */
export function useLinks(): { readonly to: (path: string, change?: Partial<ViewState>) => RouteLocationRaw } {
  const views = useViewStore();
  return { to: (path, change = {}) => ({ path, query: formatView({ ...views.view, page: {}, selected: null, tables: [], map: null, ...change }) }) };
}
