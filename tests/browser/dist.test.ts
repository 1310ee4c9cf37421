import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { HEADER_CSP, META_CSP } from '../../scripts/site/csp.ts';

/** Hosts that stand in the code as namespaces, credits and help texts; nothing ever asks them anything. */
const INERT = ['www.w3.org', 'github.com', 'leafletjs.com', 'vuejs.org', 'echarts.apache.org', 'schemas.openxmlformats.org', 'schemas.microsoft.com', 'purl.org', 'www.wps.cn'];

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));

let dist: string;
let files: string[];
beforeAll(async () => {
  dist = await appFolder();
  files = (await readdir(dist, { recursive: true })).map((file) => file.replaceAll('\\', '/')).sort();
});

const read = (file: string): Promise<string> => readFile(join(dist, file), 'utf8');
const texts = (): Promise<[string, string][]> => Promise.all(files.filter((file) => /\.(html|js|css|svg)$/.test(file)).map(async (file) => [file, await read(file)]));
const named = (name: string): string[] => files.filter((file) => file.startsWith(`assets/${name}-`) && /\.(js|css)$/.test(file));

/** The files with all that they import statically, and what the page itself links. */
async function closure(start: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = await read(file);
    for (const [, name] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) await visit(`assets/${name}`);
  };
  for (const file of start) await visit(file);
  return [...found].sort();
}

async function kilobytes(list: readonly string[]): Promise<number> {
  const sizes = await Promise.all(list.map(async (file) => gzipSync(await readFile(join(dist, file)), { level: 9 }).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

async function entry(): Promise<string[]> {
  const html = await read('index.html');
  return ['index.html', ...[...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((match) => match[1]!)];
}

describe('the built app', () => {
  it.each([
    [/^index\.html$/, 3_000],
    [/^assets\/duckdb-eh-.*\.wasm\.gz$/, 7e6],
    [/^assets\/duckdb-mvp-.*\.wasm\.gz$/, 8e6],
    [/^assets\/duckdb-browser-eh\.worker-.*\.js$/, 1e6],
    [/^assets\/duckdb-browser-mvp\.worker-.*\.js$/, 1e6],
    [/^assets\/decode\.worker-.*\.js$/, 60e3],
    [/^assets\/parquet_wasm_bg-.*\.wasm\.gz$/, 2e6],
    [/^assets\/live-.*\.js$/, 300e3],
  ])('holds one %s within its budget', async (name, budget) => {
    const found = files.filter((file) => name.test(file));
    expect(found).toHaveLength(1);
    expect((await stat(join(dist, found[0] ?? ''))).size).toBeLessThan(budget);
  });

  it('ships no raw wasm, and the compressed one is gzip of wasm', async () => {
    expect(files.filter((file) => file.endsWith('.wasm'))).toEqual([]);
    const packed = await Promise.all(files.filter((file) => file.endsWith('.wasm.gz')).map(async (file) => (await readFile(join(dist, file))).subarray(0, 2).toString('hex')));
    expect(packed).toEqual(['1f8b', '1f8b', '1f8b']);
  });

  it('needs at most 150 kB gzip of code before the first number', async () => {
    const list = await closure(await entry());
    expect(list.length).toBeGreaterThan(2);
    expect({ list, kB: await kilobytes(list) }).toEqual({ list, kB: expect.toSatisfy((kB: number) => kB <= 150) });
  });

  it('needs at most 450 kB gzip of code for all of the first screen, and none of the engine', async () => {
    const parts = ['screen', 'map', 'chart'].flatMap(named);
    expect(parts.filter((file) => file.endsWith('.js'))).toHaveLength(3);
    const scripts = await closure([...(await entry()), ...parts]);
    // A chunk's style sheet has its name; those of the other pages are fetched with them.
    const list = [...new Set([...scripts, ...scripts.flatMap((file) => named(/assets\/(.*)-[\w-]{8}\.js$/.exec(file)?.[1] ?? '?').filter((each) => each.endsWith('.css')))])];
    expect({ list, kB: await kilobytes(list) }).toEqual({ list, kB: expect.toSatisfy((kB: number) => kB <= 450) });
    expect(list.filter((file) => /live-|duckdb|parquet|decode/.test(file))).toEqual([]);
    for (const file of list) expect([file, /insertArrowFromIPCStream|RecordBatchFileReader/.test(await read(file))]).toEqual([file, false]);
  });

  it('names no foreign host that could be asked', async () => {
    const hosts = (await texts()).flatMap(([file, text]) =>
      [...text.matchAll(/(?:https?:|wss?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/gi)].map((match) => `${file}: ${match[1]}`),
    );
    expect(hosts.filter((each) => !INERT.some((host) => each.endsWith(`: ${host}`)))).toEqual([]);
  });

  it('points only to relative places, so that it works under any sub-path', async () => {
    const html = await read('index.html');
    const links = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !link?.startsWith('./') && !link?.startsWith('data:'))).toEqual([]);
    for (const [file, text] of (await texts()).filter(([name]) => name.endsWith('.css'))) {
      expect([file, [...text.matchAll(/url\(["']?(\/|https?:)/g)]]).toEqual([file, []]);
    }
  });

  it('is the production build of Vue', async () => {
    for (const [file, text] of await texts()) expect([file, /Avoid app logic that relies on|feature-flags/.test(text)]).toEqual([file, false]);
  });

  it('carries its Content-Security-Policy, and so do the files for IIS and nginx', async () => {
    expect(await read('index.html')).toContain(`<meta http-equiv="Content-Security-Policy" content="${META_CSP}" />`);
    expect(await read('web.config')).toContain(`<add name="Content-Security-Policy" value="${HEADER_CSP}" />`);
    expect(await read('nginx.conf.txt')).toContain(`add_header Content-Security-Policy "${HEADER_CSP}" always;`);
    for (const file of ['web.config', 'nginx.conf.txt']) expect(await read(file)).toBe(await readFile(join(PUBLIC, file), 'utf8'));
  });

  it('registers every kind of file it ships, or publishes, with IIS, which answers 404 for the others', async () => {
    const known = [...(await read('web.config')).matchAll(/<mimeMap fileExtension="(\.\w+)"/g)].map((match) => match[1]!);
    const shipped = [...new Set(files.flatMap((file) => /\.\w+$/.exec(file) ?? []))].filter((kind) => !['.html', '.js', '.css', '.config'].includes(kind));
    expect([...shipped, '.parquet', '.topojson', '.json'].filter((kind) => !known.includes(kind))).toEqual([]);
  });
});
