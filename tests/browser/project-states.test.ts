import { sha256Hex } from '../../src/shared/hash.ts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { writeIndex } from '../../scripts/snapshot/index-file.ts';
import { askDemo, copyNewestDemo, demoFolder } from '../support/demo.ts';
import { freshFolder } from '../support/ledgers.ts';
import { flipByte } from './damage.ts';
import { hold } from './hold.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const AS_OF = '2026-11-20';
let browser: Browser;
let dist: string;
let demo: Served;
const served: Served[] = [];
const publish = async (snapshots: string): Promise<Served> => {
  const site = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
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

async function show(hash: string, test: (page: Page) => Promise<void>, { site = demo, complains = false } = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#${hash}`);
    await page.locator('.page [data-ready="true"]').first().waitFor({ timeout: 60_000 });
    await test(page);
    if (!complains) expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const card = (page: Page, title: string): Locator => page.locator(`section.card[aria-label="${title}"]`);

interface Held {
  readonly files: readonly { readonly path: string; readonly table: string | null }[];
}
/** The two newest weeks without some tables or files, or changed otherwise; nothing of them is stored. */
async function without(gone: (file: Held['files'][number]) => boolean, change: (folder: string) => Promise<void> = async () => {}): Promise<Served> {
  const folder = freshFolder();
  const id = await copyNewestDemo(folder, 2);
  const path = join(folder, id, 'manifest.json');
  const held = JSON.parse(readFileSync(path, 'utf8')) as Held;
  const lost = held.files.filter(gone);
  const nothing = JSON.stringify({ answers: [] });
  writeFileSync(join(folder, id, 'prewarmed.json'), nothing);
  const stored = { bytes: nothing.length, sha256: sha256Hex(new TextEncoder().encode(nothing)) };
  writeFileSync(path, JSON.stringify({ ...held, files: held.files.filter((file) => !lost.includes(file)).map((file) => (file.path === 'prewarmed.json' ? { ...file, ...stored } : file)) }));
  for (const file of lost) rmSync(join(folder, id, file.path));
  await change(join(folder, id));
  writeIndex(folder);
  return publish(folder);
}

/** The lines of a card's CSV: what the file says of itself, headings, rows. */
async function csvOf(page: Page, of: Locator): Promise<{ readonly name: string; readonly head: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  await of.locator('header').getByRole('button', { name: /导出|更多|操作/ }).last().click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '导出 CSV' }).click()]);
  const lines = readFileSync(await file.path(), 'utf8').replace(/^\uFEFF/, '').trimEnd().split('\r\n');
  const cells = (line: string): string[] => line.split(',').map((cell) => cell.replace(/^"|"$/g, ''));
  return { name: file.suggestedFilename(), head: lines[0]!, columns: cells(lines.at(1)!), rows: lines.slice(2).map(cells) };
}

describe('what is saved', () => {
  it('the list of projects: every row of the filter with its numbers, not only those on screen', () => show('/projects?dept=D03', async (page) => {
    const { name, head, columns, rows } = await csvOf(page, page.locator('.projects-page section.card'));
    expect(name).toMatch(/^清欠一张图_2026W47_.+_水利局\.csv$/);
    expect(head).toContain('筛选 主管部门 水利局');
    const hand = await askDemo(AS_OF, `SELECT name, unpaid_wages, unpaid_workers FROM projects WHERE dept_code = 'D03' AND (stage <> '已完工已结算' OR open) ORDER BY name`);
    expect(rows).toHaveLength(hand.length);
    const at = (column: RegExp): number => columns.findIndex((c) => column.test(c));
    const [project, wages, workers] = [at(/^项目/), at(/未支付/), at(/涉及/)];
    expect([project, wages, workers].every((i) => i >= 0)).toBe(true);
    expect(new Set(rows.map((r) => r[project]))).toEqual(new Set(hand.map((h) => h['name'])));
    const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', '')) || 0;
    expect(rows.reduce((sum, r) => sum + number(r[workers]), 0)).toBe(hand.reduce((sum, h) => sum + Number(h['unpaid_workers'] ?? 0), 0));
  }));
  it('a card of a project: its months with what was due, what was paid and what is owed', () => show('/project/AL-022', async (page) => {
    const { columns, rows } = await csvOf(page, card(page, '工资支付 · 按月'));
    const hand = await askDemo(AS_OF, `SELECT count(*)::INTEGER AS n, sum(wages_due)::DOUBLE / 10000 AS due, sum(wages_paid)::DOUBLE / 10000 AS paid FROM payroll WHERE project_id = 'AL-022'`);
    expect(rows).toHaveLength(Number(hand[0]!['n']));
    const sum = (column: RegExp): number => rows.reduce((total, r) => total + Number((r[columns.findIndex((c) => column.test(c))] ?? '').replaceAll(',', '')), 0);
    expect(sum(/^应发工资/)).toBeCloseTo(Number(hand[0]!['due']), 0);
    expect(sum(/^实发工资/)).toBeCloseTo(Number(hand[0]!['paid']), 0);
  }));
});

describe('未导入', () => {
  it('is said by every card whose table is not there, and in the band; the others stay', async () => {
    const site = await without((file) => ['compliance', 'payroll', 'payments', 'warnings', 'cases', 'actions'].includes(file.table ?? ''));
    await show('/project/AL-022', async (page) => {
      for (const title of ['工资支付 · 按月', '八个100%', '清偿与还款计划', '预警', '线索案件', '交办与执法']) {
        const of = card(page, title);
        expect(await of.locator('.state').innerText(), title).toBe('未导入');
        expect(await of.locator('table, [role=img]').count(), title).toBe(0);
      }
      expect((await page.locator('[data-fact="eight"]').innerText()).replace(/\s+/g, ' ')).toMatch(/—\s*未导入$/);
      // What was imported is there.
      expect((await page.locator('[data-fact="unpaid_wages"]').innerText()).replace(/\s+/g, ' ')).toContain('386.4 万元');
    }, { site });
  });
});

describe('未落图', () => {
  it('says why beside the place, which is drawn without a point', () => show('/project/AL-047', async (page) => {
    const place = card(page, '位置');
    expect(await place.innerText()).toMatch(/未落图：坐标为空[\s\S]*审图号[\s\S]*示意图，不作划界依据/);
    expect(await place.locator('svg.inset .own').count()).toBe(1);
    expect(await place.locator('svg.inset g').count()).toBe(0);
  }));
  it('without boundaries there is no map, and the point is still told', async () => {
    const site = await without((file) => file.path === 'boundaries.topojson');
    await show('/project/AL-022', async (page) => {
      const place = card(page, '位置');
      expect(await place.innerText()).toMatch(/无边界[\s\S]*经度 [\d.]+，纬度 [\d.]+/);
      expect(await place.locator('svg.inset').count()).toBe(0);
    }, { site });
  });
});

it('a list of projects that could not be had is — projects, not 0, beside the error that names the file', async () => {
  const site = await without(() => false, (folder) => flipByte(join(folder, 'projects.parquet')));
  await show('/projects', async (page) => {
    const alert = page.locator('.projects-page').getByRole('alert');
    await alert.waitFor({ timeout: 60_000 });
    expect(await alert.innerText()).toMatch(/文件已损坏或被改动[\s\S]*projects\.parquet[\s\S]*重试/);
    expect(await page.locator('.projects-page .meta [role=status]').innerText()).toBe('— 个项目');
    expect(await page.locator('.projects-page tbody').count()).toBe(0);
  }, { site, complains: true });
});

it('under another snapshot there is nothing of the one before while its tables are on the way, and nothing is printed', () => show('/project/AL-022', async (page) => {
  const main = page.locator('main');
  expect((await page.locator('.band').innerText()).replace(/\s+/g, ' ')).toContain(' 73 天');
  const late = await hold(page, /2026-11-13\/projects\.parquet/);
  await page.keyboard.press('[');
  await late.asked;
  await expect.poll(() => page.locator('section.bar').innerText()).toContain('2026-11-13');
  await page.locator('.project-page .awaited').waitFor();
  expect(await main.innerText()).not.toMatch(/ 天|万元|承诺/);
  expect(await page.locator('.project-page .print').isDisabled()).toBe(true);
  late.release();
  await page.locator('.project-page[data-ready="true"]').waitFor({ timeout: 45_000 });
  expect((await page.locator('.band').innerText()).replace(/\s+/g, ' ')).toContain(' 66 天');
  expect(await page.locator('.project-page .print').isEnabled()).toBe(true);
}));
