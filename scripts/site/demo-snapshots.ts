import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoWeeks } from '../demo/weeks.ts';
import { writeDemo } from '../demo/write.ts';
import { type Progress, silent } from '../progress.ts';
import { readCounty } from '../snapshot/county.ts';
import { type Publication, publishAll } from '../snapshot/publish.ts';
import { readRules } from '../snapshot/rules-file.ts';
import { hashFiles } from './hash-files.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** What the demo county's snapshots are made of and by. */
const SOURCES = ['scripts', 'src/model', 'src/query', 'src/shared', 'data/demo', 'package-lock.json'];

/**
 * The demo county's weekly snapshots, all made in this process from generated ledgers; returns the snapshots folder. Nothing is done when they are
 * already there, made by these very sources. Throws when a week is refused.
 */
export async function demoSnapshots(progress: Progress, folder = join(PROJECT, '.cache', 'demo'), weeks = demoWeeks()): Promise<string> {
  const snapshots = join(folder, 'snapshots');
  const stamp = join(folder, 'stamp');
  const wanted = `${await hashFiles(PROJECT, SOURCES)} ${weeks.length}`;
  if (existsSync(join(snapshots, 'index.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return snapshots;
  // Made beside the old ones and swapped in whole: another process may be serving or making them.
  const making = `${folder}-${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const publications = weeks.map(({ as_of: asOf }) => async (): Promise<Publication> => {
    const from = join(making, 'ledgers', asOf);
    const files = await writeDemo(from, asOf);
    return {
      from, to: join(making, 'snapshots'), asOf, county: readCounty(files.county), rules: readRules(files.rules, asOf), previous: null, decisions: [], accept: new Set(), mask: false, replace: false,
      report: join(making, 'reports', asOf), progress: silent,
    };
  });
  await publishAll(publications, (outcome, i) => {
    const { as_of: asOf, week } = weeks[i]!;
    if (!outcome.published) throw new Error(`示例县第${week}周未能发布：${outcome.blocking.map((b) => `${b.name} ${b.count}`).join('、')}；见 ${outcome.report}`);
    progress.step(i + 1, weeks.length, `示例快照 ${asOf}（第${week}周）`);
  });
  progress.end();
  writeFileSync(join(making, 'stamp'), wanted);
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return snapshots;
}
