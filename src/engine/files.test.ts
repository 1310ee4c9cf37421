import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256Hex } from '../shared/hash.ts';
import { LoadError } from './errors.ts';
import { fetchBytes, fetchChecked } from './files.ts';
import { publishedUrl } from './published.ts';

const good = new TextEncoder().encode('good');
const seal = { path: 'cube.parquet', bytes: good.length, sha256: sha256Hex(good) };

const answers = (...bodies: (string | number)[]) => {
  const fetched = vi.fn<typeof fetch>();
  for (const body of bodies) {
    fetched.mockResolvedValueOnce(typeof body === 'number' ? new Response('', { status: body }) : new Response(body));
  }
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

afterEach(() => vi.unstubAllGlobals());

describe('fetchChecked', () => {
  it('asks for the file under the first eight digits of its hash', async () => {
    const fetched = answers('good');
    expect(await fetchChecked('./snapshots/2026-11-20/', seal)).toEqual(good);
    expect(fetched.mock.calls[0]?.[0]).toBe(`./snapshots/2026-11-20/cube.parquet?${seal.sha256.slice(0, 8)}`);
  });

  it('heals a broken cached copy by asking once more past the cache', async () => {
    const fetched = answers('goo', 'good');
    expect(await fetchChecked('./', seal)).toEqual(good);
    expect(fetched.mock.calls[1]?.[1]).toEqual({ cache: 'reload' });
  });

  it.each([
    ['short', 'goo', 'size', { bytes: 3, expected: 4 }],
    ['altered', 'gold', 'hash', { expected: seal.sha256, actual: sha256Hex(new TextEncoder().encode('gold')) }],
  ])('refuses a %s file by name', async (_, body, code, params) => {
    answers(body, body);
    const attempt = fetchChecked('./', seal);
    await expect(attempt).rejects.toThrow(LoadError);
    await expect(attempt).rejects.toMatchObject({ file: 'cube.parquet', code, params });
  });
});

describe('fetchBytes', () => {
  it('names the file when the server has none', async () => {
    answers(404);
    await expect(fetchBytes('./index.json', 'index.json')).rejects.toMatchObject({ file: 'index.json', code: 'http', params: { status: 404 } });
  });

  it('names the file and keeps the cause when there is no server', async () => {
    const cause = new TypeError('Failed to fetch');
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(cause));
    await expect(fetchBytes('./index.json', 'index.json')).rejects.toMatchObject({ file: 'index.json', code: 'network', cause });
  });
});

it('counts the bytes as they come', async () => {
  answers('good');
  const counted: number[] = [];
  expect(await fetchBytes('./a', 'a', { counter: () => (n) => counted.push(n) })).toEqual(good);
  expect(counted.at(-1)).toBe(4);
});

describe('publishedUrl', () => {
  it('joins folder, path and hash', () => {
    expect(publishedUrl('a/', 'b.parquet', '0123456789abcdef')).toBe('a/b.parquet?01234567');
  });
});
