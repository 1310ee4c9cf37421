/** A source of numbers that depends on nothing but its name. */
export interface Source {
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean;
  /** One of the list. Throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
}

/** Numbers in [0, 1) from a name: FNV-1a seed, then mulberry32. The same name always gives the same sequence. */
export function randomOf(name: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A named source: name it after what it decides, so that another decision never shifts it. */
export function sourceOf(name: string): Source {
  const next = randomOf(name);
  return {
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (percent) => next() * 100 < percent,
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new RangeError(`没有可选的值：${name}`);
      return chosen;
    },
  };
}
