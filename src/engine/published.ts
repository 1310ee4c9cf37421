import { PREWARMED } from '../model/prewarmed-file.ts';

/** Where the snapshots are, beside the app. */
export const SNAPSHOTS = './snapshots/';
export const INDEX = 'index.json';
export const MANIFEST = 'manifest.json';
export const RULES = 'rules.json';

/** What the first number stands on, of a snapshot. */
export const FIRST_FILES: readonly string[] = [PREWARMED, RULES];

/** The index is the only file that is ever replaced, so it is never taken from a cache. */
export const FRESH = { cache: 'no-store' } as const;

/** URL of a published file: its hash is in the query, so a browser cache can never mix two publications. */
export const publishedUrl = (folder: string, path: string, sha256: string): string => `${folder}${path}?${sha256.slice(0, 8)}`;
