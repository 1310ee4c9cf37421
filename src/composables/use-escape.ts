import { onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue';

/** What Esc steps back from, the innermost first. */
export const ESC_ORDER = ['popover', 'menu', 'drawer', 'selection', 'filters'] as const;
export type EscLayer = (typeof ESC_ORDER)[number];

export interface EscEntry {
  readonly layer: EscLayer;
  readonly active: MaybeRefOrGetter<boolean>;
  readonly run: () => void;
}

/** The entry Esc acts on: of the innermost active layer, the one that came last; null when there is nothing to step back from. */
export function escTarget(entries: readonly EscEntry[]): EscEntry | null {
  for (const layer of ESC_ORDER) {
    const active = entries.filter((e) => e.layer === layer && toValue(e.active));
    if (active.length > 0) return active[active.length - 1]!;
  }
  return null;
}

const entries: EscEntry[] = [];

/** Takes part in the order of Esc until the scope ends: popover, menu, drawer, selection, filters. */
export function useEscape(layer: EscLayer, active: MaybeRefOrGetter<boolean>, run: () => void): void {
  const entry: EscEntry = { layer, active, run };
  entries.push(entry);
  onScopeDispose(() => entries.splice(entries.indexOf(entry), 1));
}

/** One step back. true: something was closed or cleared. */
export function stepBack(): boolean {
  const target = escTarget(entries);
  target?.run();
  return target !== null;
}
