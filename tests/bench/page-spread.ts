import { median } from './clock.ts';

/** Middle and upper end of several values. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  readonly count: number;
}

/** Null of nothing. */
export function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return { median: median(values), p95: sorted[Math.ceil(sorted.length * 0.95) - 1]!, max: sorted.at(-1)!, count: sorted.length };
}
