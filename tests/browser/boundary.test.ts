import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { launch } from './launch.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

let browser: Browser;
let folder: string;
let site: Served;
let page: Page;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qq-boundary-'));
  await build({
    root: PROJECT, publicDir: false, logLevel: 'warn',
    build: { emptyOutDir: true, outDir: folder, cssCodeSplit: false, rolldownOptions: { input: { harness: join(PROJECT, 'tests/browser/boundary-harness.ts') }, output: { entryFileNames: '[name].js' } } },
  });
  await writeFile(join(folder, 'index.html'), '<link rel="icon" href="data:,"><div id="app"></div><script type="module" src="./harness.js"></script>');
  site = await serve({ roots: { '/': folder }, port: 0, host: '127.0.0.1' });
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`http://intranet.test:${new URL(site.url).port}/`);
  await page.waitForFunction(() => 'boundary' in window);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const drawn = (): Promise<string[]> => page.locator('.drawn').allInnerTexts();

it('a panel whose drawing throws shows its error alone; its foot and the others stay and go on', async () => {
  const first = page.locator('[data-panel="trend"]');
  await first.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').count()).toBe(1);
  expect(await first.innerText()).toContain("Cannot read properties of undefined (reading 'wages')");
  expect(await first.innerText()).toContain('foot of the first');
  expect(await drawn()).toEqual(['second 64', 'third 64']);
  await page.evaluate(() => (window.boundary.numbers.value = 66));
  await expect.poll(drawn).toEqual(['second 66', 'third 66']);
  expect(await page.evaluate(() => window.boundary.uncaught)).toEqual([]);
});

it('重试 asks again and draws it anew: as the error once more while it lasts, as the panel when it is gone', async () => {
  const first = page.locator('[data-panel="trend"]');
  await first.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => page.evaluate(() => window.boundary.retried())).toBe(1);
  await first.getByRole('alert').waitFor();
  await page.evaluate(() => (window.boundary.broken.value = false));
  await first.getByRole('button', { name: '重试' }).click();
  await expect.poll(drawn).toEqual(['first 66', 'second 66', 'third 66']);
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('what breaks later, on an update, is caught as well', async () => {
  await page.evaluate(() => (window.boundary.broken.value = true));
  await page.locator('[data-panel="trend"]').getByRole('alert').waitFor();
  expect(await drawn()).toEqual(['second 66', 'third 66']);
  expect(await page.evaluate(() => window.boundary.uncaught)).toEqual([]);
});
