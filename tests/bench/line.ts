import type { Measured } from './task.ts';

/** A value that was wanted of a case. */
export interface Wanted {
  /** As the table shows it: `< 3 秒`. */
  readonly limit: string;
  readonly met: boolean;
}

/** One line of the table. */
export interface Line {
  readonly title: string;
  /** Null where the line compares two others, or its case failed. */
  readonly measured: Measured | null;
  /** This line's case divided by the yardstick's. */
  readonly ratio?: { readonly seconds: number; readonly cpuSeconds: number; readonly peakMb: number };
  readonly wanted?: Wanted;
  /** Why the case failed. */
  readonly error?: string;
}

/** What the pipeline is held to. The last two speak of `rows` rows and are not judged on fewer. */
export const WANTED = { weekSeconds: 3, rows: 5_000_000, ratio: 3, peakMb: 3 * 1024 } as const;

export const weekWanted = (m: Measured): Wanted => ({ limit: `< ${WANTED.weekSeconds} 秒`, met: m.seconds < WANTED.weekSeconds });

/** The big ledger: its memory, and its time against DuckDB alone. */
export function bigLines(title: string, ours: Measured, bare: Measured): Line[] {
  const judged = ours.rows >= WANTED.rows;
  const ratio = { seconds: ours.seconds / bare.seconds, cpuSeconds: ours.cpuSeconds / bare.cpuSeconds, peakMb: ours.peakMb / bare.peakMb };
  return [
    { title, measured: ours, ...(judged ? { wanted: { limit: `峰值 < ${WANTED.peakMb / 1024} GB`, met: ours.peakMb < WANTED.peakMb } } : {}) },
    { title: '  是 DuckDB 单独写的几倍', measured: null, ratio, ...(judged ? { wanted: { limit: `≤ ${WANTED.ratio} 倍`, met: ratio.seconds <= WANTED.ratio } } : {}) },
  ];
}
