import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { demoFolder } from '../support/demo.ts';
import { launch, watchPage, wholePage } from './launch.ts';

let browser: Browser;
let site: Served;
beforeAll(async () => {
  const [started, dist] = await Promise.all([launch(), appFolder()]);
  browser = started;
  site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': await demoFolder() }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

type Card = ReturnType<Page['locator']>;
async function show(query: string, test: (page: Page, card: Card) => Promise<void>, [width, height] = [1920, 1080], ready = '.chart svg', panel = 'trend'): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#/${query}`);
    const card = page.locator(`[data-panel="${panel}"]`);
    await card.locator(ready).first().waitFor();
    await wholePage(page);
    await test(page, card);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const texts = (card: Card): Promise<string[]> => card.locator('svg text').allTextContents();
const label = (card: Card) => card.getByRole('img', { name: /走势/ }).getAttribute('aria-label');

describe('the trend', () => {
  it.each([[1920, 1080], [1366, 768], [390, 844]] as const)('draws weeks 38 to 47 as SVG at %i × %i under the strict CSP', async (width, height) => {
    await show('?side=trend', async (page, card) => {
      const found = await texts(card);
      for (const words of ['无欠薪比例', '60.6% 40/66', '97.0%', '64/66', '线索按期办结率', '71.4% 60/84', '94.1%', '112/119', '未销号项目', '严重 8', '一般 18', '目标 100%（12-31 前）', '目标 95%', '第40周未发布', '▼ 新增1 反弹1', '38周', '47周', '09-18', '11-20']) expect(found).toContain(words);
      expect(await label(card)).toContain('无欠薪比例第38周 60.6% 40/66，第47周 97.0% 64/66');
      expect(await card.locator('canvas').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const box = (await card.locator('.chart').boundingBox())!;
      const outside = await card.locator('svg text').evaluateAll((all, edge) => all.filter((t) => t.getBoundingClientRect().right > edge + 1 || t.getBoundingClientRect().width === 0).map((t) => t.textContent), box.x + box.width);
      expect(outside).toEqual([]);
    }, [width, height]);
  });

  it('takes its colours from the theme, and from paper while printing', async () => {
    await show('', async (page, card) => {
      const line = () => card.locator('svg path[stroke-width="2"]').first().getAttribute('stroke');
      const token = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--s-1').trim());
      const light = await line();
      expect(light?.toLowerCase()).toBe((await token()).toLowerCase());
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
      await expect.poll(line).not.toBe(light);
      expect((await line())?.toLowerCase()).toBe((await token()).toLowerCase());
      await page.emulateMedia({ media: 'print' });
      await expect.poll(async () => (await line())?.toLowerCase()).toBe((await token()).toLowerCase());
      expect(await token()).toMatch(/^#000/);
    });
  });

  it('shows a week by keyboard and hides it by Esc; a gap says it was not published', async () => {
    await show('', async (page, card) => {
      await card.getByRole('img', { name: /走势/ }).focus();
      await page.keyboard.press('ArrowLeft');
      const tip = card.locator('.qq-tip');
      await expect.poll(() => tip.innerText()).toMatch(/第47周 · 2026-11-20[\s\S]*无欠薪比例\s*97\.0%\s*64\/66\s*▲ 6\.1 个百分点/);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => tip.innerText()).toMatch(/^第40周\s*未发布$/);
      await page.keyboard.press('Escape');
      await expect.poll(() => tip.isVisible()).toBe(false);
      const box = (await card.locator('.chart').boundingBox())!;
      await page.mouse.move(box.x + 60, box.y + 50);
      await expect.poll(() => tip.innerText()).toContain('第38周 · 2026-09-18');
    });
  });
});

describe('the brush', () => {
  it('moves by keyboard: the chart follows, the URL keeps it, nothing is asked and no other number changes', async () => {
    await show('', async (page, card) => {
      const kpi = await page.locator('section.kpis').innerText();
      const from = card.getByRole('slider', { name: '起始周' });
      await from.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => texts(card)).toContain('63.6% 42/66');
      await page.keyboard.press('ArrowRight');
      expect(await from.getAttribute('aria-valuetext')).toBe('第41周 · 2026-10-09');
      await expect.poll(() => page.url()).toContain('w=2026-10-09');
      expect(await texts(card)).not.toContain('第40周未发布');
      await page.keyboard.press('Home');
      await expect.poll(() => texts(card)).toContain('22周');
      expect(await label(card)).toContain('第22周 82.8% 48/58');
      expect(await page.locator('section.kpis').innerText()).toBe(kpi);
      await card.getByRole('button', { name: '恢复' }).click();
      await expect.poll(() => texts(card)).toContain('60.6% 40/66');
      await expect.poll(() => page.url()).not.toContain('w=');
    });
  });

  it('is dragged by its handle and as a whole, and drawn within a frame', async () => {
    await show('', async (page, card) => {
      const handle = (await card.getByRole('slider', { name: '起始周' }).boundingBox())!;
      const track = (await card.locator('.track').boundingBox())!;
      await page.mouse.move(handle.x + handle.width / 2 - 4, handle.y + handle.height / 2);
      await page.mouse.down();
      await page.mouse.move(track.x, handle.y + 5, { steps: 8 });
      await expect.poll(() => texts(card)).toContain('22周');
      expect(page.url()).not.toContain('w=');
      await page.mouse.up();
      await expect.poll(() => page.url()).toContain('w=2026-05-29');
    });
  });

  it('opens from the URL, one week too', async () => {
    await show('?w=2026-11-20~2026-11-20', async (_, card) => {
      const found = await texts(card);
      expect(found).toContain('97.0%');
      expect(found).not.toContain('60.6% 40/66');
    });
  });
});

it('keeps the weeks after a historical snapshot empty, as the picture does', async () => {
  await show('?s=2026-09-18', async (_, card) => {
    await expect.poll(() => texts(card)).toContain('47周');
    const found = await texts(card);
    expect(found.filter((text) => text.endsWith('%') && !/^(0|50|60|80|100|目标.*)%$/.test(text))).toEqual(['60.6%', '71.4%']);
    expect(await label(card)).toContain('无欠薪比例第38周 60.6% 40/66；');
  });
});

it('has a table twin with the same numbers that opens a week', async () => {
  await show('?tab=trend', async (page, card) => {
    const rows = await card.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()).join(' ')));
    expect(rows[0]).toBe('第38周 2026-09-18 打开这一期 60.6 40/66 71.4 60/84 8 18 1 0 0');
    expect(rows[2]).toBe('第40周 未发布 — — — — — — — — — —');
    expect(rows[9]).toContain('第47周 2026-11-20 正在看 97.0 64/66 94.1 112/119 1 1');
    await card.locator('tbody tr').first().getByRole('button', { name: '打开这一期' }).click();
    await expect.poll(() => page.url()).toContain('s=2026-09-18');
  }, [1920, 1080], 'table');
});

it.each(['light', 'dark'])('trend and ranking have nothing serious for axe (%s)', async (theme) => {
  await show('', async (page, card) => {
    await page.evaluate((t) => document.documentElement.setAttribute('data-theme', t), theme);
    await card.locator('.chart svg').waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ include: [['[data-panel="trend"]'], ['[data-panel="ranking"]']] });
      return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    });
    expect(found).toEqual([]);
  });
});

it.each(['the menu', 'Ctrl+P'])('is on paper too where the screen shows another tab, by %s', async (way) => {
  await show('', async (page) => {
    expect(await page.locator('[data-panel="trend"]').count()).toBe(0);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-asked', String(document.querySelectorAll('[data-panel="trend"] .chart svg').length));
    });
    if (way === 'Ctrl+P') await page.keyboard.press('Control+p');
    else {
      await page.getByRole('button', { name: '导出', exact: true }).click();
      await page.getByRole('menuitem', { name: /打印/ }).click();
    }
    await expect.poll(() => page.locator('body').getAttribute('data-asked'), { timeout: 30_000 }).toBe('1');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('[data-panel="trend"]').count()).toBe(0);
  }, [1366, 768], '[role="heading"], h2', 'risks');
});
