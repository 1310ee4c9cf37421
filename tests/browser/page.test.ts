import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { flipByte } from './damage.ts';
import { launch, watchPage, type PageLog } from './launch.ts';
import { launchOldChromium } from './old-chromium.ts';
import { openSite, type Site } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

interface Opened {
  readonly site: Site;
  readonly page: Page;
  readonly log: PageLog;
}
interface Options {
  readonly headers?: Record<string, string>;
  readonly size?: readonly [number, number];
  readonly prepare?: () => void;
  /** Before the page is opened, e.g. damage. */
  readonly before?: (site: Site) => Promise<void>;
  readonly query?: string;
  readonly from?: Browser;
}

/** A test with a site and a page of its own. */
async function open(test: (opened: Opened) => Promise<void>, { headers = {}, size = [1366, 768], prepare, before, query = '', from = browser }: Options = {}): Promise<void> {
  const site = await openSite(headers);
  const page = await from.newPage({ viewport: { width: size[0], height: size[1] } });
  const log = watchPage(page);
  try {
    if (prepare) await page.addInitScript(prepare);
    await before?.(site);
    await page.goto(`${site.url}${query}`);
    await test({ site, page, log });
  } finally {
    await page.close();
    await site.close();
  }
}

/** Not by a locator: what Playwright puts into a page for that is too new for Chromium 90. */
const seen = (page: Page, text: string) => page.waitForFunction((words) => document.body.innerText.includes(words), text, { timeout: 60_000 });
const ready = (page: Page) => page.waitForFunction(() => ['qq:all-panels', 'qq:engine-ready'].every((name) => performance.getEntriesByName(name).length > 0), null, { timeout: 90_000 });
const bodyText = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
/** A filter that nothing was stored for, set as a link would. */
const filter = (page: Page): Promise<void> => page.evaluate(() => {
  location.hash = '#/?area=990101001';
});
/** The overview under that filter has come: 10 of 10 在管项目 without arrears. */
async function expectFiltered(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('qq:refilter').length > 0, null, { timeout: 60_000 });
  expect(await bodyText(page)).toContain('10/10');
}
const foreign = (requests: readonly string[], host: string): string[] => requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).host !== host);
const tablesAsked = (requests: readonly string[]): string[] => requests.flatMap((url) => /(\w+)\.parquet/.exec(url)?.[1] ?? []);

describe('the overview on a bare intranet server', () => {
  it.each([
    ['1920x1080', 1920, 1080],
    ['1366x768', 1366, 768],
    ['390x844', 390, 844],
  ])('shows its numbers at %s before the engine is there, then starts it, all from one host', async (name, width, height) => {
    await open(async ({ site, page, log }) => {
      await seen(page, '64/66');
      expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
      await ready(page);
      const text = await bodyText(page);
      for (const words of ['清欠一张图', '97.0%', '64/66', ...(width > 1000 ? ['2026-11-20'] : []), ...(width > 1600 ? ['安澜县'] : [])]) expect(text).toContain(words);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.screenshot({ path: join(ARTIFACTS, `overview-${name}.png`) });
      expect(foreign(log.requests, site.host)).toEqual([]);
      // The log must see what workers ask for, or its silence would prove nothing.
      for (const worker of ['parquet_wasm', 'duckdb-eh', 'decode.worker', 'duckdb.worker', 'duckdb-browser-eh.worker']) {
        expect(log.requests.filter((url) => url.includes(worker))).not.toEqual([]);
      }
      const first = (part: string): number => log.requests.findIndex((url) => url.includes(part));
      if (width > 1000) expect(first('live-')).toBeGreaterThan(first('MapPanel-'));
      expect(log.complaints).toEqual([]);
    }, { size: [width, height] });
  });

  it('reads the seven tables of the overview, once, and no others', () => open(async ({ page, log }) => {
    await ready(page);
    await filter(page);
    await expectFiltered(page);
    // Any other table is fetched when a list or a drill-down asks for it.
    expect([...new Set(tablesAsked(log.requests))].sort()).toEqual(['cube', 'departments', 'places', 'projects', 'returns', 'risks', 'warnings']);
  }));

  it('filters without a network once the engine is ready', () => open(async ({ page }) => {
    await ready(page);
    await page.context().setOffline(true);
    await filter(page);
    await expectFiltered(page);
  }));

  it('works under the strict CSP of web.config and nginx', () => open(async ({ page, log }) => {
    await seen(page, '64/66');
    await ready(page);
    await filter(page);
    await expectFiltered(page);
    expect(log.complaints).toEqual([]);
  }, { headers: { 'content-security-policy': HEADER_CSP } }));

  it('stays usable, and says what is off, under a CSP that forbids wasm', () => open(async ({ page }) => {
    await seen(page, '查询引擎不可用');
    expect(await bodyText(page)).toContain('64/66');
  }, { headers: { 'content-security-policy': HEADER_CSP.replace(" 'wasm-unsafe-eval'", '') } }));

  it('stays usable, and says what is off, without WebAssembly', () => open(async ({ page, log }) => {
    await seen(page, '64/66');
    await seen(page, '查询引擎不可用');
    expect(log.requests.filter((url) => url.includes('.wasm'))).toEqual([]);
  }, { prepare: () => void Reflect.deleteProperty(window, 'WebAssembly') }));

  it('a damaged table takes down only the panels that read it, by its file name', () => open(async ({ page }) => {
    await seen(page, '64/66');
    await ready(page);
    await filter(page);
    await seen(page, 'risks.parquet');
    await page.screenshot({ path: join(ARTIFACTS, 'error-risks.parquet.png') });
    expect(await bodyText(page)).toContain('10/10');
  }, { before: ({ snapshots, snapshotId }) => flipByte(join(snapshots, snapshotId, 'risks.parquet')), size: [1920, 1080] }));

  it('a truncated or altered manifest is refused by name, and heals', () => open(async ({ site, page }) => {
    await seen(page, 'manifest.json');
    expect(await bodyText(page)).not.toContain('64/66');
    await flipByte(join(site.snapshots, site.snapshotId, 'manifest.json'));
    await page.reload();
    await seen(page, '64/66');
  }, { before: ({ snapshots, snapshotId }) => flipByte(join(snapshots, snapshotId, 'manifest.json')) }));

  it('goes on after its engine was killed', () => open(async ({ page }) => {
    await ready(page);
    const engine = page.workers().find((w) => w.url().includes('duckdb'))!;
    void engine.evaluate(() => close()).catch(() => undefined);
    await new Promise((resolve) => engine.once('close', resolve));
    await filter(page);
    await expectFiltered(page);
  }));
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('Chromium 90', () => {
  it('opens the overview, from stored answers, and says that filters are off', async () => {
    const old = await launchOldChromium();
    try {
      expect(old.version()).toMatch(/^90\./);
      await open(async ({ page, log }) => {
        await seen(page, '64/66');
        await page.waitForFunction(() => performance.getEntriesByName('qq:all-panels').length > 0, null, { timeout: 60_000 });
        // Its WebAssembly lacks reference types, which the Parquet decoder is built with.
        await seen(page, '查询引擎不可用');
        await page.screenshot({ path: join(ARTIFACTS, 'chromium-90.png') });
        expect(log.complaints.filter((text) => !/SharedArrayBuffer|wasm-unsafe-eval/.test(text))).toEqual([]);
      }, { from: old });
    } finally {
      await old.close();
    }
  });
});
