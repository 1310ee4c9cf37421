import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from '../snapshot/hash-file.ts';
import { PublishError } from '../snapshot/publish-error.ts';
import { TOOL_VERSION } from '../tool-version.ts';
import { HASHED, NO_SITE, readSite, SITE, type Site, type SiteFile, siteText } from './site-file.ts';

/** What is to be done about the app's files. */
export interface AppPlan {
  readonly app: string;
  /** As found in the webroot, and as it will be. */
  readonly before: Site;
  readonly after: Site;
  /** Files to copy, in order: hashed ones, other ones, index.html. */
  readonly copies: readonly SiteFile[];
  /** Files of builds before the previous one: nobody's page is that old. Removed only on request. */
  readonly outdated: readonly SiteFile[];
  /** Hashed files that were there with other bytes. */
  readonly mended: readonly string[];
}

/** Compares the built app with the webroot. Throws PublishError where a file would be overwritten that no deploy has written. */
export async function planApp(app: string, webroot: string, drop: boolean): Promise<AppPlan> {
  const files = await appFiles(app);
  const before = readSite(webroot) ?? NO_SITE;
  const copies: SiteFile[] = [];
  const mended: string[] = [];
  for (const file of files) {
    const found = await hashOf(webroot, file.path);
    if (found === file.sha256) continue;
    copies.push(file);
    if (found === null) continue;
    if (file.path.startsWith(HASHED)) mended.push(file.path);
    else if (!ours(before, file.path, found)) throw new PublishError(`${join(webroot, file.path)} 不是本程序发布的，或已被改动，不会覆盖；请移走它，或换一个空文件夹`);
  }
  const builds = await earlierBuilds(webroot, before, files);
  return {
    app, before, copies: copies.sort((a, b) => turn(a) - turn(b)), mended, outdated: distinct(builds.slice(1).flat(), [files, builds[0] ?? []]),
    after: { format: 1, tool: same(before.files, files) ? before.tool : TOOL_VERSION, files, earlier: drop ? builds.slice(0, 1) : builds },
  };
}

/** True when the webroot's list of the app's files is to be written. */
export const listChanges = ({ before, after }: AppPlan): boolean => siteText(before) !== siteText(after);

const turn = (file: SiteFile): number => (file.path.startsWith(HASHED) ? 0 : file.path === 'index.html' ? 2 : 1);
const ours = (site: Site, path: string, sha256: string): boolean => [...site.files, ...(site.next ?? []), ...site.earlier.flat()].some((f) => f.path === path && f.sha256 === sha256);
const same = (a: readonly SiteFile[], b: readonly SiteFile[]): boolean => JSON.stringify(a) === JSON.stringify(b);
const distinct = (files: readonly SiteFile[], without: readonly (readonly SiteFile[])[]): SiteFile[] =>
  files.filter((f, i) => files.findIndex((g) => g.path === f.path) === i && !without.flat().some((g) => g.path === f.path));

/** What the builds before this one have that it has not: pages that are still open may ask for it. A build that was broken off counts as far as it came. */
async function earlierBuilds(webroot: string, before: Site, files: readonly SiteFile[]): Promise<SiteFile[][]> {
  const begun: SiteFile[] = [];
  for (const f of before.next ?? []) if ((await hashOf(webroot, f.path)) === f.sha256) begun.push(f);
  const builds: SiteFile[][] = [];
  for (const build of [begun, before.files, ...before.earlier]) {
    const rest = distinct(build, [files, ...builds]);
    if (rest.length > 0) builds.push(rest);
  }
  return builds;
}

/** SHA-256 of a file of the webroot; null where there is none. */
async function hashOf(webroot: string, path: string): Promise<string | null> {
  const file = join(webroot, path);
  return existsSync(file) && statSync(file).isFile() ? hashFile(file) : null;
}

async function appFiles(app: string): Promise<SiteFile[]> {
  if (!existsSync(join(app, 'index.html'))) throw new PublishError(`${app} 里没有 index.html，不是构建好的页面`);
  const entries = await readdir(app, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(app.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => path !== SITE && !path.startsWith('snapshots/'))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, bytes: statSync(join(app, path)).size, sha256: await hashFile(join(app, path)) })));
}
