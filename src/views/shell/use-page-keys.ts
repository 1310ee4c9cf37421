import { nextTick } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useEscape } from '../../composables/use-escape.ts';
import { useLinks } from '../../composables/use-links.ts';
import { useShortcut } from '../../composables/use-shortcuts.ts';
import { useToast } from '../../composables/use-toast.ts';
import { MAP_METRICS } from '../../query/overview.ts';
import type { PanelId } from '../../stores/view-state.ts';
import { useViewStore } from '../../stores/view.ts';

/** The indicator after `metric` in the order of the switch; it goes round. */
export const nextMetric = (metric: string): string => MAP_METRICS[((MAP_METRICS as readonly string[]).indexOf(metric) + 1) % MAP_METRICS.length]!;

const searchBox = () => document.querySelector<HTMLInputElement>('main input[type="search"]');

/** Keys and Esc steps that belong to no single control: they only change the view. */
export function usePageKeys(): void {
  const { t } = useI18n();
  const views = useViewStore();
  const { show } = useToast();
  const router = useRouter();
  const { to } = useLinks();

  // A page without a search of its own: the list of projects has one.
  useShortcut('/', 'shell.shortcuts.search', async () => {
    if (!searchBox()) await router.push(to('/projects'));
    await nextTick();
    searchBox()?.focus();
  });
  useShortcut('M', 'shell.shortcuts.metric', () => views.set({ metric: nextMetric(views.view.metric) }));
  useShortcut('0', 'shell.shortcuts.view0', () => views.set({ map: null }));
  // The panel the focus is in, else the map.
  useShortcut('V', 'shell.shortcuts.table', () => views.toggleTable((document.activeElement?.closest<HTMLElement>('[data-panel]')?.dataset['panel'] as PanelId | undefined) ?? 'map'));

  useEscape('selection', () => views.view.selected !== null, () => views.set({ selected: null }));
  useEscape('filters', () => views.filtered(), () => {
    const { filters } = views.view;
    views.clearFilters();
    show({ text: t('shell.filtersCleared'), action: { label: t('shell.undo'), run: () => views.set({ filters }) } });
  });
}
