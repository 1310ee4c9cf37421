import { computed, type ComputedRef } from 'vue';
import { useOverview } from '../../../composables/use-overview.ts';
import { periodOf, WINDOWS, type Period, type WindowId } from '../../../query/windows.ts';
import { useViewStore } from '../../../stores/view.ts';

/** The window the link asks for (`from`); one that does not exist: 本年. */
export function usePeriod(): { readonly period: ComputedRef<Period>; readonly choose: (id: WindowId) => void } {
  const { ask, opened } = useOverview();
  const views = useViewStore();
  const id = computed(() => WINDOWS.find((w) => w === views.view.page.from) ?? WINDOWS[0]);
  return {
    period: computed(() => periodOf(id.value, ask.value.asOf, opened.value.rules)),
    choose: (to) => views.setPage({ from: to === WINDOWS[0] ? '' : to }),
  };
}
