import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { openSource, type Source } from '../engine/source.ts';
import { loadJson, openSnapshot, readIndex } from '../engine/snapshot.ts';
import type { SnapshotIndex } from '../model/manifest.ts';
import { parseRules, type Rules } from '../model/rules.ts';

/** Where the snapshots are, beside the app. */
const BASE = './snapshots/';
const BOUNDARIES = 'boundaries.topojson';

export type SnapshotEntry = SnapshotIndex['snapshots'][number];

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
  /** Why no snapshot could be opened; the page then shows this alone. */
  const problem = shallowRef<Error | null>(null);
  const loading = shallowRef(false);
  const newest = computed(() => index.value.at(-1) ?? null);
  let asked = 0;

  /** Opens snapshot `id` (null: the newest). A later call wins; a failure leaves what was open on screen. */
  async function open(id: string | null): Promise<void> {
    const turn = ++asked;
    loading.value = true;
    try {
      if (index.value.length === 0) index.value = await readIndex(BASE);
      const entry = (id === null ? null : index.value.find((s) => s.id === id)) ?? newest.value!;
      const snapshot = await openSnapshot(BASE, entry);
      const hasBoundaries = snapshot.manifest.files.some((f) => f.path === BOUNDARIES);
      const [source, rules, boundaries] = await Promise.all([
        openSource(snapshot), loadJson(snapshot, 'rules.json').then((given) => parseRules(given).rules),
        hasBoundaries ? loadJson(snapshot, BOUNDARIES).catch((error: Error) => error) : null,
      ]);
      if (turn !== asked) return;
      const broken = boundaries instanceof Error;
      opened.value = Object.freeze({ source, entry, rules, boundaries: broken ? null : boundaries, boundariesProblem: broken ? boundaries : null });
      problem.value = null;
    } catch (thrown) {
      if (turn === asked) problem.value = thrown instanceof Error ? thrown : new Error(String(thrown));
    } finally {
      if (turn === asked) loading.value = false;
    }
  }

  /** The published snapshot before `entry` (newest revision of its day); null for the first. */
  const before = (entry: SnapshotEntry): SnapshotEntry | null => index.value.filter((s) => s.as_of < entry.as_of).at(-1) ?? null;

  return { index, opened, problem, loading, newest, open, before };
});
