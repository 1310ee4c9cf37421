/** What the first screen does without: fetched when the browser has nothing to do, so that it opens at once, and without a network. */
const LATER = [
  () => import('../../components/filters/FilterOptions.vue'),
  () => import('../../components/filters/FreshnessTable.vue'),
  () => import('./BlockedState.vue'),
  () => import('./ShortcutList.vue'),
];

/** Fetches it, once; a file that does not come is asked for again when it is needed. */
export function prefetchLater(): void {
  requestIdleCallback(() => void Promise.allSettled(LATER.map((load) => load())), { timeout: 5000 });
}
