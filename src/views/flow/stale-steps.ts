import type { Manifest } from '../../model/manifest.ts';
import type { SnapshotEntry } from '../../stores/snapshot-index.ts';

/** A step that was made of a snapshot which has been corrected since. */
export interface StaleStep {
  /** Day whose snapshot was corrected. */
  readonly day: string;
  /** Revision the step was made of, and the newest one of that day. */
  readonly used: number;
  readonly newest: number;
  /** Day the step leads to. */
  readonly next: string;
}

type Entry = Pick<SnapshotEntry, 'id' | 'as_of' | 'revision'>;

/** true when a day from `from` to before `to` was published more than once: only then can a step rest on an old revision. */
export const mayBeStale = (index: readonly Entry[], from: string, to: string): boolean => index.some((s) => s.revision > 1 && s.as_of >= from && s.as_of < to);

/**
 * The steps between `from` and the snapshot on screen that rest on an old revision, oldest first. `chain`: manifests from the one on screen back, each the one
 * that the one before it was built on.
 */
export function staleSteps(chain: readonly Pick<Manifest, 'as_of' | 'previous'>[], index: readonly Entry[], from: string): readonly StaleStep[] {
  const found = chain.flatMap(({ as_of: next, previous }): StaleStep[] => {
    const used = index.find((s) => s.id === previous?.id);
    if (!used || used.as_of < from) return [];
    const newest = index.filter((s) => s.as_of === used.as_of).reduce((a, b) => (b.revision > a.revision ? b : a));
    return newest.revision > used.revision ? [{ day: used.as_of, used: used.revision, newest: newest.revision, next }] : [];
  });
  return found.reverse();
}
