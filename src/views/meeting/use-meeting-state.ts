import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { useRoute } from 'vue-router';
import { useOverview } from '../../composables/use-overview.ts';
import { filterText, useMeeting } from '../../stores/meeting.ts';
import { type SnapshotEntry, useSnapshotStore } from '../../stores/snapshot.ts';
import { useViewStore } from '../../stores/view.ts';

const TICK_MS = 1000;
/** This machine's clock; the meeting's times are read off it. */
const clockNow = (): number => Date.now();

/** Keeps view and meeting equal while the slides are on screen: pins, restores after a way through other pages, comes back after a reload, counts the time. */
export function useMeetingState(): { readonly now: ShallowRef<number>; readonly clearFilters: () => void; readonly reopen: (entry: SnapshotEntry) => void } {
  const meeting = useMeeting();
  const views = useViewStore();
  const snapshots = useSnapshotStore();
  const { opened, compare } = useOverview();
  const now = shallowRef(clockNow());

  const route = useRoute();
  const restore = (): void => {
    const { pinned } = meeting;
    // On the way to another page the view is already that page's.
    if (!pinned || route.name !== 'meeting') return;
    // The comparison must be earlier than what is open: it follows once the pinned snapshot is.
    const there = opened.value.entry.id === pinned.snapshot;
    views.set({ snapshot: pinned.snapshot, compare: there ? (pinned.compare ?? 'none') : null, filters: pinned.filters });
  };
  const start = (): void => {
    const { page, snapshot, compare: against } = views.view;
    const saved = meeting.underway(clockNow(), { snapshot, compare: against });
    const known = saved !== null && snapshots.index.some((s) => s.id === saved.pinned.snapshot) && (saved.pinned.compare === null || snapshots.index.some((s) => s.id === saved.pinned.compare));
    if (saved && known) meeting.resume(saved, clockNow());
    else meeting.begin({ snapshot: opened.value.entry.id, compare: compare.value?.id ?? null, filters: views.view.filters }, clockNow(), snapshots.newest?.id ?? null);
    // What the link says of slide and agenda wins over what the browser kept.
    if (page.slide) {
      meeting.setAgenda(page.agenda ?? '');
      meeting.go(page.slide);
    } else if (page.agenda) meeting.setAgenda(page.agenda);
  };
  if (meeting.pinned === null) start();
  restore();

  // Back and forward, or an old link, must not change what the slides show.
  watch(() => [views.view.snapshot, views.view.compare, filterText(views.view.filters), opened.value.entry.id].join('\n'), restore, { flush: 'sync' });
  watch(() => [meeting.slide?.id, meeting.agenda] as const, ([slide, agenda]) => {
    if (meeting.pinned && slide !== undefined) views.setPage({ slide, agenda });
  }, { immediate: true });
  watch(() => views.view.page.slide, (slide) => {
    if (slide && slide !== meeting.slide?.id && meeting.slides.some((s) => s.id === slide)) meeting.go(slide);
  });

  const tick = (): void => {
    now.value = clockNow();
    meeting.tick(now.value);
  };
  const timer = setInterval(tick, TICK_MS);
  // The time up to now belongs to the slide that is left.
  watch(() => meeting.slide?.topic, tick, { flush: 'sync' });
  window.addEventListener('pagehide', tick);
  onScopeDispose(() => {
    clearInterval(timer);
    window.removeEventListener('pagehide', tick);
  });
  return {
    now,
    clearFilters: () => {
      meeting.dropFilters();
      restore();
    },
    /** A meeting that could not begin is held with another snapshot. */
    reopen: (entry) => {
      const filters = meeting.pinned?.filters ?? {};
      meeting.end();
      meeting.begin({ snapshot: entry.id, compare: snapshots.before(entry)?.id ?? null, filters }, clockNow(), snapshots.newest?.id ?? null);
      restore();
    },
  };
}

/** mm:ss. */
export const clockText = (ms: number): string => `${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

/** Width of the window → how large the canvas is drawn. */
export const useScale = (width: Readonly<ShallowRef<number>>, height: Readonly<ShallowRef<number>>): ComputedRef<number> => computed(() => Math.min(width.value / 1920, height.value / 1080));
