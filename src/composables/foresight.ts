import type { FilterClick } from '../model/filter-click.ts';
import type { FilterState } from '../model/filters.ts';

/** The pointer rests when it stands on the same at two looks. */
const LOOK_MS = 40;

/** What decides when a click is foreseen. */
export interface Foresight {
  /** The pointer, the focus or what lies under them moved. */
  readonly moved: () => void;
  /** The pointer went down: the click is next. */
  readonly pressed: () => void;
  readonly stop: () => void;
}

/**
 * Asks for what a click would show before it comes. `target` says what a click would lead to now (null: nothing); `ask` resolves false when the engine had other
 * work. One is on its way at a time; of those wished for meanwhile only the one still pointed at is asked.
 */
export function makeForesight(target: () => string | null, ask: (wanted: string) => Promise<boolean>): Foresight {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let seen: string | null = null;
  let asked: string | null = null;
  let working = false;
  let stopped = false;

  const moved = (): void => {
    if (!stopped) timer ??= setTimeout(look, LOOK_MS);
  };
  function look(): void {
    timer = null;
    const now = target();
    if (now !== null && now === seen) void want(now);
    else if ((seen = now) !== null) moved();
  }
  async function want(wanted: string): Promise<void> {
    if (stopped || working || wanted === asked) return;
    working = true;
    asked = (await ask(wanted).catch(() => true)) ? wanted : null;
    working = false;
    if (asked === null || target() !== asked) moved();
  }
  return {
    moved,
    pressed: () => {
      const now = target();
      if (now !== null) void want(now);
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/**
 * Foresees the clicks on everything of the page that carries `attribute`. `leadsTo`: what the attribute's text stands for now (null: nothing); `add`: with Ctrl or ⌘.
 * Returns the way to stop that.
 */
export function foresee(attribute: string, leadsTo: (text: string, add: boolean) => string | null, ask: (wanted: string) => Promise<boolean>): () => void {
  let under: Element | null = null;
  let add = false;
  const target = (): string | null => {
    const text = under?.isConnected ? under.closest(`[${attribute}]`)?.getAttribute(attribute) : null;
    return text ? leadsTo(text, add) : null;
  };
  const { moved, pressed, stop } = makeForesight(target, ask);
  const follow = (event: Event): void => {
    under = event.target instanceof Element ? event.target : null;
    add = event instanceof MouseEvent && (event.ctrlKey || event.metaKey);
    if (event.type === 'pointerdown') pressed();
    else moved();
  };
  const kinds = ['pointermove', 'pointerdown', 'focusin', 'keyup'] as const;
  for (const kind of kinds) document.addEventListener(kind, follow, { capture: true, passive: true });
  return () => {
    stop();
    for (const kind of kinds) document.removeEventListener(kind, follow, { capture: true });
  };
}

/** Foresees the clicks on what carries `data-filter-click`: `after` says which filters they lead to. */
export function foreseeClicks(after: (click: FilterClick) => FilterState, ask: (filters: FilterState) => Promise<boolean>): () => void {
  const leadsTo = (text: string, add: boolean): string => {
    const click = JSON.parse(text) as FilterClick;
    const [id, value, among = false] = click;
    return JSON.stringify(after(typeof value === 'string' || value === null ? [id!, value, among || add] : click));
  };
  return foresee('data-filter-click', leadsTo, (wanted) => ask(JSON.parse(wanted) as FilterState));
}
