import { computed, type ComputedRef, onScopeDispose, shallowRef, watch } from 'vue';
import { errorOf } from '../../engine/errors.ts';
import { openSnapshot } from '../../engine/snapshot.ts';
import type { Manifest } from '../../model/manifest.ts';
import { useSnapshotStore } from '../../stores/snapshot.ts';
import { mayBeStale, type StaleStep, staleSteps } from './stale-steps.ts';
import { useFlow } from './use-flow.ts';

/** Steps of the account that rest on a snapshot corrected after they were made. Manifests are read only where a day was published twice, once the account is there. */
export function useStaleSteps(): { readonly steps: ComputedRef<readonly StaleStep[]>; readonly problem: ComputedRef<Error | null> } {
  const snapshots = useSnapshotStore();
  const { asked, from, to } = useFlow();
  const chain = shallowRef<readonly Manifest[]>([]);
  const problem = shallowRef<Error | null>(null);
  const may = computed(() => from.value !== null && mayBeStale(snapshots.index, from.value.as_of, to.value.as_of));
  const entryOf = ({ previous }: Manifest) => snapshots.index.find((s) => s.id === previous?.id);
  let turn = 0;
  onScopeDispose(() => (turn += 1));

  watch(() => (may.value && asked.ready.value ? ([from.value!.as_of, to.value.id] as const) : null), async (span) => {
    const mine = (turn += 1);
    [chain.value, problem.value] = [[], null];
    const opened = snapshots.opened?.source.snapshot;
    if (span === null || !opened || opened.id !== span[1]) return;
    const base = opened.folder.slice(0, -`${opened.id}/`.length);
    const read: Manifest[] = [opened.manifest];
    try {
      for (let before = entryOf(opened.manifest); before && before.as_of > span[0]; before = entryOf(read[read.length - 1]!)) {
        read.push((await openSnapshot(base, before)).manifest);
        if (mine !== turn) return;
      }
    } catch (thrown) {
      if (mine === turn) problem.value = errorOf(thrown);
    }
    if (mine === turn) chain.value = read;
  }, { immediate: true });

  return { steps: computed(() => (from.value === null ? [] : staleSteps(chain.value, snapshots.index, from.value.as_of))), problem: computed(() => problem.value) };
}
