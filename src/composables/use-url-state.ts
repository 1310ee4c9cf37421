import { watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { type LocationQuery, useRoute, useRouter } from 'vue-router';
import type { FilterId } from '../model/filters.ts';
import { isoWeek } from '../shared/dates.ts';
import { useSnapshotStore } from '../stores/snapshot.ts';
import { formatView, isStep, parseView, type Query } from '../stores/view-state.ts';
import { useViewStore } from '../stores/view.ts';
import { unknownUnits, validComparison } from './link-check.ts';
import { usePageFacts } from './use-page-facts.ts';
import { useToast } from './use-toast.ts';

const textOf = (query: LocationQuery): Query => Object.fromEntries(Object.entries(query).map(([k, v]) => [k, (Array.isArray(v) ? v[0] : v) ?? '']));
const same = (a: Query, b: Query): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Map moves, typing and scrolling correct the address this long after the last one. */
const SETTLE_MS = 300;

/** Keeps URL and view equal, one writer; opens the snapshot the view asks for; says once what of a link could not be used. Call once, in the shell. */
export function useUrlState(): void {
  const views = useViewStore();
  const { write, arrived, unknown } = useAddress(() => formatView(views.view, unknown.now));
  const { drop, lost } = useLinkNotice();
  const route = useRoute();

  watch(() => route.query, (given) => {
    const query = textOf(given);
    if (!arrived(query)) return;
    const parsed = parseView(query);
    unknown.now = parsed.unknown;
    drop(parsed.problems.length);
    views.set(parsed.view);
    if (!same(formatView(parsed.view, parsed.unknown), query)) write(formatView(parsed.view, parsed.unknown), true);
  }, { immediate: true, flush: 'sync' });
  watch(() => formatView(views.view, unknown.now), (query) => write(query));

  const snapshots = useSnapshotStore();
  watch(() => views.view.snapshot, async (id) => {
    const entry = await snapshots.open(id);
    if (!entry || id === null || entry.id === id || views.view.snapshot !== id) return;
    views.set({ snapshot: entry.id });
    lost(id, entry.as_of);
  }, { immediate: true });
}

/** The one writer of the address: steps are pushed, corrections replace the entry once they have settled. `current`: what it is to say now. */
function useAddress(current: () => Query) {
  const route = useRoute();
  const router = useRouter();
  const unknown = { now: {} as Query };
  let written = textOf(route.query);
  let pending: Query | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** Address the router is on its way to by our own order. */
  let going: Query | null = null;

  const after = async (before: Promise<unknown>, how: 'push' | 'replace', query: Query): Promise<void> => {
    await before;
    going = query;
    await router[how]({ query });
    going = null;
  };
  const go = (how: 'push' | 'replace', query: Query): void => {
    queue = after(queue, how, query);
  };
  const settle = (): void => {
    clearTimeout(timer);
    if (pending) go('replace', pending);
    pending = null;
  };
  /** On the way to another page, whose chunk may still be coming: a correction of this one's address would call it off. */
  let leaving = false;
  router.beforeEach((to, from) => {
    leaving = to.path !== from.path;
    if (!leaving) return;
    clearTimeout(timer);
    pending = null;
  });
  router.afterEach(() => {
    leaving = false;
  });
  // A page whose code did not come was not left.
  router.onError(() => {
    leaving = false;
    write(current());
  });
  function write(query: Query, correct = false): void {
    if (leaving || same(query, written)) return;
    const step = !correct && isStep(written, query);
    if (step) settle();
    written = query;
    if (step) return go('push', query);
    pending = query;
    clearTimeout(timer);
    timer = setTimeout(settle, correct ? 0 : SETTLE_MS);
  }
  return {
    unknown, write,
    /** true when the address changed from outside: a link, back or forward. */
    arrived: (query: Query): boolean => {
      if (going && same(going, query)) return false;
      clearTimeout(timer);
      pending = null;
      written = query;
      return true;
    },
  };
}

/** Gathers what of a link this snapshot does not have, drops it, and says so in one notice when the page's numbers are there. */
function useLinkNotice() {
  const { t } = useI18n();
  const views = useViewStore();
  const snapshots = useSnapshotStore();
  const { facts, rows } = usePageFacts();
  const { show } = useToast();
  let dropped = 0;
  let instead: string | null = null;

  const say = (): void => {
    const conditions = dropped > 0 ? t('shell.linkDropped', { n: dropped }) : null;
    const text = [instead, conditions].filter((part) => part !== null).join(' ');
    dropped = 0;
    instead = null;
    if (text !== '') show({ text });
  };
  /** The snapshot on screen is the one the view asks for: what is said of another cannot be judged by it. */
  const arrived = (): boolean => (views.view.snapshot ?? snapshots.newest?.id) === snapshots.opened?.entry.id;
  watch([() => snapshots.opened, () => views.view.snapshot, () => views.view.compare], ([opened, , compare]) => {
    if (!opened || !arrived() || validComparison(snapshots.index, compare, opened.entry)) return;
    dropped += 1;
    views.set({ compare: null });
  }, { flush: 'sync' });
  const shown = (): boolean => arrived() && facts.value !== null && Object.keys(facts.value.answers.value).length > 0 && !facts.value.asking.value;
  watch(() => facts.value?.answers.value, () => {
    if (!shown()) return;
    const { filters } = views.view;
    const unknown = unknownUnits(filters, { places: rows('places'), departments: rows('departments') });
    const ids = Object.keys(unknown) as FilterId[];
    if (ids.length > 0) {
      dropped += ids.length;
      views.set({ filters: { ...filters, ...Object.fromEntries(ids.map((id) => [id, filters[id]!.filter((v) => v === null || !unknown[id]!.includes(v))])) } });
    }
    say();
  });
  watch(() => snapshots.problem, (problem) => problem && say());
  return {
    drop: (n: number): void => {
      dropped += n;
    },
    lost: (id: string, asOf: string): void => {
      instead = t('shell.linkSnapshot', { id, asOf, n: isoWeek(asOf).week });
      // Stored answers may be on screen already.
      if (shown()) say();
    },
  };
}
