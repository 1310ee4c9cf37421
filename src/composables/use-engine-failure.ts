import { computed, type ComputedRef } from 'vue';
import { EngineError } from '../engine/errors.ts';
import { useEngineState } from './use-engine-state.ts';
import { usePageFacts } from './use-page-facts.ts';

/** The engine's failure, when live answers are not to be had: filters and comparisons are off and say why; stored answers stay. null: it works or is not needed yet. */
export function useEngineFailure(): ComputedRef<EngineError | null> {
  const state = useEngineState();
  const { facts } = usePageFacts();
  return computed(() => {
    if (state.value.stage === 'failed' && state.value.error instanceof EngineError) return state.value.error;
    for (const answer of Object.values(facts.value?.answers.value ?? {})) if ('error' in answer && answer.error instanceof EngineError) return answer.error;
    return null;
  });
}
