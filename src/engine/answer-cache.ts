import type { Row } from './rows.ts';
import type { AnswerStore } from './queue.ts';

/** Cells kept at most: some ten megabytes. */
const MOST_CELLS = 200_000;

/** The most recently used answers; the oldest go first. An answer that is larger than half of everything is not kept. */
export function makeAnswerCache(mostCells = MOST_CELLS): AnswerStore {
  const kept = new Map<string, { readonly rows: readonly Row[]; readonly cells: number }>();
  let cells = 0;
  return {
    get: (key) => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.rows;
    },
    set: (key, rows) => {
      const size = 1 + rows.length * Object.keys(rows[0] ?? {}).length;
      if (size > mostCells / 2 || kept.has(key)) return;
      kept.set(key, { rows, cells: size });
      cells += size;
      for (const [oldest, { cells: freed }] of kept) {
        if (cells <= mostCells) break;
        kept.delete(oldest);
        cells -= freed;
      }
    },
  };
}
