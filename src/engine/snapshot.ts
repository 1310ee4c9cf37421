import * as z from 'zod/mini';
import { FORMAT_VERSION, indexSchema, manifestSchema, type Manifest, type SnapshotIndex } from '../model/manifest.ts';
import { LoadError, reasonOf } from './errors.ts';
import { fetchBytes, fetchChecked } from './files.ts';
import { FRESH, INDEX, MANIFEST } from './published.ts';

// Zod probes `new Function` for its fast path, which a strict CSP reports as a violation.
z.config({ jitless: true });

/** A published snapshot whose manifest has been checked against the index. */
export interface Snapshot {
  readonly id: string;
  /** URL of its folder, with the closing slash. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** SHA-256 of manifest.json: it seals every other file. */
  readonly sha256: string;
}

type SnapshotEntry = SnapshotIndex['snapshots'][number];

/** The index as it was read last, by its folder: an entry in it never changes. */
const indices = new Map<string, readonly SnapshotEntry[]>();

/** Published snapshots, oldest first. Throws LoadError. */
export async function readIndex(base: string): Promise<SnapshotIndex['snapshots']> {
  const { snapshots } = parse(indexSchema, await fetchBytes(`${base}${INDEX}`, INDEX, FRESH), INDEX);
  if (snapshots.length === 0) throw new LoadError(INDEX, 'no_snapshots');
  indices.set(base, snapshots);
  return snapshots;
}

/** Opens one snapshot of the folder at `base` (closing slash included). Throws LoadError. */
export async function openSnapshot(base: string, { id, manifest_sha256: sha256 }: SnapshotEntry): Promise<Snapshot> {
  const folder = `${base}${id}/`;
  const bytes = await fetchChecked(folder, { path: MANIFEST, sha256 });
  return { id, folder, manifest: parse(manifestSchema, bytes, MANIFEST), sha256 };
}

const named = new Map<string, Promise<Snapshot>>();

/** Another published snapshot of the same folder, by its id: found through the index, its manifest read once. Throws LoadError. */
export function snapshotNamed(beside: Snapshot, id: string): Promise<Snapshot> {
  if (id === beside.id) return Promise.resolve(beside);
  const base = beside.folder.slice(0, -`${beside.id}/`.length);
  const key = `${base}${id}`;
  const of = (index: readonly SnapshotEntry[] | undefined): SnapshotEntry | undefined => index?.find((s) => s.id === id);
  const found = named.get(key) ?? Promise.resolve(of(indices.get(base))).then(async (known) => {
    const entry = known ?? of(await readIndex(base));
    if (!entry) throw new LoadError(INDEX, 'no_snapshot', { snapshot: id });
    return openSnapshot(base, entry);
  });
  named.set(key, found);
  found.catch(() => {
    named.delete(key);
    indices.delete(base);
  });
  return found;
}

/** A checked JSON file of the snapshot, e.g. `boundaries.topojson`. The caller vouches for its shape. Throws LoadError. */
export async function loadJson(snapshot: Snapshot, path: string): Promise<unknown> {
  const file = snapshot.manifest.files.find((candidate) => candidate.path === path);
  if (!file) throw new LoadError(path, 'not_imported', { snapshot: snapshot.id });
  return parseJson(await fetchChecked(snapshot.folder, file, snapshot.sha256), path);
}

/** The version is read before the rest: a newer layout may look like anything. */
const versioned = z.object({ format: z.int() });

function parse<T extends { readonly format: number }>(schema: z.ZodMiniType<T>, bytes: Uint8Array, file: string): T {
  const content = parseJson(bytes, file);
  const version = versioned.safeParse(content);
  if (version.success && version.data.format > FORMAT_VERSION) throw new LoadError(file, 'newer_format', { format: version.data.format, known: FORMAT_VERSION });
  const result = schema.safeParse(content);
  if (!result.success) throw new LoadError(file, 'shape', { reason: z.prettifyError(result.error) }, { cause: result.error });
  return result.data;
}

function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new LoadError(file, 'json', { reason: reasonOf(cause) }, { cause });
  }
}
