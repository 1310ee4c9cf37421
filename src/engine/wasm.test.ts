import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWasm, shippedUrl } from './wasm.ts';

const program = Uint8Array.from([0, 0x61, 0x73, 0x6d, ...new Uint8Array(100_000).fill(7)]);
const serve = (body: Uint8Array | null, status = 200): void => {
  vi.stubGlobal('location', { href: 'http://intranet.test/qq/' });
  vi.stubGlobal('fetch', vi.fn<typeof fetch>(async () => new Response(body as BodyInit | null, { status })));
};
afterEach(() => vi.unstubAllGlobals());

const bytesOf = async (answer: Promise<Response>): Promise<Buffer> => Buffer.from(await (await answer).arrayBuffer());
const fetched = (counted: (loaded: number) => void = () => undefined): Promise<Response> => fetchWasm('http://intranet.test/qq/assets/a.wasm.gz', () => counted);

describe('fetchWasm', () => {
  it.each([['as shipped', gzipSync(program), true], ['inflated by the server already', program, true], ['where DecompressionStream is missing', gzipSync(program), false]])('gives the program %s, and counts what came', async (_, body, native) => {
    serve(body);
    if (!native) vi.stubGlobal('DecompressionStream', undefined);
    const counts: number[] = [];
    const answer = await fetched((loaded) => counts.push(loaded));
    expect(answer.headers.get('content-type')).toBe('application/wasm');
    expect(Buffer.compare(await bytesOf(Promise.resolve(answer)), program)).toBe(0);
    expect(counts.at(-1)).toBe(body.length);
  });

  it.each([
    ['404', null, 404],
    ['truncated', gzipSync(program).subarray(0, 60), 200],
    ['a login page', new TextEncoder().encode('<html>'), 200],
    ['empty', new Uint8Array(0), 200],
  ])('names a file that is %s', async (_, body, status) => {
    serve(body, status);
    await expect(bytesOf(fetched())).rejects.toMatchObject({ name: 'EngineError', code: 'download', params: { file: 'a.wasm.gz' } });
  });
});

describe('shippedUrl', () => {
  it('is absolute: a worker has another address than the page', () => {
    vi.stubGlobal('location', { href: 'http://intranet.test/qq/' });
    expect(shippedUrl('./assets/a.wasm')).toBe('http://intranet.test/qq/assets/a.wasm');
  });
});
