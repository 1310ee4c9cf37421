import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { demoFolder } from '../support/demo.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
let browser: Browser;
let served: Served;
beforeAll(async () => {
  mkdirSync(ARTIFACTS, { recursive: true });
  const [started, dist] = await Promise.all([launch(), appFolder()]);
  browser = started;
  served = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': await demoFolder() }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
async function show(hash: string, test: (page: Page) => Promise<void>, [width, height] = [1920, 1080]): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(served.url).port}/qq/#${hash}`);
    await page.locator('.page [data-ready="true"]').first().waitFor({ timeout: 60_000 });
    await test(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const flat = async (page: Page, selector: string): Promise<string> => (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ');

it('marks the contractor with three times in arrears, ranks it, and leads to its project and back', () => show('/project/AL-022', async (page) => {
  await page.getByRole('link', { name: '安澜永固建设有限公司' }).first().click();
  await page.locator('.company-page[data-ready="true"]').waitFor();
  expect(await flat(page, '.band')).toMatch(/安澜永固建设有限公司 欠薪 3 次（3 次及以上标记） 失信名单 至 2027-11-04 重点监控 劳动年审 不合格 包联 彭立新 施工总承包 1 个 统一社会信用代码 91990101MAH107H73B/);
  expect(await flat(page, '.band dl')).toMatch(/项目 i 1 个 在管 1 未销号 i 1 个 严重 1 个，一般 0 个 未支付工资 i 386\.4 万元 涉及农民工 i 127 人 线索案件 4 件 未办结 1 欠薪次数 3 次 标记线 3 次/);
  expect(await flat(page, 'section.card[aria-label="在施工总承包企业中的名次"]')).toMatch(/未支付工资（万元） 386\.4 第 1 名 \/ 22 家 未销号项目 1 第 1 名（并列） \/ 22 家 欠薪次数 3 第 1 名 \/ \d+ 家/);
  expect(await flat(page, 'section.card[aria-label="全部项目"]')).toMatch(/安澜大道东延工程（二标） 施工总承包 严重 386\.4 127 太平镇 交通局/);
  await page.locator('section.card[aria-label="全部项目"]').getByRole('link').click();
  await page.waitForURL(/#\/project\/AL-022/);
}));
it('filters do not act on it, and it says so', () => show('/company/91990101MAH107H73B?dept=D03', async (page) => {
  expect(await flat(page, 'section.card[aria-label="全部项目"]')).toMatch(/不按主管部门筛选.*安澜大道东延工程/);
}));
it('finds a firm without a code by its name, in its role', () => show(`/company/${encodeURIComponent('安澜正衡监理有限公司')}`, async (page) => {
  expect(await flat(page, '.band')).toMatch(/监理 \d+ 个.*台账未填统一社会信用代码，按名称归集/);
  expect(await flat(page, 'section.card[aria-label="企业信息"]')).toContain('企业名册里没有这家企业');
  expect(await flat(page, 'section.card[aria-label="在施工总承包企业中的名次"]')).toContain('不是施工总承包，不参加排名');
}));
it('says that a code is unknown and offers near ones', () => show('/company/91990101MAH107H73X', async (page) => {
  expect(await flat(page, '.missing')).toMatch(/本快照没有代码或名称为 91990101MAH107H73X 的企业.*安澜永固建设有限公司 91990101MAH107H73B/);
}));
it.each([[1920, 1080, 'dark'], [1366, 768, 'dark'], [390, 844, 'light'], [390, 844, 'dark'], [360, 740, 'dark']] as const)('fits %i × %i (%s), axe finds nothing serious', (width, height, theme) => show(`/company/91990101MAH107H73B?theme=${theme}`, async (page) => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  expect(await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run: (what: unknown) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run({ include: [['main']] });
    return violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120))]);
  })).toEqual([]);
  await page.screenshot({ path: join(ARTIFACTS, `company-${width}-${theme}.png`), fullPage: true });
}, [width, height]));
