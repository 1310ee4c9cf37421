import { inject, type InjectionKey, nextTick, onScopeDispose, provide, shallowRef, type ShallowRef, watch } from 'vue';
import type { Overview } from '../../composables/use-overview.ts';

/** Asynchronous parts of the overview that report when they are drawn. */
const PARTS = 3;

/** How parts that are drawn later than they are mounted report: a chart, a map. */
interface Drawing {
  /** Something is on its way to the screen: `qq:all-panels` waits for it. */
  readonly begins: () => void;
  readonly drawn: () => void;
}

const DRAWING: InjectionKey<Drawing> = Symbol('drawing');

/**
 * Standard User Timing of the overview, read by the benchmark and DevTools: `qq:all-panels` (navigation → every panel holds its answer, chart and map are drawn, once, where the overview
 * is the first page) and `qq:refilter` (change of view → the DOM of every panel is updated). `painted`: all of them have been on screen once.
 */
export function provideTiming({ asked, answers, asking }: Pick<Overview, 'asked' | 'answers' | 'asking'>, opensHere: boolean): { painted: ShallowRef<boolean> } {
  let missing = opensHere ? PARTS : 0;
  let first = opensHere;
  const painted = shallowRef(false);
  let since: number | null = null;

  async function settled(): Promise<void> {
    if (missing > 0 || asking.value || Object.keys(answers.value).length === 0) return;
    await nextTick();
    if (first) {
      first = false;
      requestAnimationFrame(() => {
        performance.measure('qq:all-panels', { start: 0, end: performance.now() });
        painted.value = true;
      });
    } else if (since !== null) {
      performance.measure('qq:refilter', { start: since, end: performance.now() });
      since = null;
    }
  }
  provide(DRAWING, {
    begins: () => {
      missing += 1;
    },
    drawn: () => {
      missing -= 1;
      void settled();
    },
  });
  watch(asked, () => {
    if (!first) since = performance.now();
  }, { flush: 'sync' });
  watch(answers, () => void settled(), { flush: 'post' });
  onScopeDispose(() => {
    for (const name of ['qq:all-panels', 'qq:refilter']) performance.clearMeasures(name);
  });
  return { painted };
}

/** Parts of the overview report here. */
export const useDrawing = (): Drawing => inject(DRAWING, { begins: () => undefined, drawn: () => undefined });

const nextTask = (): Promise<unknown> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', resolve, { once: true });
  port1.start();
  port2.postMessage(null);
});

/** Fetches a part that reports when it is drawn; one that cannot be had keeps nobody waiting. Its code is run in one task and it is drawn in another, so that a click is heard in between. */
export const drawingOf = <T>({ begins, drawn }: Drawing, fetch: () => Promise<T>): (() => Promise<T>) => async () => {
  begins();
  try {
    const part = await fetch();
    await nextTask();
    return part;
  } catch (thrown) {
    drawn();
    throw thrown;
  }
};
