import { fork, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as deployCommand from '../../scripts/commands/deploy.ts';
import * as verifyCommand from '../../scripts/commands/verify.ts';
import { silent } from '../../scripts/progress.ts';
import { buildSite } from '../../scripts/site/build.ts';
import { deploy, type Deployed, type Deployment } from '../../scripts/site/deploy.ts';
import { type Disk, realDisk } from '../../scripts/site/disk.ts';
import { serve } from '../../scripts/site/serve.ts';
import { verifySite } from '../../scripts/site/verify-site.ts';
import { listPublished, writeIndex } from '../../scripts/snapshot/index-file.ts';
import type { Manifest, SnapshotIndex } from '../../src/model/manifest.ts';
import { call } from '../support/commands.ts';
import { copyNewestDemo, demoFolder } from '../support/demo.ts';
import type { ChildTask } from './deploy-child.ts';

vi.mock('../../scripts/site/build.ts', () => ({ buildSite: vi.fn<typeof buildSite>() }));

const CHILD = fileURLToPath(new URL('./deploy-child.ts', import.meta.url));
const [OLD, NEW] = ['2026-11-13', '2026-11-20'];

let demo: string;
let at: string;
/** Names that break a careless command line. */
let to: string;

beforeAll(async () => {
  demo = await demoFolder();
});
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'qq-deploy-'));
  to = join(at, '网站 根目录', 'w w w');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(at, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A build as Vite would make it: everything but index.html and the public files is named by its content. */
function app(version: string): string {
  const folder = join(at, `app ${version}`);
  const script = `export const version = '${version}';\n`;
  const name = `assets/app-${sha256(script).slice(0, 8)}.js`;
  const files = { [name]: script, 'assets/engine-5eed5eed.js': 'engine', 'favicon.svg': '<svg/>', 'web.config': '<configuration/>', 'index.html': `<p>${version}</p><script type="module" src="./${name}"></script>` };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A snapshots folder with some weeks of the demo. */
function weeks(...ids: string[]): string {
  const folder = join(at, `快照 ${ids.join(' ')}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  for (const { id, folder: from } of listPublished(demo)) if (ids.includes(id)) cpSync(from, join(folder, id), { recursive: true });
  writeIndex(folder);
  return folder;
}

const run = (more: Partial<Deployment> = {}): Promise<Deployed> => deploy({ app: app('1'), snapshots: weeks(OLD), to, keep: null, drop: false, progress: silent, ...more });
const update = (): Pick<Deployment, 'app' | 'snapshots'> => ({ app: app('2'), snapshots: weeks(OLD, NEW) });

/** Path → time, inode and size of everything below a folder: what a second run must not change. */
const trace = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().map((name) => {
    const { mtimeNs, ino, size } = statSync(join(folder, name), { bigint: true });
    return [name, `${mtimeNs} ${ino} ${size}`];
  }));

/** Reads a site as the page does and throws at the first file that is missing or not the promised one; says which state it saw. */
async function readAll(get: (path: string) => Promise<Uint8Array>): Promise<{ page: string; snapshots: string[] }> {
  const text = async (path: string): Promise<string> => new TextDecoder().decode(await get(path));
  const html = await text('index.html');
  const script = /src="\.\/([^"]+)"/.exec(html)![1]!;
  if (!script.includes(sha256(await get(script)).slice(0, 8))) throw new Error(`${script} is another file`);
  await get('assets/engine-5eed5eed.js');
  const index = JSON.parse(await text('snapshots/index.json')) as SnapshotIndex;
  for (const { id, manifest_sha256: wanted } of index.snapshots) {
    const bytes = await get(`snapshots/${id}/manifest.json`);
    if (sha256(bytes) !== wanted) throw new Error(`${id}/manifest.json is another file`);
    for (const file of (JSON.parse(new TextDecoder().decode(bytes)) as Manifest).files) {
      if (sha256(await get(`snapshots/${id}/${file.path}`)) !== file.sha256) throw new Error(`${id}/${file.path} is another file`);
    }
  }
  return { page: /<p>(.*)<\/p>/.exec(html)![1]!, snapshots: index.snapshots.map((s) => s.id) };
}
const readSite = () => readAll((path) => readFile(join(to, path)));

/** What a reader may see while version 1 with one week becomes version 2 with two. */
const STATES = [{ page: '1', snapshots: [OLD] }, { page: '2', snapshots: [OLD] }, { page: '2', snapshots: [OLD, NEW] }];

/** Disk that notes what is done and may fail; operations count from 1. */
function spyDisk(failAt = 0): { disk: Disk; done: string[] } {
  const done: string[] = [];
  const wrap = <A extends string[], R>(name: string, work: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    done.push(`${name} ${args.at(-1)!.slice(to.length + 1)}`);
    if (done.length === failAt) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    return work(...args);
  };
  return { done, disk: { copy: wrap('copy', realDisk.copy), write: wrap('write', (path: string, text: string) => realDisk.write(path, text)), rename: wrap('rename', realDisk.rename), folder: wrap('folder', realDisk.folder), remove: wrap('remove', realDisk.remove) } };
}

/** Runs a deploy in a process of its own; its error, or how it was killed. */
const inChild = (task: ChildTask): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const child = fork(CHILD, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    let reply: string | null = '没有回答';
    child.on('message', (message: { error: string | null }) => (reply = message.error));
    child.once('error', reject);
    child.once('exit', (_, signal) => resolve(signal ?? reply));
    child.send(task);
  });

describe('a deploy', () => {
  it('gives plain files that verify: page, snapshots, index', async () => {
    const { listed } = await run(update());
    expect(listed).toBe(2);
    expect(await readSite()).toEqual(STATES[2]);
    for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) expect(lstatSync(join(to, name)).isSymbolicLink(), name).toBe(false);
    expect(readdirSync(to).sort()).toEqual(['assets', 'favicon.svg', 'index.html', 'site.json', 'snapshots', 'web.config']);
    expect(readdirSync(join(to, 'snapshots')).sort()).toEqual([OLD, NEW, 'index.json']);
    expect(await call(verifyCommand, at, to)).toMatchObject({ status: 0, err: '', out: expect.stringMatching(/✓ 页面文件 5 个、2 份快照、\d+ 个文件，全部相符/) });
  });

  it('changes nothing when run twice', async () => {
    await run(update());
    const before = trace(to);
    const again = await run(update());
    expect(again).toMatchObject({ written: [], added: [] });
    expect(trace(to)).toEqual(before);
  });

  it('puts hashed files first, then snapshots, then index.html, the index of the snapshots last', async () => {
    await run();
    const { disk, done } = spyDisk();
    await run({ ...update(), disk });
    const shown = done.filter((line) => line.startsWith('rename')).map((line) => line.slice('rename '.length).replaceAll('\\', '/'));
    expect(shown).toEqual(['site.json', expect.stringMatching(/^assets\/app-/), `snapshots/${NEW}`, 'index.html', 'snapshots/index.json', 'site.json']);
  });

  it('leaves old hashed files for pages that are open, and published snapshots as they were', async () => {
    await run();
    const old = readdirSync(join(to, 'assets'));
    const before = trace(join(to, 'snapshots', OLD));
    await run(update());
    expect(readdirSync(join(to, 'assets'))).toEqual(expect.arrayContaining(old));
    expect(trace(join(to, 'snapshots', OLD))).toEqual(before);
    expect((await verifySite(to)).appFiles).toBe(6);
  });

  it('never loses what the index of the webroot lists', async () => {
    await run({ snapshots: weeks(OLD) });
    await run({ snapshots: weeks(NEW) });
    await run({ snapshots: weeks(OLD) });
    expect((await readSite()).snapshots).toEqual([OLD, NEW]);
  });

  it('mends a hashed file that was damaged and says so', async () => {
    await run();
    writeFileSync(join(to, 'assets', 'engine-5eed5eed.js'), 'half');
    expect((await run()).mended).toEqual(['assets/engine-5eed5eed.js']);
    expect((await verifySite(to)).problems).toEqual([]);
  });

  it('publishes the page alone where the snapshots are written straight into the webroot', async () => {
    await run();
    expect(await run({ app: app('2'), snapshots: join(to, 'snapshots') })).toMatchObject({ added: [], listed: 1 });
    expect(await readSite()).toEqual(STATES[1]);
  });

  it.runIf(existsSync('/dev/shm'))('works on another device', async () => {
    const shm = mkdtempSync('/dev/shm/qq-deploy-');
    try {
      expect(statSync(shm).dev === statSync(at).dev).toBe(false);
      to = join(shm, 'www');
      await run(update());
      expect(await readSite()).toEqual(STATES[2]);
    } finally {
      rmSync(shm, { recursive: true });
    }
  });
});

describe('a refused deploy names the file and changes nothing', () => {
  const damage = (path: string, text = '坏'): void => writeFileSync(path, text);
  it.each<[string, () => Partial<Deployment> | void, RegExp]>([
    ['a published snapshot with another file', () => damage(join(to, 'snapshots', OLD, 'cube.parquet')), /2026-11-13.cube\.parquet 与要发布的不同/],
    ['a published snapshot with another manifest', () => damage(join(to, 'snapshots', OLD, 'manifest.json')), /2026-11-13.manifest\.json 与要发布的不同/],
    ['a published snapshot without a file', () => rmSync(join(to, 'snapshots', OLD, 'rules.json')), /2026-11-13.rules\.json 与要发布的不同/],
    ['a damaged index', () => damage(join(to, 'snapshots', 'index.json'), '{"snapshots":['), /index\.json 不是有效的快照索引/],
    ['a damaged list of the app', () => damage(join(to, 'site.json')), /site\.json 不是有效的网站清单/],
    ['a list of the app that names files outside', () => damage(join(to, 'site.json'), JSON.stringify({ format: 1, tool: '', files: [], earlier: [[{ path: '../../x', bytes: 1, sha256: '0'.repeat(64) }]] })), /site\.json 不是有效的网站清单/],
    ['a page somebody has edited', () => damage(join(to, 'index.html')), /index\.html 不是本程序发布的，或已被改动/],
    ['a damaged snapshot to publish', () => damage(join(weeks(OLD, NEW), NEW, 'projects.parquet')), /2026-11-20.projects\.parquet 的内容与登记的 SHA-256 不符/],
    ['a snapshot to publish whose manifest was edited', () => damage(join(weeks(OLD, NEW), NEW, 'manifest.json'), readFileSync(join(weeks(OLD, NEW), NEW, 'manifest.json'), 'utf8').replace('安澜县', '清河县')), /2026-11-20.manifest\.json：内容与索引登记的 SHA-256 不符/],
    ['an app that is not built', () => ({ app: at }), /没有 index\.html/],
  ])('%s', async (_, prepare, message) => {
    await run();
    const more = prepare() ?? {};
    const before = trace(to);
    await expect(run({ ...update(), ...more })).rejects.toThrow(message);
    // A damaged source shows while it is copied: the list of what is under way and new hashed files may be there.
    const after = trace(to);
    for (const [path, state] of Object.entries(before)) if (!/^(site\.json|assets|snapshots)$/.test(path)) expect(after[path], path).toBe(state);
    expect(Object.keys(after).filter((path) => !(path in before) && !path.startsWith('assets'))).toEqual([]);
  });

  it('a folder that holds another web site', async () => {
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, 'index.html'), '县政府网站');
    await expect(run()).rejects.toThrow(/index\.html 不是本程序发布的/);
    expect(readdirSync(to)).toEqual(['index.html']);
  });

  it('the snapshots of another county', async () => {
    await run();
    const other = weeks(NEW);
    const path = join(other, NEW, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"990101"', '"990102"'));
    writeIndex(other);
    await expect(run({ snapshots: other })).rejects.toThrow(/不同的县区/);
  });

  it('while another deploy is at work; one that was killed does not count', async () => {
    await run();
    writeFileSync(join(to, '.qq-lock'), `${hostname()} ${process.pid}`);
    await expect(run(update())).rejects.toThrow(/另一次发布正在进行/);
    expect(await readSite()).toEqual(STATES[0]);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(to, '.qq-lock'), `${hostname()} ${dead}`);
    await run(update());
    expect(await readSite()).toEqual(STATES[2]);
    expect(existsSync(join(to, '.qq-lock'))).toBe(false);
  });
});

describe('--keep', () => {
  it('only names what lies beyond it; with --yes the index goes first, then the folders and the files of old builds', async () => {
    await run({ app: app('0') });
    await run({ app: app('1') });
    await run(update());
    const [oldest = ''] = readdirSync(join(app('0'), 'assets')).filter((name) => name.startsWith('app-'));
    const kept = { ...update(), keep: 1 };
    const beyond = { snapshots: [OLD], files: [`assets/${oldest}`] };
    const before = trace(to);
    expect((await run(kept)).beyond).toEqual(beyond);
    expect(trace(to)).toEqual(before);

    const { disk, done } = spyDisk();
    expect(await run({ ...kept, drop: true, disk })).toMatchObject({ beyond, listed: 1 });
    const shown = done.filter((line) => line.startsWith('rename')).map((line) => line.slice('rename '.length).replace(/\.qq-\d+-/, '−').replaceAll('\\', '/'));
    expect(shown).toEqual(['site.json', 'snapshots/index.json', `snapshots/−${OLD}`, `assets/−${oldest}`, 'site.json']);
    expect(await readSite()).toEqual({ page: '2', snapshots: [NEW] });
    expect(existsSync(join(to, 'snapshots', OLD)) || existsSync(join(to, 'assets', oldest))).toBe(false);
    expect(await call(verifyCommand, at, to)).toMatchObject({ status: 0, out: expect.stringMatching(/! .*更早的快照已不在网站上\n✓/) });

    const settled = trace(to);
    expect(await run({ ...kept, drop: true })).toMatchObject({ added: [], beyond: { snapshots: [], files: [] } });
    expect(trace(to)).toEqual(settled);
  });
});

describe('a deploy that fails or is killed leaves a working site', () => {
  it('wherever the disk is full', async () => {
    await run();
    const start = join(at, 'start');
    cpSync(to, start, { recursive: true });
    const { disk, done } = spyDisk();
    await run({ ...update(), keep: 1, drop: true, disk });
    const moments = done.map((line, i) => ({ line, at: i + 1 })).filter(({ line }) => !/copy .*(?<!cube|manifest)\.(parquet|json|topojson)$/.test(line));
    expect(moments.length).toBeGreaterThan(15);
    for (const moment of moments) {
      rmSync(to, { recursive: true });
      cpSync(start, to, { recursive: true });
      await expect(run({ ...update(), keep: 1, drop: true, disk: spyDisk(moment.at).disk }), moment.line).rejects.toThrow(/磁盘已满/);
      expect([...STATES, { page: '2', snapshots: [NEW] }], moment.line).toContainEqual(await readSite());
      expect((await verifySite(to)).problems, moment.line).toEqual([]);
      await run({ ...update(), keep: 1, drop: true });
      expect(await verifySite(to), moment.line).toMatchObject({ problems: [], snapshots: 1 });
      expect(readdirSync(to, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.qq-')), moment.line).toEqual([]);
    }
  });

  it.runIf(process.platform === 'linux')('when the system refuses to write more (a real EFBIG)', async () => {
    await run();
    const [most, tsx] = [64, fileURLToPath(import.meta.resolve('tsx'))];
    const script = join(at, 'run.mts');
    writeFileSync(script, `import { deploy } from ${JSON.stringify(new URL('../../scripts/site/deploy.ts', import.meta.url).href)};
deploy({ ...${JSON.stringify({ ...update(), to, keep: null, drop: false })}, progress: { stage() {}, step() {}, end() {} } }).catch((e) => { console.error(e.message); process.exitCode = 1; });`);
    const child = spawnSync('bash', ['-c', `ulimit -f ${most}; exec "$0" --import "$1" "$2"`, process.execPath, tsx, script], { encoding: 'utf8', env: { ...process.env, TSX_DISABLE_CACHE: '1' } });
    expect(child).toMatchObject({ status: 1, stderr: expect.stringMatching(/写不了 .*2026-11-20.*EFBIG/) });
    expect(await readSite()).toEqual(STATES[0]);
    expect((await verifySite(to)).problems).toEqual([]);
    await run(update());
    expect(await readSite()).toEqual(STATES[2]);
  });

  it('wherever it is killed', async () => {
    await run();
    const start = join(at, 'start');
    cpSync(to, start, { recursive: true });
    const task = { ...update(), to, keep: 1, drop: true };
    const { disk, done } = spyDisk();
    await run({ ...task, disk });
    const renames = done.flatMap((line, i) => (line.startsWith('rename') ? [i + 1] : []));
    const copies = done.flatMap((line, i) => (/^copy .*(cube\.parquet|index\.html|app-)/.test(line) ? [i + 1] : []));
    const moments = [...renames.map((operation) => ({ operation, when: 'before' as const })), { operation: renames.at(-1)!, when: 'after' as const }, ...copies.map((operation) => ({ operation, when: 'half' as const }))];
    expect(moments.length).toBeGreaterThan(8);
    const seen = new Set<string>();
    for (const killAt of moments) {
      const what = `${killAt.when} ${done[killAt.operation - 1]}`;
      rmSync(to, { recursive: true });
      cpSync(start, to, { recursive: true });
      expect(await inChild({ ...task, killAt }), what).toBe('SIGKILL');
      const state = await readSite();
      seen.add(JSON.stringify(state));
      expect([...STATES.slice(0, 2), { page: '2', snapshots: [NEW] }], what).toContainEqual(state);
      expect((await verifySite(to)).problems, what).toEqual([]);
    }
    // The old state, the new page over the old index, and the new state were all met.
    expect(seen.size).toBe(3);
    await run(task);
    expect(await verifySite(to)).toMatchObject({ problems: [], notices: [expect.stringMatching(/更早的快照/)], snapshots: 1 });
  });
});

it('shows a reader in the middle of it the old state or the new one, and nothing else', async () => {
  await run();
  const served = await serve({ roots: { '/': to }, port: 0, host: '127.0.0.1' });
  const get = async (path: string): Promise<Uint8Array> => {
    const response = await fetch(`${served.url}/${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  try {
    const publication = { running: true };
    const publishing = inChild({ ...update(), to, keep: null, drop: false, pause: 25 }).finally(() => (publication.running = false));
    const seen: string[] = [];
    let reads = 0;
    while (publication.running || reads === 0) {
      const state = JSON.stringify(await readAll(get));
      reads += 1;
      if (seen.at(-1) !== state) seen.push(state);
    }
    expect(await publishing).toBeNull();
    seen.push(JSON.stringify(await readAll(get)));
    expect(reads).toBeGreaterThan(5);
    expect(STATES.map((s) => JSON.stringify(s)).filter((s) => seen.includes(s))).toEqual([...new Set(seen)]);
    expect(seen.at(-1)).toBe(JSON.stringify(STATES[2]));
  } finally {
    await served.close();
  }
});

describe('npm run deploy', () => {
  beforeEach(() => {
    vi.mocked(buildSite).mockImplementation(async () => app('1'));
  });

  it('runs from any folder with any names, says what it did, and says so when there is nothing to do', async () => {
    const snapshots = join(at, '县 快照');
    const id = await copyNewestDemo(snapshots);
    const args = ['--snapshots', '县 快照', '--to', '网站 根目录/w w w'];
    expect(await call(deployCommand, at, ...args)).toMatchObject({ status: 0, out: `✓ 已发布到 ${to}：页面文件 5 个，新快照 1 份，共 1 份快照\n` });
    expect(await call(deployCommand, at, ...args)).toMatchObject({ status: 0, out: `✓ ${to} 没有新内容，共 1 份快照\n` });
    expect((await readSite()).snapshots).toEqual([id]);
  });

  it('shows its progress', async () => {
    const { err } = await call(deployCommand, at, '--snapshots', weeks(OLD), '--to', to);
    expect(err.split('\n')).toEqual(expect.arrayContaining(['构建页面', '核对', '[7/7] snapshots/index.json', expect.stringMatching(/^\[\d\/7\] 快照 2026-11-13/)]));
  });

  it('lists what --keep would drop and drops it with --yes', async () => {
    const args = ['--snapshots', weeks(OLD, NEW), '--to', to];
    await call(deployCommand, at, ...args);
    expect(await call(deployCommand, at, ...args, '--keep', '1')).toMatchObject({ status: 0, out: expect.stringContaining(`超出 --keep，加 --yes 会删除：\n  快照 ${OLD}\n`) });
    expect(existsSync(join(to, 'snapshots', OLD))).toBe(true);
    expect(await call(deployCommand, at, ...args, '--keep', '1', '--yes')).toMatchObject({ status: 0, out: expect.stringContaining(`已删除：\n  快照 ${OLD}\n`) });
    expect(existsSync(join(to, 'snapshots', OLD))).toBe(false);
  });

  it('ends with 1 and the name of the file when a published snapshot differs', async () => {
    await run();
    writeFileSync(join(to, 'snapshots', OLD, 'cube.parquet'), '坏');
    expect(await call(deployCommand, at, '--snapshots', weeks(OLD), '--to', to)).toMatchObject({ status: 1, out: '', err: expect.stringMatching(/✗ .*2026-11-13.cube\.parquet 与要发布的不同/) });
  });

  it.each([
    ['no --to', () => ['--snapshots', weeks(OLD)], /缺少选项 --to/],
    ['no snapshots there', () => ['--snapshots', at, '--to', to], /不是快照文件夹/],
    ['a webroot inside the snapshots', () => ['--snapshots', weeks(OLD), '--to', join(weeks(OLD), 'www')], /在快照文件夹里面/],
    ['the build folder as webroot', () => ['--snapshots', weeks(OLD), '--to', app('1')], /构建页面用的文件夹/],
    ['a file as webroot', () => ['--snapshots', weeks(OLD), '--to', join(weeks(OLD), 'index.json')], /是一个文件/],
    ['--keep 0', () => ['--snapshots', weeks(OLD), '--to', to, '--keep', '0'], /--keep 须是正整数/],
    ['--yes alone', () => ['--snapshots', weeks(OLD), '--to', to, '--yes'], /--yes 只与 --keep 一起使用/],
  ])('ends with 2: %s', async (_, args, message) => {
    expect(await call(deployCommand, at, ...args())).toMatchObject({ status: 2, err: expect.stringMatching(message) });
    expect(existsSync(to)).toBe(false);
  });

  it('has help in both languages', async () => {
    const { status, out } = await call(deployCommand, at, '--help');
    expect(status).toBe(0);
    expect(out).toMatch(/先放新文件，最后换索引/);
    expect(out).toMatch(/New files first, the index last/);
  });
});

describe('npm run verify on a site', () => {
  it.each<[string, () => void, RegExp]>([
    ['an altered script', () => writeFileSync(join(to, 'assets', 'engine-5eed5eed.js'), 'ENGINE'), /assets\/engine-5eed5eed\.js：内容已改变/],
    ['a short page', () => writeFileSync(join(to, 'index.html'), '<p>'), /index\.html：3 字节，site\.json 登记 \d+ 字节/],
    ['a missing file', () => rmSync(join(to, 'favicon.svg')), /favicon\.svg：文件缺失/],
    ['a script nobody published', () => writeFileSync(join(to, 'assets', 'x.js'), ''), /assets\/x\.js：site\.json 里没有这个文件/],
    ['an altered table', () => writeFileSync(join(to, 'snapshots', OLD, 'cube.parquet'), '坏'), /snapshots\/2026-11-13\/cube\.parquet：3 字节/],
    ['a snapshot nobody listed', () => cpSync(join(weeks(NEW), NEW), join(to, 'snapshots', NEW), { recursive: true }), /snapshots\/2026-11-20：文件夹里有，索引里没有/],
    ['no index', () => rmSync(join(to, 'snapshots', 'index.json')), /snapshots\/index\.json：文件缺失/],
    ['a broken site.json', () => writeFileSync(join(to, 'site.json'), '{'), /site\.json 不是有效的网站清单/],
  ])('names %s and ends with 1', async (_, harm, message) => {
    await run();
    harm();
    expect(await call(verifyCommand, at, to)).toMatchObject({ status: 1, err: expect.stringMatching(message) });
  });
});
