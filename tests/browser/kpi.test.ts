import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { demoFolder } from '../support/demo.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder } from '../support/ledgers.ts';
import { launch, watchPage, wholePage } from './launch.ts';

let browser: Browser;
let dist: string;
let demo: Served;
const served: Served[] = [];
const open = async (snapshots: string): Promise<Served> => {
  const site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true });
  served.push(site);
  return site;
};
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  demo = await open(await demoFolder());
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(served.map((site) => site.close()));
});

interface Shown {
  readonly page: Page;
  readonly strip: Locator;
  /** The button of a KPI, by what a screen reader hears. */
  readonly kpi: (name: RegExp) => Locator;
  readonly drawer: Locator;
}
async function show(query: string, test: (shown: Shown) => Promise<void>, { site = demo, width = 1920, height = 1080 } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#/${query}`);
    const strip = page.locator('section.kpis');
    await strip.locator('strong').first().waitFor();
    await wholePage(page);
    await test({ page, strip, kpi: (name) => strip.getByRole('button', { name }), drawer: page.locator('dialog[open]') });
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const heard = (strip: Locator): Promise<string[]> => strip.locator('.said').allInnerTexts();
/** The engine may still be starting. */
const SOON = { timeout: 60_000 };
const rows = (drawer: Locator): Locator => drawer.locator('tbody tr[data-row]');

describe('the strip', () => {
  it('tells week 47, each KPI with its n/d in one sentence', async () => {
    await show('', async ({ strip, page }) => {
      expect((await heard(strip)).map((text) => text.replace(' · 打开名单和证明', ''))).toEqual([
        '无欠薪比例 97.0%，64/66 个项目；▲ 6.1 个百分点 好转，上周 60/66',
        '未销号项目 2 个，严重 1 · 一般 1；▼ 4 好转，上周 6，司法程序 2/2',
        '未支付工资 515.0 万元，173 人；▼ 753.0 好转，上周 1,268.0',
        '线索按期办结率 94.1%，112/119 件；▲ 2.2 个百分点 好转，差目标 0.9，上周 103/112',
        '上周交办办结 8 / 11 项，72.7%；未办结 3，▼ 7.3 个百分点 转差，上周 8/10',
        '早期预警 7 条，红 1 · 橙 2 · 黄 4；▲ 1 转差，上周 6，涉及 7 个项目',
        '距清零时限 41 天，年底 · 政府类；除夕（2027-02-05）还有 77 天',
      ]);
      await expect.poll(() => page.evaluate(() => performance.getEntriesByName('qq:first-number', 'measure').length), SOON).toBe(1);
      const cut = await strip.locator('strong').evaluateAll((numbers) => numbers.filter((n) => n.scrollWidth > n.clientWidth + 1 || n.getBoundingClientRect().right > n.closest('.cell')!.getBoundingClientRect().right).length);
      expect(cut).toBe(0);
    });
  });
  it('at 1366 no name is cut by the remark that a filter does not act; the filter is named in its title and aloud', async () => {
    await show('?g=2', async ({ strip }) => {
      await expect.poll(() => strip.locator('.idle').count(), SOON).toBeGreaterThan(3);
      expect(await strip.locator('h2').evaluateAll((names) => names.filter((n) => n.scrollWidth > n.clientWidth).map((n) => n.textContent))).toEqual([]);
      expect(await strip.locator('.idle').evaluateAll((all) => all.map((i) => [(i as HTMLElement).innerText, (i as HTMLElement).title, i.scrollWidth <= i.clientWidth]))).toContainEqual(['不随筛选', '不按隐患等级筛选', true]);
      expect((await heard(strip)).filter((text) => text.includes('不按隐患等级筛选')).length).toBeGreaterThan(3);
    }, { width: 1366, height: 768 });
  });
  it('tells week 38, and week 47 against it', async () => {
    await show('?s=2026-09-18', async ({ strip }) => {
      await expect.poll(() => heard(strip), SOON).toEqual(expect.arrayContaining([expect.stringContaining('60.6%，40/66'), expect.stringContaining('26 个，严重 8 · 一般 18'), expect.stringContaining('8,100.0 万元，4,002 人')]));
    });
    await show('?c=2026-09-18', async ({ strip }) => {
      await expect.poll(async () => (await heard(strip))[0], SOON).toContain('▲ 36.4 个百分点 好转，较第38周 40/66');
    });
  });
  it('says which filter does not act', async () => {
    await show('?g=2', async ({ strip }) => {
      await expect.poll(async () => (await heard(strip))[1], SOON).toContain('未销号项目 1 个');
      expect((await heard(strip))[0]).toContain('97.0%，64/66 个项目');
      expect(await strip.locator('.cell').first().innerText()).toContain('不按隐患等级筛选');
      expect(await strip.locator('.cell').nth(1).innerText()).not.toContain('不按');
    });
  });
  it.each([[1366, 768, 6], [390, 844, 4]])('at %i×%i shows %i cells without cutting a number', async (width, height, cells) => {
    await show('', async ({ strip, page }) => {
      expect(await strip.locator('.cell:visible').count()).toBe(cells);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }, { width, height });
  });
});

describe('the drawer', () => {
  it('opens by click with the 64 and the 66, shows the proof, and gives focus back', async () => {
    await show('', async ({ page, kpi, drawer }) => {
      await kpi(/^无欠薪比例/).click();
      await expect.poll(() => rows(drawer).count(), SOON).toBe(64);
      await drawer.getByRole('button', { name: /分母 66 个项目/ }).click();
      await expect.poll(() => rows(drawer).count(), SOON).toBe(66);
      expect(await rows(drawer).first().innerText()).toMatch(/严重/);
      await drawer.getByRole('tab', { name: '证明' }).click();
      const proof = await drawer.innerText();
      for (const words of ['在管项目中没有未销号欠薪隐患的项目 ÷ 在管项目', '64 ÷ 66 = 96.970% → 97.0%', '64/66 · 与页面数字一致', '2026-11-20', 'no_arrears_rate']) expect(proof).toContain(words);
      const sql = await drawer.locator('pre').allInnerTexts();
      expect(sql).toHaveLength(5);
      expect(sql[0]).toMatch(/no_arrears_rate_n[\s\S]*FROM cube/);
      expect(sql[2]).toMatch(/FROM projects[\s\S]*LIMIT 5000/);
      expect(proof.replace(/\s/g, '')).toContain(await page.evaluate(async () => ((await (await fetch('./snapshots/index.json')).json()) as { snapshots: { manifest_sha256: string }[] }).snapshots.at(-1)!.manifest_sha256));
      await page.evaluate(axe.source);
      const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('dialog'));
      expect(found.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual([]);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      expect(await kpi(/^无欠薪比例/).evaluate((e) => e === document.activeElement)).toBe(true);
    });
  });
  it('opens by Enter, keeps Tab inside, and lists clues and amounts', async () => {
    await show('', async ({ page, kpi, drawer }) => {
      await kpi(/^线索按期办结率/).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => rows(drawer).count(), SOON).toBe(112);
      const download = page.waitForEvent('download');
      await drawer.getByRole('button', { name: '导出 CSV' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/线索按期办结率.*\.csv$/);
      expect(readFileSync((await file.path())!, 'utf8').trimEnd().split('\r\n')).toHaveLength(114);
      for (let i = 0; i < 12; i += 1) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      await kpi(/^未支付工资/).click();
      await expect.poll(() => rows(drawer).count(), SOON).toBe(2);
      expect(await drawer.innerText()).toMatch(/合计 515\.0 万元[\s\S]*386\.4[\s\S]*128\.6/);
    });
  });
  it('shows hostile names as text', async () => {
    const site = await open(await hostileSnapshots(freshFolder()));
    await show('', async ({ page, kpi, drawer }) => {
      await kpi(/^无欠薪比例/).click();
      await drawer.getByRole('button', { name: /^分母/ }).click();
      await expect.poll(() => rows(drawer).count(), SOON).toBe(66);
      const names = await drawer.locator('tbody th').allInnerTexts();
      for (const name of [HOSTILE_NAMES.html, HOSTILE_NAMES.sql, HOSTILE_NAMES.emoji]) expect(names.some((n) => n.includes(name))).toBe(true);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    }, { site });
  });
});

describe('the definition popover', () => {
  it('puts the numbers in, leads to the list, closes by Esc and by a click elsewhere', async () => {
    await show('', async ({ page, strip, drawer }) => {
      const info = strip.getByRole('button', { name: '查看口径：无欠薪比例' });
      const popover = page.getByRole('dialog', { name: '无欠薪比例' });
      await info.focus();
      await page.keyboard.press('Enter');
      await popover.waitFor();
      for (const words of ['64 ÷ 66 = 96.970% → 97.0%', '项目台账 2026-11-20', '看分子 64 个项目', '看分母 66 个项目', '属地']) expect(await popover.innerText()).toContain(words);
      await page.keyboard.press('Escape');
      await popover.waitFor({ state: 'detached' });
      expect(await info.evaluate((e) => e === document.activeElement)).toBe(true);
      await info.click();
      await popover.waitFor();
      await page.mouse.click(5, 5);
      await popover.waitFor({ state: 'detached' });
      await info.click();
      await popover.getByRole('button', { name: /看分母/ }).click();
      await expect.poll(() => rows(drawer).count(), SOON).toBe(66);
    });
  });
});

describe('four bottom lines and payments', () => {
  it('counts, adds up by source, and opens the payments that make the sum', async () => {
    await show('', async ({ page, drawer }) => {
      const panel = page.locator('[data-panel="bottom"]');
      await expect.poll(() => panel.innerText(), SOON).toMatch(/11-13 之后至 11-20/);
      expect(await panel.getByRole('button', { name: /^政府项目欠薪 2 个，突破/ }).count()).toBe(1);
      expect(await panel.getByRole('button', { name: /^群体性极端事件 0 起，守住/ }).count()).toBe(1);
      const amounts = await panel.locator('.amount').allInnerTexts();
      expect(Math.round(amounts.reduce((sum, a) => sum + Number(a.replace(/,/g, '')), 0) * 10)).toBe(7530);
      await panel.getByRole('button', { name: /^本周清偿 753\.0 万元，239 人/ }).click();
      await rows(drawer).first().waitFor();
      expect(await drawer.innerText()).toContain('合计 753.0 万元');
    });
    await show('?c=2026-10-30', async ({ page }) => {
      await expect.poll(() => page.locator('[data-panel="bottom"]').innerText(), SOON).toMatch(/本期清偿[\s\S]*2,743\.4[\s\S]*10-30 之后至 11-20/);
    });
  });
});
