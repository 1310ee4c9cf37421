import { performance } from 'node:perf_hooks';
import type { Progress } from '../../scripts/progress.ts';

/** Seconds of wall clock and of processor time (all threads) that `work` took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number; cpuSeconds: number }> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** Passes stages on to `progress` and notes how long each took; `stages` ends the last one. */
export function stageClock(progress: Progress): { progress: Progress; stages: () => { name: string; seconds: number }[] } {
  const begun: { name: string; at: number }[] = [];
  const stage: Progress['stage'] = (name, rows) => {
    begun.push({ name, at: performance.now() });
    progress.stage(name, rows);
  };
  const stages = () => {
    const end = performance.now();
    return begun.map(({ name, at }, i) => ({ name, seconds: ((begun[i + 1]?.at ?? end) - at) / 1000 }));
  };
  return { progress: { ...progress, stage }, stages };
}
