import { useEventListener } from '@vueuse/core';
import { computed, type ComputedRef, shallowRef } from 'vue';
import { readIndex } from '../../engine/snapshot.ts';
import { isoWeek } from '../../shared/dates.ts';
import { useMeeting } from '../../stores/meeting.ts';
import { type SnapshotEntry, useSnapshotStore } from '../../stores/snapshot.ts';

type Entry = Pick<SnapshotEntry, 'id' | 'as_of'>;
/** What has been published since the meeting began: week of the new one and of the meeting's, by their ids where it is a correction of the same week. */
export type Newer = { readonly kind: 'week'; readonly now: number; readonly mine: number } | { readonly kind: 'revision'; readonly now: string; readonly mine: string };

/** null: nothing was, or it is what the meeting is about. `began`: the newest when it did. */
export function newerThan(newest: Entry | null, began: string | null, mine: Entry): Newer | null {
  if (newest === null || began === null || newest.id === began || newest.id === mine.id) return null;
  return newest.as_of === mine.as_of ? { kind: 'revision', now: newest.id, mine: mine.id } : { kind: 'week', now: isoWeek(newest.as_of).week, mine: isoWeek(mine.as_of).week };
}

/** Looks into the index when somebody comes back to the page, or to the meeting; never by the clock. The numbers of the meeting stay what they are. */
export function useNewer(mine: () => Entry): ComputedRef<Newer | null> {
  const meeting = useMeeting();
  const snapshots = useSnapshotStore();
  const found = shallowRef<Entry | null>(null);
  async function look(): Promise<void> {
    const here = snapshots.opened?.source.snapshot;
    if (document.visibilityState !== 'visible' || !here) return;
    const index = await readIndex(here.folder.slice(0, -`${here.id}/`.length)).catch(() => []);
    found.value = index[index.length - 1] ?? found.value;
  }
  useEventListener(document, 'visibilitychange', look);
  useEventListener(window, 'focus', look);
  if (meeting.slides.length > 0) void look();
  return computed(() => newerThan(found.value ?? snapshots.newest, meeting.newest, mine()));
}
