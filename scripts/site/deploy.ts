import { existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Progress } from '../progress.ts';
import { type Published } from '../snapshot/index-file.ts';
import { PublishError } from '../snapshot/publish-error.ts';
import { type AppPlan, listChanges, planApp } from './deploy-app.ts';
import { lock } from './deploy-lock.ts';
import { planSnapshots, type SnapshotsPlan } from './deploy-snapshots.ts';
import { type Disk, place, realDisk, takeAway } from './disk.ts';
import { HASHED, SITE, type SiteFile, siteText, TEMPORARY } from './site-file.ts';

/** One deploy. Folders are absolute; `app` is the built page. */
export interface Deployment {
  readonly app: string;
  readonly snapshots: string;
  readonly to: string;
  /** How many of the newest snapshots stay; null: all. */
  readonly keep: number | null;
  /** Drop what lies beyond `keep`, instead of only naming it. */
  readonly drop: boolean;
  readonly progress: Progress;
  readonly disk?: Disk;
}

/** What a deploy did. */
export interface Deployed {
  /** Files of the app written, snapshots added, hashed files put right. */
  readonly written: readonly string[];
  readonly added: readonly string[];
  readonly mended: readonly string[];
  /** Snapshots in the site's index. */
  readonly listed: number;
  /** What lies beyond `keep`: dropped or, without `drop`, only named. */
  readonly beyond: { readonly snapshots: readonly string[]; readonly files: readonly string[] };
}

/**
 * Puts app and snapshots into the webroot so that a reader always sees the old or the new state whole: everything new appears beside the old under its
 * own name, then index.html changes, then `snapshots/index.json`; only then is anything dropped. Does nothing when all is there.
 * Throws PublishError; the site then still is what it was, and the same call made again finishes the work.
 */
export async function deploy(deployment: Deployment): Promise<Deployed> {
  const { to, keep, drop } = deployment;
  const plan = async () => {
    const app = await planApp(deployment.app, to, keep !== null && drop);
    return { app, snapshots: await planSnapshots(deployment.snapshots, join(to, 'snapshots'), keep ?? Number.POSITIVE_INFINITY, drop) };
  };
  deployment.progress.stage('核对');
  let planned = await plan();
  assertRoom(to, planned.app, planned.snapshots.copies);
  if (hasWork(planned.app, planned.snapshots, drop)) {
    mkdirSync(to, { recursive: true });
    const unlock = lock(to);
    try {
      // Another deploy may have ended in between.
      planned = await plan();
      await apply(deployment, planned.app, planned.snapshots);
    } finally {
      unlock();
    }
  }
  const { app, snapshots } = planned;
  const files = keep === null ? [] : app.outdated.map((f) => f.path);
  return { written: app.copies.map((f) => f.path), added: snapshots.copies.map((s) => s.id), mended: app.mended, listed: snapshots.listed.length, beyond: { snapshots: snapshots.beyond, files } };
}

const hasWork = (app: AppPlan, snapshots: SnapshotsPlan, drop: boolean): boolean =>
  listChanges(app) || app.copies.length > 0 || snapshots.copies.length > 0 || snapshots.before !== snapshots.after || (drop && snapshots.beyond.length > 0);

async function apply({ to, keep, drop, progress, disk = realDisk }: Deployment, app: AppPlan, snapshots: SnapshotsPlan): Promise<void> {
  const folder = join(to, 'snapshots');
  const total = app.copies.length + snapshots.copies.length + 1;
  let done = 0;
  const step = (what: string) => progress.step(++done, total, what);
  const write = (path: string, text: string) => place(disk, join(to, path), (temporary) => disk.write(temporary, text));
  const copy = async (file: SiteFile): Promise<void> => {
    await place(disk, join(to, file.path), (temporary) => copyChecked(disk, join(app.app, file.path), temporary, file.sha256));
    step(file.path);
  };

  await sweep(disk, to);
  await write(SITE, siteText({ ...app.before, next: [...app.after.files] }));
  for (const file of app.copies) if (file.path.startsWith(HASHED)) await copy(file);
  for (const snapshot of snapshots.copies) {
    await place(disk, join(folder, snapshot.id), (temporary) => copySnapshot(disk, snapshot, temporary));
    step(`快照 ${snapshot.id}`);
  }
  for (const file of app.copies) if (!file.path.startsWith(HASHED)) await copy(file);
  if (snapshots.before !== snapshots.after) await write('snapshots/index.json', snapshots.after);
  step('snapshots/index.json');
  if (keep !== null && drop) {
    for (const id of snapshots.beyond) await takeAway(disk, join(folder, id));
    for (const file of app.outdated) await takeAway(disk, join(to, file.path));
  }
  // The page does not read it: it says that the publication came to its end.
  await write(SITE, siteText(app.after));
}

async function copyChecked(disk: Disk, from: string, to: string, sha256: string): Promise<void> {
  if ((await disk.copy(from, to)) !== sha256) throw new PublishError(`${from} 的内容与登记的 SHA-256 不符（已损坏，或在发布时被改动），没有发布；请核对后重新运行`);
}

async function copySnapshot(disk: Disk, { folder, manifest, sha256 }: Published, to: string): Promise<void> {
  await disk.folder(to);
  for (const file of [...manifest.files, { path: 'manifest.json', sha256 }]) await copyChecked(disk, join(folder, file.path), join(to, file.path), file.sha256);
}

/** Removes what killed deploys left behind; the lock of this one stays. */
async function sweep(disk: Disk, to: string): Promise<void> {
  for (const folder of [to, join(to, HASHED), join(to, 'snapshots')]) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) if (name.startsWith(TEMPORARY) && name !== `${TEMPORARY}lock`) await disk.remove(join(folder, name));
  }
}

/** Throws PublishError when what is to be copied cannot fit. A file server that does not tell its free space is asked no more. */
function assertRoom(to: string, app: AppPlan, copies: readonly Published[]): void {
  const bytes = (files: readonly { readonly bytes: number }[]): number => files.reduce((sum, f) => sum + f.bytes, 0);
  const needed = bytes(app.copies) + bytes(copies.flatMap((s) => s.manifest.files));
  let nearest = to;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  const { blocks, bavail, bsize } = statfsSync(nearest);
  if (needed > 0 && blocks > 0 && bavail * bsize < needed) throw new PublishError(`${nearest} 所在的磁盘只剩 ${megabytes(bavail * bsize)}，需要 ${megabytes(needed)}；什么都没有改动`);
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
