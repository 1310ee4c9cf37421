import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { transpileModule } from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

/** A realm of its own without what Chromium 88 lacks: the test runner needs those methods itself. */
const realm = createContext({ DOMException, AbortController, AbortSignal: class extends EventTarget { aborted = false; }, setTimeout });
const run = (code: string): unknown => runInContext(code, realm);

beforeAll(() => {
  run(`const typed = Object.getPrototypeOf(Uint8Array.prototype);
    for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed']) { delete Array.prototype[name]; delete typed[name]; }
    delete String.prototype.at; delete Object.hasOwn; delete globalThis.structuredClone;`);
  run(transpileModule(readFileSync(new URL('polyfills.ts', import.meta.url), 'utf8'), { compilerOptions: { target: 99, module: 99 } }).outputText);
});

describe('an old browser gets', () => {
  it.each([
    ['[[1, 2, 3].at(-1), [1, 2].at(5), [1, 2].at(0)]', [3, null, 1]],
    ['"甲乙".at(-1)', '乙'],
    ['Uint8Array.of(1, 2).at(-2)', 1],
    ['[1, 2, 3, 4].findLast((n) => n % 2 === 1)', 3],
    ['[1].findLast((n) => n > 1) === undefined', true],
    ['[1, 1, 2].findLastIndex((n) => n === 1)', 1],
    ['{ const list = [2, 1]; [list.toSorted(), list, list.toReversed()] }', [[1, 2], [2, 1], [1, 2]]],
    ['[Object.hasOwn({ a: 1 }, "a"), Object.hasOwn({}, "toString"), Object.hasOwn(Object.create(null), "a")]', [true, false, false]],
    ['structuredClone({ list: [1, { a: null }], day: new Date(0) })', { list: [1, { a: null }], day: '1970-01-01T00:00:00.000Z' }],
    ['{ const given = {}; given.self = given; const copy = structuredClone(given); copy !== given && copy.self === copy }', true],
    ['[...structuredClone(new Map([["a", new Set([1])]])).get("a")]', [1]],
    ['{ const given = [{ n: 1 }]; const copy = structuredClone(given); copy[0].n = 2; given[0].n }', 1],
    ['{ let name = ""; try { structuredClone(() => 1); } catch (e) { name = e.name; } name }', 'DataCloneError'],
    ['{ let name = ""; const signal = new AbortSignal(); signal.aborted = true; try { signal.throwIfAborted(); } catch (e) { name = e.name; } name }', 'AbortError'],
    ['AbortSignal.abort().aborted', true],
    ['{ const keys = []; for (const key in []) keys.push(key); keys }', []],
  ])('%s', (code, expected) => expect(JSON.parse(JSON.stringify(run(code)) ?? 'null')).toEqual(expected));
});
