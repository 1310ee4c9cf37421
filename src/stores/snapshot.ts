import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { openSource, type Source } from '../engine/source.ts';
import { RULES, SNAPSHOTS } from '../engine/published.ts';
import { loadJson, openSnapshot, readIndex } from '../engine/snapshot.ts';
import { parseRules, type Rules } from '../model/rules.ts';
import { entryBefore, nearestEarlier, type SnapshotEntry } from './snapshot-index.ts';

const BOUNDARIES = 'boundaries.topojson';

export type { SnapshotEntry } from './snapshot-index.ts';

/** A snapshot with what is needed to show it. */
export interface Opened {
  readonly source: Source;
  readonly entry: SnapshotEntry;
  readonly rules: Rules;
  /** TopoJSON, unchecked; null: 无边界 (or not readable, then `boundariesProblem` says why). */
  readonly boundaries: unknown;
  readonly boundariesProblem: Error | null;
}

/** The published snapshots and the one on screen. */
export const useSnapshotStore = defineStore('snapshot', () => {
  const index = shallowRef<readonly SnapshotEntry[]>([]);
  const opened = shallowRef<Opened | null>(null);
  /** Why the snapshot asked for could not be opened; the page then shows this alone, never the numbers of another one. */
  const problem = shallowRef<Error | null>(null);
  /** The snapshot `problem` is about; null: the index itself. */
  const failed = shallowRef<SnapshotEntry | null>(null);
  const loading = shallowRef(false);
  const newest = computed(() => index.value[index.value.length - 1] ?? null);
  const published = (id: string): SnapshotEntry | undefined => index.value.find((s) => s.id === id);
  let asked = 0;
  /** The id asked for last. */
  let sought: string | null = null;
  let underway: { readonly id: string | null; readonly done: Promise<SnapshotEntry | null> } | null = null;

  /**
   * Opens snapshot `id` (null: the newest; one that is not published: the nearest earlier one) and resolves to the one on screen. A later call wins (null). A failure
   * is in `problem` (null). Asked again for what is on its way, it answers with that.
   */
  function open(id: string | null): Promise<SnapshotEntry | null> {
    if (underway?.id === id) return underway.done;
    const mine = { id, done: load(id).finally(() => {
      if (underway === mine) underway = null;
    }) };
    underway = mine;
    return mine.done;
  }
  async function load(id: string | null): Promise<SnapshotEntry | null> {
    const turn = ++asked;
    loading.value = true;
    let entry: SnapshotEntry | null = null;
    try {
      if (index.value.length === 0) index.value = await readIndex(SNAPSHOTS);
      // Published since the index was read, perhaps; asked for twice in a row it was looked for already.
      else if (id !== null && id !== sought && !published(id)) index.value = await readIndex(SNAPSHOTS).catch(() => index.value);
      sought = id;
      entry = id === null ? newest.value! : (published(id) ?? nearestEarlier(index.value, id.slice(0, 10))!);
      if (opened.value?.entry.id === entry.id) {
        if (turn === asked) problem.value = null;
        return entry;
      }
      const snapshot = await openSnapshot(SNAPSHOTS, entry);
      const hasBoundaries = snapshot.manifest.files.some((f) => f.path === BOUNDARIES);
      const [source, rules, boundaries] = await Promise.all([
        openSource(snapshot), loadJson(snapshot, RULES).then((given) => parseRules(given).rules),
        hasBoundaries ? loadJson(snapshot, BOUNDARIES).catch((error: Error) => error) : null,
      ]);
      if (turn !== asked) return null;
      const broken = boundaries instanceof Error;
      opened.value = Object.freeze({ source, entry, rules, boundaries: broken ? null : boundaries, boundariesProblem: broken ? boundaries : null });
      problem.value = null;
      return entry;
    } catch (thrown) {
      if (turn === asked) {
        problem.value = thrown instanceof Error ? thrown : new Error(String(thrown));
        failed.value = entry;
      }
      return null;
    } finally {
      if (turn === asked) loading.value = false;
    }
  }

  /** The published snapshot before `entry` (newest revision of its day); null for the first. */
  const before = (entry: SnapshotEntry): SnapshotEntry | null => entryBefore(index.value, entry);

  return { index, opened, problem, failed, loading, newest, open, before };
});
