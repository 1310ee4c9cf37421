import { useRoute, useRouter } from 'vue-router';
import { useSnapshotStore } from '../stores/snapshot.ts';
import { formatView, parseView } from '../stores/view-state.ts';
import { useViewStore } from '../stores/view.ts';
import { useLanguage } from './use-language.ts';
import { useTheme } from './use-theme.ts';

/** The address that reopens exactly this screen, one that says a snapshot cannot be read included: the snapshot pinned though it be the newest, theme and language as they are. */
export function useShareLink(): () => string {
  const route = useRoute();
  const router = useRouter();
  const snapshots = useSnapshotStore();
  const views = useViewStore();
  const { theme } = useTheme();
  const { language } = useLanguage();
  return () => {
    const given = Object.fromEntries(Object.entries(route.query).map(([k, v]) => [k, (Array.isArray(v) ? v[0] : v) ?? '']));
    const view = { ...views.view, snapshot: (snapshots.problem ? null : snapshots.opened?.entry.id) ?? views.view.snapshot, theme: theme.value, language: language.value };
    return new URL(router.resolve({ path: route.path, query: formatView(view, parseView(given).unknown) }).href, location.href).href;
  };
}
