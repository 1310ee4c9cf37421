import type { SnapshotFile } from '../model/manifest.ts';
import { sha256Of } from '../shared/hash.ts';
import { countBytes } from './count-bytes.ts';
import { takeEarly } from './early.ts';
import { LoadError, reasonOf } from './errors.ts';
import { publishedUrl } from './published.ts';

/** How to fetch, and whom to tell of the bytes that have come. */
export interface FetchOptions extends Pick<RequestInit, 'cache'> {
  readonly counter?: (response: Response) => (loaded: number) => void;
}

/** Bytes at `url`; `file` names them in errors. Throws LoadError when there is no answer or not a good one. */
export async function fetchBytes(url: string, file: string, { counter, ...init }: FetchOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = (await takeEarly(url)?.catch(() => undefined)) ?? (await fetch(url, init));
    if (!response.ok) throw new LoadError(file, 'http', { status: response.status });
    const body = counter ? new Response(countBytes(response, counter(response))) : response;
    return new Uint8Array(await body.arrayBuffer());
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    throw new LoadError(file, 'network', { reason: reasonOf(cause) }, { cause });
  }
}

/** What the publisher sealed about a file; `bytes` is absent for the manifest itself. */
export type Seal = Pick<SnapshotFile, 'path' | 'sha256'> & { readonly bytes?: number };

/**
 * Fetches one published file and gives it to `use` only if size and SHA-256 are the sealed ones. A copy that does not match may be a broken one in the
 * browser's cache, so it is asked for once more past the cache. `use` must check the seal itself (checkSeal), here or in a worker. Throws LoadError.
 */
export async function fetchSealed<T>(folder: string, seal: Seal, use: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>, { version = seal.sha256, ...options }: FetchOptions & { readonly version?: string } = {}): Promise<T> {
  const url = publishedUrl(folder, seal.path, version);
  const cached = await fetchBytes(url, seal.path, options);
  try {
    return await use(cached);
  } catch (thrown) {
    if (!(thrown instanceof LoadError) || (thrown.code !== 'size' && thrown.code !== 'hash')) throw thrown;
  }
  return use(await fetchBytes(url, seal.path, { ...options, cache: 'reload' }));
}

/** A published file, checked on this thread: for small files; tables are checked by the decoder's worker. `version`: the hash it is asked for with. Throws LoadError. */
export const fetchChecked = (folder: string, seal: Seal, version = seal.sha256): Promise<Uint8Array<ArrayBuffer>> =>
  fetchSealed(folder, seal, async (bytes) => {
    await checkSeal(bytes, seal);
    return bytes;
  }, { version });

/** Rejects with LoadError unless the bytes are the sealed file. */
export async function checkSeal(bytes: Uint8Array<ArrayBuffer>, { path, sha256, bytes: expected }: Seal): Promise<void> {
  if (expected !== undefined && bytes.length !== expected) throw new LoadError(path, 'size', { bytes: bytes.length, expected });
  const actual = await sha256Of(bytes);
  if (actual !== sha256) throw new LoadError(path, 'hash', { expected: sha256, actual });
}
