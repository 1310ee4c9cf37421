import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { FORMAT_VERSION, indexSchema, type Manifest, manifestSchema, type SnapshotFile } from '../../src/model/manifest.ts';
import { literal } from '../../src/query/sql.ts';
import { sha256Hex } from '../../src/shared/hash.ts';
import { hashFile } from './hash-file.ts';
import { STORED_TABLES } from './parquet.ts';

/** What a verification looked at and what is wrong, one Chinese sentence each, naming snapshot, file and column. */
export interface Verification {
  readonly snapshots: number;
  readonly files: number;
  readonly problems: readonly string[];
}

/** Problems that a site may show for a good reason: its publication was broken off, its oldest snapshots were dropped. */
export const notListed = (id: string): string => `${id}：文件夹里有，索引里没有`;
export const previousAbsent = (id: string, previous: string): string => `${id}：上一份快照 ${previous} 不在这里`;

/**
 * Re-hashes, re-reads and re-counts a snapshot, a snapshots folder (with its index) or a published site (with `snapshots/` in it), and checks
 * column types against the catalogue and the chain of previous snapshots. Throws when the path holds none of these.
 */
export async function verify(path: string): Promise<Verification> {
  const root = !existsSync(join(path, 'manifest.json')) && !existsSync(join(path, 'index.json')) && existsSync(join(path, 'snapshots')) ? join(path, 'snapshots') : path;
  if (existsSync(join(root, 'manifest.json'))) return verifySnapshots(dirname(root), [basename(root)], []);
  if (!existsSync(join(root, 'index.json'))) throw new Error(`${path} 里没有 manifest.json、index.json 或 snapshots 文件夹，不是快照、快照文件夹或已发布的网站`);
  const problems: string[] = [];
  const parsed = indexSchema.safeParse(parseJson(join(root, 'index.json'), problems));
  if (!parsed.success) return { snapshots: 0, files: 0, problems: [...problems, 'index.json 不是有效的快照索引；重新运行 npm run snapshot 会重写它'] };
  const listed = parsed.data.snapshots;
  for (const s of listed) {
    const manifest = join(root, s.id, 'manifest.json');
    if (!existsSync(manifest)) problems.push(`${s.id}：索引里有，文件夹里没有 manifest.json`);
    else if (sha256Hex(readFileSync(manifest)) !== s.manifest_sha256) problems.push(`${s.id}/manifest.json：内容与索引登记的 SHA-256 不符`);
  }
  const folders = readdirSync(root, { withFileTypes: true }).filter((e) => e.isDirectory() && existsSync(join(root, e.name, 'manifest.json'))).map((e) => e.name);
  for (const f of folders) if (!f.startsWith('.') && !listed.some((s) => s.id === f)) problems.push(notListed(f));
  return verifySnapshots(root, listed.map((s) => s.id).filter((id) => existsSync(join(root, id, 'manifest.json'))), problems);
}

async function verifySnapshots(root: string, ids: readonly string[], problems: string[]): Promise<Verification> {
  let files = 0;
  for (const id of ids) {
    const parsed = manifestSchema.safeParse(parseJson(join(root, id, 'manifest.json'), problems));
    if (!parsed.success) problems.push(`${id}/manifest.json：不是有效的快照清单`);
    else if (parsed.data.format > FORMAT_VERSION) problems.push(`${id}：快照格式 ${parsed.data.format} 比本程序认识的 ${FORMAT_VERSION} 新，请升级程序`);
    else {
      files += parsed.data.files.length;
      await verifyFiles(join(root, id), parsed.data, problems);
      verifyChain(root, parsed.data, problems);
    }
  }
  return { snapshots: ids.length, files, problems };
}

async function verifyFiles(folder: string, manifest: Manifest, problems: string[]): Promise<void> {
  const listed = new Set(['manifest.json', ...manifest.files.map((f) => f.path)]);
  for (const name of readdirSync(folder)) if (!listed.has(name)) problems.push(`${manifest.id}/${name}：清单里没有这个文件`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const file of manifest.files) {
      const path = join(folder, file.path);
      const where = `${manifest.id}/${file.path}`;
      if (!existsSync(path)) problems.push(`${where}：文件缺失`);
      else if (statSync(path).size !== file.bytes) problems.push(`${where}：${statSync(path).size} 字节，清单登记 ${file.bytes} 字节`);
      else if ((await hashFile(path)) !== file.sha256) problems.push(`${where}：内容已改变，SHA-256 与清单不符`);
      else if (file.table !== null) {
        const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
        const columns = (await read(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`)).map((r) => ({ name: String(r[0]), type: String(r[1]) }));
        const rows = Number((await read(`SELECT count(*) FROM read_parquet(${literal(path)})`))[0]![0]);
        problems.push(...compareTable(where, file, columns, rows));
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

type Columns = readonly { readonly name: string; readonly type: string }[];

/** Differences between a file's real columns and rows, the manifest's, and the catalogue's. */
export function compareTable(where: string, file: SnapshotFile, columns: Columns, rows: number): string[] {
  const catalogue = STORED_TABLES.find((t) => t.name === file.table);
  if (!catalogue) return [`${where}：目录中没有表 ${file.table}`];
  const problems: string[] = [];
  const against = (expected: Columns, source: string) => {
    for (const e of expected) {
      const found = columns.find((c) => c.name === e.name);
      if (!found) problems.push(`${where}：缺少${source}中的列 ${e.name}`);
      else if (found.type !== e.type) problems.push(`${where}：列 ${e.name} 的类型是 ${found.type}，${source}是 ${e.type}`);
    }
    for (const c of columns) if (!expected.some((e) => e.name === c.name)) problems.push(`${where}：多出${source}中没有的列 ${c.name}`);
  };
  against(catalogue.columns, '目录');
  if (problems.length === 0) against(file.columns, '清单');
  if (rows !== file.rows) problems.push(`${where}：${rows} 行，清单登记 ${file.rows} 行`);
  return problems;
}

function verifyChain(root: string, manifest: Manifest, problems: string[]): void {
  if (manifest.previous === null) return;
  const path = join(root, manifest.previous.id, 'manifest.json');
  if (!existsSync(path)) problems.push(previousAbsent(manifest.id, manifest.previous.id));
  else if (sha256Hex(readFileSync(path)) !== manifest.previous.sha256) problems.push(`${manifest.id}：上一份快照 ${manifest.previous.id} 已不是发布时的那一份`);
}

function parseJson(path: string, problems: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    problems.push(`${basename(dirname(path))}/${basename(path)}：不是有效的 JSON（${error instanceof Error ? error.message : String(error)}）`);
    return null;
  }
}
