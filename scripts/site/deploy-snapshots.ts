import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT_VERSION, indexSchema, type Manifest, type SnapshotIndex } from '../../src/model/manifest.ts';
import { hashFile } from '../snapshot/hash-file.ts';
import { type Published, readPublished } from '../snapshot/index-file.ts';
import { PublishError } from '../snapshot/publish-error.ts';

type Entry = SnapshotIndex['snapshots'][number];

/** What is to be done about the snapshots. */
export interface SnapshotsPlan {
  /** Snapshots to copy, oldest first. */
  readonly copies: readonly Published[];
  /** `snapshots/index.json` as it is (null: none) and as it will be. */
  readonly before: string | null;
  readonly after: string;
  /** Ids in the new index. */
  readonly listed: readonly string[];
  /** Ids in the webroot that are older than the newest N. */
  readonly beyond: readonly string[];
}

const ID = /^\d{4}-\d{2}-\d{2}(-r\d+)?$/;
const byDay = (a: Entry, b: Entry): number => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : a.revision - b.revision);
const revisionOf = (id: string): number => Number(/-r(\d+)$/.exec(id)?.[1] ?? 1);
/** True when snapshot `a` comes before `b`. */
export const isOlder = (a: string, b: string): boolean => (a.slice(0, 10) === b.slice(0, 10) ? revisionOf(a) < revisionOf(b) : a < b);

/** Compares the snapshots of two folders. `keep`: how many of the newest stay; `drop`: the index is to leave the others out. Throws PublishError. */
export async function planSnapshots(from: string, to: string, keep: number, drop: boolean): Promise<SnapshotsPlan> {
  const target = readIndexOf(to);
  const source = readIndexOf(from);
  if (!source) throw new PublishError(`${join(from, 'index.json')} 不存在：${from} 不是快照文件夹`);
  const there = new Map(target?.entries.map((e) => [e.id, e]) ?? []);
  const merged = [...there.values(), ...source.entries.filter((e) => !there.has(e.id))].sort(byDay);
  const stay = new Set(merged.slice(-keep).map((e) => e.id));
  const copies: Published[] = [];
  if (!sameFolder(from, to)) {
    for (const entry of source.entries) {
      const snapshot = sealed(from, entry);
      const old = there.get(entry.id);
      if (old && old.manifest_sha256 !== entry.manifest_sha256) throw new PublishError(differs(join(to, entry.id, 'manifest.json')));
      if (existsSync(join(to, entry.id))) await assertSame(snapshot, join(to, entry.id));
      else if (stay.has(entry.id)) copies.push(snapshot);
    }
    assertOneCounty(to, target?.entries ?? [], copies);
  }
  const oldest = merged.find((e) => stay.has(e.id))?.id ?? '';
  const present = Number.isFinite(keep) && existsSync(to) ? readdirSync(to).filter((name) => ID.test(name)) : [];
  const beyond = present.filter((id) => !stay.has(id) && isOlder(id, oldest)).sort((a, b) => (isOlder(a, b) ? -1 : 1));
  const listed = merged.filter((e) => stay.has(e.id) || (!drop && there.has(e.id)));
  const index: SnapshotIndex = { format: FORMAT_VERSION, snapshots: listed };
  return { copies, before: target?.text ?? null, after: `${JSON.stringify(index, null, 1)}\n`, listed: listed.map((e) => e.id), beyond };
}

function readIndexOf(folder: string): { text: string; entries: readonly Entry[] } | null {
  const path = join(folder, 'index.json');
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  try {
    return { text, entries: indexSchema.parse(JSON.parse(text)).snapshots };
  } catch (cause) {
    throw new PublishError(`${path} 不是有效的快照索引；请用 npm run verify 核对，恢复备份后再发布`, { cause });
  }
}

const sameFolder = (a: string, b: string): boolean => existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
const differs = (path: string): string => `${path} 与要发布的不同：已发布的快照不再改动。要发布更正，请用 npm run snapshot -- --replace 另存为更正版；若网站上的文件已损坏，请移走这个文件夹后重新发布`;

/** The snapshot of an index entry, its manifest as the index says. */
function sealed(folder: string, entry: Entry): Published {
  const at = join(folder, entry.id);
  const wrong = (reason: string) => new PublishError(`${join(at, 'manifest.json')}：${reason}；请先用 npm run verify -- ${folder} 核对`);
  if (!existsSync(join(at, 'manifest.json'))) throw wrong('文件缺失');
  const snapshot = readPublished(at);
  if (snapshot.sha256 !== entry.manifest_sha256 || snapshot.id !== entry.id) throw wrong('内容与索引登记的 SHA-256 不符');
  if (snapshot.manifest.format > FORMAT_VERSION) throw wrong(`快照格式 ${snapshot.manifest.format} 比本程序认识的 ${FORMAT_VERSION} 新，请升级程序`);
  for (const f of snapshot.manifest.files) if (!/^[^/\\]+$/.test(f.path)) throw wrong(`清单里的文件名「${f.path}」不可用`);
  return snapshot;
}

/** Throws PublishError at the first file of a published snapshot that is not the one to publish. */
async function assertSame({ sha256, manifest }: Published, published: string): Promise<void> {
  for (const f of [{ path: 'manifest.json', sha256, bytes: null }, ...manifest.files]) {
    const path = join(published, f.path);
    const good = existsSync(path) && (f.bytes === null || statSync(path).size === f.bytes) && (await hashFile(path)) === f.sha256;
    if (!good) throw new PublishError(differs(path));
  }
}

/** One site is one county's: the snapshots of another would stand among its own. */
function assertOneCounty(to: string, target: readonly Entry[], copies: readonly Published[]): void {
  const newest = [...target].reverse().find((e) => existsSync(join(to, e.id, 'manifest.json')));
  const counties = new Map<string, Manifest['county']>();
  for (const { manifest } of [...(newest ? [readPublished(join(to, newest.id))] : []), ...copies]) counties.set(manifest.county.code, manifest.county);
  if (counties.size > 1) throw new PublishError(`快照属于不同的县区（${[...counties.values()].map((c) => `${c.name} ${c.code}`).join('、')}），不能放进同一个网站 ${to}`);
}
