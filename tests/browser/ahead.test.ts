import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { OVERVIEW_TABLES, overviewQuestions } from '../../src/query/overview.ts';
import { makeScope } from '../../src/query/scope.ts';
import { demoFolder } from '../support/demo.ts';
import { launch, type PageLog, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const SOON = { timeout: 60_000 };
/** Chunks of the pages beside the overview. */
const PAGES = ['MeetingPage', 'FlowPage', 'SystemsPage', 'ProjectsPage', 'ProjectPage', 'CompanyPage', 'DefinitionsPage'];

let browser: Browser;
let served: Served;
beforeAll(async () => {
  const [started, dist] = await Promise.all([launch(), appFolder()]);
  browser = started;
  served = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': await demoFolder() }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Notes what the engine is asked (`window.posted`), and how many statements it has planned since the last table came (`window.planned`). */
function spyOnWorkers(): void {
  const posted: { sql: string; at: number }[] = [];
  Object.assign(window, { posted, planned: 0 });
  const Native = window.Worker;
  window.Worker = class extends Native {
    override postMessage(message: { type?: string; data?: unknown }, transfer?: unknown): void {
      if (message.type === 'RUN_QUERY') posted.push({ sql: (message.data as unknown[]).find((part): part is string => typeof part === 'string') ?? '', at: performance.now() });
      const counted = window as unknown as { planned: number };
      if (message.type === 'CREATE_PREPARED') counted.planned += 1;
      if (message.type === 'INSERT_ARROW_FROM_IPC_STREAM') counted.planned = 0;
      super.postMessage(message, transfer as Transferable[]);
    }
  };
}

async function open(hash: string, test: (page: Page, log: PageLog) => Promise<void>, { before, prefetched = true }: { before?: (page: Page) => Promise<unknown>; prefetched?: boolean } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const log = watchPage(page);
  try {
    await page.addInitScript(spyOnWorkers);
    await before?.(page);
    await page.goto(`http://intranet.test:${new URL(served.url).port}/qq/#${hash}`);
    await page.waitForFunction(() => performance.getEntriesByName('qq:engine-ready').length > 0, null, { timeout: 90_000 });
    await expect.poll(() => code(log.requests), SOON).toContain('ahead');
    if (prefetched) await expect.poll(() => PAGES.filter((name) => !code(log.requests).includes(name)), SOON).toEqual([]);
    await test(page, log);
  } finally {
    await page.close();
  }
}
const tables = (requests: readonly string[]): string[] => [...new Set(requests.flatMap((url) => /(\w+)\.parquet/.exec(url)?.[1] ?? []))].sort();
const code = (requests: readonly string[]): string[] => requests.flatMap((url) => /assets\/(\w+)-[^/]*\.(?:js|css)$/.exec(url)?.[1] ?? []);
const nav = (page: Page, path: string) => page.locator(`nav a[href^="#${path}"]`).first();
const toast = (page: Page) => page.locator('.host .toast');

describe('before a page is opened', () => {
  it('its code is there, fetched after the engine, and no table but the overview\'s; those come with a sign', () => open('/', async (page, log) => {
    const first = (part: string): number => log.requests.findIndex((url) => url.includes(part));
    for (const name of PAGES) expect([name, first(`${name}-`) > first('cube.parquet')]).toEqual([name, true]);
    expect(tables(log.requests)).toEqual([...OVERVIEW_TABLES].sort());
    await nav(page, '/flow').hover();
    await page.waitForFunction(() => performance.getEntriesByName('qq:ahead').length > 0, null, SOON);
    expect(tables(log.requests)).toEqual([...OVERVIEW_TABLES, 'absent', 'flow'].sort());
    expect(log.complaints).toEqual([]);
  }));

  it('nothing is fetched for somebody who saves data, until a link is pressed', () => open('/', async (page, log) => {
    await page.clock.install();
    await nav(page, '/flow').hover();
    // The page's own clock is moved on: whatever would follow a resting pointer is due.
    await page.clock.runFor(1000);
    expect(PAGES.filter((name) => code(log.requests).includes(name))).toEqual([]);
    await page.mouse.down();
    await expect.poll(() => [code(log.requests).includes('FlowPage'), tables(log.requests).includes('flow')], SOON).toEqual([true, true]);
  }, { before: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })), prefetched: false }));

  it.each([
    ['销号账', '/', 'nav a[href^="#/flow"]', /from_projects/],
    ['制度与线索', '/', 'nav a[href^="#/systems"]', null],
    ['项目', '/', 'nav a[href^="#/projects"]', null],
    ['口径与数据', '/', 'nav a[href^="#/definitions"]', null],
    ['调度会', '/', 'nav a[href^="#/meeting"]', null],
    // Its place in the list is asked once it stands.
    ['a project', '/projects', 'tbody a[href^="#/project/"]', /^SELECT (name, grade_now|project_id, string_agg|item, done)/],
    ['a firm', '/project/AL-022', 'main a[href^="#/company/"]', null],
  ] as const)('who points at the link to %s has fetched and asked all of it when he clicks', (_name, from, selector, later) => open(from, async (page, log) => {
    const link = page.locator(selector).first();
    await link.waitFor(SOON);
    await link.hover();
    await page.waitForFunction(() => performance.getEntriesByName('qq:ahead').length > 0, null, SOON);
    const [known, start] = [log.requests.length, await page.evaluate(() => performance.now())];
    await link.click();
    await page.waitForFunction((since) => performance.getEntriesByName('qq:page').some((m) => m.startTime >= since), start, SOON);
    const posted = await page.evaluate((since) => {
      const end = performance.getEntriesByName('qq:page').filter((m) => m.startTime >= since).map((m) => m.startTime + m.duration)[0]!;
      return (window as unknown as { posted: { sql: string; at: number }[] }).posted.filter((p) => p.at > since && p.at < end).map((p) => p.sql);
    }, start);
    expect(posted.filter((sql) => !later?.test(sql) && !/^(DROP|DESCRIBE|SELECT count)/.test(sql))).toEqual([]);
    expect(log.requests.slice(known).filter((url) => new RegExp(`${PAGES.join('|')}|2026-11-20/\\w+\\.parquet`).test(url))).toEqual([]);
    expect(log.complaints).toEqual([]);
  }));
});

describe('after a page that brought tables', () => {
  it('the engine plans the questions of the overview again before the next filter click', () => open('/', async (page, log) => {
    const planned = () => page.evaluate(() => (window as unknown as { planned: number }).planned);
    const questions = Object.values(overviewQuestions({ asOf: '2026-11-20', compare: null, filters: {}, scope: makeScope('2026-11-20', null, DEFAULT_RULES), tables: new Set(OVERVIEW_TABLES) })).filter((q) => q.prepared).length;
    await expect.poll(planned, SOON).toBe(questions);
    await nav(page, '/flow').click();
    await page.locator('.flow-page[data-ready="true"]').waitFor(SOON);
    // The last of its tables is the ledger it compares with.
    const compared = () => page.evaluate(() => (window as unknown as { posted: { sql: string }[] }).posted.some(({ sql }) => sql.includes('DESCRIBE "from_projects"')));
    await expect.poll(async () => [await compared(), await planned()], SOON).toEqual([true, questions]);
    await nav(page, '/').click();
    const row = page.locator('[data-panel="ranking"] tbody tr').first();
    await row.waitFor(SOON);
    await page.evaluate(() => performance.clearMeasures('qq:refilter'));
    await row.click({ position: { x: 60, y: 8 } });
    await page.waitForFunction(() => performance.getEntriesByName('qq:refilter').length > 0, null, SOON);
    expect(await planned()).toBe(questions);
    expect(log.complaints).toEqual([]);
  }));
});

describe('what could not be fetched ahead', () => {
  it('code: silent, told at the click, and there at the next one, with its looks', () => open('/', async (page) => {
    expect(await toast(page).count()).toBe(0);
    await nav(page, '/flow').click();
    await toast(page).filter({ hasText: '文件读取失败' }).waitFor(SOON);
    expect(await page.locator('.flow-page').count()).toBe(0);
    await page.unroute(/FlowPage-/);
    await toast(page).getByRole('button', { name: '重试' }).click();
    await page.locator('.flow-page[data-ready="true"]').waitFor(SOON);
    expect(await page.locator('.flow-page').evaluate((root) => getComputedStyle(root).display)).toBe('grid');
  }, { before: (page) => page.route(/FlowPage-/, (route) => route.abort()) }));

  it('tables: silent, told at the click with a way to try again', () => open('/', async (page, log) => {
    const failed = () => log.requests.filter((url) => url.includes('flow.parquet')).length;
    await nav(page, '/flow').hover();
    await expect.poll(failed, SOON).toBeGreaterThan(0);
    expect(await page.locator('[role="alert"]').count() + await toast(page).count()).toBe(0);
    await nav(page, '/flow').click();
    const error = page.locator('.flow-page').getByText('flow.parquet').first();
    await error.waitFor(SOON);
    await page.unroute(/flow\.parquet/);
    await page.locator('.flow-page').getByRole('button', { name: '重试' }).first().click();
    await page.locator('.flow-page [data-panel="equation"]').waitFor(SOON);
  }, { before: (page) => page.route(/flow\.parquet/, (route) => route.abort()) }));
});
