import { computed, type ComputedRef } from 'vue';
import { useOverview } from '../../../composables/use-overview.ts';
import { periodOf, WINDOWS, type Period, type WindowId } from '../../../query/windows.ts';
import { useViewStore } from '../../../stores/view.ts';

/** The window the link asks for (`from`); without one, or one that does not exist: `usual`, the one most of the tab's definitions are about. */
export function usePeriod(usual: WindowId): { readonly period: ComputedRef<Period>; readonly choose: (id: WindowId) => void } {
  const { ask, opened } = useOverview();
  const views = useViewStore();
  const id = computed(() => WINDOWS.find((w) => w === views.view.page.from) ?? usual);
  return {
    period: computed(() => periodOf(id.value, ask.value.asOf, opened.value.rules)),
    choose: (to) => views.setPage({ from: to === usual ? '' : to }),
  };
}
