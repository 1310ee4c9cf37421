import { shallowRef, type Component, type ShallowRef } from 'vue';

/** A component that is fetched when first needed, not before the first number. `load` rejects where its file cannot be had. */
export function useLater(fetch: () => Promise<{ readonly default: Component }>): { readonly component: ShallowRef<Component | null>; readonly load: () => Promise<void> } {
  const component = shallowRef<Component | null>(null);
  return {
    component,
    load: async () => {
      component.value ??= (await fetch()).default;
    },
  };
}
