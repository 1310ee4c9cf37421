import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { indexSchema, manifestSchema, type Manifest } from '../../model/manifest.ts';

/** What differs. `index`: it lists another manifest than the page opened · `chain`: the snapshot before is another than at publication · `lost`: it is no longer published. */
export type FaultCode = 'http' | 'network' | 'size' | 'hash' | 'json' | 'index' | 'chain' | 'lost';

/** One thing that is not as it was sealed. */
export interface Fault {
  readonly code: FaultCode;
  readonly snapshot: string;
  readonly file: string;
  readonly expected: string | number | null;
  readonly actual: string | number | null;
}

export interface Progress {
  /** File on its way. */
  readonly file: string;
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

export interface Verification {
  readonly snapshot: string;
  readonly files: number;
  readonly bytes: number;
  /** Snapshots of the chain that were followed, this one not counted. */
  readonly chain: number;
  readonly faults: readonly Fault[];
}

export interface VerifyTask {
  /** URL of the snapshots folder, closing slash included. */
  readonly base: string;
  readonly id: string;
  /** As the page knows it. */
  readonly sha256: string;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Lets the page answer clicks between slices. */
  readonly pause?: () => Promise<void>;
}

/** A lost snapshot is said, but nothing differs: the publisher may drop the oldest. */
export const isFatal = ({ code }: Fault): boolean => code !== 'lost';

/** Bytes hashed at a time: some milliseconds. */
const SLICE = 512 * 1024;
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface Hashed {
  readonly bytes: number;
  readonly sha256: string;
  /** The content, where it was asked for. */
  readonly text: string | null;
}
type Got = Hashed | { readonly code: 'http' | 'network'; readonly actual: string | number };

/** Fetches past every cache and hashes in slices as the bytes come; nothing large is kept. Rejects only when aborted. */
async function hashOf(task: VerifyTask, path: string, keep: boolean, came: (bytes: number) => void): Promise<Got> {
  const { base, signal, pause = nextTurn } = task;
  const hash = sha256.create();
  const kept: Uint8Array[] = [];
  let [bytes, sincePause] = [0, 0];
  try {
    // Called as a bare function: a browser's fetch refuses another `this`.
    const ask = task.fetch;
    const response = await ask(`${base}${path}`, { cache: 'no-store', signal });
    if (!response.ok) return { code: 'http', actual: response.status };
    const reader = response.body!.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const chunk = part.value as Uint8Array;
      for (let at = 0; at < chunk.length; at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE);
        hash.update(slice);
        bytes += slice.length;
        sincePause += slice.length;
        if (sincePause < SLICE) continue;
        sincePause = 0;
        came(bytes);
        await pause();
        signal.throwIfAborted?.();
      }
      if (keep) kept.push(chunk);
    }
  } catch (thrown) {
    if (signal.aborted) throw new DOMException('aborted', 'AbortError');
    return { code: 'network', actual: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  return { bytes, sha256: bytesToHex(hash.digest()), text: keep ? await new Blob(kept as BlobPart[]).text() : null };
}

function parsed<T>(schema: { safeParse: (value: unknown) => { readonly success: boolean; readonly data?: T } }, text: string | null): T | null {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Fetches every file of a published snapshot again, compares bytes and SHA-256 with its manifest, the manifest with index.json, and follows the chain of snapshots it was
 * built on, manifest by manifest. Rejects with AbortError when cancelled.
 */
export async function verifySnapshot(task: VerifyTask): Promise<Verification> {
  const faults: Fault[] = [];
  const found = (code: FaultCode, snapshot: string, file: string, expected: Fault['expected'], actual: Fault['actual']): void => void faults.push({ code, snapshot, file, expected, actual });
  const { id } = task;
  let [files, bytes, ofFiles, ofBytes] = [0, 0, 2, 0];
  const tell = (file: string, more = 0): void => task.onProgress?.({ file, files, ofFiles, bytes: bytes + more, ofBytes });
  const get = async (path: string, keep: boolean): Promise<Got> => {
    tell(path);
    const got = await hashOf(task, path, keep, (came) => tell(path, came));
    files += 1;
    if ('sha256' in got) bytes += got.bytes;
    return got;
  };

  const index = await get('index.json', true);
  const published = 'sha256' in index ? (parsed(indexSchema, index.text)?.snapshots ?? null) : null;
  if (!('sha256' in index)) found(index.code, id, 'index.json', null, index.actual);
  else if (published === null) found('json', id, 'index.json', null, null);
  else {
    const listed = published.find((s) => s.id === id)?.manifest_sha256 ?? null;
    if (listed !== task.sha256) found('index', id, 'index.json', task.sha256, listed);
  }

  const sealed = await get(`${id}/manifest.json`, true);
  const manifest: Manifest | null = 'sha256' in sealed ? parsed(manifestSchema, sealed.text) : null;
  if (!('sha256' in sealed)) found(sealed.code, id, 'manifest.json', null, sealed.actual);
  else if (sealed.sha256 !== task.sha256) found('hash', id, 'manifest.json', task.sha256, sealed.sha256);
  else if (manifest === null) found('json', id, 'manifest.json', null, null);

  ofFiles += manifest?.files.length ?? 0;
  ofBytes = bytes + (manifest?.files.reduce((sum, f) => sum + f.bytes, 0) ?? 0);
  for (const file of manifest?.files ?? []) {
    const got = await get(`${id}/${file.path}`, false);
    if (!('sha256' in got)) found(got.code, id, file.path, null, got.actual);
    else if (got.bytes !== file.bytes) found('size', id, file.path, file.bytes, got.bytes);
    else if (got.sha256 !== file.sha256) found('hash', id, file.path, file.sha256, got.sha256);
  }

  let chain = 0;
  const seen = new Set([id]);
  for (let previous = manifest?.previous ?? null; previous !== null && !seen.has(previous.id);) {
    const { id: before, sha256: expected } = previous;
    seen.add(before);
    if (published !== null && !published.some((s) => s.id === before)) {
      found('lost', before, 'manifest.json', expected, null);
      break;
    }
    ofFiles += 1;
    const got = await get(`${before}/manifest.json`, true);
    if (!('sha256' in got)) {
      found(got.code, before, 'manifest.json', expected, got.actual);
      break;
    }
    if (got.sha256 !== expected) {
      found('chain', before, 'manifest.json', expected, got.sha256);
      break;
    }
    chain += 1;
    previous = parsed(manifestSchema, got.text)?.previous ?? null;
  }
  return { snapshot: id, files, bytes, chain, faults };
}
