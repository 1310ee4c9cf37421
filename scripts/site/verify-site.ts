import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { indexSchema } from '../../src/model/manifest.ts';
import { hashFile } from '../snapshot/hash-file.ts';
import { readPublished } from '../snapshot/index-file.ts';
import { notListed, previousAbsent, verify, type Verification } from '../snapshot/verify.ts';
import { isOlder } from './deploy-snapshots.ts';
import { HASHED, readSite, type Site, type SiteFile, TEMPORARY } from './site-file.ts';

/** As for snapshots, and the app's files. */
export interface SiteVerification extends Verification {
  readonly appFiles: number;
  /** Worth knowing, and nothing wrong: the site works. */
  readonly notices: readonly string[];
}

/** Re-hashes a webroot made by `npm run deploy`: the app's files by `site.json`, index and snapshots as `verify` does. Throws PublishError when `site.json` cannot be read. */
export async function verifySite(webroot: string): Promise<SiteVerification> {
  const site = readSite(webroot)!;
  const problems = [...(await appProblems(webroot, site)), ...strangers(webroot, site)];
  const notices = site.next === undefined ? [] : ['上次发布没有做完，网站仍是完好的：再运行一次同一条 npm run deploy 会接着做完'];
  const folder = join(webroot, 'snapshots');
  const appFiles = site.files.length + site.earlier.flat().length;
  if (!existsSync(join(folder, 'index.json'))) return { snapshots: 0, files: 0, appFiles, notices, problems: [...problems, 'snapshots/index.json：文件缺失'] };
  const found = await verify(folder);
  const excused = excuses(folder, site.next !== undefined);
  for (const problem of found.problems) {
    if (excused.has(problem)) notices.push(`snapshots/${problem}${excused.get(problem)}`);
    else problems.push(`snapshots/${problem}`);
  }
  return { ...found, appFiles, notices, problems };
}

/** Files that are missing or are not what a deploy wrote; while one is under way, a file may already be the next. */
async function appProblems(webroot: string, site: Site): Promise<string[]> {
  const problems: string[] = [];
  for (const file of [...site.files, ...site.earlier.flat()]) {
    const path = join(webroot, file.path);
    const next = site.next?.find((f) => f.path === file.path);
    const wrong = await wrongWith(path, file);
    if (wrong !== null && (!next || (await wrongWith(path, next)) !== null)) problems.push(`${file.path}：${wrong}`);
  }
  return problems;
}

async function wrongWith(path: string, file: SiteFile): Promise<string | null> {
  if (!existsSync(path)) return '文件缺失';
  const { size } = statSync(path);
  if (size !== file.bytes) return `${size} 字节，site.json 登记 ${file.bytes} 字节`;
  return (await hashFile(path)) === file.sha256 ? null : '内容已改变，SHA-256 与 site.json 不符';
}

/** Scripts that no deploy has put among the app's. */
function strangers(webroot: string, site: Site): string[] {
  if (!existsSync(join(webroot, HASHED))) return [];
  const known = new Set([...site.files, ...site.earlier.flat(), ...(site.next ?? [])].map((f) => f.path));
  const entries = readdirSync(join(webroot, HASHED), { recursive: true, encoding: 'utf8' }).map((name) => `${HASHED}${name.replaceAll('\\', '/')}`);
  return entries.filter((path) => !known.has(path) && !path.includes(`/${TEMPORARY}`) && statSync(join(webroot, path)).isFile()).map((path) => `${path}：site.json 里没有这个文件`);
}

/** Problems of a snapshots folder that are none of a site, with the reason: a publication is under way; the oldest snapshots were dropped by --keep. */
function excuses(folder: string, unfinished: boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const index = indexSchema.safeParse(parsed(join(folder, 'index.json')));
  const listed = index.success ? index.data.snapshots.map((s) => s.id) : [];
  if (unfinished) for (const name of readdirSync(folder)) if (!listed.includes(name)) found.set(notListed(name), '');
  for (const id of listed) {
    if (!existsSync(join(folder, id, 'manifest.json'))) continue;
    const previous = previousOf(join(folder, id));
    if (previous !== null && isOlder(previous, listed[0]!)) found.set(previousAbsent(id, previous), '：更早的快照已不在网站上');
  }
  return found;
}

function previousOf(folder: string): string | null {
  try {
    return readPublished(folder).manifest.previous?.id ?? null;
  } catch {
    return null;
  }
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
