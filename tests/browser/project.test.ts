import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { demoFolder } from '../support/demo.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder } from '../support/ledgers.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
const SITE = '安澜大道东延工程（二标）';

let browser: Browser;
let dist: string;
let served: Served;
beforeAll(async () => {
  mkdirSync(ARTIFACTS, { recursive: true });
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  served = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': await demoFolder() }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const ready = (page: Page) => page.locator('.page [data-ready="true"]').first().waitFor({ timeout: 60_000 });
async function show(hash: string, test: (page: Page) => Promise<void>, { width = 1920, height = 1080, site = served, wait = true } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#${hash}`);
    if (wait) await ready(page);
    await test(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const card = (page: Page, title: string) => page.locator(`section.card[aria-label="${title}"]`);
const heading = (page: Page) => page.locator('.band h2');
async function serious(page: Page): Promise<unknown[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run: (what: unknown) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run({ include: [['main']] });
    return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120))]);
  });
}

describe('项目档案', () => {
  it('says everything of the 挂牌 site: band, responsibility, wages, amounts, checklist, clocks, what happened, lists', () => show('/project/AL-022', async (page) => {
    const band = await page.locator('.band').innerText();
    expect(band).toMatch(/安澜大道东延工程（二标）[\s\S]*严重[\s\S]*司法程序 · 12-08 开庭[\s\S]*连续 3 周未动[\s\S]*挂牌督办[\s\S]*改期 1 次[\s\S]*专案组[\s\S]*AL-022 · 太平镇 · 交通局/);
    expect(band.replace(/\s+/g, ' ')).toMatch(/386\.4 万元 较上周 — 0\.0 持平 .*127 人 .*73 天 自 09-08 .*20 天 承诺 12-10 · 改期 1 次 .*6\/8 项 75\.0%/);
    expect(await page.locator('.band').evaluate((b) => [getComputedStyle(b).borderLeftWidth, b.getBoundingClientRect().height >= 108])).toEqual(['6px', true]);
    const facts = (await card(page, '基本情况与责任链').innerText()).replace(/\s+/g, ' ');
    expect(facts).toMatch(/包案领导 副县长李文涛 主管部门 交通局 刘卫东 .*属地 太平镇 镇长马骏 建设单位 安澜县交通投资有限公司 施工总承包 安澜永固建设有限公司 欠薪 3 次（3 次及以上标记） · 失信名单至 2027-11-04 分包 安澜顺达劳务有限公司 .*监理 安澜正衡监理有限公司 .*合同造价 15,600\.0 万元/);
    const pay = card(page, '工资支付 · 按月');
    expect(await pay.locator('[role=img]').getAttribute('aria-label')).toBe('工资支付按月：12 个月，应发 1,857.4 万元，实发 1,449.0 万元，尚欠 408.4 万元。');
    expect(await pay.innerText()).toMatch(/欠107\.0[\s\S]*欠168\.0[\s\S]*欠133\.4[\s\S]*另有清偿 22\.0 万元，台账未支付 386\.4 万元/);
    const amounts = card(page, '未支付金额与等级历程');
    expect(await amounts.locator('.amounts').getAttribute('aria-label')).toContain('最近 第47周 严重 386.4 万元');
    expect(await amounts.innerText()).toContain('第40周未发布');
    const eight = (await card(page, '八个100%').innerText()).replace(/\s+/g, ' ');
    expect(eight).toMatch(/6\/8 .*劳动合同签订 i 136\/136 人.*银行代发 i 0\/1 · 8月 64\.0\/171\.0 万元.*制度落实率 i 99\.5% 411\/413/);
    const clocks = (await card(page, '时钟').innerText()).replace(/\s+/g, ' ');
    expect(clocks).toMatch(/按 2026 年节假日表 .*工资逾期未付 超 73 天.*人工费未按月拨付 超 50 天 条例第24条 10-01 届满.*限期整改指令书 超 25 天.*案件调查 XS-2026-232 剩 13 工作日 劳动保障监察条例第17条 60 工作日 12-09 届满.*承诺化解 剩 20 天.*清零时限 剩 41 天/);
    const story = (await card(page, '处置经过').innerText()).replace(/\s+/g, ' ');
    expect(story).toMatch(/11-13 承诺改期 11-02 → 12-10.*11-06 司法程序：立案.*10-30 支付 22\.0 万元 9 人 · 施工总承包.*09-18 升级为严重 1,120\.0 万元 · 386 人.*09-11 列为一般/);
    expect((await card(page, '人工费、工程款与保障').innerText()).replace(/\s+/g, ' ')).toMatch(/人工费已拨 1,492\.5 1,913\.1 78\.0% .*专户可发月数 i 28\.0 133\.4 0\.2 个月/);
    expect((await card(page, '预警').innerText()).replace(/\s+/g, ' ')).toMatch(/红 人工费未按月拨付 专户未按月拨付人工费 80 天（条例第24条） 1,492\.5\/1,913\.1 2026-09-01 2026-10-01 超 50 天 条例第24条 条例第57条/);
    expect(await card(page, '线索案件').locator('tbody tr[data-row]').count()).toBe(4);
    expect(await card(page, '交办与执法').locator('tbody tr[data-row]').count()).toBe(8);
    expect(await card(page, '评分构成').innerText()).toMatch(/评分 73[\s\S]*隐患等级 30/);
    await page.locator('.history[data-loaded="true"]').waitFor({ timeout: 60_000 });
    expect(await card(page, '制度落实历次').innerText()).toContain('共 25 期');
    expect(await card(page, '制度落实历次').locator('li.fail').count()).toBe(4);
    await page.screenshot({ path: join(ARTIFACTS, 'project-1920.png'), fullPage: true });
  }));

  it('opens from the map’s card, by a second click in the list and on the map, from the list of projects and from a number’s list', () => show('/', async (page) => {
    const opened = async (how: () => Promise<unknown>): Promise<void> => {
      await how();
      await page.waitForURL(/#\/project\/AL-022/);
      await expect.poll(() => heading(page).innerText()).toContain(SITE);
      expect(page.url()).not.toContain('sel=');
    };
    await page.locator('[data-risk="AL-022"]').click();
    await opened(() => page.locator('#site-card').getByRole('link', { name: SITE }).click());
    await page.goBack();
    await opened(() => page.locator('[data-risk="AL-022"]').click());
    await page.goBack();
    const mark = page.locator('[data-panel="map"] .walk').getByRole('button', { name: new RegExp('东延工程') });
    await mark.waitFor({ state: 'attached' });
    await opened(() => mark.evaluate((b) => (b as HTMLElement).click()));
    await page.keyboard.press('/');
    await page.waitForURL(/#\/projects/);
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search');
    await page.keyboard.type('al-022');
    await expect.poll(() => page.locator('tbody tr[data-row]').count()).toBe(1);
    await page.locator('tbody tr[data-row]').focus();
    await opened(() => page.keyboard.press('Enter'));
    await page.locator('.trail').getByRole('link', { name: '一张图' }).click();
    await page.locator('section.kpis button.number').nth(1).click();
    await opened(() => page.getByRole('dialog').getByRole('link', { name: SITE }).click());
    expect(await page.getByRole('dialog').count()).toBe(0);
  }, { wait: false }));

  it('steps through the list as it was left, by buttons, arrows and J and K', () => show('/projects?q=长堤&order=name', async (page) => {
    const names = await page.locator('tbody tr[data-row] th').allInnerTexts();
    expect(names.length).toBeGreaterThan(2);
    await page.locator('tbody tr[data-row] th a').first().click();
    await expect.poll(() => heading(page).innerText()).toContain(names[0]!);
    await expect.poll(() => page.locator('.at').innerText()).toBe(`1/${names.length}`);
    expect(await page.getByRole('button', { name: '上一个项目' }).isDisabled()).toBe(true);
    for (const [key, at] of [['ArrowRight', 1], ['j', 2], ['k', 1], ['ArrowLeft', 0]] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => heading(page).innerText()).toContain(names[at]!);
    }
    await page.getByRole('button', { name: '下一个项目' }).click();
    await expect.poll(() => heading(page).innerText()).toContain(names[1]!);
    expect(decodeURIComponent(page.url())).toContain('q=长堤');
  }));

  it('says where a project is that this snapshot lacks: 漏报, another week, or nowhere', async () => {
    await show('/project/AL-065?s=2026-07-31', async (page) => {
      const missing = page.locator('.missing');
      await page.locator('.missing[data-searched="true"]').waitFor({ timeout: 90_000 });
      expect(await missing.innerText()).toMatch(/本快照没有编号为 AL-065 的项目[\s\S]*漏报：2026-07-24 时未销号[\s\S]*补报[\s\S]*打开第47周（2026-11-20）/);
      await missing.getByRole('link', { name: '打开第47周（2026-11-20）' }).click();
      await page.locator('.band').waitFor();
      expect(await card(page, '处置经过').innerText()).toMatch(/找回[\s\S]*漏报：应补报/);
    });
    await show('/project/AL-O22', async (page) => {
      await page.locator('.missing[data-searched="true"]').waitFor({ timeout: 90_000 });
      expect(await page.locator('.missing').innerText()).toMatch(/已发布的 25 份快照都没有这个编号[\s\S]*编号相近的项目[\s\S]*AL-022/);
    });
  });

  it('prints on at most two sheets of A4 portrait', () => show('/project/AL-022', async (page) => {
    await page.locator('.history[data-loaded="true"]').waitFor({ timeout: 60_000 });
    const pdf = (await page.pdf({ path: join(ARTIFACTS, 'project.pdf'), preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, w, h]) => Number(w) < Number(h));
    expect(boxes.length).toBeLessThanOrEqual(2);
    expect(boxes.every(Boolean)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    // No table is cut by the edge of its card.
    expect(await page.locator('section.card table').evaluateAll((tables) => tables.filter((t) => t.scrollWidth > t.closest('section')!.clientWidth + 1).map((t) => t.getAttribute('aria-label')))).toEqual([]);
    await page.screenshot({ path: join(ARTIFACTS, 'project-print.png'), fullPage: true });
  }));

  it.each([[1366, 768, 'light'], [1920, 1080, 'dark'], [390, 844, 'light'], [360, 740, 'dark']] as const)('fits %i × %i (%s): nothing scrolls sideways; axe finds nothing serious', (width, height, theme) => show(`/project/AL-022?theme=${theme}`, async (page) => {
    await page.locator('.history[data-loaded="true"]').waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: join(ARTIFACTS, `project-${width}-${theme}.png`), fullPage: true });
  }, { width, height }));

  it('is all in English when English is chosen', () => show('/project/AL-022?lang=en', async (page) => {
    await expect.poll(() => page.locator('.band').innerText()).toContain('Unpaid wages');
    const headings = await page.locator('section.card > header h2, section.card dt, section.card thead').allInnerTexts();
    expect(headings.filter((text) => /[\u3400-\u9fff]/.test(text))).toEqual([]);
  }));
});

describe('list of projects', () => {
  it('sums what it shows, searches, sorts with aria-sort, switches 在管 and 全部, keeps it in the link', () => show('/projects', async (page) => {
    const rows = page.locator('tbody tr[data-row]');
    expect([await rows.count(), await page.locator('tfoot').innerText()]).toEqual([66, expect.stringMatching(/合计 66[\s\S]*未销号 2[\s\S]*515\.0[\s\S]*173/)]);
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await expect.poll(() => rows.count()).toBe(78);
    const heading78 = page.locator('thead th', { hasText: '合同造价' });
    await heading78.getByRole('button').click();
    expect(await heading78.getAttribute('aria-sort')).toBe('descending');
    await page.locator('input[type=search]').fill('交通局');
    await expect.poll(() => page.locator('tfoot').innerText()).toMatch(/386\.4/);
    await page.waitForURL((url) => url.hash.includes('kind=all') && url.hash.includes('order=contract_amount-') && url.hash.includes('q='));
    const before = await page.locator('tbody tr[data-row] th').allInnerTexts();
    await page.reload();
    await ready(page);
    expect(await page.locator('tbody tr[data-row] th').allInnerTexts()).toEqual(before);
    await page.locator('input[type=search]').fill('<没有>');
    await expect.poll(() => page.locator('.nothing').innerText()).toContain('没有项目符合“<没有>”');
  }));
  it('follows the filters', () => show('/projects?dept=D03', async (page) => {
    const depts = await page.locator('tbody tr[data-row]').allInnerTexts();
    expect(depts.length).toBeGreaterThan(2);
    expect(depts.every((text) => text.includes('水利局'))).toBe(true);
  }));
  it.each([[1366, 768, 'dark'], [390, 844, 'light']] as const)('fits %i × %i (%s), axe finds nothing serious', (width, height, theme) => show(`/projects?theme=${theme}`, async (page) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: join(ARTIFACTS, `projects-${width}-${theme}.png`) });
  }, { width, height }));
});

it('hostile names stay text on the page of a project, in the list and on the firm’s page', async () => {
  const site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': await hostileSnapshots(freshFolder()) }, port: 0, host: '127.0.0.1', bare: true });
  try {
    for (const hash of ['/projects', '/project/AL-022', '/project/AL-031', `/company/${encodeURIComponent(HOSTILE_NAMES.html)}`, `/project/${encodeURIComponent(HOSTILE_NAMES.sql)}`]) {
      await show(hash, async (page) => {
        await expect.poll(() => page.locator('main').innerText()).not.toBe('');
        expect(await page.evaluate(() => (globalThis as unknown as { hacked?: number }).hacked)).toBeUndefined();
        expect(await page.locator('main img, main script').count()).toBe(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366);
      }, { site, width: 1366, height: 768 });
    }
  } finally {
    await site.close();
  }
});
