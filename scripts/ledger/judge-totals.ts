/** A total row: its label, and per numeric column what it states (null: nothing) and how far rounding may be off, in hundredths of the catalogue's unit. */
export interface StatedTotal {
  readonly row: number;
  readonly label: string;
  readonly values: readonly (bigint | null)[];
  readonly tolerance: readonly bigint[];
}

/** Data rows between two neighbouring total rows: how many, and their sums per numeric column in hundredths. */
export interface Segment {
  readonly rows: number;
  readonly sums: readonly bigint[];
}

export interface TotalMismatch {
  readonly row: number;
  readonly column: number;
  readonly stated: bigint;
  readonly computed: bigint;
  /** Rows that were added up. */
  readonly rows: number;
}

const isGrand = (label: string): boolean => /(?:合计|总计|共计|累计)/.test(label) && !/本页|小计/.test(label);
const kind = (label: string): string => (/本页/.test(label) ? '本页' : (/小计|合计|总计|共计|累计/.exec(label)?.[0] ?? ''));

function add(segments: readonly Segment[], width: number): Segment {
  return {
    rows: segments.reduce((n, s) => n + s.rows, 0),
    sums: Array.from({ length: width }, (_, c) => segments.reduce((sum, s) => sum + (s.sums[c] ?? 0n), 0n)),
  };
}

/**
 * Ranges of segments a total row may stand for, likeliest first. 小计: since the last total of any kind, or of its own kind; 合计, 总计: all rows
 * above, all rows of the sheet. A total may also stand above its rows.
 */
function ranges(totals: readonly StatedTotal[], i: number): [number, number][] {
  const last = totals.length;
  const own = kind(totals[i]?.label ?? '');
  const before = totals.slice(0, i).findLastIndex((t) => kind(t.label) === own);
  const after = totals.findIndex((t, k) => k > i && kind(t.label) === own);
  const since: [number, number][] = [[i, i], [before + 1, i]];
  const all: [number, number][] = [[0, i], [0, last]];
  const below: [number, number][] = [[i + 1, i + 1], [i + 1, after === -1 ? last : after]];
  return isGrand(totals[i]?.label ?? '') ? [...all, ...since, ...below] : [...since, ...below, ...all];
}

/**
 * Compares every total with the rows it can stand for: segment i is the rows before total i, the last one those after all totals. A total is
 * measured by the range that fits most of its columns; what does not fit there is a mismatch.
 */
export function judgeTotals(totals: readonly StatedTotal[], segments: readonly Segment[]): TotalMismatch[] {
  return totals.flatMap((total, i) => {
    const stated = total.values.flatMap((v, c) => (v === null ? [] : [{ column: c, value: v, tolerance: total.tolerance[c] ?? 0n }]));
    const fits = (range: Segment, { column, value, tolerance }: (typeof stated)[number]): boolean => {
      const off = value - (range.sums[column] ?? 0n);
      return (off < 0n ? -off : off) <= tolerance;
    };
    let best: { range: Segment; score: number } | null = null;
    for (const [from, to] of ranges(totals, i)) {
      const range = add(segments.slice(from, to + 1), total.values.length);
      const score = stated.filter((s) => fits(range, s)).length;
      if (range.rows > 0 && (best === null || score > best.score)) best = { range, score };
    }
    if (best === null) return [];
    const { range } = best;
    return stated.filter((s) => !fits(range, s)).map((s) => ({ row: total.row, column: s.column, stated: s.value, computed: range.sums[s.column] ?? 0n, rows: range.rows }));
  });
}
