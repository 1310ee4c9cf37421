import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

const HINT_MS = 1200;

/** The wheel zooms once the map has the focus or with Ctrl held; else the page scrolls and a hint says how. */
export function useWheel(frame: () => HTMLElement | null, allow: (zoom: boolean) => void): { readonly hint: Readonly<ShallowRef<boolean>>; readonly wheel: (event: WheelEvent) => void } {
  const hint = shallowRef(false);
  let timer: number | undefined;
  onScopeDispose(() => clearTimeout(timer));
  return {
    hint,
    wheel: (event) => {
      const zoom = event.ctrlKey || event.metaKey || (frame()?.contains(document.activeElement) ?? false);
      allow(zoom);
      hint.value = !zoom;
      if (zoom) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => (hint.value = false), HINT_MS);
    },
  };
}
