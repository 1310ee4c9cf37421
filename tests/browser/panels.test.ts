import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { writeIndex } from '../../scripts/snapshot/index-file.ts';
import { demoFolder } from '../support/demo.ts';
import { freshFolder } from '../support/ledgers.ts';
import { launch, watchPage } from './launch.ts';

const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
const WEEKS = ['2026-11-13', '2026-11-20'];
const PANELS = ['map', 'trend', 'ranking', 'risks', 'bottom'] as const;

let browser: Browser;
let dist: string;
const served: Served[] = [];
/** The last two weeks of the demo; `damage` may change the newest one's files. */
async function publish(damage: (folder: string) => void = () => undefined): Promise<Served> {
  const folder = freshFolder();
  const demo = await demoFolder();
  for (const week of WEEKS) cpSync(join(demo, week), join(folder, week), { recursive: true });
  writeIndex(folder);
  damage(join(folder, WEEKS[1]!));
  const site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': folder }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': CSP } });
  served.push(site);
  return site;
}
let whole: Served;
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  whole = await publish();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(served.map((site) => site.close()));
});

async function show(query: string, test: (page: Page, complaints: string[]) => Promise<void>, { site = whole, now = '2026-11-21T09:05:00' } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, timezoneId: 'Asia/Shanghai' });
  await page.clock.setFixedTime(`${now}+08:00`);
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#/${query}`);
    for (const panel of ['map', 'trend', 'ranking', 'bottom']) await card(page, panel).locator(':is(.content, .error, .empty)').first().waitFor();
    await test(page, complaints);
  } finally {
    await page.close();
  }
}
const card = (page: Page, panel: string) => page.locator(`[data-panel="${panel}"]`);
async function save(page: Page, panel: string, kind: string): Promise<Download> {
  await card(page, panel).getByRole('button', { name: /更多操作/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), card(page, panel).getByRole('menuitem', { name: kind }).click()]);
  return download;
}

describe('on a phone', () => {
  it('rows of a table are cards with their headings, and the page does not scroll sideways', () => show('?tab=map', async (page) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const table = card(page, 'map').getByRole('table');
    await table.waitFor();
    const first = table.locator('tbody tr').first();
    const [title, parts] = [first.getByRole('rowheader'), first.getByRole('cell', { name: '10/10' })];
    expect(await title.innerText()).toBe('城关街道');
    expect(await parts.evaluate((cell) => getComputedStyle(cell, '::before').content)).toBe('"分子/分母"');
    const [above, below] = [(await title.boundingBox())!, (await parts.boundingBox())!];
    expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
    expect(below.x + below.width).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await table.locator('tbody tr').count()).toBe(18);
  }));
});

describe('every panel, under a strict CSP', () => {
  it.each(PANELS)('%s: the table twin by V, its CSV and its PNG', async (panel) => {
    await show('', async (page, complaints) => {
      const title = await card(page, panel).locator('h2').first().innerText();
      await card(page, panel).getByRole('button').last().focus();
      await page.keyboard.press('v');
      const table = card(page, panel).getByRole('table').first();
      await table.waitFor();
      const rows = await table.locator('tbody tr').count();
      expect(rows).toBeGreaterThan(0);
      await expect.poll(() => page.url(), { timeout: 20_000 }).toContain(`tab=${panel}`);

      const csv = await save(page, panel, '导出 CSV');
      expect(csv.suggestedFilename()).toBe(`清欠一张图_2026W47_${title.replace(/[\\/:*?"<>|]/g, '_').slice(0, 40)}_未筛选.csv`);
      const bytes = readFileSync(await csv.path());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = bytes.toString('utf8').slice(1).split('\r\n');
      expect(lines[0]).toBe('快照 2026-11-20,对比 2026-11-13,筛选 无,口径 2026-09,导出 2026-11-21 09:05,示例数据');
      expect(lines.length).toBe(2 + rows + 1);

      await page.keyboard.press('v');
      await expect.poll(() => page.url(), { timeout: 20_000 }).not.toContain('tab=');
      const png = await save(page, panel, '导出 PNG');
      expect(png.suggestedFilename()).toMatch(/^清欠一张图_2026W47_.+_未筛选\.png$/);
      const picture = readFileSync(await png.path());
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      const size = await card(page, panel).locator('.content').evaluate((content: HTMLElement) => [content.offsetWidth, content.offsetHeight] as const);
      expect(picture.readUInt32BE(16)).toBe((size[0] + 32) * 2);
      expect(picture.readUInt32BE(20)).toBeGreaterThan(size[1] * 2 + 100);
      expect(picture.length).toBeGreaterThan(20_000);
      expect(complaints).toEqual([]);
    });
  });

  it('names the filters in file and file name, and says which of them do not act', async () => {
    await show('?area=990101101&g=2&m=clue_on_time_rate', async (page) => {
      const csv = await save(page, 'risks', '导出 CSV');
      expect(csv.suggestedFilename()).toBe('清欠一张图_2026W47_高风险项目_太平镇 × 严重.csv');
      expect(readFileSync(await csv.path(), 'utf8')).toContain('筛选 属地 太平镇；隐患等级 严重');
      await card(page, 'map').getByText('不按隐患等级筛选').waitFor();
    });
  });
});

describe('states', () => {
  it('a damaged file takes one panel down: it names the file, offers retry, copy and the week before; the others stay', async () => {
    const site = await publish((folder) => {
      rmSync(join(folder, 'prewarmed.json'));
      const manifest = join(folder, 'manifest.json');
      const held = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { path: string }[] };
      writeFileSync(manifest, JSON.stringify({ ...held, files: held.files.filter((f) => f.path !== 'prewarmed.json') }));
      const file = join(folder, 'risks.parquet');
      const bytes = readFileSync(file);
      bytes[100]! ^= 0xff;
      writeFileSync(file, bytes);
      writeIndex(join(folder, '..'));
    });
    await show('', async (page) => {
      const alert = card(page, 'risks').getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(/文件已损坏或被改动[\s\S]*risks\.parquet[\s\S]*重试[\s\S]*打开上一期 第46周[\s\S]*复制详情/);
      for (const panel of ['trend', 'ranking', 'bottom']) await card(page, panel).locator('.content').waitFor();
      await alert.getByRole('button', { name: '打开上一期 第46周' }).click();
      await card(page, 'risks').getByText('未销号 6').waitFor();
      expect(page.url()).toContain('s=2026-11-13');
    }, { site });
  });

  it.each([['', /文件没有传完 cube\.parquet：收到 3 字节，清单为 \d+ 字节 · 请重试/], ['?lang=en', /A file is incomplete cube\.parquet: 3 bytes received, \d+ published · Retry/]])('without numbers the strip says why in words of the reader (%s), and checks that were not read are not 0', async (query, why) => {
    const site = await publish((folder) => {
      rmSync(join(folder, 'prewarmed.json'));
      const manifest = join(folder, 'manifest.json');
      const held = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { path: string }[] };
      writeFileSync(manifest, JSON.stringify({ ...held, files: held.files.filter((f) => f.path !== 'prewarmed.json') }));
      for (const file of ['cube.parquet', 'checks.parquet']) writeFileSync(join(folder, file), 'bad');
      writeIndex(join(folder, '..'));
    });
    await show(query, async (page) => {
      const strip = page.locator('.kpis').getByRole('alert');
      await strip.waitFor();
      expect((await strip.innerText()).replaceAll(/\s+/g, ' ')).toMatch(why);
      await page.evaluate((q) => (location.hash = `#/definitions${q}`), query);
      await page.locator('#part-checks .n').getByText('—').waitFor();
    }, { site });
  });

  it('a table that was not imported is said, not shown as 0', async () => {
    const site = await publish((folder) => {
      const manifest = join(folder, 'manifest.json');
      const held = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { path: string; table: string | null }[] };
      writeFileSync(manifest, JSON.stringify({ ...held, files: held.files.filter((f) => f.table !== 'risks' && f.path !== 'prewarmed.json') }));
      writeIndex(join(folder, '..'));
    });
    await show('', async (page) => {
      await card(page, 'risks').getByText('未导入').waitFor();
      expect(await card(page, 'risks').innerText()).not.toContain('没有未销号项目');
      await card(page, 'trend').locator('.content').waitFor();
    }, { site });
  });

  it('is stale from the tenth day on: week chip, grey numbers', async () => {
    await show('', async (page) => {
      for (const panel of PANELS) await card(page, panel).getByText('第47周', { exact: true }).first().waitFor();
    }, { now: '2026-11-30T09:00:00' });
    await show('', async (page) => expect(await card(page, 'risks').getByText('第47周', { exact: true }).count()).toBe(0), { now: '2026-11-29T09:00:00' });
  });
});
