import { onScopeDispose, type ShallowRef, shallowRef } from 'vue';
import { type EngineState, engineState, onEngineState } from '../engine/state.ts';

/** The engine's stage, bytes and error, kept up to date as long as the component lives. */
export function useEngineState(): Readonly<ShallowRef<EngineState>> {
  const state = shallowRef(engineState());
  onScopeDispose(onEngineState((now) => {
    state.value = now;
  }));
  return state;
}
