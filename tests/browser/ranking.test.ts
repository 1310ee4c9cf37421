import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { writeIndex } from '../../scripts/snapshot/index-file.ts';
import { copyNewestDemo, demoFolder } from '../support/demo.ts';
import { freshFolder } from '../support/ledgers.ts';
import { rewriteTable } from '../support/rewrite-table.ts';
import { hold } from './hold.ts';
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

/** Opens the overview, waits for the ranking's rows, and sees that the page complained of nothing. */
async function show(query: string, test: (page: Page, card: ReturnType<Page['locator']>) => Promise<void>, [width, height] = [1920, 1080], now: string | null = null, at: Served = site): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  if (now !== null) await page.clock.setFixedTime(new Date(now));
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(at.url).port}/qq/#/${query}`);
    const card = page.locator('[data-panel="ranking"]');
    await card.locator('tbody tr').first().waitFor();
    // A stopped clock measures nothing.
    if (now === null) await wholePage(page);
    await test(page, card);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
/** Rows as read: cells joined by a blank. */
const read = (card: ReturnType<Page['locator']>): Promise<string[]> =>
  card.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim().replace(/\s+/g, ' ')).filter((text) => text !== '').join(' ')));

const WEEK_47 = [
  '1并 农业农村局 100% 11/11 —', '1并 教育局 100% 8/8 ▲5', '1并 重点工程处 100% 7/7 —', '4 住建局 95.8% 46/48 ▼1', '5 经开区管委会 91.7% 11/12 ▼1', '6 交通局 88.9% 16/18 ▼1', '7 水利局 81.8% 9/11 —',
  '— 自然资源局 样本过小 3/3 —', '— 卫健局 样本过小 1/1 —', '— 文旅局 无到期线索，不参加排名', '— 城管局 本周未报送 上次报送 第46周 · 应报 1 项，实报 0 项',
];

it('ranks the departments of week 47 as ui/README.md §13 states, all in sight at 1920×1080', async () => {
  await show('?m=clue_on_time_rate', async (page, card) => {
    expect(await read(card)).toEqual(WEEK_47);
    expect(await card.locator('.body').evaluate((box) => box.scrollHeight <= box.clientHeight)).toBe(true);
    expect(await card.innerText()).toContain('同率并列；分母 <5 不排名；按行业主管部门归口，每个项目只计一次');
    expect(await card.innerText()).toContain('属地与部门两轴不可相加');
    // At or above the target another colour than below, and the target's tick across the bar.
    const colour = (name: string) => card.locator('tr', { hasText: name }).locator('.track i').evaluate((bar) => getComputedStyle(bar).backgroundColor);
    expect([await colour('住建局'), await colour('水利局')]).toEqual(await page.evaluate(() => ['--s-1', '--ramp-4'].map((token) => {
      const probe = document.createElement('i');
      probe.style.backgroundColor = `var(${token})`;
      document.body.append(probe);
      const found = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return found;
    })));
  });
});

it('filters by a click, clears by the second, by keyboard too; its own rows stay', async () => {
  await show('', async (page, card) => {
    const kpi = () => page.locator('section.kpis').innerText();
    const rows = await card.locator('tbody tr').count();
    const row = card.getByRole('button', { name: '交通局', exact: true });
    await row.click();
    await expect.poll(kpi, { timeout: 45_000 }).toContain('8/9');
    expect([await row.getAttribute('aria-pressed'), await card.locator('tbody tr').count(), page.url().includes('dept=D02')]).toEqual(['true', rows, true]);
    await row.focus();
    await page.keyboard.press('Enter');
    await expect.poll(kpi).toContain('64/66');
    expect(await row.getAttribute('aria-pressed')).toBe('false');
  });
});

it('sorts by its headings and says so; the unranked stay below', async () => {
  await show('?m=clue_on_time_rate', async (_, card) => {
    const heading = card.locator('thead').getByRole('button', { name: '比率' });
    await heading.click();
    await expect.poll(() => card.locator('th.value').first().getAttribute('aria-sort')).toBe('descending');
    await heading.click();
    await expect.poll(async () => (await read(card))[0]).toContain('水利局');
    expect(await card.locator('th.value').first().getAttribute('aria-sort')).toBe('ascending');
    expect((await read(card)).slice(7)).toEqual(WEEK_47.slice(7));
    await heading.click();
    await expect.poll(() => read(card)).toEqual(WEEK_47);
  });
});

it('follows the map’s indicator; places, leaders and contractors have their tabs', async () => {
  await show('?m=unpaid_wages', async (page, card) => {
    expect((await read(card)).slice(0, 2)).toEqual(['1 交通局 386.4 ▲1', '2 水利局 128.6 ▲1']);
    await card.getByRole('button', { name: '属地', exact: true }).click();
    await expect.poll(() => card.locator('tbody tr').count()).toBe(18);
    expect((await read(card))[0]).toMatch(/^1 太平镇 386\.4/);
    await page.getByRole('button', { name: '无欠薪比例', exact: true }).first().click();
    await expect.poll(() => card.locator('h2').innerText()).toContain('无欠薪比例');
    await card.getByRole('button', { name: '包案', exact: true }).click();
    // The engine answers this one, from the rows of two weeks.
    await expect.poll(() => read(card), { timeout: 45_000 }).toContainEqual('2 副县长高振华 88.9% 8/9 ▲1');
    const parts = (await card.locator('tbody .parts').allInnerTexts()).map((text) => text.split('/').map(Number));
    expect([0, 1].map((i) => parts.reduce((sum, p) => sum + p[i]!, 0))).toEqual([64, 66]);
    expect(await card.locator('tbody button').count()).toBe(0);
    await card.getByRole('button', { name: '总承包', exact: true }).click();
    await expect.poll(() => card.locator('h2').innerText()).toContain('总承包');
    await expect.poll(() => card.locator('tbody tr').count(), { timeout: 45_000 }).toBeGreaterThan(10);
  });
});

it('marks contractors with three or more times in arrears; their ledger is fetched for that tab alone', async () => {
  await show('?m=no_arrears_rate', async (page, card) => {
    const fetched = (): Promise<string[]> => page.evaluate(() => performance.getEntriesByType('resource').map((e) => e.name.split('/').at(-1)!).filter((name) => name.startsWith('companies.parquet')));
    await card.getByRole('button', { name: '包案', exact: true }).click();
    await expect.poll(() => read(card), { timeout: 45_000 }).toContainEqual(expect.stringContaining('副县长高振华'));
    expect(await fetched()).toEqual([]);
    await card.getByRole('button', { name: '总承包', exact: true }).click();
    const firm = card.locator('tbody tr', { hasText: '安澜永固建设有限公司' });
    await firm.locator('.often').waitFor({ timeout: 45_000 });
    expect(await fetched()).toHaveLength(1);
    expect(await firm.getByRole('rowheader').innerText()).toMatch(/安澜永固建设有限公司[\s\S]*3 次[\s\S]*欠薪 3 次（3 次及以上标记）/);
    // Those with two are not marked.
    expect(await card.locator('tbody .often').count()).toBe(1);
    await card.getByText('欠薪 3 次及以上标记').waitFor();
    await card.getByRole('button').last().focus();
    await page.keyboard.press('v');
    await card.getByRole('row', { name: /安澜永固建设有限公司.*欠薪 3 次（3 次及以上标记）/ }).waitFor();
    await page.keyboard.press('v');
    await card.getByRole('button', { name: '部门', exact: true }).click();
    await expect.poll(() => card.locator('.often').count()).toBe(0);
  });
});

it('of an old snapshot has its title and all its rows in sight too, and says its week', async () => {
  await show('?m=clue_on_time_rate', async (page, card) => {
    await page.getByText('距今 25 天').waitFor();
    expect(await read(card)).toEqual(WEEK_47);
    expect(await card.locator('.body').evaluate((box) => box.scrollHeight <= box.clientHeight)).toBe(true);
    expect(await card.locator('h2').evaluate((title) => title.scrollWidth <= title.clientWidth)).toBe(true);
    expect(await card.locator('footer').innerText()).toContain('第47周');
  }, [1920, 1080], '2026-12-15T09:05:00');
});

it('says when an axis cannot tell the indicator', async () => {
  await show('?rank=leader&m=clue_on_time_rate', async (_, card) => expect(await card.innerText()).toContain('「线索按期办结率」不能按包案领导计算，改列无欠薪比例'));
});

it.each([[1366, 768], [390, 844]] as const)('fits %i × %i: nothing scrolls sideways, no number is cut', async (width, height) => {
  await show('?side=ranking&m=clue_on_time_rate', async (page, card) => {
    expect(await read(card)).toEqual(WEEK_47);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await card.locator('tbody :is(.value, .parts, .moved, .rank)').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent))).toEqual([]);
  }, [width, height]);
});

it('has a table twin with the same units, ranks and n/d', async () => {
  await show('?tab=ranking&m=clue_on_time_rate', async (_, card) => {
    const rows = await read(card);
    expect(rows).toHaveLength(11);
    expect(rows[3]).toBe('4 住建局 95.8 46/48 下降 1 名');
    expect(rows[10]).toBe('— 城管局 — 0/0 — 本周未报送 · 上次报送 第46周 · 应报 1 项，实报 0 项');
  });
});

it('of another snapshot has no row and no mark of the one before, also where the ledger of firms comes last', async () => {
  const folder = freshFolder();
  await copyNewestDemo(folder, 3);
  await rewriteTable(join(folder, '2026-11-13'), 'companies', 'SELECT * REPLACE (times_in_arrears + 1 AS times_in_arrears) FROM old');
  writeIndex(folder);
  const other = await serve({ roots: { '/qq/': await appFolder(), '/qq/snapshots/': folder }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
  await show('?m=no_arrears_rate', async (page, card) => {
    await card.getByRole('button', { name: '总承包', exact: true }).click();
    const often = card.locator('tbody .often');
    await often.first().waitFor({ timeout: 45_000 });
    const before = await often.count();
    // With the ranking comes what it is compared with: the week before.
    const [projects, firms] = [await hold(page, /2026-11-06\/projects\.parquet/), await hold(page, /2026-11-13\/companies\.parquet/)];
    await page.keyboard.press('[');
    await Promise.all([projects.asked, firms.asked]);
    await expect.poll(() => page.locator('section.bar').innerText()).toContain('2026-11-13');
    await card.locator('.skeleton').waitFor();
    expect(await card.locator('tbody tr').count()).toBe(0);
    projects.release();
    await card.locator('tbody tr').first().waitFor({ timeout: 45_000 });
    expect([await often.count(), await card.getAttribute('aria-busy')]).toEqual([0, 'true']);
    firms.release();
    await expect.poll(() => often.count(), { timeout: 45_000 }).toBeGreaterThan(before);
    await expect.poll(() => card.getAttribute('aria-busy')).toBe('false');
  }, [1920, 1080], null, other).finally(() => other.close());
});
