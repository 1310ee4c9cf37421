import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as snapshotCommand from '../../scripts/commands/snapshot.ts';
import { writeDemo } from '../../scripts/demo/write.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { listPublished, writeIndex } from '../../scripts/snapshot/index-file.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { type Decisions, decisionsSchema } from '../../src/model/decisions.ts';
import { literal } from '../../src/query/sql.ts';
import { call } from '../support/commands.ts';
import { demoFolder } from '../support/demo.ts';
import { rowsOf } from '../support/duckdb.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder, run, writeLedger } from '../support/ledgers.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [WEEK, NEXT] = ['2026-11-13', '2026-11-20'];
/** The Monday after the snapshot. */
const MEETING = '2026-11-16T09:00:00+08:00';

let browser: Browser;
let dist: string;
let folder: string;
let site: Served;
beforeAll(async () => {
  mkdirSync(ARTIFACTS, { recursive: true });
  const [started, app, demo] = await Promise.all([launch(), appFolder(), demoFolder()]);
  [browser, dist, folder] = [started, app, freshFolder()];
  // Two weeks are published; the third is made by the test, with the decisions of the meeting.
  const snapshots = join(folder, 'snapshots');
  for (const { id, folder: from } of listPublished(demo).filter((p) => p.manifest.as_of <= WEEK!).slice(-2)) cpSync(from, join(snapshots, id), { recursive: true });
  writeIndex(snapshots);
  site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The page's clock starts at `start` and runs on: with one that stands still Vue takes bubbling events for old ones. */
function setClock(start: number): void {
  const Real = Date;
  const offset = start - Real.now();
  window.Date = class extends Real {
    constructor(...given: [] | [number]) {
      super(...(given.length === 0 ? [Real.now() + offset] : given) as [number]);
    }
    static override now = (): number => Real.now() + offset;
  } as DateConstructor;
}

/** A browser that keeps its storage over the life of single tabs. */
async function desk(now = MEETING, size: readonly [number, number] = [1920, 1080]): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, acceptDownloads: true, timezoneId: 'Asia/Shanghai', locale: 'zh-CN' });
  await context.addInitScript(setClock, Date.parse(now));
  return context;
}
async function open(context: BrowserContext, query: string, at: Served = site): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://intranet.test:${new URL(at.url).port}/qq/#/meeting?${query}`);
  await page.locator('.meeting[data-ready="true"]').waitFor({ timeout: 45_000 });
  return page;
}
const SITE = `s=${WEEK}&slide=site:AL-022`;
const onSite = async (context: BrowserContext, query = SITE, at: Served = site): Promise<Page> => {
  const page = await open(context, query, at);
  await page.locator('.site[data-ready="true"] .facts').waitFor({ timeout: 45_000 });
  return page;
};
const field = (page: Page): Locator => page.getByRole('textbox', { name: '交办事项' });
const saved = (page: Page): Promise<Record<string, string>> => page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('qq:decisions:'))));
/** Rows of the list slide. */
const listed = (page: Page): Promise<string[]> => page.locator('.list > table tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].slice(1, 5).map((cell) => (cell.textContent ?? '').trim()).join(' | ')));
async function note(page: Page, text: string): Promise<void> {
  await page.keyboard.press('n');
  await expect.poll(() => field(page).evaluate((e) => e === document.activeElement)).toBe(true);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.getByText(`已记下「${text}」`).first().waitFor();
}
async function findings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, past the page's CSP.
  await page.evaluate(`${AXE};0`);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (at: string) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run('.m-own, .desk');
    return violations.filter((v) => ['serious', 'critical'].includes(v.impact)).map((v) => `${v.id} ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
  });
}

describe('a decision of the meeting', () => {
  it('typed, the tab killed, reopened, recorded, saved, merged, and next week 上周交办', async () => {
    const context = await desk();
    const text = '动用保证金先行清偿 =1+1 <b>粗</b> 👷‍♀️ \u202eمشروع\u202c';
    const killed = await onSite(context);
    await killed.keyboard.press('n');
    await killed.keyboard.insertText(text);
    await expect.poll(async () => Object.values(await saved(killed)).some((v) => v.includes('动用保证金'))).toBe(true);
    const crashed = killed.waitForEvent('crash');
    void killed.goto('chrome://crash').catch(() => undefined);
    await crashed;

    const page = await onSite(context);
    const log = watchPage(page);
    expect(await field(page).inputValue()).toBe(text);
    // The defaults: 主管部门, its head, the next snapshot's day.
    await page.keyboard.press('n');
    expect([await page.getByRole('button', { name: '交通局' }).getAttribute('aria-pressed'), await page.getByLabel('责任人').inputValue(), await page.getByLabel('期限').inputValue()]).toEqual(['true', '刘卫东', NEXT]);
    await page.getByRole('button', { name: '太平镇', exact: true }).click();
    expect(await page.getByLabel('责任人').inputValue()).toBe('镇长马骏');
    await page.getByLabel('备注').fill('报治欠办备案');
    await page.keyboard.press('Enter');
    await page.getByText('未导出 1 项').waitFor();
    expect(await field(page).inputValue()).toBe('');
    // Keys are the meeting's again: through both screens of the site to the next slide.
    expect(await page.locator('.site').getAttribute('data-screen')).toBe('1');
    await page.keyboard.press('PageDown');
    expect(await page.locator('.site').getAttribute('data-screen')).toBe('2');
    await page.keyboard.press('PageUp');
    expect(await page.locator('.site').getAttribute('data-screen')).toBe('1');
    // Back from the slide after it: at its last screen; forwards at its first.
    const place = (): Promise<string> => page.evaluate(() => `${new URLSearchParams(location.hash.split('?')[1]).get('slide')} ${document.querySelector('.site')?.getAttribute('data-screen')}`);
    for (const [press, want] of [['PageDown', /^site:AL-022 2$/], ['PageDown', /^(?!site:AL-022 )/], ['PageUp', /^site:AL-022 2$/], ['PageUp', /^site:AL-022 1$/], ['PageUp', /^(?!site:AL-022 )/], ['PageDown', /^site:AL-022 1$/]] as const) {
      await page.keyboard.press(press);
      await expect.poll(place).toMatch(want);
    }

    // On a slide without a project.
    await page.keyboard.press('Home');
    await note(page, '各镇本周排查一遍在建工地');
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    await expect.poll(() => listed(page)).toEqual([`${text} | 安澜大道东延工程（二标） | 太平镇 · 镇长马骏 | 11-20`, '各镇本周排查一遍在建工地 | 全县 | — | 11-20']);
    // Change, delete, undo.
    await page.getByRole('button', { name: '修改 各镇本周排查一遍在建工地' }).click();
    await field(page).fill('各镇本周排查全部工地');
    await page.getByRole('combobox', { name: '其他单位' }).selectOption('住建局');
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '修改 各镇本周排查一遍在建工地' }).click();
    await field(page).fill('各镇本周排查全部工地');
    await page.keyboard.press('Enter');
    await page.getByText('已改「各镇本周排查全部工地」').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '删除 各镇本周排查全部工地' }).click();
    await expect.poll(async () => (await listed(page)).length).toBe(1);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await listed(page)).length).toBe(2);
    // Leaving asks once.
    await page.keyboard.press('Escape');
    await page.getByText('有 2 项交办还没有导出').waitFor();
    await page.getByRole('button', { name: '留在调度会' }).click();

    // For people: the same list as XLSX, fetched by the click; the publisher's file is still to be saved.
    const writer: string[] = [];
    page.on('request', (request) => /\/xlsx-/.test(request.url()) && writer.push(request.url()));
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 XLSX' }).click()]);
    expect([sheet.suggestedFilename(), writer.length]).toEqual([`交办-${WEEK}.xlsx`, 1]);
    const [read] = (await readXlsx(readFileSync((await sheet.path())!))).sheets;
    expect(read!.rows.slice(0, 7).map((row) => row[0])).toEqual(['安澜县根治欠薪调度会交办单 · 调度会 2026-11-16', `快照 ${WEEK}`, '对比 2026-11-06', '筛选 无', expect.stringMatching(/^口径 /), expect.stringMatching(/^导出 2026-11-16 09:\d\d$/), '示例数据']);
    expect(read!.rows.slice(-2).map((row) => row.slice(0, 8))).toEqual([[1, text, 'AL-022', '安澜大道东延工程（二标）', '太平镇', '镇长马骏', NEXT, '报治欠办备案'], [2, '各镇本周排查全部工地', null, '全县', null, null, NEXT, null]]);
    expect(await page.getByText('未导出 2 项').count()).toBe(1);

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `下载 交办-${WEEK}.json` }).click()]);
    expect(download.suggestedFilename()).toBe(`交办-${WEEK}.json`);
    const path = join(folder, `交办-${WEEK}.json`);
    await download.saveAs(path);
    await page.getByText('未导出').waitFor({ state: 'detached' });
    const file: Decisions = decisionsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const [published] = listPublished(join(folder, 'snapshots')).slice(-1);
    expect(file).toMatchObject({
      format: 1, county: '990101', snapshot: WEEK, manifest_sha256: published!.sha256, meeting_on: '2026-11-16',
      entries: [{ project_id: 'AL-022', content: text, unit: '太平镇', responsible: '镇长马骏', due_on: NEXT, note: '报治欠办备案' }, { project_id: null, content: '各镇本周排查全部工地' }],
    });
    expect(log.complaints).toEqual([]);
    await context.close();

    // The publisher's week.
    const ledger = join(folder, 'ledger');
    const files = await writeDemo(ledger, NEXT);
    const at = ['--from', files.ledgers[0]!, '--as-of', NEXT!, '--to', join(folder, 'snapshots'), '--report', join(folder, 'reports'), '--decisions', path];
    const first = await call(snapshotCommand, folder, ...at);
    expect([first.status, first.out, first.err]).toEqual([0, expect.stringContaining('并入交办 2 项'), expect.anything()]);
    const merged = listPublished(join(folder, 'snapshots')).slice(-1)[0]!;
    const ours = `SELECT action_id, meeting_on, project_id, kind, content, unit, due_on, done_on, result FROM read_parquet(${literal(join(merged.folder, 'actions.parquet'))}) WHERE action_id LIKE 'JY%' ORDER BY project_id NULLS LAST`;
    expect(await withDatabase((connection) => rowsOf(connection, ours))).toEqual([
      { action_id: file.entries[0]!.id, meeting_on: '2026-11-16', project_id: 'AL-022', kind: '交办', content: text, unit: '太平镇', due_on: NEXT, done_on: null, result: '报治欠办备案' },
      expect.objectContaining({ action_id: file.entries[1]!.id, project_id: null, content: '各镇本周排查全部工地' }),
    ]);
    const nextWeek = await desk('2026-11-23T09:00:00+08:00');
    const shown = await onSite(nextWeek, `s=${NEXT}&slide=site:AL-022`);
    const tasks = shown.locator('.tasks li');
    await expect.poll(async () => (await tasks.allInnerTexts()).map((t) => t.replace(/\s+/g, ' '))).toEqual(expect.arrayContaining([expect.stringContaining('动用保证金先行清偿 =1+1 <b>粗</b>')]));
    expect(await shown.locator('.block', { hasText: '上周交办' }).locator('.meta').innerText()).toBe('1/3');
    await nextWeek.close();
  }, 300_000);

  it('of two tabs: both keep what both wrote', async () => {
    const context = await desk();
    const [left, right] = [await onSite(context), await onSite(context)];
    await note(left, '左边记下');
    await note(right, '右边记下');
    for (const page of [left, right]) {
      await page.getByText('未导出 2 项').waitFor();
      await page.keyboard.press('End');
      await expect.poll(async () => (await listed(page)).map((row) => row.split(' ')[0]!).sort()).toEqual(['右边记下', '左边记下'].sort());
    }
    await right.getByRole('button', { name: '删除 左边记下' }).click();
    await left.getByText('未导出 1 项').waitFor();
    await context.close();
  });

  it.each([['full', '浏览器存储已满', 'QuotaExceededError'], ['blocked', '浏览器不允许存储', 'SecurityError']])('storage %s: said, kept in memory, and can be downloaded', async (_, said, error) => {
    const context = await desk();
    await context.addInitScript((name) => {
      const real = Storage.prototype.setItem;
      Storage.prototype.setItem = function setItem(this: Storage, key: string, value: string): void {
        if (key.startsWith('qq:decisions:')) throw new DOMException(`${name}`, name);
        real.call(this, key, value);
      };
    }, error);
    const page = await onSite(context);
    await note(page, '只在内存里');
    await page.getByText(said).first().waitFor();
    await page.keyboard.press('End');
    await expect.poll(async () => (await listed(page)).length).toBe(1);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^下载 交办/ }).click()]);
    expect(decisionsSchema.parse(JSON.parse(readFileSync((await download.path())!, 'utf8'))).entries.map((e) => e.content)).toEqual(['只在内存里']);
    await context.close();
  });

  it('prints the 交办单 alone, on A4 upright', async () => {
    const context = await desk();
    const page = await onSite(context);
    for (let i = 1; i <= 10; i += 1) await note(page, `第${i}项交办`);
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.list > table tbody tr').count()).toBe(8);
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('.list > table tbody tr').count()).toBe(2);
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: '打印交办单' }).click();
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate(() => [...document.body.children].filter((e) => getComputedStyle(e).display !== 'none' && e.getBoundingClientRect().height > 0).map((e) => e.className));
    expect(paper).toEqual(['order-sheet']);
    const text = await page.locator('body').innerText();
    for (const words of ['安澜县根治欠薪调度会交办单', '示例数据', '调度会 2026-11-16', '共 10 项', '第10项交办', '安澜大道东延工程（二标）', '刘卫东', '清单 SHA-256']) expect(text).toContain(words);
    expect(text).not.toContain('未导出');
    await page.screenshot({ path: join(ARTIFACTS, 'decisions-sheet.png') });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const box = /\/MediaBox\s*\[([^\]]+)\]/.exec(pdf)![1]!.trim().split(/\s+/).map(Number);
    expect(box.slice(2).map(Math.round)).toEqual([595, 842]);
    // Done: the page is there again.
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('body > .order-sheet').count()).toBe(0);
    await context.close();
  });
});

describe('the site screens', () => {
  it.each([[1920, 1080, 'light'], [1366, 768, 'dark']] as const)('at %d×%d %s: nothing cut off, nothing under 24 px, axe clean, with 200-character names and the form open', async (width, height, theme) => {
    const context = await desk(MEETING, [width, height]);
    const page = await onSite(context, `${SITE}&theme=${theme}`);
    // The last five months, as the design has them.
    expect(await page.locator('.payroll rect.due').count()).toBe(5);
    for (const screen of [1, 2]) {
      await expect.poll(() => page.locator('.site').getAttribute('data-screen')).toBe(String(screen));
      expect(await findings(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
      expect(await cut(page)).toEqual([]);
      await page.screenshot({ path: join(ARTIFACTS, `meeting-site-${screen}-${width}-${theme}.png`) });
      await page.keyboard.press('n');
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('End');
    await note(page, '核验清偿凭证');
    await page.keyboard.press('Escape');
    expect(await findings(page)).toEqual([]);
    await page.screenshot({ path: join(ARTIFACTS, `meeting-decisions-${width}-${theme}.png`) });
    await context.close();
  });

  it('of a county that gives its projects alone: 未导入, 无边界 and 未落图 are said, no number is made up', async () => {
    const root = freshFolder();
    const project = { project_id: 'A', name: '甲工程', place_code: '甲镇', dept_code: '住建局', stage: '在建', risk_grade: '严重', unpaid_wages: 250_000, unpaid_workers: 12, found_on: '2026-09-01' };
    const outcome = await run(root, await writeLedger(join(root, 'ledger'), { projects: [project] }), NEXT!);
    expect(outcome.published).not.toBeNull();
    const alone = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': join(root, 'snapshots') }, port: 0, host: '127.0.0.1', bare: true });
    try {
      const context = await desk('2026-11-23T09:00:00+08:00');
      const page = await onSite(context, 'slide=site:A', alone);
      const block = (name: string): Promise<string> => page.locator('.block', { hasText: name }).innerText();
      expect(await page.locator('.site .facts').innerText()).toMatch(/25\.0\s*万元[\s\S]*12\s*人[\s\S]*未承诺[\s\S]*期初快照/);
      expect(await page.locator('.site .map').innerText()).toContain('无边界');
      for (const name of ['每月工资', '八个100%', '上周交办']) expect(await block(name)).toContain('未导入');
      await page.keyboard.press('ArrowRight');
      for (const name of ['清偿到账', '还款计划', '线索案件']) expect(await block(name)).toContain('未导入');
      expect(await block('拖欠原因')).toContain('未填');
      // A task can be given, and is for this county.
      await note(page, '报送工资台账');
      await context.close();
    } finally {
      await alone.close();
    }
  });

  it('of a county with hostile names: text stays text and within its block', async () => {
    const hostile = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': await hostileSnapshots(freshFolder()) }, port: 0, host: '127.0.0.1', bare: true });
    try {
      const context = await desk('2026-11-23T09:00:00+08:00');
      const page = await context.newPage();
      for (const id of ['AL-022', 'AL-031', 'AL-001']) {
        await page.goto('about:blank');
        await page.goto(`http://intranet.test:${new URL(hostile.url).port}/qq/#/meeting?s=2026-11-20&agenda=site:${id},decisions&slide=site:${id}`);
        await page.locator('.site[data-ready="true"] .facts').waitFor({ timeout: 45_000 });
        for (const screen of ['1', '2']) {
          await expect.poll(() => page.locator('.site').getAttribute('data-screen')).toBe(screen);
          expect(await cut(page)).toEqual([]);
          expect(await page.evaluate(() => [(window as unknown as { hacked?: number }).hacked, document.querySelectorAll('.site img, .site b > script').length])).toEqual([undefined, 0]);
          if (screen === '1') await page.keyboard.press('ArrowRight');
        }
        await page.screenshot({ path: join(ARTIFACTS, `meeting-site-hostile-${id}.png`) });
      }
      await note(page, HOSTILE_NAMES.formula);
      await context.close();
    } finally {
      await hostile.close();
    }
  }, 240_000);
});

/** Boxes of the slide whose content is higher or wider than they are; lines cut with … on purpose are none. */
const cut = (page: Page): Promise<string[]> => page.evaluate(() => {
  const canvas = document.querySelector('.site')!.getBoundingClientRect();
  return [...document.querySelectorAll<HTMLElement>('.site, .site section, .site dl, .site ul, .site ol, .site form, .site header')].filter((e) => {
    const box = e.getBoundingClientRect();
    const outside = box.right > canvas.right + 2 || box.bottom > canvas.bottom + 2;
    return !e.closest('.unseen') && (outside || e.scrollHeight > e.clientHeight + 3 || e.scrollWidth > e.clientWidth + 3);
  }).map((e) => `${e.tagName}.${e.className} ${(e.textContent ?? '').slice(0, 30)} ${e.scrollWidth}/${e.clientWidth} ${e.scrollHeight}/${e.clientHeight}`);
});
/** Texts of the slide under 24 px on the canvas; the `i` is an icon. */
const tooSmall = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.site *')]
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent!.trim() !== '') && !e.closest('.unseen, .info') && Number.parseFloat(getComputedStyle(e).fontSize) < 24)
  .map((e) => `${e.tagName} ${e.textContent!.slice(0, 20)} ${getComputedStyle(e).fontSize}`));
