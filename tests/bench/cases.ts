import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoWeeks } from '../../scripts/demo/weeks.ts';
import type { Progress } from '../../scripts/progress.ts';
import { bigLines, type Line, weekWanted } from './line.ts';
import { runChild } from './run-child.ts';
import type { Measured, Task } from './task.ts';

const WARM_RUNS = 3;
const [before, asOf] = demoWeeks().slice(-2).map((w) => w.as_of) as [string, string];

/** Where a case may write, and how its work is done. */
export interface Bench {
  readonly scratch: string;
  readonly progress: Progress;
}

const run = ({ scratch }: Bench, task: Task): Promise<Measured> => runChild(task, scratch);
const written = (bench: Bench, to: string, more: { counties?: number; weeks?: readonly string[]; cases?: number }): Promise<Measured> =>
  run(bench, { kind: 'write', to, counties: 1, weeks: [asOf], cases: 0, ...more });

/** One week of the demo county, as its publisher waits for it every Friday. */
export async function weekCase(bench: Bench): Promise<Line[]> {
  const [from, to] = [join(bench.scratch, 'weeks'), join(bench.scratch, 'week')];
  for (const day of [before, asOf]) await written(bench, join(from, day), { weeks: [day] });
  const measured = await run(bench, { kind: 'week', from, to, before, asOf, runs: WARM_RUNS });
  return [{ title: `示例县一周（热，${WARM_RUNS} 次的中位数）`, measured, wanted: weekWanted(measured) }];
}

/** Said below the table. Tried: two counties in one folder are refused, 属地不在名册. */
export const SEPARATE = '多个县各发各的快照：各县的属地、部门同名，并成一份台账就分不清是哪个县的，会被拒绝发布。';

/** Many counties, each its own snapshot: a ledger is one county's. */
export async function countiesCase(bench: Bench, counties: number): Promise<Line[]> {
  const [from, to] = [join(bench.scratch, 'counties'), join(bench.scratch, 'published')];
  await written(bench, counties === 1 ? join(from, 'county=990101') : from, { counties });
  const measured = await run(bench, { kind: 'counties', from, to, asOf });
  return [{ title: `${counties} 个县一周 → ${counties} 份快照`, measured }];
}

/** The demo's workbook with a big CSV beside it, and the same CSV through DuckDB alone before and after: the mean of two steadies a busy machine. */
export async function bigCase(bench: Bench, rows: number): Promise<Line[]> {
  const from = join(bench.scratch, 'big');
  await written(bench, from, { cases: rows });
  const copy = { kind: 'copy', csv: join(from, '线索案件.csv'), to: join(bench.scratch, 'bare.parquet') } as const;
  const first = await run(bench, copy);
  const ours = await run(bench, { kind: 'publish', from, to: join(bench.scratch, 'published'), asOf });
  const second = await run(bench, copy);
  const mean = (of: (m: Measured) => number) => (of(first) + of(second)) / 2;
  const bare: Measured = { rows: first.rows, seconds: mean((m) => m.seconds), cpuSeconds: mean((m) => m.cpuSeconds), peakMb: Math.max(first.peakMb, second.peakMb), runs: [first.seconds, second.seconds] };
  const count = rows.toLocaleString('en-US');
  return [{ title: `DuckDB 单独 COPY ${count} 行 CSV → Parquet`, measured: bare }, ...bigLines(`示例台账＋${count} 行线索 CSV → 快照`, ours, bare)];
}

/** Runs a case in a scratch folder left empty; a failure becomes a line of its own, and the others go on. */
export async function attempt(title: string, bench: Bench, work: (bench: Bench) => Promise<Line[]>): Promise<Line[]> {
  try {
    bench.progress.stage(title);
    return await work(bench);
  } catch (error) {
    return [{ title, measured: null, error: error instanceof Error ? error.message : String(error) }];
  } finally {
    rmSync(bench.scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}
