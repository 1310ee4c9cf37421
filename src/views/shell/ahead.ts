import type { RouteLocationResolved, Router } from 'vue-router';
import { firstQuestions } from '../../composables/first-questions.ts';
import { makeForesight } from '../../composables/foresight.ts';
import type { Overview } from '../../composables/use-overview.ts';
import { useSnapshotStore } from '../../stores/snapshot.ts';
import { parseView, type ViewState } from '../../stores/view-state.ts';
import { useViewStore } from '../../stores/view.ts';

interface Network {
  readonly connection?: { readonly saveData?: boolean };
}

/**
 * Fetches what a page needs before it is opened: the pages' code, one after the other, while the browser has nothing to do (never their tables); tables and answers of the page whose
 * link is pointed at or focused, or that is being opened. What fails is asked for again by the page itself. Call it when the engine is ready.
 */
export function prepareAhead(router: Router, overview: Overview): void {
  const again = standing !== null;
  standing = overview;
  if (!again) listen(router);
}

/** The overview on screen: a new one after a snapshot that could not be opened. */
let standing: Overview | null = null;

function listen(router: Router): void {
  const snapshots = useSnapshotStore();
  const views = useViewStore();

  /** The link keeps what the overview stands on: another snapshot or comparison is asked once it is open. */
  function ask(to: Pick<RouteLocationResolved, 'name' | 'params' | 'query'>): Promise<unknown> | undefined {
    if (!standing || !snapshots.opened) return undefined;
    const { view } = parseView(to.query as Record<string, string>);
    const { entry, rules, source } = snapshots.opened;
    if ((view.snapshot ?? entry.id) !== (views.view.snapshot ?? entry.id) || view.compare !== views.view.compare || !sameFilters(view, views.view)) return undefined;
    const of = String(to.params['id'] ?? to.params['code'] ?? '');
    const questions = firstQuestions(String(to.name), { ask: standing.asked.value, entry, rules, compare: standing.compare.value, index: snapshots.index, page: view.page, of });
    return questions ? source.ask(questions) : undefined;
  }
  /** User Timing `qq:ahead`: from the wish until everything the page opens with is there. */
  async function prepare(to: RouteLocationResolved): Promise<void> {
    if (to.path === router.currentRoute.value.path) return;
    const start = performance.now();
    await Promise.all(to.matched.map(({ components }) => load(components?.['default'])));
    await ask(to);
    performance.clearMeasures('qq:ahead');
    performance.measure('qq:ahead', { start, end: performance.now() });
  }

  fetchWhenIdle(router.getRoutes().map(({ components }) => components?.['default']));
  watchLinks((href) => prepare(router.resolve(href)));
  // Beside the page's code, not after it.
  router.beforeEach((to, from) => {
    if (to.path !== from.path) void ask(to);
  });
}

const sameFilters = (a: ViewState, b: ViewState): boolean => JSON.stringify(a.filters) === JSON.stringify(b.filters);

/** Fetches a route's code if it has not come yet; never rejects. */
const load = (component: unknown): Promise<unknown> => (typeof component === 'function' ? Promise.resolve((component as () => unknown)()).catch(() => undefined) : Promise.resolve());

const savesData = (): boolean => (navigator as Network).connection?.saveData === true;

function fetchWhenIdle(components: readonly unknown[]): void {
  if (savesData()) return;
  const rest = [...components];
  const next = async (): Promise<void> => {
    await load(rest.shift());
    if (rest.length > 0) requestIdleCallback(() => void next());
  };
  requestIdleCallback(() => void next());
}

/** Calls `meant` with the path of the app's own link that the pointer or the focus rests on, or that is pressed. */
function watchLinks(meant: (path: string) => Promise<void>): void {
  let link: Element | null = null;
  const target = (): string | null => (link?.isConnected ? link.getAttribute('href')!.slice(1) : null);
  const { moved, pressed } = makeForesight(target, (path) => meant(path).then(() => true));
  const follow = ({ target: under, type }: Event): void => {
    link = under instanceof Element ? under.closest('a[href^="#/"]') : null;
    if (type === 'pointerdown') pressed();
    else if (!savesData()) moved();
  };
  for (const type of ['pointermove', 'focusin', 'pointerdown']) document.addEventListener(type, follow, { capture: true, passive: true });
}
