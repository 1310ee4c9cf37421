import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../../scripts/progress.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { listPublished } from '../../scripts/snapshot/index-file.ts';
import { rebuildLater } from '../../scripts/snapshot/rebuild.ts';
import { compareTable, verify } from '../../scripts/snapshot/verify.ts';
import { compareRevisions } from '../../scripts/snapshot/compare.ts';
import { accountSql } from '../../src/query/flow.ts';
import { literal } from '../../src/query/sql.ts';
import { ask, type Cell, freshFolder, type Rows, run, writeLedger } from '../support/ledgers.ts';
import { fraction } from '../support/values.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const WEEKS = ['2026-10-16', '2026-10-23', '2026-10-30'] as const;
const row = (id: string, more: Record<string, Cell> = {}): Record<string, Cell> => ({ project_id: id, name: `${id}工程`, place_code: '甲镇', dept_code: '住建局', stage: '在建', risk_grade: '无欠薪', ...more });
const owed = { risk_grade: '一般', unpaid_wages: 20_000, unpaid_workers: 3, found_on: '2026-09-01', owed_since: '2026-08-01' };
const week = (i: number): Rows => [row('A', owed), row('B', i < 2 ? owed : { ...owed, unpaid_wages: 0, unpaid_workers: 0, closed_on: '2026-10-28', closing_evidence: '凭证' }), row('C')];

/** Three weeks published one after the other below a fresh folder. */
async function threeWeeks(): Promise<string> {
  const root = freshFolder();
  for (const [i, asOf] of WEEKS.entries()) {
    const outcome = await run(root, await writeLedger(join(root, asOf), { projects: week(i) }), asOf);
    expect(outcome.blocking).toEqual([]);
  }
  return root;
}

let root: string;
beforeAll(async () => {
  root = await threeWeeks();
});
/** A copy that a test may harm. */
function copyOfSnapshots(): string {
  const copy = join(freshFolder(), 'snapshots');
  cpSync(join(root, 'snapshots'), copy, { recursive: true });
  return copy;
}

describe('a sealed snapshot', () => {
  it('has the same bytes when made again from the same ledgers', async () => {
    const again = await threeWeeks();
    for (const asOf of WEEKS) for (const file of readdirSync(join(root, 'snapshots', asOf))) expect([file, readFileSync(join(again, 'snapshots', asOf, file)).equals(readFileSync(join(root, 'snapshots', asOf, file)))]).toEqual([file, true]);
    expect(readFileSync(join(again, 'snapshots', 'index.json'), 'utf8')).toBe(readFileSync(join(root, 'snapshots', 'index.json'), 'utf8'));
  });
  it('names no time of day, no absolute path and no temporary file', () => {
    const manifest = readFileSync(join(root, 'snapshots', WEEKS[2], 'manifest.json'), 'utf8');
    expect(manifest).not.toMatch(/\d{2}:\d{2}:\d{2}|\/tmp\/|\\\\|\/work\//);
    expect(readdirSync(join(root, 'snapshots')).filter((n) => n.startsWith('.'))).toEqual([]);
  });
  it('chains to the one before it', () => {
    const [, second, third] = listPublished(join(root, 'snapshots'));
    expect(third!.manifest.previous).toEqual({ id: second!.id, sha256: second!.sha256 });
  });
  it('is not overwritten: the same day again is refused with what to do', async () => {
    await expect(run(root, join(root, WEEKS[2]), WEEKS[2])).rejects.toThrow(/已有快照 2026-10-30.*--replace/);
  });
});

describe('verify', () => {
  it('finds nothing wrong with what was published, as folder, as one snapshot and as a site', async () => {
    const site = freshFolder();
    cpSync(join(root, 'snapshots'), join(site, 'snapshots'), { recursive: true });
    for (const path of [join(root, 'snapshots'), join(root, 'snapshots', WEEKS[1]), site]) expect((await verify(path)).problems).toEqual([]);
  });
  it('names a file with one flipped byte', async () => {
    const copy = copyOfSnapshots();
    const path = join(copy, WEEKS[1], 'projects.parquet');
    const bytes = readFileSync(path);
    bytes[100]! ^= 1;
    writeFileSync(path, bytes);
    expect((await verify(copy)).problems).toEqual([expect.stringMatching(/2026-10-23\/projects.parquet：内容已改变/)]);
  });
  it('names a missing file, a foreign file and a changed manifest', async () => {
    const copy = copyOfSnapshots();
    rmSync(join(copy, WEEKS[0], 'cube.parquet'));
    writeFileSync(join(copy, WEEKS[1], '备注.txt'), 'x');
    const manifest = join(copy, WEEKS[2], 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"masked": 0', '"masked": 1'));
    const { problems } = await verify(copy);
    expect(problems.join('\n')).toMatch(/2026-10-16\/cube.parquet：文件缺失/);
    expect(problems.join('\n')).toMatch(/2026-10-23\/备注.txt：清单里没有这个文件/);
    expect(problems.join('\n')).toMatch(/2026-10-30\/manifest.json：内容与索引登记的 SHA-256 不符/);
  });
  it('names an extra column and a wrong type even when hashes and manifest agree', async () => {
    const copy = copyOfSnapshots();
    const folder = join(copy, WEEKS[2]);
    const path = join(folder, 'places.parquet');
    await withDatabase(async (c) => {
      await c.run(`COPY (SELECT *, 1 AS extra FROM read_parquet(${literal(path)})) TO ${literal(`${path}.new`)} (FORMAT parquet)`);
    });
    const { manifest } = listPublished(copy).at(-1)!;
    const file = manifest.files.find((f) => f.table === 'places')!;
    expect(compareTable('places.parquet', file, [...file.columns, { name: 'extra', type: 'INTEGER' }], file.rows!)).toEqual(['places.parquet：多出目录中没有的列 extra']);
    expect(compareTable('places.parquet', file, file.columns.map((c) => (c.name === 'sort' ? { ...c, type: 'VARCHAR' } : c)), file.rows!)).toEqual(['places.parquet：列 sort 的类型是 VARCHAR，目录是 INTEGER']);
    expect(existsSync(`${path}.new`)).toBe(true);
  });
  it('says so when a path is nothing it knows', async () => {
    await expect(verify(freshFolder())).rejects.toThrow(/不是快照/);
  });
});

describe('a correction', () => {
  it('stands beside the old revision, says what changed, and the later weeks are rebuilt on request', async () => {
    const at = await threeWeeks();
    const corrected = [...week(0), row('D', owed)];
    const outcome = await run(at, await writeLedger(join(at, '更正'), { projects: corrected }), WEEKS[0], { replace: true });
    expect(outcome.published!.id).toBe('2026-10-16-r2');
    const changes = await compareRevisions(outcome.replaced!, outcome.published!);
    expect(changes.join('\n')).toMatch(/projects：新增 1 行，减少 0 行/);
    const p = { to: join(at, 'snapshots'), asOf: WEEKS[0], progress: silent };
    expect((await rebuildLater(p, outcome, false)).join()).toMatch(/2026-10-23、2026-10-30.*--rebuild-later/);
    expect(await rebuildLater(p, outcome, true)).toEqual(['✓ 重算 2026-10-23 → 2026-10-23-r2', '✓ 重算 2026-10-30 → 2026-10-30-r2']);
    expect((await verify(join(at, 'snapshots'))).problems).toEqual([]);
    const newest = { ...outcome, published: listPublished(join(at, 'snapshots')).at(-1)! };
    const [account] = await ask(newest, accountSql({ from: WEEKS[0], to: WEEKS[2] }));
    expect(account).toMatchObject({ opening: 3, closed: 1, lost: 1, closing: 1 });
  });
});

describe('a run that was killed', () => {
  it('leaves no half snapshot, and the next run clears what it left', async () => {
    const at = freshFolder();
    const left = join(at, 'snapshots', '.tmp-999999999');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'projects.parquet'), 'half');
    const outcome = await run(at, await writeLedger(join(at, 'l'), { projects: week(0) }), WEEKS[0]);
    expect(readdirSync(join(at, 'snapshots')).sort()).toEqual(['2026-10-16', 'index.json']);
    expect(await fraction(outcome, 'open_risk')).toBe('2');
  });
  it('killed in the middle of writing, leaves the published ones whole, and the week can be published again', async () => {
    const at = await threeWeeks();
    const snapshots = join(at, 'snapshots');
    const asOf = '2026-11-06';
    const from = await writeLedger(join(at, asOf), { projects: week(2) });
    const args = ['--import', 'tsx', 'scripts/cli.ts', 'snapshot', '--from', from, '--as-of', asOf, '--to', snapshots, '--report', join(at, 'reports')];
    const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const watcher = watch(snapshots, (_, name) => {
      if (name?.startsWith('.tmp-')) child.kill('SIGKILL');
    });
    const [, signal] = await ended;
    watcher.close();
    expect(signal).toBe('SIGKILL');
    expect(existsSync(join(snapshots, asOf))).toBe(false);
    expect((await verify(snapshots)).problems).toEqual([]);
    expect((await run(at, from, asOf)).published!.id).toBe(asOf);
    expect(readdirSync(snapshots).filter((n) => n.startsWith('.'))).toEqual([]);
  });
});
