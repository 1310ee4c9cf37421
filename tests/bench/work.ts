import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeCounties } from '../../scripts/demo/counties.ts';
import { type Progress, silent } from '../../scripts/progress.ts';
import { publishAll } from '../../scripts/snapshot/publish.ts';
import { literal } from '../../src/query/sql.ts';
import { median, stageClock, timed } from './clock.ts';
import { publicationOf, published, publishFolder } from './publish-folder.ts';
import type { Task, Work } from './task.ts';

type Of<K extends Task['kind']> = Extract<Task, { kind: K }>;

/** Only the writing is timed, so that a bench says what its ledgers cost; nobody waits for it in use. */
async function write({ to, counties, weeks, cases }: Of<'write'>, progress: Progress): Promise<Work> {
  const { seconds, cpuSeconds } = await timed(() => writeCounties({ to, counties, weeks, cases, progress }));
  return { rows: cases, seconds, cpuSeconds };
}

/** The week before is published first, because every week of a county in use stands on another. */
async function week({ from, to, before, asOf, runs }: Of<'week'>): Promise<Work> {
  const publishOne = (day: string, previous: string | null, target: string) =>
    publishFolder({ from: join(from, day), to: join(to, target), asOf: day, previous, progress: silent });
  const { folder } = await publishOne(before, null, 'before');
  const measured = [];
  for (let k = 0; k <= runs; k++) measured.push(await timed(() => publishOne(asOf, folder, `run-${k}`)));
  const warm = measured.slice(1);
  return {
    rows: measured[0]!.value.rows, seconds: median(warm.map((m) => m.seconds)), cpuSeconds: median(warm.map((m) => m.cpuSeconds)), runs: measured.map((m) => m.seconds),
  };
}

async function everyCounty({ from, to, asOf }: Of<'counties'>, progress: Progress): Promise<Work> {
  const folders = readdirSync(from).sort();
  let rows = 0;
  const { seconds, cpuSeconds } = await timed(() => publishAll(
    folders.map((folder) => async () => publicationOf({ from: join(from, folder), to: join(to, folder), asOf, progress: silent })),
    (outcome, k) => {
      rows += published(outcome).rows;
      progress.step(k + 1, folders.length, folders[k]!);
    },
  ));
  return { rows, seconds, cpuSeconds };
}

async function big({ from, to, asOf }: Of<'publish'>, progress: Progress): Promise<Work> {
  const clock = stageClock(progress);
  const { value, seconds, cpuSeconds } = await timed(() => publishFolder({ from, to, asOf, progress: clock.progress }));
  return { rows: value.rows, seconds, cpuSeconds, stages: clock.stages() };
}

async function copy({ csv, to }: Of<'copy'>, progress: Progress): Promise<Work> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  progress.stage(`DuckDB COPY ${basename(csv)}`);
  const { value, seconds, cpuSeconds } = await timed(() => connection.run(`COPY (SELECT * FROM read_csv(${literal(csv)})) TO ${literal(to)} (FORMAT parquet)`));
  const rows = value.rowsChanged;
  connection.closeSync();
  instance.closeSync();
  return { rows, seconds, cpuSeconds };
}

/** Does a task in this process. Throws what it throws. */
export function doTask(task: Task, progress: Progress): Promise<Work> {
  switch (task.kind) {
    case 'write': return write(task, progress);
    case 'week': return week(task);
    case 'counties': return everyCounty(task, progress);
    case 'publish': return big(task, progress);
    case 'copy': return copy(task, progress);
  }
}
