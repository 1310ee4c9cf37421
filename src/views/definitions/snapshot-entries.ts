import type { Manifest } from '../../model/manifest.ts';
import { SNAPSHOT_TABLES } from '../../model/tables.ts';

/** What is known of the manifest of a published snapshot; undefined: not read yet. */
export type Known = { readonly manifest: Manifest } | { readonly error: Error } | undefined;

/** Rows of a table and how they differ from the snapshot before; by null: one of the two lacks the table, or is not known. */
export interface RowCount {
  readonly table: string;
  readonly rows: number | null;
  readonly by: number | null;
}

/** One published snapshot, newest first in the list. */
export interface SnapshotLine {
  readonly id: string;
  readonly asOf: string;
  readonly revision: number;
  readonly sha256: string;
  readonly error: Error | null;
  readonly manifest: Manifest | null;
  readonly counts: readonly RowCount[];
  /** `none`: the first · `sealed`: the index has it with the very hash · `changed`: with another · `missing`: not in the index. */
  readonly chain: 'none' | 'sealed' | 'changed' | 'missing' | null;
}

type Entry = { readonly id: string; readonly as_of: string; readonly revision: number; readonly manifest_sha256: string };

/** Tables whose rows are compared: those a snapshot may hold, the cube included. */
const COUNTED: readonly string[] = [...SNAPSHOT_TABLES.map((t) => t.name), 'cube'];
const rowsOf = (known: Known, table: string): number | null => (known && 'manifest' in known ? (known.manifest.files.find((f) => f.table === table)?.rows ?? null) : null);

/** All published snapshots, newest first, as far as their manifests are known. */
export function snapshotLines(index: readonly Entry[], known: ReadonlyMap<string, Known>): readonly SnapshotLine[] {
  const lines = index.map((entry, at): SnapshotLine => {
    const own = known.get(entry.id);
    const manifest = own && 'manifest' in own ? own.manifest : null;
    const before = manifest?.previous ? known.get(manifest.previous.id) : at > 0 ? known.get(index[at - 1]!.id) : undefined;
    return {
      id: entry.id, asOf: entry.as_of, revision: entry.revision, sha256: entry.manifest_sha256, manifest, error: own && 'error' in own ? own.error : null, chain: manifest ? chainOf(manifest, index) : null,
      counts: COUNTED.map((table) => {
        const [rows, earlier] = [rowsOf(own, table), rowsOf(before, table)];
        return { table, rows, by: rows === null || earlier === null ? null : rows - earlier };
      }),
    };
  });
  return lines.reverse();
}

/** Whether the index still has the snapshot this one was built on, unchanged. */
export function chainOf({ previous }: Pick<Manifest, 'previous'>, index: readonly Entry[]): NonNullable<SnapshotLine['chain']> {
  if (previous === null) return 'none';
  const found = index.find((e) => e.id === previous.id);
  return found === undefined ? 'missing' : found.manifest_sha256 === previous.sha256 ? 'sealed' : 'changed';
}
