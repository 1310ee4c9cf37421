/** One piece of work that is measured in a process of its own; folders are absolute. */
export type Task =
  /** Writes the ledgers of one week of the demo county, or of many, and clues beside them. Not measured against anything. */
  | { readonly kind: 'write'; readonly to: string; readonly counties: number; readonly weeks: readonly string[]; readonly cases: number }
  /** The week `asOf` on top of `before`, both of `from`, first cold and then `runs` times warm. */
  | { readonly kind: 'week'; readonly from: string; readonly to: string; readonly before: string; readonly asOf: string; readonly runs: number }
  /** One week of every county folder of `from`, one snapshot each; a county's ledger is read while the one before is sealed. */
  | { readonly kind: 'counties'; readonly from: string; readonly to: string; readonly asOf: string }
  /** One ledger folder of any size. */
  | { readonly kind: 'publish'; readonly from: string; readonly to: string; readonly asOf: string }
  /** What DuckDB alone needs for the same file: the yardstick. */
  | { readonly kind: 'copy'; readonly csv: string; readonly to: string };

/** What a task took. */
export interface Measured {
  /** Ledger rows read: data, totals and quarantined ones. */
  readonly rows: number;
  /** Wall clock; the median where the task was repeated. */
  readonly seconds: number;
  /** Processor time of all threads in the same span; on a busy machine it tells more than the clock. */
  readonly cpuSeconds: number;
  /** Largest resident set of the whole process, in MB of 2²⁰ bytes. */
  readonly peakMb: number;
  /** Seconds of every repetition, the cold one first. */
  readonly runs?: readonly number[];
  /** Seconds of each stage the publication told of. */
  readonly stages?: readonly { readonly name: string; readonly seconds: number }[];
}

/** What a task measures itself; the process adds its peak memory. */
export type Work = Omit<Measured, 'peakMb'>;
/** What a child process sends back. */
export type Reply = { readonly measured: Measured } | { readonly error: string };
