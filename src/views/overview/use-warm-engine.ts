import { onScopeDispose, type Ref, watch } from 'vue';
import type { Source } from '../../engine/source.ts';
import { onEngineState } from '../../engine/state.ts';
import { overviewQuestions, type OverviewAsk } from '../../query/overview.ts';

/** A panel that never draws must not keep the engine from starting. */
const LATEST_MS = 2000;

/**
 * Starts the engine behind the first screen: once it is painted, at the latest two seconds after; then again for every snapshot that is opened; its questions are planned before the first
 * click, and `then` once the first one is. A page that brings tables makes the engine forget all plans: they are made again when it has nothing to do.
 */
export function useWarmEngine(source: Readonly<Ref<Source>>, asked: Readonly<Ref<OverviewAsk>>, painted: Ref<boolean>, then: () => unknown): void {
  const late = setTimeout(() => {
    painted.value = true;
  }, LATEST_MS);
  let first = true;
  const plan = (): Promise<void> => source.value.plan(overviewQuestions(asked.value));
  const unlisten = onEngineState(({ stage }) => {
    if (stage === 'ready' && !first) requestIdleCallback(() => void plan());
  });
  onScopeDispose(() => {
    clearTimeout(late);
    unlisten();
  });
  watch([source, painted], async ([now, ready]) => {
    if (!ready) return;
    await now.warm();
    await plan();
    if (first) then();
    first = false;
  }, { immediate: true });
}
