import { onScopeDispose, type Ref, watch } from 'vue';
import type { Source } from '../../engine/source.ts';

/** A panel that never draws must not keep the engine from starting. */
const LATEST_MS = 2000;

/** Starts the engine behind the first screen: once it is painted, at the latest two seconds after; then again for every snapshot that is opened. */
export function useWarmEngine(source: Readonly<Ref<Source>>, painted: Ref<boolean>): void {
  const late = setTimeout(() => {
    painted.value = true;
  }, LATEST_MS);
  onScopeDispose(() => clearTimeout(late));
  watch([source, painted], ([now, ready]) => {
    if (ready) void now.warm();
  }, { immediate: true });
}
