import { PREWARMED } from '../model/prewarmed-file.ts';

/** Where the snapshots are, beside the app. */
export const SNAPSHOTS = './snapshots/';
export const INDEX = 'index.json';
export const MANIFEST = 'manifest.json';
export const RULES = 'rules.json';

/** What the first number stands on, of a snapshot: asked for together, as soon as the index is there. A snapshot without stored answers (an old one) answers 404, which the app does not mind. */
export const FIRST_FILES: readonly string[] = [MANIFEST, PREWARMED, RULES];

/** The index is the only file that is ever replaced, so it is never taken from a cache. */
export const FRESH = { cache: 'no-store' } as const;

/**
 * URL of a published file: a hash is in the query, so a browser cache can never mix two publications. A table's is its own; a JSON file's is that of the manifest, which seals it
 * and is known a round trip earlier.
 */
export const publishedUrl = (folder: string, path: string, sha256: string): string => `${folder}${path}?${sha256.slice(0, 8)}`;
