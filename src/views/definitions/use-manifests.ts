import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { errorOf } from '../../engine/errors.ts';
import { openSnapshot } from '../../engine/snapshot.ts';
import { useSnapshotStore, type SnapshotEntry } from '../../stores/snapshot.ts';
import { type Known, snapshotLines } from './snapshot-entries.ts';

/** Manifests read at first, and with each 再读. */
const BATCH = 26;
/** At the same time: the server is somebody's office PC. */
const AT_ONCE = 4;

/** Manifests are sealed: read once per visit of the app. */
const read = new Map<string, Known>();

/** The published snapshots with what their manifests say, newest first; manifests come a few at a time. */
export function useManifests() {
  const snapshots = useSnapshotStore();
  const known = shallowRef<ReadonlyMap<string, Known>>(new Map(read));
  const wanted = ref(BATCH);
  const reading = ref(false);
  const left = new AbortController();
  onScopeDispose(() => left.abort());

  const base = (): string => {
    const { folder, id } = snapshots.opened!.source.snapshot;
    return folder.slice(0, -`${id}/`.length);
  };
  const keyOf = (entry: SnapshotEntry): string => `${entry.id} ${entry.manifest_sha256}`;
  const newest = computed(() => [...snapshots.index].reverse());
  // One more than is shown: the last one shown is compared with it.
  const asked = computed(() => newest.value.slice(0, wanted.value + 1));

  async function next(queue: SnapshotEntry[]): Promise<void> {
    for (let entry = queue.shift(); entry && !left.signal.aborted; entry = queue.shift()) {
      const found: Known = await openSnapshot(base(), entry).then(({ manifest }) => ({ manifest }), (error: unknown) => ({ error: errorOf(error) }));
      if ('manifest' in found) read.set(keyOf(entry), found);
      known.value = new Map([...known.value, [keyOf(entry), found]]);
    }
  }
  watch(asked, async (entries) => {
    const queue = entries.filter((e) => !known.value.has(keyOf(e)));
    if (queue.length === 0) return;
    reading.value = true;
    await Promise.all(Array.from({ length: AT_ONCE }, () => next(queue)));
    reading.value = false;
  }, { immediate: true });

  const lines = computed(() => snapshotLines(snapshots.index, new Map(snapshots.index.map((e) => [e.id, known.value.get(keyOf(e))]))));
  return {
    base, reading, lines: computed(() => lines.value.slice(0, wanted.value)), older: computed(() => Math.max(0, newest.value.length - wanted.value)),
    more: (): void => {
      wanted.value += BATCH;
    },
  };
}
