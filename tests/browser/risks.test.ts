import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
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
  readonly list: ReturnType<Page['locator']>;
  readonly card: ReturnType<Page['locator']>;
  readonly complaints: string[];
}
async function show(query: string, test: (shown: Shown) => Promise<void>, { site = demo, width = 1920, height = 1080 } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#/${query}`);
    const list = page.locator('[data-panel="risks"]');
    await list.locator('[data-risk], .empty, table').first().waitFor();
    await wholePage(page);
    await test({ page, list, card: page.locator('#site-card'), complaints });
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const names = (list: Shown['list']) => list.locator('[data-risk]').allInnerTexts();

it.each([[1366, 'zh-CN'], [1366, 'en'], [768, 'zh-CN']] as const)('at %i (%s) the tabs stand in the header of the card they open, over nothing of it', async (width, language) => {
  await show(`?lang=${language}`, async ({ page, list }) => {
    const tabs = page.getByRole('tablist');
    expect(await tabs.getByRole('tab').first().innerText()).toMatch(/ 2$/);
    for (const panel of ['risks', 'ranking', 'trend']) {
      const header = page.locator(`[data-panel="${panel}"] > header`);
      await header.waitFor();
      const [bar, around] = [(await tabs.boundingBox())!, (await header.boundingBox())!];
      expect([bar.x >= around.x, bar.y >= around.y, bar.y + bar.height <= around.y + around.height]).toEqual([true, true, true]);
      const parts = await header.locator('button, h2').evaluateAll((all) => all.map((e) => e.getBoundingClientRect()).filter((r) => r.width > 1).map((r) => [r.left, r.right] as const));
      expect(parts.length).toBeGreaterThan(0);
      for (const [left, right] of parts) expect([left >= bar.x + bar.width, right <= around.x + around.width]).toEqual([true, true]);
      await tabs.getByRole('tab', { selected: true }).focus();
      await page.keyboard.press('ArrowRight');
    }
    // Once round: the first again.
    await list.waitFor();
  }, { width, height: 800 });
});

describe('high-risk sites', () => {
  it('the two open ones of week 47 with their numbers, clocks and remarks, then the early warnings by level', async () => {
    await show('', async ({ list }) => {
      const entries = list.locator('li');
      const [first, second, third] = await Promise.all([0, 1, 2].map((i) => entries.nth(i).innerText()));
      expect(first).toMatch(/安澜大道东延工程（二标）[\s\S]*严重 · 太平镇 · 交通局 · 包案 副县长李文涛[\s\S]*386\.4 万元 · 127 人 · 逾期 73 天[\s\S]*20 天\s*距承诺 12-10\s*评分 73[\s\S]*司法程序 · 12-08 开庭\s*连续 3 周未动\s*挂牌督办\s*改期 1 次/);
      expect(second).toMatch(/五里铺河道治理工程[\s\S]*一般 · 五里铺镇 · 水利局[\s\S]*128\.6 万元 · 46 人 · 逾期 71 天[\s\S]*25 天\s*距承诺 12-15\s*评分 45/);
      expect(third).toMatch(/新能源产业园一期[\s\S]*红 · 专户未按月拨付人工费 50 天（条例第24条）[\s\S]*超 19 天\s*期限 11-01/);
      expect(await list.getByRole('img', { name: '严重，图上 1 号' }).count()).toBe(1);
      expect(await list.getByRole('img', { name: '一般，图上 2 号' }).count()).toBe(1);
      const text = await list.innerText();
      for (const words of ['未销号 2', '早期预警 7 · 尚未欠薪，按规则提示', '其余 2 条预警']) expect(text).toContain(words);
      expect(await entries.count()).toBe(2 + 5);
      await list.getByRole('button', { name: /其余 2 条预警/ }).click();
      expect(await entries.count()).toBe(2 + 7);
    });
  });

  it('orders by the chosen key inside 严重 and 一般, keeps the numbers of the map, and says so in the URL', async () => {
    await show('?s=2026-09-18', async ({ page, list }) => {
      expect(await list.innerText()).toContain('未销号 26');
      const rows = async () => (await list.locator('li:has(.score)').all()).length;
      expect(await rows()).toBe(12);
      await list.getByRole('button', { name: /其余 14 个未销号/ }).click();
      expect(await rows()).toBe(26);
      for (const [label, key] of [['金额', 'amount'], ['人数', 'workers'], ['逾期', 'overdue']] as const) {
        await list.getByRole('button', { name: label, exact: true }).click();
        await page.waitForURL((url) => url.hash.includes(`sort=${key}`));
        const lines = (await list.locator('li:has(.score)').allInnerTexts()).map((text) => {
          const [, amount, workers, overdue] = /([\d,.]+) 万元 · ([\d,]+) 人 · 逾期 (\d+) 天/.exec(text)!;
          return { severe: text.includes('严重 ·'), amount: Number(amount!.replace(',', '')), workers: Number(workers!.replace(',', '')), overdue: Number(overdue) };
        });
        expect(lines.map((l) => l.severe)).toEqual(lines.map((l) => l.severe).sort((a, b) => Number(b) - Number(a)));
        for (const group of [lines.filter((l) => l.severe), lines.filter((l) => !l.severe)]) expect(group.map((l) => l[key])).toEqual(group.map((l) => l[key]).sort((a, b) => b - a));
      }
      const marks = await list.locator('li:has(.score) svg text').allTextContents();
      expect(marks.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1));
    });
  });

  it('the score shows its parts, which add up to it', async () => {
    await show('', async ({ list }) => {
      await list.getByRole('button', { name: '评分 73' }).focus();
      const parts = await list.getByRole('group', { name: '评分 73 的构成' }).innerText();
      expect(parts).toMatch(/隐患等级\s*30 分/);
      expect([...parts.matchAll(/(\d+) 分/g)].reduce((sum, [, n]) => sum + Number(n), 0)).toBe(73);
    });
  });

  it('by keyboard: arrows, Esc in its card gives it up and comes back, Enter selects and Enter again opens its page', async () => {
    await show('', async ({ page, list, card }) => {
      await list.locator('[data-risk]').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.hash.includes('sel=AL-022'));
      await card.waitFor();
      expect(await list.locator('[data-risk="AL-022"]').getAttribute('aria-pressed')).toBe('true');
      const text = await card.innerText();
      expect(text).toMatch(/未支付工资\s*386\.4 万元[\s\S]*承诺化解\s*2026-12-10 · 改期 1 次[\s\S]*清零时限\s*2026-12-31[\s\S]*责任人\s*刘卫东[\s\S]*施工总承包\s*安澜永固建设有限公司/);
      expect(text).toMatch(/预警 6[\s\S]*专户未按月拨付人工费 80 天（条例第24条）[\s\S]*罚则 条例第57条/);
      await card.getByRole('link', { name: '安澜大道东延工程（二标）' }).focus();
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['risk'])).toBe('AL-022');
      expect(page.url()).not.toContain('sel=');
      await page.keyboard.press('Enter');
      await card.waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.hash.startsWith('#/project/AL-022') && !url.hash.includes('sel='));
    });
  });

  it('what the list points at is ringed on the map, with the pointer and with the keyboard', async () => {
    await show('', async ({ page, list }) => {
      const ring = page.locator('[data-panel="map"] .pointed');
      const mark = page.locator('[data-panel="map"] .walk button', { hasText: '' }).and(page.getByRole('button', { name: /五里铺河道治理工程/ }));
      await mark.waitFor({ state: 'attached' });
      const middle = async (of: typeof ring): Promise<[number, number]> => {
        const box = (await of.boundingBox())!;
        return [box.x + box.width / 2, box.y + box.height / 2];
      };
      const rung = async (): Promise<void> => {
        await ring.waitFor();
        const [[x, y], [atX, atY]] = await Promise.all([middle(ring), middle(mark)]);
        expect(Math.hypot(x - atX, y - atY)).toBeLessThan(4);
      };
      await list.locator('li').nth(1).hover();
      await rung();
      await page.locator('.hd').hover();
      await ring.waitFor({ state: 'detached' });
      await list.locator('[data-risk]').nth(1).focus();
      await rung();
    });
  });

  it('a site without arrears has the same card, one outside the filters says so', async () => {
    await show('?sel=AL-001', async ({ card }) => {
      await card.waitFor();
      expect(await card.innerText()).toMatch(/安澜花园三期[\s\S]*无欠薪[\s\S]*销号日期\s*2026-11-19[\s\S]*没有预警/);
    });
    await show('?sel=AL-022&dept=D04', async ({ page, card }) => {
      await card.getByText('所选项目不在当前筛选范围内').waitFor();
      await card.getByRole('button', { name: '清除筛选' }).click();
      await card.getByText('副县长李文涛').waitFor();
      expect(page.url()).toContain('sel=AL-022');
    });
  });

  it('no open site is good news, no project at all is an empty filter', async () => {
    await show('?dept=D09', async ({ list }) => expect(await list.innerText()).toMatch(/没有未销号项目[\s\S]*未销号 0\/2 · 连续 6 周为 0/));
    await show('?dept=D09&area=990101105&g=2', async ({ page, list }) => {
      expect(await list.innerText()).toMatch(/没有符合条件的项目[\s\S]*卫健局 × 白马镇 × 严重 = 0\/66/);
      await list.getByRole('button', { name: '清除筛选' }).click();
      await list.getByText('未销号 2').waitFor();
      expect(page.url()).not.toContain('dept=');
    });
  });

  it('one place selected on an office screen: its projects, and what is open elsewhere', async () => {
    await show('?area=990101101', async ({ page, list, card }) => {
      expect(await list.innerText()).toMatch(/未销号 1[\s\S]*全县另有未销号 1 个：\s*五里铺河道治理工程（五里铺镇）[\s\S]*太平镇项目 4/);
      expect(await list.getByRole('table', { name: '太平镇项目 4' }).locator('tbody tr').count()).toBe(4);
      await list.getByRole('button', { name: /五里铺河道治理工程/ }).click();
      await card.waitFor();
      expect(page.url()).toContain('sel=AL-031');
    }, { width: 1366, height: 768 });
  });

  it.each(['light', 'dark'])('has nothing serious for axe, list and card, %s', async (theme) => {
    await show('?sel=AL-022', async ({ page, card }) => {
      await card.waitFor();
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      // Not as a script element: the page's CSP refuses those.
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: { run: (what: unknown) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run({ include: [['[data-panel="risks"]'], ['#site-card']] });
        return violations.filter((v) => /serious|critical/.test(v.impact)).map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
      });
      expect(found).toEqual([]);
    });
  });

  it('hostile names stay text in list, card and table', async () => {
    const site = await open(await hostileSnapshots(freshFolder()));
    await show('', async ({ page, list, card }) => {
      const all = await names(list);
      expect(all).toEqual(expect.arrayContaining([HOSTILE_NAMES.html, HOSTILE_NAMES.sql]));
      await list.locator('[data-risk]').first().click();
      await card.waitFor();
      expect(await card.locator('h2').innerText()).toBe(HOSTILE_NAMES.html);
      await list.getByRole('button', { name: /更多操作/ }).click();
      await list.getByRole('menuitemcheckbox', { name: '看表格' }).click();
      expect(await list.locator('tbody th').first().innerText()).toBe(HOSTILE_NAMES.html);
      expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1920);
    }, { site });
  });
});
