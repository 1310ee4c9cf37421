import { cpSync, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { demoWeeks } from '../../scripts/demo/weeks.ts';
import type { Progress } from '../../scripts/progress.ts';
import { demoSnapshots } from '../../scripts/site/demo-snapshots.ts';
import { hashFiles } from '../../scripts/site/hash-files.ts';
import { listPublished, writeIndex } from '../../scripts/snapshot/index-file.ts';
import { sitesCsv } from './page-sites.ts';
import { runChild } from './run-child.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(PROJECT, '.cache', 'bench');
/** What the published bytes depend on. */
const SOURCES = [
  'scripts/demo', 'scripts/ledger', 'scripts/check', 'scripts/geo', 'scripts/rules', 'scripts/snapshot', 'src/model', 'src/query', 'src/shared', 'data/demo', 'package-lock.json', 'tests/bench/page-sites.ts',
];
const asOf = demoWeeks().at(-1)!.as_of;

/** One size of data. */
export interface Size {
  readonly id: string;
  readonly title: string;
  /** Clues or projects generated beside the demo county's own. */
  readonly cases: number;
  readonly sites: number;
  /** Only the map is measured. */
  readonly mapOnly: boolean;
}

const sized = (id: string, title: string, more: Partial<Size> = {}): Size => ({ id, title, cases: 0, sites: 0, mapOnly: false, ...more });
export const SIZES: readonly Size[] = [
  sized('county', '示例县'), sized('100k', '示例县＋10 万条线索', { cases: 100_000 }), sized('1m', '示例县＋100 万条线索', { cases: 1_000_000 }), sized('10m', '示例县＋1000 万条线索', { cases: 10_000_000 }),
  sized('sites', '地图：10 万个项目', { sites: 100_000, mapOnly: true }),
];
export const QUICK = ['county', '100k'];

/**
 * Snapshots folder of a size: the demo county's weeks, the newest published again with the generated rows beside its workbook. Made once and kept while the
 * sources stay the same; `reuse` takes what is there in any case.
 */
export async function snapshotsOf(size: Size, progress: Progress, reuse: boolean): Promise<string> {
  const [folder, stamp] = [join(CACHE, size.id), join(CACHE, `${size.id}.stamp`)];
  const wanted = await hashFiles(PROJECT, SOURCES);
  const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (existsSync(join(folder, 'index.json')) && (reuse || current)) {
    if (!current) progress.stage(`${size.title}：快照由旧的源码发布，预先算好的答案可能用不上，打开会偏慢`);
    return folder;
  }
  const making = join(CACHE, `making-${process.pid}`);
  try {
    await make(size, making, progress);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(making, 'snapshots'), folder);
    writeFileSync(stamp, wanted);
  } finally {
    rmSync(making, { recursive: true, force: true, maxRetries: 3 });
  }
  return folder;
}

async function make({ title, cases, sites }: Size, making: string, progress: Progress): Promise<void> {
  const to = join(making, 'snapshots');
  mkdirSync(to, { recursive: true });
  const generated = cases + sites > 0;
  for (const { id, folder, manifest } of listPublished(await demoSnapshots(progress))) if (!generated || manifest.as_of < asOf) cpSync(folder, join(to, id), { recursive: true });
  writeIndex(to);
  if (!generated) return;
  progress.stage(`${title}：写台账并发布`, cases + sites);
  const from = join(making, 'ledger');
  await runChild({ kind: 'write', to: from, counties: 1, weeks: [asOf], cases }, join(making, 'scratch'));
  if (sites > 0) await pipeline(Readable.from(sitesCsv(sites, asOf)), createWriteStream(join(from, '项目.csv'), { encoding: 'utf8' }));
  await runChild({ kind: 'publish', from, to, asOf }, join(making, 'scratch'));
  rmSync(join(to, 'reports'), { recursive: true, force: true });
}
