import { watch } from 'vue';
import { type LocationQuery, useRoute, useRouter } from 'vue-router';
import { useSnapshotStore } from '../stores/snapshot.ts';
import { formatView, parseView, type Query } from '../stores/view-state.ts';
import { useViewStore } from '../stores/view.ts';

const textOf = (query: LocationQuery): Query => Object.fromEntries(Object.entries(query).map(([k, v]) => [k, (Array.isArray(v) ? v[0] : v) ?? '']));
const same = (a: Query, b: Query): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Keeps URL and view equal, one writer; opens the snapshot the view asks for. Call once, in the shell. */
export function useUrlState(): void {
  const route = useRoute();
  const router = useRouter();
  const views = useViewStore();
  const snapshots = useSnapshotStore();
  let unknown: Query = {};

  watch(() => route.query, (query) => {
    const parsed = parseView(textOf(query));
    unknown = parsed.unknown;
    if (!same(formatView(parsed.view), formatView(views.view))) views.set(parsed.view);
  }, { immediate: true });
  watch(() => views.view, (view) => {
    const query = formatView(view, unknown);
    if (!same(query, textOf(route.query))) void router.push({ query });
  });
  watch(() => views.view.snapshot, (id) => void snapshots.open(id), { immediate: true });
}
