import { EngineError, errorOf, type EngineErrorCode, LoadError, reasonOf } from './errors.ts';

/** A program that could not be started: by what the browser says, or as `fallback` when it says nothing known. An EngineError stays as it is. */
export function startFailure(fallback: EngineErrorCode, thrown: unknown): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const { name, message } = errorOf(thrown);
  return new EngineError(codeOf(name, message) ?? fallback, { reason: message }, { cause: thrown });
}

const OUT_OF_MEMORY = /could not allocate|cannot allocate|cannot enlarge|memory allocation|out of memory|bad_alloc|allocation failed/i;

function codeOf(name: string, message: string): EngineErrorCode | null {
  if (/content security policy|unsafe-eval/i.test(message)) return 'blocked';
  if (OUT_OF_MEMORY.test(message)) return 'memory';
  // Also a module that uses what an older browser does not know.
  if (/CompileError|LinkError/.test(name) || /CompileError|LinkError|WebAssembly is not defined|invalid value type|unexpected section/i.test(message)) return 'no_wasm';
  return null;
}

const TRAP = /memory access out of bounds|table index is out of bounds|unreachable|null function or function signature mismatch|indirect call|stack size exceeded|Aborted\(/i;

/** What a failed query means for the engine: after a trap it answers nothing any more; null: the statement alone was bad. */
export function trapOf(thrown: unknown): EngineErrorCode | null {
  const { name, message } = errorOf(thrown);
  if (/cannot enlarge memory|could not allocate memory|bad_alloc|memory allocation of|abort\(OOM\)/i.test(message)) return 'memory';
  return name === 'RuntimeError' || TRAP.test(message) ? 'died' : null;
}

/** Why a file could not be decoded whose bytes are the sealed ones: a decoder that breaks off in the middle has run out of memory. */
export function decodeFailure(path: string, bytes: number, thrown: unknown): LoadError {
  return trapOf(thrown) ? new LoadError(path, 'too_large', { mb: Math.max(1, Math.round(bytes / 1e6)) }) : new LoadError(path, 'parquet', { reason: reasonOf(thrown) });
}
