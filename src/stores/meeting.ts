import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { FilterState } from '../model/filters.ts';
import { type Pinned, readMeeting, type SavedMeeting, saveMeeting, spend } from './meeting-storage.ts';

export type { Pinned } from './meeting-storage.ts';

/** What a slide shows; one component per kind. */
export type SlideKind = 'summary' | 'paid' | 'list' | 'cards' | 'board' | 'deadline' | 'site' | 'decisions';

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

/** A reload takes this long at most; what is longer was no meeting and is not counted. */
const GAP_MS = 60_000;

/** The meeting under way: what it is pinned to, its slides, the one on screen, the time each topic took. Never rows. It survives a reload. */
export const useMeeting = defineStore('meeting', () => {
  const pinned = shallowRef<Pinned | null>(null);
  const slides = shallowRef<readonly Slide[]>([]);
  const at = shallowRef<string | null>(null);
  /** Edited agenda, as it stands in the link; '' by the rules. */
  const agenda = shallowRef('');
  /** ms by topic; a topic that was on screen is here. */
  const spent = shallowRef<Readonly<Record<string, number>>>({});
  /** The newest published snapshot when the meeting began: what comes later is only spoken of. */
  const newest = shallowRef<string | null>(null);
  /** Where a slide of several screens begins: at its last one when it was come to backwards. */
  const arrival = shallowRef<'first' | 'last'>('first');
  const slide = computed((): Slide | null => slides.value.find((s) => s.id === at.value) ?? slides.value[0] ?? null);
  let seen = 0;
  /** The topic the time runs for: of the slide at the last tick. */
  let running: string | null = null;

  const save = (): void => {
    const saved: SavedMeeting | null = pinned.value && { pinned: pinned.value, slide: at.value, agenda: agenda.value, spent: spent.value, newest: newest.value, seen };
    saveMeeting(saved);
  };
  /** A meeting that this browser has not ended; null: none, or its snapshot or comparison is not what is asked for. */
  const underway = (now: number, wanted: { readonly snapshot: string | null; readonly compare: string | null } | null = null): SavedMeeting | null => {
    const saved = readMeeting(now);
    const other = wanted !== null && ((wanted.snapshot !== null && wanted.snapshot !== saved?.pinned.snapshot) || (wanted.compare !== null && wanted.compare !== (saved?.pinned.compare ?? 'none')));
    return other ? null : saved;
  };
  const begin = (what: Pinned, now: number, published: string | null): void => {
    pinned.value = what;
    newest.value = published;
    at.value = null;
    agenda.value = '';
    spent.value = {};
    running = null;
    seen = now;
    save();
  };
  const resume = (saved: SavedMeeting, now: number): void => {
    pinned.value = saved.pinned;
    at.value = saved.slide;
    agenda.value = saved.agenda;
    spent.value = saved.spent;
    newest.value = saved.newest;
    running = null;
    seen = now - saved.seen > GAP_MS ? now : saved.seen;
  };
  /** The time since the last tick goes to the topic that was on screen, also while the presenter is on another page. */
  const tick = (now: number): void => {
    if (!pinned.value) return;
    const topic = slide.value?.topic ?? null;
    if (topic === null) return;
    spent.value = spend(spend(spent.value, running ?? topic, now - seen), topic, 0);
    running = topic;
    seen = now;
    save();
  };
  const go = (id: string, from: 'first' | 'last' = 'first'): void => {
    arrival.value = from;
    at.value = id;
    save();
  };
  const setAgenda = (text: string): void => {
    agenda.value = text;
    save();
  };
  /** The meeting goes on about the whole county. */
  const dropFilters = (): void => {
    if (!pinned.value) return;
    pinned.value = { ...pinned.value, filters: {} };
    save();
  };
  /** Esc: the numbers are free again. */
  const end = (): void => {
    pinned.value = null;
    slides.value = [];
    at.value = null;
    save();
  };

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

  /** What must be settled before the meeting is left: returns what to say, or null. */
  const guards: (() => string | null)[] = [];
  const onLeave = (ask: () => string | null): (() => void) => {
    guards.push(ask);
    return () => void guards.splice(guards.indexOf(ask), 1);
  };
  /** What stands against leaving now; asked once. */
  const leaveQuestion = (): string | null => guards.map((ask) => ask()).find((text) => text !== null) ?? null;

  return { pinned, slides, at, slide, agenda, spent, newest, arrival, underway, begin, resume, tick, end, go, setAgenda, dropFilters, onNew, pressNew, onTurn, turn, onLeave, leaveQuestion };
});

/** Filters as text, to compare them. */
export const filterText = (filters: FilterState): string => JSON.stringify(Object.entries(filters).filter(([, v]) => v.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
