import { nextTick, onScopeDispose, shallowRef, type ShallowRef, watch } from 'vue';
import type { Overview } from '../../composables/use-overview.ts';

/**
 * Standard User Timing of the overview, read by the benchmark and DevTools: `qq:all-panels` (navigation → every panel holds its answer, once) and
 * `qq:refilter` (change of view → the DOM of every panel is updated). `parts` is the number of asynchronous parts that report `drawn`;
 * `painted`: all of them have been on screen once.
 */
export function useTiming({ ask, answers, pending }: Pick<Overview, 'ask' | 'answers' | 'pending'>, parts: number): { drawn: () => void; painted: ShallowRef<boolean> } {
  let missing = parts;
  let first = true;
  const painted = shallowRef(false);
  let asked: number | null = null;

  const drawn = (): void => {
    missing -= 1;
    void settled();
  };
  async function settled(): Promise<void> {
    if (missing > 0 || pending.value || Object.keys(answers.value).length === 0) return;
    await nextTick();
    if (first) {
      first = false;
      requestAnimationFrame(() => {
        performance.measure('qq:all-panels', { start: 0, end: performance.now() });
        painted.value = true;
      });
    } else if (asked !== null) {
      performance.measure('qq:refilter', { start: asked, end: performance.now() });
      asked = null;
    }
  }
  watch(ask, () => {
    if (!first) asked = performance.now();
  }, { flush: 'sync' });
  watch(answers, () => void settled(), { flush: 'post' });
  onScopeDispose(() => {
    for (const name of ['qq:all-panels', 'qq:refilter']) performance.clearMeasures(name);
  });
  return { drawn, painted };
}
