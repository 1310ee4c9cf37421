import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchEarly, takeEarly } from './early.ts';

const sha = (letter: string): string => letter.repeat(64);
const INDEX = { snapshots: [{ id: '2026-11-13', manifest_sha256: sha('a') }, { id: '2026-11-20', manifest_sha256: sha('b') }] };

/** A server of these answers; a number is a status without a good body, null no answer at all. */
function serveThese(answers: Readonly<Record<string, unknown>>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const answer = Object.entries(answers).find(([end]) => url.includes(end))?.[1] ?? null;
    if (answer === null) throw new TypeError('Failed to fetch');
    return typeof answer === 'number' ? new Response('<html>', { status: answer }) : new Response(JSON.stringify(answer));
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const of = (id: string, manifest: string): string[] => ['./snapshots/index.json', ...['manifest.json', 'prewarmed.json', 'rules.json'].map((file) => `./snapshots/${id}/${file}?${manifest.repeat(8)}`)];

describe('fetchEarly', () => {
  it.each([
    ['', of('2026-11-20', 'b')],
    ['#/', of('2026-11-20', 'b')],
    ['#/flow?s=2026-11-13&dept=D01', of('2026-11-13', 'a')],
    ['#/?s=2020-01-01', ['./snapshots/index.json']],
  ])('asks for the files of the link %s', async (link, expected) => {
    const asked = serveThese({ 'index.json': INDEX, 'manifest.json': {}, 'prewarmed.json': { answers: [] }, 'rules.json': {} });
    await fetchEarly(link);
    expect(asked).toEqual(expected);
    for (const url of expected) expect((await takeEarly(url))?.ok).toBe(true);
  });

  it('gives an answer once, with its bytes and its status', async () => {
    serveThese({ 'index.json': INDEX, 'manifest.json': 404 });
    await fetchEarly('');
    expect(await (await takeEarly('./snapshots/index.json'))!.json()).toEqual(INDEX);
    expect(takeEarly('./snapshots/index.json')).toBeUndefined();
    const missing = (await takeEarly('./snapshots/2026-11-20/manifest.json?bbbbbbbb'))!;
    expect([missing.status, await missing.text()]).toEqual([404, '<html>']);
  });

  it.each([
    ['no network', {}],
    ['an index that is no JSON', { 'index.json': 200 }],
    ['an index of another shape', { 'index.json': { snapshots: 7 } }],
    ['no published snapshot', { 'index.json': { snapshots: [] } }],
    ['files that do not come', { 'index.json': INDEX, 'manifest.json': {} }],
  ])('says nothing of %s: the app meets the same', async (_, answers) => {
    const asked = serveThese(answers);
    await expect(fetchEarly('')).resolves.toBeUndefined();
    for (const url of asked) await takeEarly(url)?.catch(() => undefined);
  });
});
