import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { writeIndex } from '../../scripts/snapshot/index-file.ts';
import { copyNewestDemo } from '../support/demo.ts';
import { freshFolder } from '../support/ledgers.ts';
import { rewriteTable } from '../support/rewrite-table.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const SOON = { timeout: 60_000 };
/** Copies of the demo county's 66 projects in the ledger. */
const COPIES = 152;
const ALL = 66 * COPIES;
/** More than the table draws in a window of 1080 px, far fewer than there are. */
const MOST_DRAWN = 120;

let browser: Browser;
let site: Served;
beforeAll(async () => {
  const folder = freshFolder();
  mkdirSync(folder, { recursive: true });
  const id = await copyNewestDemo(folder);
  for (const table of ['projects', 'flow']) {
    await rewriteTable(join(folder, id), table, `SELECT o.* REPLACE (CASE WHEN i = 0 THEN o.project_id ELSE o.project_id || '-' || lpad(i::VARCHAR, 4, '0') END AS project_id) FROM old o, range(${COPIES}) r(i) ORDER BY i, o.project_id`);
  }
  writeIndex(folder);
  const [started, dist] = await Promise.all([launch(), appFolder()]);
  browser = started;
  site = await serve({ roots: { '/': dist, '/snapshots/': folder }, port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const drawn = (page: Page): Promise<number> => page.locator('.projects-page tbody tr[data-row]').count();
const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex') ?? null);

it(`lists ${ALL} projects in a window: sorted, searched, to the last row by key, and from project to project`, async () => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const { complaints } = watchPage(page);
  await page.goto(`http://intranet.test:${new URL(site.url).port}/#/projects?kind=all`);
  await page.locator('.projects-page[data-ready="true"]').waitFor(SOON);
  const table = page.locator('.projects-page table');
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1;
  expect(rows).toBeGreaterThanOrEqual(ALL);
  expect(await drawn(page)).toBeLessThan(MOST_DRAWN);

  await page.locator('tbody tr[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await expect.poll(() => focused(page), SOON).toBe(String(rows + 1));
  expect(await drawn(page)).toBeLessThan(MOST_DRAWN);
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page), SOON).toBe('2');

  const header = table.locator('th[aria-sort]').filter({ hasText: '合同' }).first();
  await header.getByRole('button').click();
  await expect.poll(() => header.getAttribute('aria-sort'), SOON).toBe('descending');
  await page.getByRole('searchbox').fill('AL-001-');
  await expect.poll(() => table.getAttribute('aria-rowcount'), SOON).toBe(String(COPIES));
  await page.getByRole('searchbox').fill('');
  await expect.poll(() => table.getAttribute('aria-rowcount'), SOON).toBe(String(rows + 1));

  await page.locator('tbody a[href^="#/project/"]').nth(3).click();
  const heading = page.locator('.project-page .band h2');
  await heading.waitFor(SOON);
  const first = new URL(page.url()).hash;
  // Hundreds of projects of one contractor: only those in sight are drawn, and the last one comes by key.
  const others = page.locator('[data-related="contractor"]');
  await others.locator('tbody tr[data-row]').first().waitFor(SOON);
  const siblings = await others.locator('table').getAttribute('aria-rowcount');
  expect(Number(siblings)).toBeGreaterThan(COPIES);
  expect(await others.locator('tbody tr[data-row]').count()).toBeLessThan(60);
  await others.locator('tbody tr[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await expect.poll(() => focused(page), SOON).toBe(siblings);
  await page.locator('.trail .at').filter({ hasText: rows.toLocaleString('en-US') }).waitFor(SOON);
  await page.keyboard.press('j');
  await expect.poll(() => new URL(page.url()).hash, SOON).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(() => new URL(page.url()).hash, SOON).toBe(first);
  expect(complaints).toEqual([]);
  await page.close();
});
