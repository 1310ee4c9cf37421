import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { parseRules } from '../../src/model/rules.ts';
import { MAP_METRICS, overviewQuestions } from '../../src/query/overview.ts';
import { makeScope } from '../../src/query/scope.ts';
import { formatView, parseView } from '../../src/stores/view-state.ts';
import { askDemo, demoFolder } from '../support/demo.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder } from '../support/ledgers.ts';
import { launch, watchPage, wholePage } from './launch.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
/** Weeks 38–47 of ui/README.md §13: day, 无欠薪 projects. 第40周 was not published. */
const STORY = [['2026-09-18', 40], ['2026-09-25', 42], ['2026-10-09', 45], ['2026-10-16', 48], ['2026-10-23', 51], ['2026-10-30', 50], ['2026-11-06', 55], ['2026-11-13', 60], ['2026-11-20', 64]] as const;

let browser: Browser;
let dist: string;
let served: Served;
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  served = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': await demoFolder() }, port: 0, host: '127.0.0.1', bare: true });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const linkOf = (query = '', site = served): string => `http://intranet.test:${new URL(site.url).port}/qq/#/${query}`;
const kpis = (page: Page) => page.locator('section.kpis');

async function withPage(query: string, test: (page: Page, log: ReturnType<typeof watchPage>) => Promise<void>, options: { width?: number; height?: number; site?: Served } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width: options.width ?? 1920, height: options.height ?? 1080 } });
  const log = watchPage(page);
  try {
    await page.goto(linkOf(query, options.site));
    await kpis(page).locator('strong').first().waitFor();
    await wholePage(page);
    await test(page, log);
  } finally {
    await page.close();
  }
}

describe('the story of weeks 38 to 47, read off the screen', () => {
  it.each(STORY)('%s: %i of 66', async (asOf, n) => {
    await withPage(asOf === '2026-11-20' ? '' : `?s=${asOf}`, async (page) => {
      await expect.poll(() => kpis(page).innerText()).toContain(`${n}/66`);
      if (asOf === '2026-09-18') await expect.poll(() => kpis(page).innerText()).toMatch(/60\.6[\s\S]*8,100\.0[\s\S]*4,002/);
      if (asOf === '2026-11-20') expect(await kpis(page).innerText()).toMatch(/97\.0[\s\S]*515\.0[\s\S]*173[\s\S]*112\/119[\s\S]*41/);
    });
  });
});

describe('cross-filter', () => {
  it.each([['?dept=D02', { dept: ['D02'] }], ['?inv=1', { inv: ['政府投资'] }], ['?g=2', { g: ['严重'] }], ['?inv=4&stage=2', { inv: ['社会投资'], stage: ['在建'] }]])('%s: KPI strip, map and ranking hold the sums of SQL', async (query, filters) => {
    const asOf = '2026-11-20';
    const manifest = JSON.parse(readFileSync(join(await demoFolder(), asOf, 'manifest.json'), 'utf8')) as { files: { table: string | null }[] };
    const rules = parseRules(JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8'))).rules;
    const asked = overviewQuestions({ asOf, compare: '2026-11-13', filters, scope: makeScope(asOf, '2026-11-13', rules), tables: new Set(manifest.files.flatMap((f) => f.table ?? [])) });
    const now = (await askDemo(asOf, asked.series!.sql)).at(-1)!;
    await withPage(query, async (page) => {
      await expect.poll(() => kpis(page).innerText()).toContain(`${Number(now['no_arrears_rate_n'])}/${Number(now['no_arrears_rate_d'])}`);
      expect(await kpis(page).innerText()).toContain(`${Number(now['clue_on_time_rate_n'])}/${Number(now['clue_on_time_rate_d'])}`);
    });
  });
});

describe('links', () => {
  it('reopen the view they were made of', async () => {
    const view = fc.record({
      m: fc.constantFrom(...MAP_METRICS), s: fc.constantFrom(...STORY.map(([day]) => day)), g: fc.constantFrom('', '1', '1,2'), inv: fc.constantFrom('', '1', '2,4'), rank: fc.constantFrom('dept', 'place'),
      sort: fc.constantFrom('score', 'amount'), tab: fc.constantFrom('', 'map', 'trend,ranking'),
    });
    for (const query of fc.sample(view, 6)) {
      const wanted = formatView(parseView(query).view);
      await withPage(`?${new URLSearchParams(query).toString()}`, async (page) => {
        const shown = async () => formatView(parseView(Object.fromEntries(new URLSearchParams((await page.evaluate(() => location.hash)).split('?')[1] ?? ''))).view);
        await expect.poll(shown).toEqual(wanted);
      });
    }
  });

  it('go back and forward', async () => {
    await withPage('', async (page) => {
      await page.evaluate(() => { location.hash = '#/?g=2'; });
      await expect.poll(() => kpis(page).innerText()).toContain('严重 1');
      await page.evaluate(() => { location.hash = '#/?dept=D02'; });
      await expect.poll(() => page.url()).toContain('dept=D02');
      await page.goBack();
      await expect.poll(() => page.url()).toContain('g=2');
      await page.goForward();
      await expect.poll(() => page.url()).toContain('dept=D02');
    });
  });
});

it('answers filters without any network once it is loaded', async () => {
  await withPage('?dept=D02', async (page) => {
    await expect.poll(() => page.evaluate(() => performance.getEntriesByName('qq:engine-ready').length), { timeout: 60_000 }).toBeGreaterThan(0);
    const before = await kpis(page).innerText();
    await page.context().setOffline(true);
    await page.evaluate(() => { location.hash = '#/?g=2'; });
    await expect.poll(() => kpis(page).innerText()).not.toBe(before);
    await page.context().setOffline(false);
  });
});

describe('sizes and themes', () => {
  it.each([
    ['1920', 1920, 1080, '?m=clue_on_time_rate'], ['1366', 1366, 768, '?m=clue_on_time_rate'], ['768', 768, 1024, ''], ['390', 390, 844, ''],
    ['1920-dark', 1920, 1080, '?s=2026-09-18&theme=dark'], ['1366-en', 1366, 768, '?lang=en'], ['390-dark', 390, 844, '?theme=dark'],
  ])('%s: fits and is drawn', async (name, width, height, query) => {
    await withPage(query, async (page, log) => {
      await expect.poll(() => page.evaluate(() => performance.getEntriesByName('qq:all-panels').length)).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      if (width === 1920) expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      await page.screenshot({ path: join(ARTIFACTS, `overview-${name}.png`) });
      expect(log.complaints).toEqual([]);
    }, { width, height });
  });

  it('prints on A4 without header and controls', async () => {
    await withPage('?theme=dark', async (page) => {
      await expect.poll(() => page.evaluate(() => performance.getEntriesByName('qq:all-panels').length)).toBe(1);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav').first().isVisible()).toBe(false);
      await page.screenshot({ path: join(ARTIFACTS, 'overview-print.png'), fullPage: true });
      await page.pdf({ path: join(ARTIFACTS, 'overview.pdf'), format: 'A4', landscape: true });
    }, { width: 1123, height: 794 });
  });
});

describe('hostile names', () => {
  it('stay text in map, lists, rankings, tables and tooltips', async () => {
    const snapshots = await hostileSnapshots(freshFolder());
    const site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true });
    try {
      for (const query of ['', '?rank=place', '?tab=map,trend,ranking,risks,bottom&rank=place', '?rank=contractor']) {
        await withPage(query, async (page, log) => {
          await expect.poll(() => page.locator('body').innerText()).toContain(HOSTILE_NAMES.html.slice(0, 30));
          expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
          expect(await page.locator('main img[onerror], main script').count()).toBe(0);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1920);
          expect(log.complaints).toEqual([]);
        }, { site });
      }
    } finally {
      await site.close();
    }
  });
});
