import { describe, expect, it } from 'vitest';
import { EngineError, LoadError } from '../../engine/errors.ts';
import { shortHash, snapshotNumber } from '../../model/snapshot-number.ts';
import { MAP_METRICS } from '../../query/overview.ts';
import { pagesOf } from './pages.ts';
import { blockedBy, details } from './problem.ts';
import { progressOf } from './progress.ts';
import { nextMetric } from './use-page-keys.ts';

const entry = (id: string) => ({ id, as_of: id, revision: 1, manifest_sha256: 'ab'.repeat(32) });
const index = ['2026-11-13', '2026-11-20'].map(entry);
const [previous, failed] = index as [ReturnType<typeof entry>, ReturnType<typeof entry>];

describe('a snapshot that does not open', () => {
  const hash = new LoadError('cube.parquet', 'hash', { expected: 'a'.repeat(64), actual: 'b'.repeat(64) });
  it.each([
    ['a damaged file: both hashes, the one before', hash, failed, { retry: true, previous, hashes: { expected: 'a'.repeat(64), actual: 'b'.repeat(64) } }],
    ['a damaged file of the first snapshot', hash, previous, { retry: true, previous: null }],
    ['a hash that is not known', new LoadError('cube.parquet', 'hash'), failed, { hashes: null, previous }],
    ['a newer format: no other snapshot, no retry', new LoadError('manifest.json', 'newer_format', { format: 2, known: 1 }), failed, { retry: false, previous: null, hashes: null }],
    ['nothing published', new LoadError('index.json', 'no_snapshots'), null, { retry: false, previous: null }],
    ['no network', new LoadError('index.json', 'network', { reason: 'x' }), null, { retry: true, previous: null }],
    ['anything else', new Error('x'), failed, { retry: true, previous, hashes: null }],
  ])('%s', (_what, error, at, expected) => expect(blockedBy(error, at, index)).toMatchObject(expected));
  it('has details to send', () => expect(details(new EngineError('memory'), failed, 'http://x/#/', 'Chromium')).toBe(`EngineError: memory\nsnapshot 2026-11-20 manifest ${'ab'.repeat(32)}\nhttp://x/#/\nChromium`));
});

it.each([
  [{ loadedBytes: 0, totalBytes: 0 }, { share: null, bytes: null }],
  [{ loadedBytes: 21_800_000, totalBytes: 35_100_000 }, { share: expect.closeTo(0.621, 3), bytes: '21.8 / 35.1 MB' }],
  [{ loadedBytes: 5, totalBytes: 4 }, { share: 1, bytes: '0.0 / 0.0 MB' }],
])('progress of %j', (state, expected) => expect(progressOf(state)).toEqual(expected));

it('lists the pages that name themselves, in order', () =>
  expect(pagesOf([{ path: '/', meta: { nav: 'a', desk: false } }, { path: '/project/:id', meta: {} }, { path: '/flow', meta: { nav: 'b' } }])).toEqual([{ path: '/', label: 'a', desk: false }, { path: '/flow', label: 'b', desk: false }]));

it('goes round the indicators', () => expect([nextMetric(MAP_METRICS[0]), nextMetric(MAP_METRICS[MAP_METRICS.length - 1]!)]).toEqual([MAP_METRICS[1], MAP_METRICS[0]]));

it('writes numbers and hashes of snapshots', () => expect([snapshotNumber({ as_of: '2026-11-20', revision: 2 }), shortHash(`4f9a${'0'.repeat(56)}c21e`)]).toEqual(['2026W47-r2', '4f9a…c21e']));
