import { readonly, shallowRef, type DeepReadonly, type Ref } from 'vue';

/** A short notice at the bottom left; at most one, for four seconds. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const SHOWN_MS = 4000;
const toast = shallowRef<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

const hold = (): void => clearTimeout(timer);
const release = (): void => {
  hold();
  timer = setTimeout(() => (toast.value = null), SHOWN_MS);
};

/** The page's one toast: `show` replaces what was there; while it is pointed at or focused it stays (`hold`, `release`). */
export function useToast(): { readonly toast: DeepReadonly<Ref<Toast | null>>; readonly show: (toast: Toast) => void; readonly dismiss: () => void; readonly hold: () => void; readonly release: () => void } {
  return {
    toast: readonly(toast),
    show: (next) => {
      toast.value = next;
      release();
    },
    dismiss: () => {
      hold();
      toast.value = null;
    },
    hold,
    release,
  };
}
