import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../shared/hash.ts';
import { isFatal, type Progress, verifySnapshot, type VerifyTask } from './verify.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const county = { code: '1', name: '县', publisher: '办', sample: true, map_approval: '', boundary_version: '' };

/** A site of three snapshots, each with two files, as a map from path to bytes. */
function site(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const entries: object[] = [];
  let previous: { id: string; sha256: string } | null = null;
  for (const id of ['2026-11-06', '2026-11-13', '2026-11-20']) {
    const own = { 'projects.parquet': bytesOf(`rows of ${id}`.repeat(200_000)), 'rules.json': bytesOf('{}') };
    const manifest = {
      format: 1, id, as_of: id, revision: 1, county, tool: '1', duckdb: '1', previous, sources: [], accepted: [], freshness: [], coordinates: { source: 'WGS84', method: 'stated' }, masked: 0,
      files: Object.entries(own).map(([path, b]) => ({ path, table: null, bytes: b.length, sha256: sha256Hex(b), rows: null, columns: [] })),
    };
    const sealed = bytesOf(JSON.stringify(manifest));
    for (const [path, b] of Object.entries(own)) files.set(`${id}/${path}`, b);
    files.set(`${id}/manifest.json`, sealed);
    previous = { id, sha256: sha256Hex(sealed) };
    entries.push({ id, as_of: id, revision: 1, manifest_sha256: previous.sha256 });
  }
  files.set('index.json', bytesOf(JSON.stringify({ format: 1, snapshots: entries })));
  return files;
}

const server = (files: ReadonlyMap<string, Uint8Array>): typeof fetch => (url) => {
  const found = files.get(String(url).slice('/s/'.length));
  return Promise.resolve(found ? new Response(found as BodyInit) : new Response('', { status: 404 }));
};
const shaOf = (files: ReadonlyMap<string, Uint8Array>, id = '2026-11-20'): string => sha256Hex(files.get(`${id}/manifest.json`)!);
const run = (files: Map<string, Uint8Array>, more: Partial<VerifyTask> = {}) =>
  verifySnapshot({ base: '/s/', id: '2026-11-20', sha256: shaOf(site()), fetch: server(files), signal: new AbortController().signal, ...more });
const flip = (bytes: Uint8Array): Uint8Array => bytes.map((b, i) => (i === 40 ? b ^ 1 : b));

it('finds nothing in a whole site, and says how much it read', async () => {
  const told: Progress[] = [];
  const files = site();
  const result = await run(files, { onProgress: (p) => told.push(p) });
  expect(result).toMatchObject({ faults: [], files: 6, chain: 2 });
  expect(result.bytes).toBe([...files].filter(([path]) => !/^2026-11-(06|13)\/(projects|rules)/.test(path)).reduce((n, [, b]) => n + b.length, 0));
  expect(told.every((p, i) => p.bytes >= (told[i - 1]?.bytes ?? 0))).toBe(true);
  expect(told.filter((p) => p.file.endsWith('projects.parquet')).length).toBeGreaterThan(2);
});

describe('names what differs', () => {
  const damaged: [string, (files: Map<string, Uint8Array>) => void, object[]][] = [
    ['one bit of a table', (f) => f.set('2026-11-20/projects.parquet', flip(f.get('2026-11-20/projects.parquet')!)), [{ code: 'hash', snapshot: '2026-11-20', file: 'projects.parquet' }]],
    ['a table cut short', (f) => f.set('2026-11-20/projects.parquet', f.get('2026-11-20/projects.parquet')!.slice(0, 100)), [{ code: 'size', file: 'projects.parquet', actual: 100 }]],
    ['a file that is gone', (f) => void f.delete('2026-11-20/rules.json'), [{ code: 'http', file: 'rules.json', actual: 404 }]],
    ['the manifest', (f) => f.set('2026-11-20/manifest.json', flip(f.get('2026-11-20/manifest.json')!)), [{ code: 'hash', file: 'manifest.json' }]],
    ['a manifest cut short', (f) => f.set('2026-11-20/manifest.json', f.get('2026-11-20/manifest.json')!.slice(0, 100)), [{ code: 'hash', file: 'manifest.json' }]],
    ['an index that is no JSON', (f) => f.set('index.json', bytesOf('<html>')), [{ code: 'json', file: 'index.json' }]],
    ['the manifest before', (f) => f.set('2026-11-13/manifest.json', flip(f.get('2026-11-13/manifest.json')!)), [{ code: 'chain', snapshot: '2026-11-13' }]],
    ['the oldest manifest', (f) => f.set('2026-11-06/manifest.json', flip(f.get('2026-11-06/manifest.json')!)), [{ code: 'chain', snapshot: '2026-11-06' }]],
  ];
  it.each(damaged)('%s', async (_, damage, faults) => {
    const files = site();
    damage(files);
    const result = await run(files);
    expect(result.faults).toHaveLength(faults.length);
    expect(result.faults).toMatchObject(faults);
    expect(result.faults.every(isFatal)).toBe(true);
  });
  it('another manifest in the index than the page opened', async () => {
    expect((await run(site(), { sha256: 'a'.repeat(64) })).faults.map((f) => f.code)).toEqual(['index', 'hash']);
  });
  it('a dropped predecessor is said, and is no damage', async () => {
    const files = site();
    const index = JSON.parse(new TextDecoder().decode(files.get('index.json'))) as { format: number; snapshots: { id: string }[] };
    files.set('index.json', bytesOf(JSON.stringify({ ...index, snapshots: index.snapshots.filter((s) => s.id !== '2026-11-06') })));
    const { faults, chain } = await run(files);
    expect([faults.map((f) => [f.code, f.snapshot]), chain, faults.some(isFatal)]).toEqual([[['lost', '2026-11-06']], 1, false]);
  });
});

it('stops at once when cancelled', async () => {
  const control = new AbortController();
  const read: string[] = [];
  await expect(run(site(), { signal: control.signal, onProgress: (p) => {
    read.push(p.file);
    if (p.file.endsWith('projects.parquet') && p.bytes > 1_000_000) control.abort();
  } })).rejects.toMatchObject({ name: 'AbortError' });
  expect(read.some((f) => f.endsWith('rules.json'))).toBe(false);
});
