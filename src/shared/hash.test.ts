import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { sha256Hex, sha256Of } from './hash.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['清欠一张图', createHash('sha256').update('清欠一张图').digest('hex')],
])('SHA-256 of 「%s」 is the same by the browser and on plain http', async (text, expected) => {
  const bytes = new TextEncoder().encode(text);
  const digest = vi.spyOn(crypto.subtle, 'digest');
  expect([sha256Hex(bytes), await sha256Of(bytes)]).toEqual([expected, expected]);
  expect(digest).toHaveBeenCalledOnce();
  digest.mockRestore();
  vi.stubGlobal('crypto', {});
  expect(await sha256Of(bytes)).toBe(expected);
});
