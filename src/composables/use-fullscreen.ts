import { useEventListener } from '@vueuse/core';
import { readonly, shallowRef, type Ref } from 'vue';

/** The whole page on the whole screen. `toggle` resolves to false where the browser refuses or cannot. */
export function useFullscreen(): { readonly on: Readonly<Ref<boolean>>; readonly toggle: () => Promise<boolean> } {
  const on = shallowRef(document.fullscreenElement !== null);
  useEventListener(document, 'fullscreenchange', () => (on.value = document.fullscreenElement !== null));
  return {
    on: readonly(on),
    toggle: async () => {
      try {
        await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
        return true;
      } catch {
        return false;
      }
    },
  };
}
