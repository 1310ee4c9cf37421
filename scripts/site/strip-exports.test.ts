import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from './gzip-wasm.ts';
import { stripExports } from './strip-exports.ts';

const leb = (n: number): number[] => (n < 128 ? [n] : [(n % 128) + 128, ...leb(Math.floor(n / 128))]);
const section = (id: number, body: readonly number[]): number[] => [id, ...leb(body.length), ...body];
const vector = (items: readonly (readonly number[])[]): number[] => [...leb(items.length), ...items.flat()];
const text = (value: string): number[] => {
  const bytes = [...Buffer.from(value)];
  return [...leb(bytes.length), ...bytes];
};

/** A module whose functions give their own number, each exported under one name. */
function moduleOf(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const numbers = names.map((_, i) => i);
  const body = (n: number): number[] => [0, 0x41, (n % 128) | 128, Math.floor(n / 128), 0x0b];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector([[0x60, 0, 1, 0x7f]])), ...section(3, vector(numbers.map(() => [0]))),
    ...section(7, vector(names.map((name, i) => [...text(name), 0, ...leb(i)]))), ...section(10, vector(numbers.map((n) => [...leb(body(n).length), ...body(n)]))),
  ]);
}

describe('stripExports', () => {
  it('keeps what is used, and what it does', () => {
    const names = Array.from({ length: 300 }, (_, i) => `function_${i}_清欠`);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(stripExports(moduleOf(names), (name) => name.endsWith('7_清欠')))));
    expect(Object.keys(exports)).toEqual(names.filter((name) => name.endsWith('7_清欠')));
    for (const [name, call] of Object.entries(exports)) expect([name, (call as () => number)()]).toEqual([name, names.indexOf(name)]);
  });
  it('any module stays one, whatever is kept; keeping all changes nothing', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 200 }), fc.infiniteStream(fc.boolean()), (names, choices) => {
      const used = new Map(names.map((name) => [name, choices.next().value]));
      const found = WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(stripExports(moduleOf(names), (name) => used.get(name) === true))));
      expect(found.map((e) => e.name)).toEqual(names.filter((name) => used.get(name)));
      expect(stripExports(moduleOf(names), () => true)).toEqual(Buffer.from(moduleOf(names)));
    }));
  });
  it.each([['text', Buffer.from('<html>')], ['nothing', Buffer.alloc(0)], ['half a module', Buffer.from(moduleOf(['a', 'b']).subarray(0, 19))]])('refuses %s', (_, bytes) => {
    expect(() => stripExports(bytes, () => true)).toThrow(/stripExports/);
  });
  it.each(['eh', 'mvp'])('of DuckDB (%s) keeps what its own script names, a few hundred of tens of thousands', (kind) => {
    const folder = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm').replace(/[^\\/]*$/, '');
    const names = namesIn(readFileSync(`${folder}duckdb-browser-${kind}.worker.js`, 'utf8'));
    const given = readFileSync(`${folder}duckdb-${kind}.wasm`);
    const stripped = stripExports(given, (name) => names.has(name));
    const exported = WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(stripped))).map((e) => e.name);
    for (const name of ['duckdb_web_open', 'duckdb_web_query_run', 'duckdb_web_prepared_create', 'duckdb_web_insert_arrow_from_ipc_stream', 'malloc', 'free']) expect(exported).toContain(name);
    expect(exported.length).toBeLessThan(1_000);
    expect(stripped.length).toBeLessThan(given.length - 7e6);
  });
});
