import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { launch, watchPage } from './launch.ts';
import { openSite, type Site } from './site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), openSite({ 'content-security-policy': HEADER_CSP })]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What was asked for, as paths below the app, in order. */
const asked = (requests: readonly string[]): string[] => requests.filter((url) => url.startsWith(site.url)).map((url) => url.slice(site.url.length));
const published = (requests: readonly string[]): string[] => asked(requests).filter((path) => path.startsWith('snapshots/') && path.includes('.json')).map((path) => path.replace(/\?.*/, ''));

async function firstNumber(page: Page, hash = ''): Promise<void> {
  await page.goto(`${site.url}${hash}`);
  await page.waitForFunction(() => performance.getEntriesByName('qq:first-number').length > 0, null, { timeout: 60_000 });
}

describe('what the first number stands on', () => {
  it('is asked for while the code is held back, once', async () => {
    const page = await browser.newPage();
    const log = watchPage(page);
    let letCode: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letCode = resolve;
    });
    await page.route(/\/assets\/first-[\w-]{8}\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.url, { waitUntil: 'commit' });
    const files = ['index.json', `${site.snapshotId}/manifest.json`, `${site.snapshotId}/prewarmed.json`, `${site.snapshotId}/rules.json`].map((file) => `snapshots/${file}`);
    await expect.poll(() => published(log.requests).sort(), { timeout: 60_000 }).toEqual([...files].sort());
    letCode();
    await page.waitForFunction(() => performance.getEntriesByName('qq:first-number').length > 0, null, { timeout: 60_000 });
    expect(published(log.requests).filter((path) => files.includes(path)).sort()).toEqual([...files].sort());
    expect(log.complaints).toEqual([]);
    await page.close();
  });

  it.each(['index.json', 'manifest.json', 'prewarmed.json'])('is asked for again by the app where %s did not come', async (file) => {
    const page = await browser.newPage();
    const log = watchPage(page);
    let lost = 0;
    await page.route(new RegExp(`/${file}(\\?|$)`), (route) => ((lost += 1) === 1 ? route.abort() : route.continue()));
    await firstNumber(page);
    expect(published(log.requests).filter((path) => path.endsWith(`/${file}`))).toHaveLength(2);
    expect(await page.locator('[role="alert"]').count()).toBe(0);
    await page.close();
  });

  it.each([['#/?s=1999-01-01', 'a snapshot that never was'], ['#/?s=%3Cb%3E', 'markup'], ['#/?', 'nothing']])('takes a link (%s) that names %s', async (hash) => {
    const page = await browser.newPage();
    const log = watchPage(page);
    await firstNumber(page, hash);
    expect(published(log.requests).filter((path) => path === 'snapshots/index.json')).toHaveLength(1);
    expect(log.complaints).toEqual([]);
    await page.close();
  });
});
