import { shallowRef, type ShallowRef } from 'vue';

const pointed = shallowRef<string | null>(null);

/** The project a list points at (pointer or focus): the map rings its mark. `on(id)` gives the listeners of a list's entry. */
export function usePointed(): { readonly pointed: Readonly<ShallowRef<string | null>>; readonly on: (id: string) => Record<'mouseenter' | 'mouseleave' | 'focusin' | 'focusout', () => void> } {
  const leave = (id: string) => (): void => {
    if (pointed.value === id) pointed.value = null;
  };
  const enter = (id: string) => (): void => {
    pointed.value = id;
  };
  return { pointed, on: (id) => ({ mouseenter: enter(id), mouseleave: leave(id), focusin: enter(id), focusout: leave(id) }) };
}
