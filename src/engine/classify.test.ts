import { expect, it } from 'vitest';
import { decodeFailure, startFailure, trapOf } from './classify.ts';
import { EngineError } from './errors.ts';

/** A program of one function that breaks off: (module (func (export "f") unreachable)). */
const TRAP = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 0x66, 0, 0, 0x0a, 5, 1, 3, 0, 0, 0x0b]);
function trapped(): unknown {
  try {
    (new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports['f'] as () => void)();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('the program did not break off');
}

it('a decoder that breaks off has run out of memory; one that complains has read a bad file', () => {
  expect(decodeFailure('cases.parquet', 116_303_009, trapped())).toMatchObject({ code: 'too_large', params: { file: 'cases.parquet', mb: 116 } });
  expect(decodeFailure('cases.parquet', 9, trapped())).toMatchObject({ code: 'too_large', params: { mb: 1 } });
  expect(decodeFailure('cases.parquet', 9, new Error('Parquet error: EOF'))).toMatchObject({ code: 'parquet', params: { reason: 'Parquet error: EOF' } });
});

it.each([
  [new Error('Conversion Error: Could not convert string'), null],
  [new Error('Out of Memory Error: could not allocate memory'), 'memory'],
  [new Error('memory access out of bounds'), 'died'],
  ['Aborted(native code)', 'died'],
])('after %s of a query the engine is %s', (thrown, code) => expect(trapOf(thrown)).toBe(code));
it('a real trap is one, whatever it says', () => expect(trapOf(trapped())).toBe('died'));

it.each([
  ['EvalError', 'blocked by Content Security Policy', 'blocked'], ['RangeError', 'WebAssembly.Memory(): could not allocate memory', 'memory'],
  ['CompileError', 'invalid value type 0x7b', 'no_wasm'], ['ReferenceError', 'WebAssembly is not defined', 'no_wasm'], ['Error', 'something else', 'start'],
])('%s %s at the start is %s', (name, message, code) => expect(startFailure('start', Object.assign(new Error(message), { name }))).toMatchObject({ code, params: { reason: message } }));
it('an engine error stays as it is', () => {
  const error = new EngineError('download');
  expect(startFailure('start', error)).toBe(error);
});
