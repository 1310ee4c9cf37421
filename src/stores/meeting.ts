import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { FilterState } from '../model/filters.ts';

/** What a slide shows; one component per kind. */
export type SlideKind = 'overview' | 'actions' | 'fresh' | 'promises' | 'lost' | 'site' | 'watch' | 'ranking' | 'leaders' | 'units' | 'deadline' | 'decisions';

/** One screen of the meeting. */
export interface Slide {
  /** Stands in the link as `slide`: the item, and from its second screen on its number: `actions`, `actions.2`, `site:XM-001`. */
  readonly id: string;
  readonly kind: SlideKind;
  /** The finding in one sentence. */
  readonly title: string;
  /** The topic of the agenda it belongs to. */
  readonly topic: string;
  /** Of a site's screen. */
  readonly projectId?: string;
}

/** What a meeting is about, fixed while it is under way. Ids of snapshots; `compare` null: nothing was published before. */
export interface Pinned {
  readonly snapshot: string;
  readonly compare: string | null;
  readonly filters: FilterState;
}

/** The meeting under way: what it is pinned to, its slides and the one on screen. Never rows. */
export const useMeeting = defineStore('meeting', () => {
  const pinned = shallowRef<Pinned | null>(null);
  const slides = shallowRef<readonly Slide[]>([]);
  const at = shallowRef<string | null>(null);
  const slide = computed((): Slide | null => slides.value.find((s) => s.id === at.value) ?? slides.value[0] ?? null);

  /** Who answers the key N (新交办): the newest that registered. */
  const writers: (() => void)[] = [];
  /** Registers what the key N does until the returned function is called. */
  const onNew = (run: () => void): (() => void) => {
    writers.push(run);
    return () => void writers.splice(writers.indexOf(run), 1);
  };
  /** The key N was pressed; false: nobody on this slide takes decisions. */
  const pressNew = (): boolean => {
    const run = writers[writers.length - 1];
    run?.();
    return run !== undefined;
  };

  /** Screens inside one slide: who turns them (`by` 1 or −1) before the next slide comes; returns false at the end. */
  const turners: ((by: 1 | -1) => boolean)[] = [];
  /** Registers a slide of several screens until the returned function is called. */
  const onTurn = (run: (by: 1 | -1) => boolean): (() => void) => {
    turners.push(run);
    return () => void turners.splice(turners.indexOf(run), 1);
  };
  /** Next or back was asked for; false: the slide has no further screen of its own, go to the next slide. */
  const turn = (by: 1 | -1): boolean => turners[turners.length - 1]?.(by) ?? false;

  return { pinned, slides, at, slide, onNew, pressNew, onTurn, turn, go: (id: string): void => void (at.value = id) };
});
