import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './launch.ts';
import { openSite, type Site } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** What a proxy or a full disk puts in the place of a file. */
const DAMAGE: readonly (readonly [string, (whole: string) => string])[] = [
  ['cut in the middle', (whole) => whole.slice(0, Math.floor(whole.length / 2))],
  ['empty', () => ''],
  ['an HTML error page', () => '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'],
];

async function opened(prepare: (site: Site) => void, test: (site: Site, page: Page) => Promise<void>): Promise<void> {
  const site = await openSite();
  const page = await browser.newPage();
  try {
    prepare(site);
    await page.goto(site.url);
    await test(site, page);
  } finally {
    await page.close();
    await site.close();
  }
}
const replaceIn = (path: string, damage: (whole: string) => string): void => writeFileSync(path, damage(readFileSync(path, 'utf8')));
const blocked = (page: Page) => page.locator('section.blocked');

describe.each(DAMAGE)('%s', (_, damage) => {
  it('manifest.json: the page is blocked, names the file, and the week before is one click away', () => opened(({ snapshots, snapshotId }) => replaceIn(join(snapshots, snapshotId, 'manifest.json'), damage), async (site, page) => {
    await blocked(page).waitFor({ timeout: 60_000 });
    const text = await blocked(page).innerText();
    expect(text).toContain('manifest.json');
    expect(text).toMatch(/应为 [0-9a-f]{4}…[0-9a-f]{4} · 实为 [0-9a-f]{4}…[0-9a-f]{4}/);
    expect(await page.locator('body').innerText()).not.toContain('64/66');
    await blocked(page).getByRole('button', { name: '打开上一期 第46周' }).click();
    await page.waitForFunction(() => document.body.innerText.includes('60/66'), null, { timeout: 60_000 });
    expect([await blocked(page).count(), page.url().includes('s=2026-11-13'), site.snapshotId]).toEqual([0, true, '2026-11-20']);
  }));

  it('index.json: the page names it and asks again when told to', () => opened(({ snapshots }) => replaceIn(join(snapshots, 'index.json'), damage), async ({ snapshots, snapshotId }, page) => {
    await blocked(page).waitFor({ timeout: 60_000 });
    expect(await blocked(page).innerText()).toContain('index.json');
    expect(await blocked(page).getByRole('button', { name: /打开上一期/ }).count()).toBe(0);
    const entries = ['2026-11-13', snapshotId].map((id) => ({ id, as_of: id, revision: 1, manifest_sha256: '0'.repeat(64) }));
    writeFileSync(join(snapshots, 'index.json'), JSON.stringify({ format: 1, snapshots: entries }));
    await blocked(page).getByRole('button', { name: '重试' }).click();
    // Read again: now it is the manifest that does not fit the index.
    await blocked(page).filter({ hasText: 'manifest.json' }).waitFor({ timeout: 60_000 });
  }));
});
