import { onScopeDispose, readonly, shallowRef } from 'vue';
import { settled } from './settled.ts';

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

/**
 * Printing by the page's own entry, or Ctrl+P: first everything that only paper shows is drawn (`whole`) and every answer on its way has come, then the printer is asked. The browser's
 * own menu does not wait and prints what is there. A page says with `awaits` whether it holds all of it.
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
  await settled();
  const until = performance.now() + PATIENCE;
  while (performance.now() < until && ![...awaited].every((ready) => ready())) await settled();
  // Where no printer answers, the next touch of the page brings the screen back.
  for (const touch of ['pointerdown', 'keydown']) window.addEventListener(touch, over, { once: true, capture: true });
  window.print();
}
