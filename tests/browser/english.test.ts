import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { demoFolder } from '../support/demo.ts';
import { launch, watchPage, wholePage } from './launch.ts';
import { appFolder } from './site.ts';

/** English is longer than Chinese: what has to fit in one line does. */
let browser: Browser;
let demo: Served;
beforeAll(async () => {
  const [chromium, dist, snapshots] = await Promise.all([launch(), appFolder(), demoFolder()]);
  browser = chromium;
  demo = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true });
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** Texts of elements that do not hold all of their words in their width; a title behind the tabs of its card has none. */
const cut = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.filter((e) => e.clientWidth > 8 && e.scrollWidth > e.clientWidth + 1).map((e) => (e as HTMLElement).innerText));

/** Words of the page that hold full-width marks but no Chinese: the marks are the page's own. */
const foreignMarks = (page: Page): Promise<string[]> => page.evaluate(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  for (const e of document.querySelectorAll('[aria-label], [title]')) texts.push(e.getAttribute('aria-label') ?? '', e.getAttribute('title') ?? '');
  return [...new Set(texts.map((text) => text.trim()).filter((text) => /[、，；：。（）]/.test(text) && !/[\u3400-\u9fff]/.test(text)))];
});

it.each(['/', '/flow', '/systems', '/systems?part=clues', '/systems?part=companies', '/systems?part=returns', '/systems?part=enforcement', '/projects', '/project/AL-022', '/company/91990101MAH107H73B', '/definitions', '/definitions?part=rules', '/definitions?part=checks', '/definitions?part=snapshots', '/meeting'])('%s in English has English marks between its words', async (hash) => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  try {
    await page.goto(`http://intranet.test:${new URL(demo.url).port}/qq/#${hash}${hash.includes('?') ? '&' : '?'}lang=en`);
    await page.waitForFunction(() => performance.getEntriesByName('qq:engine-ready').length > 0 && document.querySelector('main, .meeting') !== null && document.querySelector('[aria-busy="true"], .skeleton') === null, null, { timeout: 60_000 });
    // What the link asks for is what is open: a part it does not know would have been dropped.
    for (const pair of hash.split('?')[1]?.split('&') ?? []) expect(page.url()).toContain(pair);
    const open = page.locator('main [role="tab"][aria-selected="true"]').first();
    if (hash.includes('part=')) expect(await open.getAttribute('id')).toContain(/part=(\w+)/.exec(hash)![1]!);
    expect(await foreignMarks(page)).toEqual([]);
  } finally {
    await page.close();
  }
});

describe('the overview in English', () => {
  it.each([[1366, 768, [44, 40]], [1600, 900, [56, 48]], [1920, 1080, [56, 48]]] as const)('%i × %i: bands of one line, no title, name or control is cut', async (width, height, bands) => {
    const page = await browser.newPage({ viewport: { width, height } });
    const { complaints } = watchPage(page);
    try {
      await page.goto(`http://intranet.test:${new URL(demo.url).port}/qq/#/?lang=en`);
      await wholePage(page);
      await page.getByText('Not filtered · 66/66 projects').waitFor();
      expect(await page.evaluate(() => ['header.hd', 'section.bar'].map((s) => document.querySelector(s)!.getBoundingClientRect().height))).toEqual(bands);
      for (const selector of ['section.bar button', 'section.bar .summary', 'header.hd nav a', '.kpis h2', '.kpis .parts', '.card > header h2', '.card > header .segments button', '.sources .name']) expect([selector, await cut(page, selector)]).toEqual([selector, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
