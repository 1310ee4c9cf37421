import type { SnapshotFile } from '../model/manifest.ts';
import { sha256Hex } from '../shared/hash.ts';
import { LoadError, reasonOf } from './errors.ts';

/** Bytes at `url`; `file` names them in errors. Throws LoadError when there is no answer or not a good one. */
export async function fetchBytes(url: string, file: string, init: RequestInit = {}): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, init);
    if (!response.ok) throw new LoadError(file, `服务器返回 ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    throw new LoadError(file, `无法读取（${reasonOf(cause)}）`, { cause });
  }
}

/** URL of a published file: its hash is in the query, so a browser cache can never mix two publications. */
export const publishedUrl = (folder: string, path: string, sha256: string): string =>
  `${folder}${path}?${sha256.slice(0, 8)}`;

/** What the publisher sealed about a file; `bytes` is absent for the manifest itself. */
type Seal = Pick<SnapshotFile, 'path' | 'sha256'> & { readonly bytes?: number };

/**
 * Fetches one published file and returns it only if size and SHA-256 are the sealed ones. A copy that does not match may be
 * a broken one in the browser's cache, so it is asked for once more past the cache. Throws LoadError.
 */
export async function fetchChecked(folder: string, seal: Seal): Promise<Uint8Array<ArrayBuffer>> {
  const url = publishedUrl(folder, seal.path, seal.sha256);
  const cached = await fetchBytes(url, seal.path);
  if (mismatch(cached, seal) === null) return cached;
  const fresh = await fetchBytes(url, seal.path, { cache: 'reload' });
  const wrong = mismatch(fresh, seal);
  if (wrong !== null) throw new LoadError(seal.path, wrong);
  return fresh;
}

/** Why the bytes are not the sealed file, or null when they are. */
function mismatch(bytes: Uint8Array, seal: Seal): string | null {
  if (seal.bytes !== undefined && bytes.length !== seal.bytes) {
    return `大小为 ${bytes.length} 字节，清单为 ${seal.bytes} 字节，文件没有传完，请重新发布`;
  }
  return sha256Hex(bytes) === seal.sha256 ? null : '内容与发布时的 SHA-256 不符，文件已损坏或被改动，请重新发布';
}
