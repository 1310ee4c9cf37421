import { computed, type ComputedRef } from 'vue';
import { useSnapshotStore } from '../stores/snapshot.ts';
import { entryAfter, entryBefore, moveComparison, openingOf, type SnapshotEntry } from '../stores/snapshot-index.ts';
import { useViewStore } from '../stores/view.ts';

/** Going from snapshot to snapshot: filters stay, and so does the distance of the comparison. */
export function useSnapshotSteps(): { readonly opening: ComputedRef<SnapshotEntry | null>; readonly go: (to: SnapshotEntry | null) => void; readonly previous: () => void; readonly next: () => void } {
  const snapshots = useSnapshotStore();
  const views = useViewStore();
  const current = computed(() => snapshots.opened?.entry ?? null);
  const opening = computed(() => (snapshots.opened ? openingOf(snapshots.index, snapshots.opened.rules.campaign.from) : null));
  const go = (to: SnapshotEntry | null): void => {
    if (!to) return;
    const { compare } = views.view;
    views.set({ snapshot: to === snapshots.newest ? null : to.id, compare: current.value ? moveComparison(snapshots.index, compare, current.value, to, opening.value) : compare });
  };
  return {
    opening,
    go,
    previous: () => current.value && go(entryBefore(snapshots.index, current.value)),
    next: () => current.value && go(entryAfter(snapshots.index, current.value)),
  };
}
