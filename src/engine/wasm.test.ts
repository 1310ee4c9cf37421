import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchWasm } from './wasm.ts';

const program = Uint8Array.from([0, 0x61, 0x73, 0x6d, ...new Uint8Array(100_000).fill(7)]);
const serve = (body: Uint8Array | null, status = 200): void => {
  vi.stubGlobal('location', { href: 'http://intranet.test/qq/' });
  vi.stubGlobal('fetch', vi.fn<typeof fetch>(async () => new Response(body as BodyInit | null, { status })));
};
afterEach(() => vi.unstubAllGlobals());

describe('fetchWasm', () => {
  it.each([['as shipped', gzipSync(program), true], ['inflated by the server already', program, true], ['where DecompressionStream is missing', gzipSync(program), false]])('gives the program %s', async (_, body, native) => {
    serve(body);
    if (!native) vi.stubGlobal('DecompressionStream', undefined);
    const blob = await fetchWasm('assets/a.wasm');
    expect(blob.type).toBe('application/wasm');
    expect(Buffer.compare(Buffer.from(await blob.arrayBuffer()), program)).toBe(0);
  });

  it.each([
    ['404', null, 404],
    ['truncated', gzipSync(program).subarray(0, 60), 200],
    ['a login page', new TextEncoder().encode('<html>'), 200],
    ['empty', new Uint8Array(0), 200],
  ])('names a file that is %s', async (_, body, status) => {
    serve(body, status);
    await expect(fetchWasm('assets/a.wasm')).rejects.toMatchObject({ name: 'EngineError', code: 'download', params: { file: expect.stringContaining('a.wasm') } });
  });
});
