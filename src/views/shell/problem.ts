import { LoadError } from '../../engine/errors.ts';
import { entryBefore, type SnapshotEntry } from '../../stores/snapshot-index.ts';

/** What the page that could not be opened offers. */
export interface Blocked {
  /** Another try may help: the network, a server that was being published to. */
  readonly retry: boolean;
  /** The snapshot before, where the trouble is that of one snapshot. */
  readonly previous: SnapshotEntry | null;
  /** Sealed and found hash, where both are known. */
  readonly hashes: { readonly expected: string; readonly actual: string } | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Decides from the error and the snapshot it concerns (null: the index itself). */
export function blockedBy(error: unknown, failed: SnapshotEntry | null, index: readonly SnapshotEntry[]): Blocked {
  const load = error instanceof LoadError ? error : null;
  const [expected, actual] = [text(load?.params['expected']), text(load?.params['actual'])];
  return {
    retry: load?.code !== 'newer_format' && load?.code !== 'no_snapshots',
    previous: failed && load?.code !== 'newer_format' ? entryBefore(index, failed) : null,
    hashes: load?.code === 'hash' && expected && actual ? { expected, actual } : null,
  };
}

/** What to send to the publisher: error, snapshot, page and browser. */
export function details(error: unknown, failed: SnapshotEntry | null, page: string, browser: string): string {
  const lines = [error instanceof Error ? `${error.name}: ${error.message}` : String(error), failed ? `snapshot ${failed.id} manifest ${failed.manifest_sha256}` : 'index.json', page, browser];
  return lines.join('\n');
}
