import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../scripts/check/registry.ts';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { INDICATORS } from '../../src/model/indicators.ts';
import { EVERY_INDICATOR, WORK_INDICATORS } from '../../src/model/indicators/every.ts';
import type { Manifest, SnapshotIndex } from '../../src/model/manifest.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { SNAPSHOT_TABLES } from '../../src/model/tables.ts';
import { sha256Hex } from '../../src/shared/hash.ts';
import { demoFolder } from '../support/demo.ts';
import { flipByte } from './damage.ts';
import { hold } from './hold.ts';
import { launch, watchPage, type PageLog } from './launch.ts';
import { appFolder, openSite, type Site } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
const PARTS = ['indicators', 'rules', 'checks', 'data', 'snapshots'] as const;

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

/** The page at `#/definitions?query`, once it holds its numbers; it may complain of nothing. */
async function show(query: string, test: (page: Page, log: PageLog) => Promise<void>, { size = [1920, 1080], base = `http://intranet.test:${new URL(served.url).port}/qq/` }: { size?: readonly [number, number]; base?: string } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size[0], height: size[1] } });
  const log = watchPage(page);
  try {
    await page.clock.setFixedTime('2026-11-21T09:00:00+08:00');
    await page.goto(`${base}#/definitions?${query}`);
    await page.locator('.definitions[data-ready="true"]').waitFor({ timeout: 60_000 });
    await test(page, log);
    expect(log.complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
async function withSite(prepare: (site: Site) => void | Promise<void>, test: (site: Site) => Promise<void>): Promise<void> {
  const site = await openSite();
  try {
    await prepare(site);
    await test(site);
  } finally {
    await site.close();
  }
}
const idsOf = (page: Page, name: string): Promise<string[]> => page.locator(`[data-${name}]`).evaluateAll((all, key) => all.map((e) => e.getAttribute(`data-${key}`) ?? ''), name);
/** Rows of all tables of the newest snapshot, as printed. */
async function rowsOfNewest(): Promise<string> {
  const { files } = JSON.parse(readFileSync(join(await demoFolder(), '2026-11-20', 'manifest.json'), 'utf8')) as Manifest;
  return files.reduce((n, f) => n + (f.rows ?? 0), 0).toLocaleString('en-US');
}
const entry = (page: Page, id: string) => page.locator(`[data-entry="${id}"]`);
/** What the next copying puts on the clipboard: plain http lets nobody read it. */
const catchCopy = (page: Page) => page.evaluate(() => document.addEventListener('copy', (event) => {
  (window as unknown as { copied: string }).copied = (event.target as HTMLTextAreaElement).value;
}));
const copied = (page: Page): Promise<string> => page.evaluate(() => (window as unknown as { copied: string }).copied);

describe('nothing of the catalogues is missing', () => {
  it('indicators', () => show('', async (page) => {
    expect((await idsOf(page, 'entry')).sort()).toEqual(EVERY_INDICATOR.map((i) => i.id).sort());
    const index = await page.locator('nav.index li').count();
    expect(index).toBe(EVERY_INDICATOR.length);
  }));
  it('rules: every section and value, every warning, every calendar year', () => show('part=rules', async (page) => {
    const sections = Object.keys(DEFAULT_RULES).filter((k) => k !== 'version' && k !== 'warnings');
    const entries = await idsOf(page, 'entry');
    expect([...sections, ...DEFAULT_RULES.warnings.map((w) => w.id)].filter((id) => !entries.includes(id))).toEqual([]);
    const paths = await idsOf(page, 'rule');
    for (const path of ['window_weeks', 'targets.no_arrears_rate.by', 'score.deadline', 'map_breaks.unpaid_wages.bounds', 'sets.八个100%', 'limits.reply_days', 'stale_days', 'minimum_denominator.default', 'meeting.agenda']) expect(paths).toContain(path);
    expect(await page.locator('[data-year="2027"]').innerText()).toContain('2027年假期未公布');
    expect(await page.locator('[data-year="2026"]').innerText()).toContain('已公布');
    expect(await page.locator('[data-rule="limits.reply_days"]').innerText()).toContain('未设');
  }));
  it('checks, those found with sheet, rows and how to mend', () => show('part=checks', async (page) => {
    expect((await idsOf(page, 'check')).sort()).toEqual(CHECKS.map((c) => c.id).sort());
    expect(await page.locator('[data-status="found"]').count()).toBe(5);
    expect(await page.locator('[data-check="stated_parts"]').innerText()).toMatch(/37 \+ 9 = 46 ≠ 66[\s\S]*改正上报口径/);
    expect(await page.locator('[data-check="not_reported"]').innerText()).toContain('台账-2026-11-20.xlsx · 报送 · 第 118 行');
    expect(await page.locator('.definitions').innerText()).toContain('没有放行任何阻断项');
  }));
  it('tables with rows, hash and columns; sources; other files', () => show('part=data', async (page) => {
    expect(await idsOf(page, 'table')).toEqual([...SNAPSHOT_TABLES.map((t) => t.name), 'cube']);
    const manifest = JSON.parse(readFileSync(join(await demoFolder(), '2026-11-20', 'manifest.json'), 'utf8')) as Manifest;
    for (const file of manifest.files) expect(await page.locator('.definitions').innerText()).toContain(file.sha256);
    expect(await page.locator('[data-source]').count()).toBe(manifest.sources.length);
    const projects = page.locator('[data-table="projects"]');
    expect(await projects.innerText()).toMatch(/读入行 83 · 未入库 5 行[\s\S]*列与目录一致/);
    await projects.locator('summary').click();
    expect(await projects.locator('tbody tr').count()).toBe(SNAPSHOT_TABLES.find((t) => t.name === 'projects')!.columns.length);
  }));
  it('snapshots, newest first, with rows against the one before and the chain', () => show('part=snapshots', async (page) => {
    const rows = page.locator('[data-snapshot]');
    expect(await rows.count()).toBe(25);
    await expect.poll(() => page.locator('[data-snapshot="2026-11-20"]').innerText()).toMatch(new RegExp(`当前[^]*${await rowsOfNewest()}[^]*增减 9 张表[^]*2026-11-13 · 一致`));
    await expect.poll(() => rows.last().innerText()).toContain('首份');
    await page.locator('[data-snapshot="2026-11-20"] summary').click();
    expect(await page.locator('[data-snapshot="2026-11-20"] [data-count="cases"]').innerText()).toMatch(/^线索案件 336（\+\d+）$/);
  }));
});

describe('an indicator', () => {
  it('shows value, n/d, formula with the numbers, target, filters, and opens its lists', () => show('item=no_arrears_rate', async (page) => {
    const card = entry(page, 'no_arrears_rate');
    for (const words of ['97.0%', '64/66', '64 ÷ 66 = 96.970% → 97.0%', '≥ 100%（12-31 前）', '1（默认）', '5（默认）', '越高越好', '不可相加', '主管部门、属地、投资性质、项目阶段', '项目台账']) expect(await card.innerText()).toContain(words);
    expect(await card.locator('h3').evaluate((h) => h === document.activeElement)).toBe(true);
    expect(await card.evaluate((e) => e.getBoundingClientRect().top)).toBeLessThan(200);
    await card.getByRole('button', { name: '看分子 64 个项目' }).click();
    await page.locator('dialog .count').filter({ hasText: '64 行' }).waitFor();
    await page.keyboard.press('Escape');
    await card.getByText('算出它的 SQL').click();
    expect(await card.locator('pre').innerText()).toContain('no_arrears_rate_n');
  }));
  it('keeps the county’s value under filters, and gives the filtered one with its lists beside', () => show('item=open_risk&dept=D02&g=2', async (page) => {
    const card = entry(page, 'open_risk');
    expect(await card.innerText()).toMatch(/全县 2 个[\s\S]*筛选后 1 个/);
    await card.getByRole('button', { name: '看名单 1 个项目' }).click();
    await page.locator('dialog .count').filter({ hasText: '1 行' }).waitFor();
    await page.keyboard.press('Escape');
    // What is far below is not laid out yet, so not `innerText`.
    expect(await entry(page, 'days_to_clear').textContent()).toContain('当前筛选不影响');
  }));
  it('is copied as a citation on plain http, from here and from an i-popover, whose link leads here', () => show('item=no_arrears_rate', async (page) => {
    const sha = ((JSON.parse(readFileSync(join(await demoFolder(), 'index.json'), 'utf8')) as SnapshotIndex).snapshots.find((s) => s.id === '2026-11-20')!).manifest_sha256;
    const expected = (filters: string, value: string) => ['无欠薪比例：' + value, `口径：${INDICATORS.find((i) => i.id === 'no_arrears_rate')!.definition}（no_arrears_rate，规则版本 2026-09）`, '依据：项目台账', `筛选：${filters}`, '数据截至：2026-11-20（第47周），安澜县', `快照：2026-11-20，清单 SHA-256 ${sha.slice(0, 4)}…${sha.slice(-4)}`, '引用日期：2026-11-21', '示例数据，非真实情况'].join('\n');
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await catchCopy(page);
    await entry(page, 'no_arrears_rate').getByRole('button', { name: '复制引用' }).click();
    await entry(page, 'no_arrears_rate').getByText('引用已复制').waitFor();
    expect(await copied(page)).toBe(expected('未筛选', '97.0%（64/66 个项目）'));
    await page.evaluate(() => (location.hash = '#/?dept=D02'));
    await expect.poll(() => page.locator('section.kpis').innerText()).toContain('8/9');
    await page.getByRole('button', { name: '查看口径：无欠薪比例' }).first().click();
    const popover = page.getByRole('dialog');
    await popover.getByRole('button', { name: '复制引用' }).click();
    await popover.getByText('引用已复制').waitFor();
    expect(await copied(page)).toBe(expected('主管部门 交通局', '88.9%（8/9 个项目）'));
    await popover.getByRole('link', { name: '口径与数据' }).click();
    await page.locator('.definitions[data-ready="true"]').waitFor();
    await expect.poll(() => entry(page, 'no_arrears_rate').locator('h3').evaluate((h) => h === document.activeElement)).toBe(true);
    expect(page.url()).toContain('dept=D02');
  }));
});

it('every 口径 of the product has its entry, the figures of clues, incidents, measures and inspections too', () => show('', async (page) => {
  const entries = new Set(await idsOf(page, 'entry'));
  expect(WORK_INDICATORS.filter((i) => !entries.has(i.id)).map((i) => i.id)).toEqual([]);
  const asked = new Set<string>();
  for (const [path, whole] of [['/', '.kpis:not([aria-busy="true"])'], ['/flow', '.flow-page[data-ready="true"]'], ...['', '?part=clues', '?part=companies', '?part=returns', '?part=enforcement'].map((tab) => [`/systems${tab}`, '#systems-panel [data-ready="true"]']), ['/projects', '[data-ready="true"]'], ['/project/AL-022', '[data-ready="true"]'], ['/company/91990101MAH107H73B', '.company-page[data-ready="true"]']] as const) {
    await page.evaluate((to) => (location.hash = `#${to}`), path);
    await page.locator(whole!).first().waitFor({ timeout: 60_000 });
    await expect.poll(async () => (await idsOf(page, 'indicator')).length, { timeout: 30_000 }).toBeGreaterThan(0);
    for (const id of await idsOf(page, 'indicator')) asked.add(id);
  }
  expect([...asked].filter((id) => !entries.has(id))).toEqual([]);
  for (const id of ['events_late_rate', 'enforce_talk', 'sys_deposit', 'returns_rate', 'opening_closure_rate']) expect([id, asked.has(id)]).toEqual([id, true]);
}), 180_000);

it.each([['2026-11-20', ['no_arrears_rate', 'plan_kept_rate', 'unpaid_workers']], ['2026-09-18', ['no_arrears_rate', 'plan_kept_rate', 'unpaid_workers', 'action_done_rate']]] as const)('every i of the meeting of %s has its entry too, on every screen; its link leads there, and back to the slide', (week, some) => show(`s=${week}`, async (page) => {
  const entries = new Set(await idsOf(page, 'entry'));
  const asked = new Set<string>();
  const note = async (): Promise<void> => (await idsOf(page, 'indicator')).forEach((id) => asked.add(id));
  const at = (): Promise<string> => page.evaluate(() => document.querySelector('.m-foot .facts')?.textContent?.match(/\d+ \/ \d+/)?.[0] ?? '');
  await page.evaluate((to) => (location.hash = `#/meeting?s=${to}`), week);
  await page.locator('.meeting[data-ready="true"]').waitFor({ timeout: 60_000 });
  await expect.poll(at).toMatch(/^1 \/ /);
  const all = Number((await at()).split(' / ')[1]);
  for (let i = 1; i <= all; i += 1) {
    await page.keyboard.type(String(i));
    await page.keyboard.press('Enter');
    await expect.poll(at).toBe(`${i} / ${all}`);
    // The code of a site's screens comes with the first of them.
    await page.locator('.canvas .m-body, .canvas .m-own > *').first().waitFor({ timeout: 30_000 });
    if (await page.locator('.meeting .site').count() > 0) {
      await page.locator('.meeting .site[data-ready="true"]').waitFor({ timeout: 30_000 });
      await note();
      await page.keyboard.press('PageDown');
      await page.locator('.meeting .site[data-screen="2"]').waitFor();
    }
    await note();
  }
  expect([...asked].filter((id) => !entries.has(id))).toEqual([]);
  // A slide that no longer comes by would go unseen.
  for (const id of some) expect([id, asked.has(id)]).toEqual([id, true]);
  await page.keyboard.press('Home');
  await expect.poll(at).toMatch(/^1 \/ /);
  await page.locator('.canvas [data-indicator="no_arrears_rate"]').first().click();
  await page.locator('.popover').getByRole('link', { name: '口径与数据' }).click();
  await page.locator('.definitions[data-ready="true"]').waitFor({ timeout: 30_000 });
  await expect.poll(() => entry(page, 'no_arrears_rate').locator('h3').evaluate((h) => h === document.activeElement)).toBe(true);
  await page.goBack();
  await page.locator('.meeting[data-ready="true"]').waitFor({ timeout: 30_000 });
  await expect.poll(at).toMatch(/^1 \/ /);
}), 180_000);

it('a figure of 制度与线索 says its period and opens its list there', () => show('item=clue_verified_rate', async (page) => {
  const card = entry(page, 'clue_verified_rate');
  for (const words of ['71.4%', '80/112', '期间在“制度与线索”页选定；这里按近 12 周（2026-08-29 — 2026-11-20）。', '线索台账', '主管部门、属地', '5（默认）', '1（默认）']) expect(await card.innerText()).toContain(words);
  await card.getByRole('link', { name: '看分子 80 件' }).click();
  await page.locator('dialog tbody tr').first().waitFor({ timeout: 30_000 });
  expect(page.url()).toMatch(/#\/systems\?.*part=clues/);
  expect(await page.locator('dialog').innerText()).toContain('查实率');
}));

it('searches all sections at once, by keyboard, kept in the link', () => show('', async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('保证金');
  await expect.poll(() => page.url()).toContain('find=');
  expect((await idsOf(page, 'entry'))).toContain('sys_deposit');
  expect(await idsOf(page, 'entry')).not.toContain('no_arrears_rate');
  await page.locator('.found').getByRole('button', { name: /^规则 \d+$/ }).click();
  expect(await idsOf(page, 'warning')).toEqual(expect.arrayContaining(['item_deposit', 'deposit_share']));
  await page.getByRole('tab', { name: /规则/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.getByRole('tab', { name: /口径自检/ }).getAttribute('aria-selected')).toBe('true');
  expect(await page.locator('.found').innerText()).toMatch(/这一栏没有“保证金”/);
  await page.getByRole('button', { name: '清除搜索' }).click();
  await expect.poll(() => page.locator('[data-check]').count()).toBe(CHECKS.length);
}));

describe('verification in the browser', () => {
  it('reads every file again and finds all as published, the chain to the first week', () => show('part=snapshots', async (page, log) => {
    const before = log.requests.length;
    await page.getByRole('button', { name: '校验 2026-11-20' }).first().click();
    await page.locator('.result[data-state="done"]').waitFor();
    expect(await page.locator('.result').innerText()).toMatch(/2026-11-20 校验通过：\d+ 个文件 [\d,]+ 字节与清单一致，清单与索引一致，前面 24 份快照环环相扣/);
    const asked = log.requests.slice(before);
    const manifest = JSON.parse(readFileSync(join(await demoFolder(), '2026-11-20', 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest.files.filter((f) => !asked.some((url) => url.endsWith(`/2026-11-20/${f.path}`)))).toEqual([]);
  }));
  it('names the damaged file with both hashes, and nothing else', () => withSite(({ snapshots, snapshotId }) => flipByte(join(snapshots, snapshotId, 'payroll.parquet')), (site) => show('part=snapshots', async (page) => {
    await page.getByRole('button', { name: `校验 ${site.snapshotId}` }).first().click();
    await page.locator('.result[data-bad="1"][data-state="done"]').waitFor();
    const damaged = sha256Hex(readFileSync(join(site.snapshots, site.snapshotId, 'payroll.parquet')));
    expect(await page.locator('.fault').allInnerTexts()).toEqual([expect.stringMatching(new RegExp(`^${site.snapshotId}/payroll\\.parquet SHA-256 应为 [0-9a-f]{64}，实为 ${damaged}$`)), expect.stringContaining('链条到此为止')]);
    await page.screenshot({ path: join(ARTIFACTS, 'definitions-damaged.png') });
  }, { base: site.url })));
  it('is cancelled at once', () => withSite(() => undefined, (site) => show('part=snapshots', async (page) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/cube\.parquet$/, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('button', { name: /^校验 / }).first().click();
    await page.locator('.now').filter({ hasText: 'cube.parquet' }).waitFor();
    expect(await page.locator('progress').getAttribute('aria-label')).not.toBe('');
    await page.getByRole('button', { name: '取消' }).click();
    await page.locator('.result[data-state="cancelled"]').waitFor();
    release();
  }, { base: site.url })));
});

/** Edits rules and manifest of the newest snapshot and seals it again, as a publisher with other rules would. */
function reseal({ snapshots, snapshotId }: Site): void {
  const path = (name: string) => join(snapshots, snapshotId, name);
  const rules = JSON.parse(readFileSync(path('rules.json'), 'utf8')) as { window_weeks: number; decimals: object; warnings: { id: string; level: string }[] };
  const edited = Buffer.from(JSON.stringify({ ...rules, window_weeks: 8, decimals: { no_arrears_rate: 2 }, warnings: rules.warnings.map((w) => (w.id === 'account_dry' ? { ...w, level: '红' } : w)) }));
  writeFileSync(path('rules.json'), edited);
  const manifest = JSON.parse(readFileSync(path('manifest.json'), 'utf8')) as Manifest;
  const files = manifest.files.filter((f) => f.table !== 'payroll' && f.path !== 'prewarmed.json').map((f) => (f.path === 'rules.json' ? { ...f, bytes: edited.length, sha256: sha256Hex(edited) } : f.table === 'cases' ? { ...f, columns: f.columns.slice(1) } : f));
  const freshness = manifest.freshness.map((f) => (f.table === 'payroll' ? { ...f, latest: null, imported: false } : f.table === 'actions' ? { ...f, latest: '2026-11-10' } : f));
  const bytes = Buffer.from(JSON.stringify({ ...manifest, files, freshness, accepted: [{ check: 'unpaid_mismatch', count: 3 }] }));
  writeFileSync(path('manifest.json'), bytes);
  const index = JSON.parse(readFileSync(join(snapshots, 'index.json'), 'utf8')) as SnapshotIndex;
  writeFileSync(join(snapshots, 'index.json'), JSON.stringify({ ...index, snapshots: index.snapshots.map((s) => (s.id === snapshotId ? { ...s, manifest_sha256: sha256Hex(bytes) } : s)) }));
}

it('marks what the county changed, what was let through, what is late, absent or unlike the catalogue', () => withSite(reseal, (site) => show('part=rules', async (page) => {
  expect(await page.locator('.definitions').innerText()).toContain('县改动 3 项');
  expect(await page.locator('[data-rule="window_weeks"]').innerText()).toMatch(/8[\s\S]*县改 12/);
  expect(await page.locator('[data-warning="account_dry"]').innerText()).toContain('级别：默认 橙，现为 红');
  expect(await page.locator('[data-warning="item_notice"]').innerText()).not.toContain('县改');
  await page.getByRole('tab', { name: /指标/ }).click();
  expect(await entry(page, 'no_arrears_rate').innerText()).toMatch(/96\.97%[\s\S]*2（县定，默认 1）/);
  expect(await entry(page, 'account_months').textContent()).toContain('工资支付未导入');
  await page.getByRole('tab', { name: /口径自检/ }).click();
  expect(await page.locator('.definitions').innerText()).toContain('发布时放行的阻断项：未支付工资与工资台账不符 3 行');
  await page.getByRole('tab', { name: /数据/ }).click();
  expect(await page.locator('[data-table="payroll"]').innerText()).toContain('未导入');
  expect(await page.locator('[data-table="actions"]').innerText()).toContain('2026-11-10 · 晚报 10 天');
  expect(await page.locator('[data-table="cases"]').innerText()).toMatch(/1 列与目录不符[\s\S]*文件缺列/);
}, { base: site.url })));

/** Opens a section by its tab and waits for what it reads by itself. */
async function turn(page: Page, part: (typeof PARTS)[number]): Promise<void> {
  await page.locator(`#part-${part}`).click();
  await page.locator(`#panel-${part}`).waitFor();
  if (part === 'snapshots') await expect.poll(() => page.locator('[data-snapshot="2026-11-20"]').innerText()).toContain(await rowsOfNewest());
}

describe('in every shape', () => {
  it.each([[1920, 1080, 'light'], [1920, 1080, 'dark'], [1366, 768, 'light'], [390, 844, 'light'], [390, 844, 'dark'], [360, 740, 'light']] as const)('%i × %i, %s: no sideways scroll, nothing of axe', async (width, height, theme) => {
    await show(`theme=${theme}`, async (page) => {
      for (const part of PARTS) {
        await turn(page, part);
        expect([part, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([part, width]);
        await page.screenshot({ path: join(ARTIFACTS, `definitions-${part}-${width}-${theme}.png`) });
        // Once per theme and once on the phone: it takes its time on a page this long.
        if (width === 360 || width === 1366 || (width === 390 && theme === 'dark')) continue;
        // A hundred entries are made alike: a few of them say the same in a tenth of the time.
        const search = page.locator('.tools input');
        if (part === 'indicators') await search.fill('欠薪');
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('.definitions'));
        expect([part, violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes[0]!.html}`)]).toEqual([part, []]);
        await search.fill('');
      }
    }, { size: [width, height] });
  }, 240_000);

  it('speaks English throughout: what is left in Chinese is data or says so', () => show('lang=en', async (page) => {
    const manifest = JSON.parse(readFileSync(join(await demoFolder(), '2026-11-20', 'manifest.json'), 'utf8')) as Manifest;
    // County, publisher, files and sheets; names a county gives to campaign, sets and boards.
    const data = [manifest.county.name, ...manifest.sources.flatMap((s) => [s.name, s.sheet]), DEFAULT_RULES.campaign.name, ...Object.keys(DEFAULT_RULES.sets), ...Object.values(DEFAULT_RULES.boards)].filter((d) => d !== '');
    for (const part of PARTS) {
      await turn(page, part);
      const chinese = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('.definitions')!, NodeFilter.SHOW_TEXT);
        const found = new Set<string>();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (/[\u3400-\u9fff]/.test(node.textContent ?? '') && !node.parentElement?.closest('[lang="zh-CN"]')) found.add((node.textContent ?? '').trim());
        return [...found];
      });
      expect([part, chinese.filter((text) => !data.some((d) => text.includes(d)))]).toEqual([part, []]);
    }
  }));

  it('prints every section', () => show('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => page.locator('.part').count()).toBe(PARTS.length);
    for (const id of ['no_arrears_rate', 'window_weeks', 'stated_parts', 'table-cube']) expect(await entry(page, id).count()).toBe(1);
    expect(await page.locator('.tools').isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('.part').count()).toBe(1);
  }));
  it('prints on sixteen sheets at most, nothing half read', () => show('', async (page) => {
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-asked', '');
    });
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: /打印/ }).click();
    await page.locator('body[data-asked]').waitFor({ timeout: 30_000 });
    expect(await page.locator('.definitions').innerText()).not.toContain('正在读取清单');
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toSatisfy((n: number) => n > 8 && n <= 16);
  }));
});

it('the checks of another snapshot are not shown under the one that is opened', () => show('part=checks', async (page) => {
  expect(await page.locator('[data-check]').count()).toBeGreaterThan(0);
  const late = await hold(page, /2026-09-25\/checks\.parquet/);
  await page.evaluate(() => (location.hash = '#/definitions?s=2026-09-25&part=checks'));
  await late.asked;
  await expect.poll(() => page.locator('.scope').innerText()).toContain('2026-09-25');
  await page.locator('[data-part="checks"] .quiet').first().waitFor();
  expect([await page.locator('[data-check]').count(), await page.locator('#part-checks .n').innerText(), await page.locator('.definitions').getAttribute('data-ready')]).toEqual([0, '—', 'false']);
  late.release();
  await page.locator('.definitions[data-ready="true"]').waitFor({ timeout: 45_000 });
  expect(await page.locator('[data-check]').count()).toBeGreaterThan(0);
}));
