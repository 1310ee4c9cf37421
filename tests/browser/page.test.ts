import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, watchPage } from './launch.ts';
import { openSite } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));

const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self' blob:",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

const foreign = (requests: readonly string[], host: string): string[] =>
  requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).host !== host);

describe('the overview on a bare intranet server', () => {
  it.each([
    ['1920x1080', 1920, 1080],
    ['1366x768', 1366, 768],
    ['390x844', 390, 844],
  ])('shows the rate and the map at %s', async (name, width, height) => {
    const site = await openSite();
    const page = await browser.newPage({ viewport: { width, height } });
    const log = watchPage(page);
    try {
      await page.goto(site.url);
      await page.getByText('64/66', { exact: true }).waitFor();
      expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
      const text = await page.locator('body').innerText();
      for (const words of ['清欠一张图', '安澜县', '2026-11-20', '第47周', '示例数据', '97.0%', '64/66']) expect(text).toContain(words);
      expect(await page.locator('path.place').count()).toBe(18);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.screenshot({ path: join(ARTIFACTS, `overview-${name}.png`) });
      expect(foreign(log.requests, site.host)).toEqual([]);
      // The log must see what workers ask for, or its silence would prove nothing.
      for (const worker of ['parquet_wasm', 'duckdb-eh', 'decode.worker', 'duckdb-browser-eh.worker', 'blob:']) {
        expect(log.requests.filter((url) => url.includes(worker))).not.toEqual([]);
      }
      expect(log.complaints).toEqual([]);
    } finally {
      await page.close();
      await site.close();
    }
  });

  it('works under a strict CSP', async () => {
    const site = await openSite({ 'content-security-policy': STRICT_CSP });
    const page = await browser.newPage();
    const log = watchPage(page);
    try {
      await page.goto(site.url);
      await page.getByText('64/66', { exact: true }).waitFor();
      expect(log.complaints).toEqual([]);
    } finally {
      await page.close();
      await site.close();
    }
  });

  it('says what is missing under a CSP that forbids wasm', async () => {
    const site = await openSite({ 'content-security-policy': STRICT_CSP.replace(" 'wasm-unsafe-eval'", '') });
    const page = await browser.newPage();
    try {
      await page.goto(site.url);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toContain('Content Security Policy');
    } finally {
      await page.close();
      await site.close();
    }
  });

  it('names the wasm file a server does not have', async () => {
    const site = await openSite();
    const page = await browser.newPage();
    try {
      await page.route(/duckdb-eh.*\.wasm$/, (route) => route.fulfill({ status: 404 }));
      await page.goto(site.url);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(/duckdb-eh-.*\.wasm：服务器返回 404/);
    } finally {
      await page.close();
      await site.close();
    }
  });

  it.each(['cube.parquet', 'boundaries.topojson', 'manifest.json'])('refuses a flipped byte in %s by name', async (file) => {
    const site = await openSite();
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    try {
      await flipByte(join(site.snapshots, site.snapshotId, file));
      await page.goto(site.url);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toContain(file);
      expect(await page.locator('body').innerText()).not.toContain('64/66');
      await page.screenshot({ path: join(ARTIFACTS, `error-${file}.png`) });

      await flipByte(join(site.snapshots, site.snapshotId, file));
      await page.getByRole('button', { name: '重试' }).click();
      await page.getByText('64/66', { exact: true }).waitFor();
    } finally {
      await page.close();
      await site.close();
    }
  });
});

async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  await writeFile(path, bytes);
}
