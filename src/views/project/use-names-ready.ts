import { computed, type ComputedRef } from 'vue';
import { useOverview } from '../../composables/use-overview.ts';

/** Names of places and departments are known (or not imported): a page that shows them waits for them. */
export function useNamesReady(): ComputedRef<boolean> {
  const { opened, answer } = useOverview();
  return computed(() => (['places', 'departments'] as const).every((q) => !opened.value.source.tables.has(q) || answer(q) !== undefined));
}
