import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Point } from './geometry.ts';
import { HOVER_MS } from './use-hover.ts';

/** Ring around the mark a list points at, after a moment; `at` says where in the frame it is, null: nowhere. */
export function useRing(pointed: () => string | null, at: (id: string) => Point | null): ShallowRef<Point | null> {
  const ringed = shallowRef<Point | null>(null);
  let timer: number | undefined;
  watch(pointed, (id) => {
    clearTimeout(timer);
    ringed.value = null;
    if (id !== null) timer = window.setTimeout(() => (ringed.value = at(id)), HOVER_MS);
  });
  onScopeDispose(() => clearTimeout(timer));
  return ringed;
}
