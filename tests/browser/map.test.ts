import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { writeIndex } from '../../scripts/snapshot/index-file.ts';
import { copyNewestDemo, demoFolder } from '../support/demo.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder } from '../support/ledgers.ts';
import { launch, watchPage, wholePage } from './launch.ts';

const DESK = { width: 1920, height: 1080 };
const PLACES = 18;

let browser: Browser;
let dist: string;
let demo: Served;
const served: Served[] = [];
const publish = async (snapshots: string): Promise<Served> => {
  const site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true });
  served.push(site);
  return site;
};
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  demo = await publish(await demoFolder());
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(served.map((site) => site.close()));
});

interface Shown {
  readonly page: Page;
  readonly card: ReturnType<Page['locator']>;
  /** Of the URL's query; '' when it is not there. */
  readonly key: (name: string) => string;
  /** Waits until a key of the URL has the value. */
  readonly becomes: (name: string, value: string | RegExp) => Promise<void>;
  /** Middle of a walk button: a place's label or a mark, in page px. */
  readonly spot: (name: RegExp) => Promise<{ x: number; y: number }>;
}
async function show(query: string, test: (shown: Shown) => Promise<void>, { site = demo, viewport = DESK, ready = '.walk li' } = {}): Promise<void> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  const { complaints } = watchPage(page);
  const key = (name: string): string => new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '').get(name) ?? '';
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#/${query}`);
    const card = page.locator('[data-panel="map"]');
    await card.locator(ready).first().waitFor({ state: 'attached' });
    await wholePage(page);
    await test({
      page, card, key,
      becomes: (name, value) => expect.poll(() => key(name), { timeout: 10_000 })[typeof value === 'string' ? 'toBe' : 'toMatch'](value as never),
      spot: async (name) => {
        const box = (await card.locator('.walk').getByRole('button', { name }).boundingBox())!;
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
    });
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

/** How many pixels of the map's canvas are drawn, in how many colours, and whether class 5 of the light and of the dark ramp is among them. */
const pixels = (page: Page) =>
  page.locator('[data-panel="map"] canvas.leaflet-zoom-animated').evaluate((canvas: HTMLCanvasElement) => {
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const ctx = copy.getContext('2d', { willReadFrequently: true })!;
    ctx.drawImage(canvas, 0, 0);
    const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set<number>();
    let drawn = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 0) continue;
      drawn += 1;
      colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    }
    return { drawn, colours: colours.size, has: [0x245f8f, 0x9ccae9].map((c) => colours.has(c)) };
  });

describe('the map', () => {
  it('draws the county, and legend, twin and sentence say the same', () => show('?m=clue_on_time_rate', async ({ page, card, becomes }) => {
    const { drawn, colours } = await pixels(page);
    expect(drawn).toBeGreaterThan(200_000);
    expect(colours).toBeGreaterThan(20);
    const classes = await card.locator('.classes li').allInnerTexts();
    expect(classes.map((c) => c.replace(/\s+/g, ' '))).toEqual(['<60% 0', '60–79.9% 2', '80–89.9% 2', '90–99.9% 2', '100% 11', '无到期线索 1', '分母<3 2']);
    expect((await card.locator('.marks li').allInnerTexts()).map((c) => c.replace(/\s+/g, ' '))).toEqual(['严重 1', '一般 1', '无欠薪 64', '本周销号（含于无欠薪） 4', '司法程序 2', '督 挂牌督办 1']);
    await expect.poll(() => card.getByRole('img', { name: /属地分布图/ }).getAttribute('aria-label')).toMatch(/18 个属地，最需关注 五里铺镇 60\.0% 3\/5、柳林镇 75\.0% 3\/4、太平镇 85\.7% 6\/7。未销号项目：严重 1 个，一般 1 个/);
    expect(await card.locator('.credit').innerText()).toMatch(/审图号：＿＿＿＿（发布前填写）\s+边界版本 2026-06 · 示意图，不作划界依据/);
    await card.getByRole('button', { name: '表格' }).click();
    await becomes('tab', 'map');
    const rows = (await card.locator('tbody tr').allInnerTexts()).map((r) => r.split('\t'));
    expect(rows).toHaveLength(PLACES);
    expect(rows.find((r) => r[0] === '太平镇')).toEqual(['太平镇', '85.7', '6/7', '4', '1', '1', '386.4', '—']);
    expect(rows.find((r) => r[0] === '青山乡')!.slice(0, 3)).toEqual(['青山乡', '—', '1/1']);
    // Every place stands in one class or state of the legend.
    const counted = classes.slice(0, 6).reduce((n, c) => n + Number(c.trim().split(/\s+/).at(-1)), 0);
    expect(counted).toBe(PLACES);
    expect(rows.filter((r) => r[1] === '100').length + rows.filter((r) => r[7] === '分母<3').length).toBe(11);
  }));

  it('a click on a place filters, another clears; Ctrl adds; outside clears; a drag never selects', () => show('', async ({ page, becomes, spot, key }) => {
    const [taiping, shahe] = [await spot(/^太平镇/), await spot(/^沙河镇/)];
    await page.mouse.click(taiping.x, taiping.y);
    await becomes('area', '990101101');
    await page.getByText('75.0').first().waitFor();
    await page.mouse.click(taiping.x, taiping.y);
    await becomes('area', '');
    await page.mouse.click(taiping.x, taiping.y);
    await page.keyboard.down('Control');
    await page.mouse.click(shahe.x, shahe.y);
    await page.keyboard.up('Control');
    await becomes('area', /^990101101,\d+$/);
    // Once more on a busy machine, where the map may still be placing its labels: a click outside changes nothing but the filter.
    await expect.poll(async () => {
      await page.mouse.click(900, 330);
      return key('area');
    }, { timeout: 15_000, interval: 1000 }).toBe('');
    await page.mouse.click(taiping.x, taiping.y);
    await becomes('area', '990101101');
    await page.keyboard.press('Escape');
    await becomes('area', '');
    await page.mouse.move(shahe.x, shahe.y);
    await page.mouse.down();
    await page.mouse.move(shahe.x - 60, shahe.y + 20, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => !document.querySelector('.leaflet-dragging'));
    expect(key('area')).toBe('');
  }));

  it('by keyboard: arrows pan, + and − zoom, 0 is the county, Tab walks places in stored order, then 严重 and 一般', () => show('', async ({ page, card, becomes }) => {
    await card.getByRole('img', { name: /属地分布图/ }).focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await becomes('v', /^\d+(\.\d+)?,[\d.]+,[\d.]+$/);
    const before = new URL(page.url()).hash;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).hash).not.toBe(before);
    await page.keyboard.press('0');
    await becomes('v', '');
    const names = await card.locator('.walk button').evaluateAll((all) => all.map((b) => b.getAttribute('aria-label')!.split('，')[0]));
    expect([names.length, names[0], names[1], names[PLACES], names[PLACES + 1]]).toEqual([PLACES + 2, '城关街道', '东湖街道', '安澜大道东延工程（二标）', '五里铺河道治理工程']);
    await card.locator('.walk button').first().focus();
    await page.getByRole('tooltip').getByText('城关街道').waitFor();
    await page.keyboard.press('Enter');
    await becomes('area', '990101001');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^东湖街道/);
  }));

  it('a mark is selected by click; the list flies the map there; 全县 brings it back; a link opens the same view', () => show('', async ({ page, card, becomes, spot, key }) => {
    const mark = await spot(/^安澜大道东延工程/);
    await page.mouse.click(mark.x, mark.y);
    await becomes('sel', 'AL-022');
    expect(key('v')).toBe('');
    await page.locator('[data-panel="risks"]').getByText('五里铺河道治理工程').first().click();
    await becomes('sel', 'AL-031');
    await becomes('v', /^1[01]/);
    const link = page.url();
    const scale = await card.locator('.scale').innerText();
    await card.getByRole('button', { name: '全县' }).click();
    await becomes('v', '');
    expect(await card.locator('.scale').innerText()).not.toBe(scale);
    await page.goto(link);
    await expect.poll(() => card.locator('.scale').innerText()).toBe(scale);
    expect(page.url()).toBe(link);
  }));

  it('the wheel zooms with Ctrl or focus only, else a hint says so', () => show('', async ({ page, card, becomes, spot, key }) => {
    const { x, y } = await spot(/^沙河镇/);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -400);
    await card.getByText('按住 Ctrl 滚动缩放').waitFor();
    expect(key('v')).toBe('');
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await becomes('v', /^1/);
  }));

  it('the metric switch changes colours and legend', () => show('', async ({ page, card, becomes }) => {
    const before = await card.locator('.classes').innerText();
    await card.getByRole('button', { name: '未支付工资' }).click();
    await becomes('m', 'unpaid_wages');
    await expect.poll(() => card.locator('.classes').innerText()).not.toBe(before);
    expect((await card.locator('.classes li').allInnerTexts())[0]).toContain('≥1,000');
    await page.locator('[data-panel="ranking"]').getByText('未支付工资').first().waitFor();
  }));

  it('dark: brighter is what to attend to, and the canvas follows the theme', () => show('?s=2026-09-18', async ({ page, card }) => {
    expect((await pixels(page)).has).toEqual([true, false]);
    await page.goto(`${page.url()}&theme=dark`);
    await expect.poll(async () => (await pixels(page)).has).toEqual([false, true]);
    await card.getByText('越亮越需关注').waitFor();
  }));

  it('lists what is not on the map with the reason, and it still counts', () => show('', async ({ page, card, becomes }) => {
    await card.getByText('已落图 64/66').waitFor();
    await card.getByRole('button', { name: '未落图 2' }).click();
    const rows = await card.getByRole('dialog', { name: '未落图的项目' }).locator('tbody tr').allInnerTexts();
    expect(rows.map((r) => r.split('\t').at(-1))).toEqual(['坐标为空', '坐标为空']);
    await card.getByRole('dialog').locator('tbody button').first().click();
    await becomes('sel', /^AL-/);
    await page.keyboard.press('Escape');
  }));

  it('on a phone a tap selects a place and shows its strip; there is no label and no 无欠薪 mark', () => show('?m=clue_on_time_rate&area=990101101', async ({ page, card, becomes }) => {
    await card.getByText('太平镇 85.7% 6/7 4 个项目 ›'.split(' ')[1]!).first().waitFor();
    expect((await card.locator('.strip').innerText()).replace(/\s+/g, ' ')).toBe('太平镇 85.7% 6/7 4 个项目 ›');
    await card.getByRole('combobox', { name: '地图和排名的指标' }).selectOption('projects');
    await becomes('m', 'projects');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }, { viewport: { width: 390, height: 844 } }));

  it('goes to paper in grey, at twice the resolution, from a dark screen too', () => show('?theme=dark', async ({ page, card }) => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const paper = await card.locator('canvas.paper').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const grey = (i: number) => Math.abs(data[i]! - data[i + 1]!) < 24 && Math.abs(data[i]! - data[i + 2]!) < 24;
      let [drawn, coloured, dark] = [0, 0, 0];
      for (let i = 0; i < data.length; i += 4) if (data[i + 3]! > 0) { drawn += 1; if (!grey(i)) coloured += 1; if (data[i]! < 60) dark += 1; }
      return { width: canvas.width, drawn, coloured: coloured / drawn, dark: dark / drawn };
    });
    expect(paper.width).toBeGreaterThan(1700);
    expect(paper.drawn).toBeGreaterThan(500_000);
    // Only 严重 and 一般 and the tag of 司法程序 keep their colour.
    expect(paper.coloured).toBeLessThan(0.02);
    // Lines and words only: no place keeps a dark screen's ground.
    expect(paper.dark).toBeLessThan(0.06);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await card.locator('.printing').count()).toBe(0);
  }));

  it('is saved with two pixels per CSS pixel, and stays on screen as it was', () => show('', async ({ page, card }) => {
    const width = (): Promise<number> => card.locator('canvas.leaflet-zoom-animated').evaluate((canvas: HTMLCanvasElement) => canvas.width);
    const before = await width();
    await page.evaluate(() => {
      const { toDataURL } = HTMLCanvasElement.prototype;
      const taken: number[] = ((window as unknown as { taken: number[] }).taken = []);
      HTMLCanvasElement.prototype.toDataURL = function (...given) {
        taken.push(this.width);
        return toDataURL.apply(this, given);
      };
    });
    await card.getByRole('button', { name: /更多操作/ }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), card.getByRole('menuitem', { name: '导出 PNG' }).click()]);
    expect(await page.evaluate(() => Math.max(...(window as unknown as { taken: number[] }).taken))).toBe(before * 2);
    expect(await width()).toBe(before);
    const picture = readFileSync(await file.path());
    expect(picture.readUInt32BE(16)).toBe(2 * (32 + (await card.locator('.content').evaluate((content: HTMLElement) => content.offsetWidth))));
    // Lines and words of the map, not only its fills: a picture twice as fine is much larger.
    expect(picture.length).toBeGreaterThan(150_000);
  }));

  it.each(['light', 'dark'])('axe finds nothing serious in it: %s', (theme) => show(`?theme=${theme}`, async ({ page }) => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run('[data-panel="map"]')).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`));
    expect(found).toEqual([]);
  }));
});

describe('without boundaries', () => {
  const copy = async (change: (folder: string) => void): Promise<Served> => {
    const folder = freshFolder();
    const id = await copyNewestDemo(folder);
    change(join(folder, id));
    writeIndex(folder);
    return publish(folder);
  };
  it('a county that has none gets squares in stored order, with the same clicks', async () => {
    const site = await copy((folder) => {
      const path = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: { path: string }[] };
      manifest.files = manifest.files.filter((f) => f.path !== 'boundaries.topojson');
      writeFileSync(path, JSON.stringify(manifest));
      rmSync(join(folder, 'boundaries.topojson'));
    });
    await show('?m=clue_on_time_rate', async ({ card, becomes }) => {
      await card.getByText('按属地序号排列，不表示位置').waitFor();
      const squares = card.locator('.tiles button');
      expect(await squares.count()).toBe(PLACES);
      expect(await squares.first().innerText()).toMatch(/城关街道\s*94\.1% 16\/17/);
      const [a, b] = [await squares.nth(0).boundingBox(), await squares.nth(9).boundingBox()];
      expect([a!.width, a!.height]).toEqual([b!.width, b!.height]);
      await squares.first().click();
      await becomes('area', '990101001');
    }, { site, ready: '.tiles button' });
  });
  it('a damaged file is named, the squares stand in, the page stays', async () => {
    const site = await copy((folder) => writeFileSync(join(folder, 'boundaries.topojson'), '{}'));
    await show('', async ({ page, card }) => {
      await card.getByRole('status').filter({ hasText: 'boundaries.topojson' }).waitFor();
      expect(await card.locator('.tiles button').count()).toBe(PLACES);
      await page.getByText('64/66').first().waitFor();
    }, { site, ready: '.tiles button' });
  });
});

it('hostile names of places and projects are text in card, walk, label and twin', async () => {
  const site = await publish(await hostileSnapshots(freshFolder()));
  await show('', async ({ page, card }) => {
    const buttons = card.locator('.walk button');
    const count = await buttons.count();
    expect(count).toBeGreaterThanOrEqual(PLACES);
    const seen = new Set<string>();
    for (let i = 0; i < count; i += 1) {
      await buttons.nth(i).focus();
      const title = page.getByRole('tooltip').locator('strong');
      await title.waitFor();
      seen.add(await title.innerText());
      expect((await page.getByRole('tooltip').locator('.inner').boundingBox())!.width).toBeLessThan(281);
    }
    expect([...seen]).toEqual(expect.arrayContaining([HOSTILE_NAMES.html, HOSTILE_NAMES.sql, HOSTILE_NAMES.emoji]));
    await page.keyboard.press('v');
    await card.locator('tbody').getByText(HOSTILE_NAMES.html).first().waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  }, { site });
});
