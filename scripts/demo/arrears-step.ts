/** Seen first in that week's ledger: 万元, people, grade. */
export type Step = readonly [week: number, wan: number, workers: number, grade: '一般' | '严重'];

/** One stretch of arrears of a project, from the week it was found to the week it was closed. */
export interface Arrears {
  readonly id: string;
  /** Pay day that was missed first. */
  readonly owed: string;
  readonly found: string;
  readonly steps: readonly Step[];
  /** Week of 销号; null: still open. */
  readonly closed: number | null;
  /** [from, until]: from that day on this was the promised day. */
  readonly promises: readonly (readonly [from: string, promised: string])[];
  readonly cause: string;
  /** [from, stage, hearing]: proceedings from that day on. */
  readonly court?: readonly (readonly [from: string, stage: '仲裁' | '立案' | '审理' | '执行', hearing: string | null])[];
}
