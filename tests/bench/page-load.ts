import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { browserCalm } from './browser-calm.ts';
import { installProbe, NAMES } from './page-probe.ts';

const LONGEST_LOAD = 120_000;
/** What web servers compress by themselves. */
const COMPRESSIBLE: ReadonlySet<string> = new Set(['.html', '.js', '.css', '.json', '.topojson', '.svg', '.wasm']);
const CODE: ReadonlySet<string> = new Set(['.html', '.js', '.css']);

/** One cold load of the page. Times are milliseconds since navigation, null where the page did not get there. */
export interface Load {
  readonly firstNumber: number | null;
  readonly allPanels: number | null;
  readonly engineReady: number | null;
  readonly longestBlock: number;
  /** Bytes of all files as they were sent, and as a server that compresses would have sent them. */
  readonly bytesRaw: number;
  readonly bytesGzip: number;
  /** Compressed code sent before the first number, and before all panels. */
  readonly codeFirstNumber: number;
  readonly codeAllPanels: number;
  readonly requests: number;
  /** URLs asked of another host. */
  readonly foreign: readonly string[];
  /** Measures that the page did not emit: the value is the observer's. */
  readonly observed: readonly string[];
}

export interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
  readonly context: BrowserContext;
  readonly load: Load;
  readonly close: () => Promise<void>;
}

/** Opens the page with nothing in the cache, in a browser that has come to rest, and waits until the engine is ready (or is not going to be). */
export async function openCold(browser: Browser, app: string, snapshots: string, hash = ''): Promise<Opened> {
  const sent: Sent[] = [];
  const served = await serve({ roots: { '/': app, '/snapshots/': snapshots }, port: 0, host: '127.0.0.1', onFile: (path, bytes) => sent.push({ path, bytes, at: performance.timeOrigin + performance.now() }) });
  try {
    return await load(browser, served, sent, hash);
  } catch (error) {
    await served.close();
    throw error;
  }
}

interface Sent {
  readonly path: string;
  readonly bytes: number;
  readonly at: number;
}

async function load(browser: Browser, served: Served, sent: readonly Sent[], hash: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
  const foreign: string[] = [];
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(served.url)) foreign.push(request.url());
  });
  const page = await context.newPage();
  await page.addInitScript(NAMES);
  await page.addInitScript(installProbe);
  const session = await context.newCDPSession(page);
  await browserCalm(browser);
  await page.goto(`${served.url}/${hash}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.bench.measures.some((m) => m.name === 'qq:engine-ready') && window.bench.calm !== null, undefined, { timeout: LONGEST_LOAD }).catch(() => undefined);
  // The first interaction would be blamed for what still goes on.
  await page.waitForTimeout(500);
  const { probe, origin } = await page.evaluate(() => ({ probe: window.bench, origin: performance.timeOrigin }));
  const measure = (name: string): number | null => probe.measures.find((m) => m.name === name)?.end ?? null;
  const [firstNumber, allPanels, engineReady] = [measure('qq:first-number') ?? probe.firstDigit, measure('qq:all-panels') ?? probe.calm, measure('qq:engine-ready')];
  const code = (until: number | null): number => sent.filter((f) => CODE.has(extname(f.path)) && f.at - origin <= (until ?? 0)).reduce((sum, f) => sum + compressed(f.path, f.bytes), 0);
  const measured: Load = {
    firstNumber, allPanels, engineReady, longestBlock: Math.max(0, ...probe.blocks.map((b) => b.ms)), bytesRaw: sent.reduce((sum, f) => sum + f.bytes, 0), bytesGzip: sent.reduce((sum, f) => sum + compressed(f.path, f.bytes), 0),
    codeFirstNumber: code(firstNumber), codeAllPanels: code(allPanels), requests: sent.length, foreign, observed: ['qq:first-number', 'qq:all-panels', 'qq:engine-ready'].filter((name) => measure(name) === null),
  };
  const close = async (): Promise<void> => {
    await context.close();
    await served.close();
  };
  return { page, session, context, load: measured, close };
}

const sizes = new Map<string, number>();
/** Bytes of a file after gzip, where a server would compress it and it is not compressed already. */
function compressed(path: string, bytes: number): number {
  const key = `${basename(path)} ${bytes}`;
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const content = COMPRESSIBLE.has(extname(path)) ? readFileSync(path) : null;
  const size = content && !(content[0] === 0x1f && content[1] === 0x8b) ? gzipSync(content).length : bytes;
  sizes.set(key, size);
  return size;
}
