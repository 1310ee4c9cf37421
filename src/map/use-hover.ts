import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { Hit } from './hits.ts';

/** Until the card of what the pointer rests on, or the ring of what a list points at, appears. */
export const HOVER_MS = 120;

export interface Hovered {
  readonly hit: NonNullable<Hit>;
  readonly x: number;
  readonly y: number;
}
const sameHit = (a: Hit, b: Hit): boolean => a === b || (a !== null && b !== null && (a.kind === 'place' ? b.kind === 'place' && a.code === b.code : b.kind === 'mark' && a.id === b.id));

/** The card beside pointer or focus: shown after a moment over the same thing, gone at once. */
export function useHover(): { readonly hover: ShallowRef<Hovered | null>; readonly over: (hit: Hit, x: number, y: number) => void; readonly leave: () => void } {
  const hover = shallowRef<Hovered | null>(null);
  let timer: number | undefined;
  const leave = (): void => {
    clearTimeout(timer);
    hover.value = null;
  };
  onScopeDispose(() => clearTimeout(timer));
  return {
    hover, leave,
    over: (hit, x, y) => {
      if (hit === null) return leave();
      if (sameHit(hit, hover.value?.hit ?? null)) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => (hover.value = { hit, x, y }), HOVER_MS);
    },
  };
}
