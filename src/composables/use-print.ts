import { nextTick, onScopeDispose, readonly, shallowRef } from 'vue';

/** Longest wait for what only paper shows. */
const PATIENCE = 10_000;

const whole = shallowRef(false);
const awaited = new Set<() => boolean>();
const over = (): void => {
  whole.value = false;
};
if (typeof window !== 'undefined') {
  window.addEventListener('afterprint', over);
  window.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    void print();
  });
}

const frame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/**
 * Printing by the page's own entry, or Ctrl+P: first everything that only paper shows is drawn (`whole`), then the printer is asked. The browser's own menu does not wait and prints
 * what is there. A page says with `awaits` whether it holds all of it.
 */
export const usePrint = () => ({
  whole: readonly(whole),
  awaits: (ready: () => boolean): void => {
    awaited.add(ready);
    onScopeDispose(() => awaited.delete(ready));
  },
  print,
});

async function print(): Promise<void> {
  whole.value = true;
  const until = performance.now() + PATIENCE;
  do {
    await nextTick();
    await frame();
  } while (performance.now() < until && ![...awaited].every((ready) => ready()));
  // Where no printer answers, the next touch of the page brings the screen back.
  for (const touch of ['pointerdown', 'keydown']) window.addEventListener(touch, over, { once: true, capture: true });
  window.print();
}
