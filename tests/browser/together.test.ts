import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { demoFolder } from '../support/demo.ts';
import { freshFolder } from '../support/ledgers.ts';
import { hold } from './hold.ts';
import { launch, watchPage, wholePage } from './launch.ts';
import { appFolder } from './site.ts';

/** Numbers, labels, files and addresses belong together, also while answers are on their way. */

let browser: Browser;
let dist: string;
let demo: Served;
const sites: Served[] = [];

async function site(snapshots: string, app = dist): Promise<Served> {
  const opened = await serve({ roots: { '/qq/': app, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true });
  sites.push(opened);
  return opened;
}
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  demo = await site(await demoFolder());
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(sites.map((s) => s.close()));
});

interface Options {
  readonly at?: Served;
  readonly before?: (page: Page) => Promise<unknown>;
  /** Complaints of the console that belong to the test. */
  readonly expected?: RegExp;
}

async function show(query: string, test: (page: Page) => Promise<void>, { at = demo, before, expected }: Options = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const log = watchPage(page);
  try {
    await before?.(page);
    await page.goto(`http://intranet.test:${new URL(at.url).port}/qq/#/${query}`);
    await wholePage(page);
    await test(page);
    expect(log.complaints.filter((c) => !expected?.test(c))).toEqual([]);
  } finally {
    await page.close();
  }
}

const expectSoon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });
const hash = async (page: Page): Promise<string> => (await page.evaluate(() => decodeURIComponent(location.hash))).replace(/[?&]v=[^&]*$/, '');
const week = (page: Page): Promise<string> => page.getByRole('button', { name: /^数据截至/ }).innerText();
const toast = (page: Page): Locator => page.locator('.toast');
const waiting = (page: Page): Locator => page.locator('.kpis[aria-busy="true"]');
/** Clicks the row of a department in the ranking; its answer needs the tables. */
const choose = (page: Page, dept: string): Promise<void> => page.locator('tr[data-filter-click]').filter({ hasText: dept }).click();
const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

describe('what is written while answers are on their way', () => {
  it('holds the rows of the filters it names', async () => {
    let release = (): void => undefined;
    const save = async (page: Page): Promise<Download> => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: '高风险项目：更多操作' }).click();
      await page.getByRole('menuitem', { name: '导出 CSV' }).click();
      return coming;
    };
    await show('', async (page) => {
      await choose(page, '重点工程处');
      await waiting(page).waitFor();
      const early = save(page);
      let saved = false;
      void early.then(() => (saved = true));
      await page.getByRole('menu').waitFor({ state: 'hidden' });
      expect(saved).toBe(false);
      release();
      const [first, later] = [await early, await save(page)];
      const [written, shown] = [await textOf(first), await textOf(later)].map((text) => text.replace(/导出 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/, ''));
      expect(first.suggestedFilename()).toContain('重点工程处');
      expect(written).toContain('筛选 主管部门 重点工程处');
      expect(written).not.toContain('安澜大道东延工程');
      expect(written).toBe(shown);
    }, { before: async (page) => ({ release } = await hold(page, /\.parquet/)) });
  });

  it('is printed when it has come; the head of a page printed before says that it has not', async () => {
    let release = (): void => undefined;
    await show('', async (page) => {
      await choose(page, '重点工程处');
      await waiting(page).waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.locator('.print-head').getByText('数字正在更新').waitFor();
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => {
        window.print = () => Object.assign(window, { printed: [document.querySelector('.print-head')!.textContent, document.querySelector('.kpis')!.textContent] });
      });
      await page.keyboard.press('Control+p');
      expect(await page.evaluate(() => 'printed' in window)).toBe(false);
      release();
      await page.waitForFunction(() => 'printed' in window);
      const [head, kpis] = await page.evaluate(() => (window as unknown as { printed: string[] }).printed);
      expect(head).toContain('筛选 主管部门 重点工程处');
      expect(head).not.toContain('数字正在更新');
      expect(kpis).toContain('6/6');
    }, { before: async (page) => ({ release } = await hold(page, /\.parquet/)) });
  });
});

describe('while the tables of another snapshot come', () => {
  it('the overview shows no number of the one before', () => show('?dept=D02', async (page) => {
    const kpis = page.locator('.kpis');
    await expectSoon(() => kpis.innerText()).toContain('88.9');
    const { asked, release } = await hold(page, /\/2026-11-13\/.*\.parquet/);
    await page.keyboard.press('[');
    await asked;
    await expectSoon(() => week(page)).toContain('第46周');
    expect([await kpis.innerText(), await page.locator('[data-panel="risks"]').innerText()].join()).not.toMatch(/88\.9|386\.4|73 天/);
    release();
    await expectSoon(() => kpis.innerText()).toContain('7/9');
  }));
});

describe('back and forward', () => {
  it('close the drawer that speaks of another snapshot', () => show('?s=2026-11-13', async (page) => {
    await page.keyboard.press(']');
    await expectSoon(() => week(page)).toContain('第47周');
    await page.locator('.kpis .cell').nth(1).getByRole('button').last().click();
    await page.getByRole('tab', { name: '证明' }).click();
    await page.goBack();
    await expectSoon(() => week(page)).toContain('第46周');
    await expectSoon(() => page.getByRole('tab', { name: '证明' }).count()).toBe(0);
  }));

  it('keep a comparison that the snapshot they lead to has', () => show('?c=2026-11-06', async (page) => {
    await page.evaluate(() => void (location.hash = '#/?s=2026-09-25'));
    await expectSoon(() => week(page)).toContain('第39周');
    await page.goBack();
    await expectSoon(() => week(page)).toContain('第47周');
    await page.getByText('对比 2026-11-06').or(page.getByRole('button', { name: /^对比.*11-06/ })).first().waitFor();
    expect([await hash(page), await toast(page).count()]).toEqual(['#/?c=2026-11-06', 0]);
    await page.goForward();
    await expectSoon(() => week(page)).toContain('第39周');
  }));

  it('返回最新 keeps the distance of the comparison', () => show('?s=2026-10-30&c=2026-10-16', async (page) => {
    await page.getByRole('button', { name: '返回最新' }).click();
    await expectSoon(() => week(page)).toContain('第47周');
    await expectSoon(() => hash(page)).toBe('#/?c=2026-11-06');
    expect(await toast(page).count()).toBe(0);
  }));
});

describe('what could not be had', () => {
  it('a page whose code is lost says so at once, and the address goes on', () => show('', async (page) => {
    await page.getByRole('link', { name: '销号账' }).click();
    await toast(page).waitFor();
    await page.keyboard.press('[');
    await expectSoon(() => week(page)).toContain('第46周');
    await expectSoon(() => hash(page)).toBe('#/?s=2026-11-13');
  }, { before: (page) => page.route(/\/(FlowPage|ahead)-[^/]*\.js/, (route) => route.abort()), expected: /ERR_FAILED|dynamically imported|preload/ }));

  it('an engine that could not start starts at 重试, though the page itself needs nothing', async () => {
    const app = freshFolder();
    cpSync(dist, app, { recursive: true });
    const assets = join(app, 'assets');
    const [wasm] = readdirSync(assets).filter((name) => name.startsWith('duckdb-eh') && name.includes('.wasm'));
    renameSync(join(assets, wasm!), join(app, 'away'));
    const filter = (page: Page): Locator => page.getByRole('button', { name: '主管部门 全部' });
    await show('', async (page) => {
      const retry = page.locator('.notice').getByRole('button', { name: '重试' });
      await retry.waitFor();
      expect(await filter(page).getAttribute('aria-disabled')).toBe('true');
      renameSync(join(app, 'away'), join(assets, wasm!));
      await retry.click();
      await expectSoon(() => filter(page).getAttribute('aria-disabled')).not.toBe('true');
    }, { at: await site(await demoFolder(), app), expected: /404|Failed to load/ });
  });

  it('a snapshot published while the page is open is found by its link', async () => {
    const snapshots = freshFolder();
    cpSync(await demoFolder(), snapshots, { recursive: true });
    const file = join(snapshots, 'index.json');
    const whole = readFileSync(file, 'utf8');
    const index = JSON.parse(whole) as { snapshots: unknown[] };
    writeFileSync(file, JSON.stringify({ ...index, snapshots: index.snapshots.slice(0, -1) }));
    await show('', async (page) => {
      expect(await week(page)).toContain('第46周');
      writeFileSync(file, whole);
      await page.evaluate(() => void (location.hash = '#/?s=2026-11-20'));
      await expectSoon(() => week(page)).toContain('第47周');
      expect([await hash(page), await toast(page).count()]).toEqual(['#/?s=2026-11-20', 0]);
    }, { at: await site(snapshots) });
  });

  it('English that does not come is said, and the switch stays what the screen is', () => show('', async (page) => {
    const language = (): Promise<string> => page.evaluate(() => document.documentElement.lang);
    await page.route(/\/english-[^/]*\.js/, (route) => route.abort());
    await page.getByRole('button', { name: 'English' }).click();
    await toast(page).getByText('英文没有取到').waitFor();
    expect([await language(), await page.evaluate(() => localStorage.getItem('qq.language'))]).toEqual(['zh-CN', 'zh-CN']);
    await page.unroute(/\/english-[^/]*\.js/);
    await page.getByRole('button', { name: 'English' }).click();
    await expectSoon(language).toBe('en');
  }, { expected: /ERR_FAILED|dynamically imported|preload/ }));
});
