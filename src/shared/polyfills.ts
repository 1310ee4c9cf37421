/**
 * What our code and our libraries use and Chromium 88–97 lacks; imported before everything else, in the page and in its workers. The build transforms syntax
 * (vite.config.ts, target chrome88), never the standard library.
 */

type Anything = Record<PropertyKey, unknown>;

/** Adds a method that is missing, as the standard would: not enumerable, replaceable. */
function add(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? whole + this.length : whole];
}

function findLastIndex(this: ArrayLike<unknown>, matches: (value: unknown, index: number, list: ArrayLike<unknown>) => unknown, self?: unknown): number {
  for (let i = this.length - 1; i >= 0; i -= 1) if (matches.call(self, this[i], i, this)) return i;
  return -1;
}

function findLast(this: ArrayLike<unknown>, matches: (value: unknown, index: number, list: ArrayLike<unknown>) => unknown, self?: unknown): unknown {
  return this[findLastIndex.call(this, matches, self)];
}

/** Plain data only: what is copied in a page is rules and options. Throws for functions, as the standard does. */
function clone(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new DOMException('could not be cloned', 'DataCloneError');
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  if (value instanceof Date) return new Date(value);
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  const copy: object = Array.isArray(value) ? [] : value instanceof Map ? new Map() : value instanceof Set ? new Set() : {};
  seen.set(value, copy);
  if (value instanceof Map) for (const [k, v] of value) (copy as Map<unknown, unknown>).set(clone(k, seen), clone(v, seen));
  else if (value instanceof Set) for (const v of value) (copy as Set<unknown>).add(clone(v, seen));
  else for (const key of Object.keys(value)) (copy as Anything)[key] = clone((value as Anything)[key], seen);
  return copy;
}

const typedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;
for (const prototype of [Array.prototype, typedArray, String.prototype]) add(prototype, 'at', at);
for (const prototype of [Array.prototype, typedArray]) {
  add(prototype, 'findLast', findLast);
  add(prototype, 'findLastIndex', findLastIndex);
}
add(Array.prototype, 'toSorted', function toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) { return [...this].sort(compare); });
add(Array.prototype, 'toReversed', function toReversed(this: unknown[]) { return [...this].reverse(); });
add(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key));
add(globalThis, 'structuredClone', (value: unknown) => clone(value));
add(globalThis, 'reportError', (error: unknown) => {
  setTimeout(() => {
    throw error;
  });
});
if (typeof AbortSignal === 'function') {
  add(AbortSignal.prototype, 'throwIfAborted', function throwIfAborted(this: AbortSignal) {
    if (this.aborted) throw this.reason ?? new DOMException('aborted', 'AbortError');
  });
  add(AbortSignal, 'abort', () => {
    const controller = new AbortController();
    controller.abort();
    return controller.signal;
  });
}
