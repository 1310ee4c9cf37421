import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { writeIndex } from '../../scripts/snapshot/index-file.ts';
import { EIGHT } from '../../src/model/compliance.ts';
import { formatNumber, formatRate, WAN } from '../../src/shared/format.ts';
import { askDemo, copyNewestDemo, demoFolder } from '../support/demo.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder } from '../support/ledgers.ts';
import { watchDrawing } from './hold.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
const asOf = '2026-11-20';
const NOW = '2026-11-21T09:00:00';

let browser: Browser;
let dist: string;
let demo: Served;
const publish = async (folder: string): Promise<Served> => serve({ roots: { '/qq/': dist, '/qq/snapshots/': folder }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  demo = await publish(await demoFolder());
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

interface Options {
  readonly size?: readonly [number, number];
  readonly site?: Served;
}
/** Opens the page at a link, waits for its tab's numbers, and sees that it complained of nothing. */
async function show(query: string, test: (page: Page) => Promise<void>, { size: [width, height] = [1920, 1080], site = demo }: Options = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  const { complaints } = watchPage(page);
  await page.clock.setFixedTime(NOW);
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#/systems${query}`);
    await ready(page);
    await test(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const ready = (page: Page): Promise<void> => page.locator('#systems-panel [data-ready="true"]').first().waitFor({ timeout: 60_000 });
const matrix = (page: Page): Locator => page.locator('[data-panel="systemsMatrix"]');
/** The grid as read: one line per row, cells joined by |. */
const grid = (page: Page): Promise<string[]> => matrix(page).locator('tbody tr').evaluateAll((rows) => rows.map((r) => [...r.children].map((c) => [...c.querySelectorAll('button:not(.info) :is(b, span), button:not(.info)')].length === 1 ? (c.textContent ?? '').trim() : [...c.querySelectorAll('b, button span')].map((e) => e.textContent).join(' ')).join('|')));
const nameOf = (page: Page): Promise<string[]> => matrix(page).locator('thead th').allInnerTexts();
const drawer = (page: Page): Locator => page.locator('dialog');

/** n and d per item and unit straight from the tables. */
async function sums(unit: string, where: string, projects: boolean) {
  const [n, d] = projects ? ['count(*) FILTER (WHERE total > 0 AND done >= total)', 'count(*) FILTER (WHERE total > 0 AND done IS NOT NULL)'] : ['sum(done)', 'sum(total)'];
  return askDemo(asOf, `SELECT item, ${unit} AS unit, CAST(${n} AS INTEGER) AS n, CAST(${d} AS INTEGER) AS d FROM compliance JOIN projects USING (project_id) WHERE ${where} GROUP BY ALL`);
}
const cell = (n: number, d: number): string => `${formatRate(n, d)}% ${formatNumber(n)}/${formatNumber(d)}`;

describe('tabs', () => {
  it('are an ARIA tab list: arrows, Home, End, the link, and the way back', () => show('', async (page) => {
    const tabs = page.getByRole('tablist', { name: '制度与线索' }).getByRole('tab');
    expect(await tabs.allInnerTexts()).toEqual(['制度落实', '线索', '企业', '报送与考核', '执法与检查']);
    await tabs.first().focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).toContain('part=enforcement');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('执法与检查');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).toContain('part=companies');
    await ready(page);
    expect([await tabs.nth(2).getAttribute('aria-selected'), await page.getByRole('tabpanel', { name: '企业' }).count()]).toEqual(['true', 1]);
    await page.keyboard.press('Home');
    await expect.poll(() => page.url()).not.toContain('part=');
    await matrix(page).locator('tbody').waitFor();
    await page.goBack();
    await expect.poll(() => page.url()).toContain('part=companies');
  }));
});

describe('制度落实', () => {
  it.each([
    ['属地', '', 'place_code', 'places', 'TRUE', false], ['主管部门, projects', '?by=dept&kind=projects', 'dept_code', 'departments', 'TRUE', true], ['投资性质 acts', '?inv=1', 'place_code', 'places', `invest_kind = '政府投资'`, false],
    ['隐患等级 acts', '?g=1,2&by=dept', 'dept_code', 'departments', `grade_now IN ('一般', '严重')`, false],
  ] as const)('%s: every cell, every total equals SQL over the tables', async (_, query, column, units, where, projects) => {
    const [hand, all, stored] = [await sums(column, where, projects), await sums('NULL', where, projects), await askDemo(asOf, `SELECT ${column} AS code, ${units === 'places' ? 'name' : 'coalesce(short_name, name)'} AS name FROM ${units} ORDER BY sort, 1`)];
    const managed = await askDemo(asOf, `SELECT DISTINCT ${column} AS code FROM projects WHERE (stage <> '已完工已结算' OR open) AND ${where}`);
    const has = new Set(managed.map((r) => r['code']));
    await show(query, async (page) => {
      expect(await nameOf(page)).toEqual(['制度项目', ...stored.map((s) => s['name']), '全县']);
      const rows = await grid(page);
      const wanted = [...EIGHT, null].map((item) => {
        const of = (list: typeof hand, unit: unknown) => list.filter((r) => (item === null ? (EIGHT as readonly string[]).includes(String(r['item'])) : r['item'] === item) && (unit === undefined || r['unit'] === unit));
        const write = (list: typeof hand, empty: string): string => {
          const [n, d] = [list.reduce((s, r) => s + Number(r['n']), 0), list.reduce((s, r) => s + Number(r['d']), 0)];
          return d > 0 ? cell(n, d) : empty;
        };
        return [...stored.map((s) => write(of(hand, s['code']), has.has(s['code']) ? '—' : '·')), write(of(all, undefined), '·')];
      });
      expect(rows.map((r) => r.split('|').slice(1))).toEqual(wanted);
    });
  });

  it('shades by the class of the rate, never without its number', () => show('', async (page) => {
    const found = await matrix(page).locator('tbody td').evaluateAll((cells) => cells.map((c) => [c.querySelector('b')?.textContent ?? c.textContent!.trim(), /\bl(\d)\b/.exec(c.className)?.[1] ?? null]));
    const level = (text: string): string | null => (/^\d/.test(text) ? String([100, 90, 80, 60].reduce((at, bound) => (Number.parseFloat(text) < bound ? at + 1 : at), 1)) : null);
    expect(found.map(([, l]) => l)).toEqual(found.map(([text]) => level(text!)));
    expect(new Set(found.map(([, l]) => l)).size).toBeGreaterThan(4);
    expect(await matrix(page).locator('footer').innerText()).toMatch(/100%[\s\S]*90–99\.9%[\s\S]*<60%[\s\S]*越深越需关注[\s\S]*· 无在管项目[\s\S]*— 未采集[\s\S]*属地与部门两轴不可相加/);
  }));

  it('a cell opens the projects that lack it, by keyboard; Esc gives the focus back; the link reopens it', async () => {
    const hand = await askDemo(asOf, `SELECT p.name, p.project_id, done, total, evidence, contractor, leader FROM compliance JOIN projects p USING (project_id) WHERE item = '按时足额发放' AND done < total AND place_code = (SELECT place_code FROM places WHERE name = '太平镇')`);
    expect(hand).toHaveLength(1);
    const lacking = hand[0]!;
    await show('', async (page) => {
      await matrix(page).locator('[data-cell="0,0"]').focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('太平镇 按时足额发放 75.0% 3/4，未达标 1 个项目');
      await page.keyboard.press('Enter');
      await drawer(page).locator('tbody tr').first().waitFor();
      const text = await drawer(page).innerText();
      expect(await drawer(page).getByRole('heading').innerText()).toBe('太平镇 · 按时足额发放');
      for (const part of [lacking['name'], `${String(lacking['done'])}/${String(lacking['total'])}`, lacking['evidence'] ?? '—', lacking['contractor'], lacking['leader'] ?? '—', '未落实 1 行 · 75.0% 3/4']) expect(text).toContain(String(part));
      expect(await drawer(page).getByRole('link', { name: String(lacking['name']) }).getAttribute('href')).toContain(`#/project/${String(lacking['project_id'])}`);
      const [file] = await Promise.all([page.waitForEvent('download'), drawer(page).getByRole('button', { name: '导出 CSV' }).click()]);
      expect(readFileSync((await file.path())!, 'utf8')).toContain(String(lacking['project_id']));
      const link = page.url();
      expect(link).toMatch(/item=ontime&who=\d{9}/);
      await page.keyboard.press('Escape');
      await drawer(page).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('6,4');
      expect(page.url()).not.toContain('who=');
      await page.goto(link);
      await page.reload();
      await drawer(page).locator('tbody tr').first().waitFor();
    });
  });

  it('the total of a set lists what is lacking of all its items; a full cell says so; · opens nothing', async () => {
    const [rows] = await askDemo(asOf, `SELECT count(*)::INTEGER AS n FROM compliance WHERE item IN (${EIGHT.map((i) => `'${i}'`).join(', ')}) AND done < total`);
    await show('', async (page) => {
      const corner = matrix(page).locator('tbody tr').last().locator('td').last().getByRole('button');
      await corner.click();
      await drawer(page).locator('tbody tr').first().waitFor();
      expect(await drawer(page).innerText()).toContain(`未落实 ${String(rows!['n'])} 行`);
      expect(await drawer(page).locator('thead').innerText()).toContain('制度项目');
      await page.keyboard.press('Escape');
      await matrix(page).getByRole('button', { name: /^文峰街道 工资保证金 100% 5\/5，全部落实/ }).click();
      await drawer(page).getByText('没有未落实的项目：100% 5/5').waitFor();
      await page.keyboard.press('Escape');
      const none = matrix(page).getByRole('button', { name: '云台乡 工资保证金 无在管项目' });
      expect([await none.innerText(), await none.getAttribute('aria-disabled')]).toEqual(['·', 'true']);
      await none.dispatchEvent('click');
      expect(await drawer(page).count()).toBe(0);
    });
  });

  it('the heading of a column is its filter, by mouse and keyboard, once more takes it away', () => show('', async (page) => {
    const heading = matrix(page).locator('thead').getByRole('button', { name: '太平镇', exact: true });
    await heading.click();
    await expect.poll(() => page.url()).toContain('area=990101');
    await expect.poll(() => nameOf(page)).toEqual(['制度项目', '太平镇', '全县']);
    expect(await heading.getAttribute('aria-pressed')).toBe('true');
    await heading.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toContain('area=');
    await expect.poll(async () => (await nameOf(page)).length).toBeGreaterThan(10);
    await matrix(page).getByRole('button', { name: '主管部门', exact: true }).click();
    await matrix(page).locator('thead').getByRole('button', { name: '水利局', exact: true }).click();
    await expect.poll(() => page.url()).toContain('dept=D');
    await expect.poll(() => nameOf(page)).toEqual(['制度项目', '水利局', '全县']);
  }));

  it('sets are the rules’: choosing one, and an item, keeps the link and shows the trend with its target', async () => {
    const weeks = ['2026-09-18', '2026-10-30', asOf];
    const hand = await Promise.all(weeks.map(async (day) => (await askDemo(day, `SELECT sum(done)::INTEGER AS n, sum(total)::INTEGER AS d FROM compliance WHERE item = '总包代发'`))[0]!));
    await show('?tab=systemsTrend', async (page) => {
      const sets = page.getByLabel('项目集');
      expect(await sets.locator('option').allInnerTexts()).toEqual(['八个100%', '五项制度', '一金三制', '两金六制', '五个一', '三本台账', '全部项目']);
      await sets.selectOption({ label: '五项制度' });
      await expect.poll(() => matrix(page).locator('tbody th').allInnerTexts()).toEqual(['实名制考勤', '工资专用账户', '总包代发', '工资保证金', '维权告示牌', '五项制度 合计'].map((t) => expect.stringContaining(t)));
      await matrix(page).locator('tbody').getByRole('button', { name: '总包代发', exact: true }).click();
      const trend = page.locator('[data-panel="systemsTrend"]');
      await expect.poll(() => trend.locator('h2').innerText()).toBe('走势 · 总包代发');
      expect(page.url()).toMatch(/set=2&item=gcpay/);
      const rows = await trend.locator('tbody tr').evaluateAll((all) => all.map((r) => [...r.children].map((c) => c.textContent!.trim())));
      expect(rows.length).toBeGreaterThan(25);
      weeks.forEach((day, i) => expect(rows.find((r) => r[1] === day)?.slice(2)).toEqual([formatRate(Number(hand[i]!['n']), Number(hand[i]!['d'])), `${String(hand[i]!['n'])}/${String(hand[i]!['d'])}`]));
      expect(rows.filter((r) => r[1] === '未发布').length).toBeGreaterThan(0);
      await trend.getByRole('button', { name: /更多操作/ }).click();
      await page.getByRole('menuitemcheckbox', { name: '看表格' }).click();
      expect(await trend.getByRole('img').first().getAttribute('aria-label')).toMatch(/^走势：总包代发第22周 [\d.]+% \d+\/\d+，第47周 96\.6% 57\/59。$/);
      await expect.poll(() => trend.locator('.chart svg').first().innerHTML()).toContain('目标 100%');
    });
  });

  it('deposits by form equal SQL, with the rule and the projects behind', async () => {
    const hand = await askDemo(asOf, `SELECT coalesce(deposit_form, '无保证金记录') AS form, count(*)::INTEGER AS projects, sum(deposit_amount)::DOUBLE AS amount, sum(contract_amount) FILTER (WHERE deposit_amount IS NOT NULL)::DOUBLE AS contract
      FROM projects WHERE stage <> '已完工已结算' OR open GROUP BY 1`);
    await show('', async (page) => {
      const card = page.locator('[data-panel="systemsDeposits"]');
      const rows = new Map((await card.locator('tbody tr').evaluateAll((all) => all.map((r) => [...r.children].map((c) => c.textContent!.trim())))).map((r) => [r[0]!, r.slice(1)]));
      expect([...rows.keys()]).toEqual(['现金', '银行保函', '保证保险', '减免', '无保证金记录', '合计']);
      for (const h of hand) {
        const [amount, contract] = [h['amount'] === null ? null : Number(h['amount']), Number(h['contract'])];
        expect(rows.get(String(h['form']))!.slice(0, 3)).toEqual([String(h['projects']), formatNumber(amount, 1, WAN), amount === null ? '—' : `${formatRate(amount, contract)}%${formatNumber(amount, 1, WAN)}/${formatNumber(contract, 1, WAN)}`]);
      }
      expect(await card.locator('footer').innerText()).toContain('规则：保证金不低于合同造价 2%（县级惯例（可调）），减免除外');
      await card.getByRole('button', { name: '看项目：无保证金记录 1' }).click();
      await drawer(page).locator('tbody tr').first().waitFor();
      const [without] = await askDemo(asOf, `SELECT name FROM projects WHERE deposit_form IS NULL AND (stage <> '已完工已结算' OR open)`);
      expect(await drawer(page).locator('tbody').innerText()).toContain(String(without!['name']));
      expect(page.url()).toMatch(/term=\d/);
    });
  });

  it('the three rates of the bulletin per place equal SQL, and are copied as text with n/d', async () => {
    const hand = await askDemo(asOf, `SELECT coalesce(l.name, '全县') AS unit, c.item, sum(done)::INTEGER AS n, sum(total)::INTEGER AS d FROM compliance c JOIN projects p USING (project_id) JOIN places l USING (place_code) WHERE c.item IN ('实名制更新', '项目经理到岗', '总监到岗') GROUP BY GROUPING SETS ((l.name, c.item), (c.item))`);
    await show('', async (page) => {
      const card = page.locator('[data-panel="systemsBulletin"]');
      const rows = new Map((await card.locator('tbody tr').evaluateAll((all) => all.map((r) => [...r.children].map((c) => `${c.querySelector('b')?.textContent ?? ''} ${c.querySelector('b + span')?.textContent ?? c.textContent}`.trim())))).map((r) => [r[0]!, r.slice(1)]));
      expect(rows.size).toBe(new Set(hand.map((h) => h['unit'])).size);
      for (const h of hand) expect(rows.get(String(h['unit']))).toContain(cell(Number(h['n']), Number(h['d'])));
      await page.evaluate(() => {
        document.execCommand = () => {
          (window as unknown as { copied: string }).copied = (document.activeElement as HTMLTextAreaElement).value;
          return true;
        };
      });
      await card.getByRole('button', { name: '复制文字' }).click();
      await page.getByText('已复制').waitFor();
      const text = await page.evaluate(() => (window as unknown as { copied: string }).copied);
      expect(text.split('\n')).toHaveLength(4);
      expect(text).toMatch(/^截至2026-11-20（第47周）：\n实名制更新99\.7% 7,170\/7,190，较上期上升0\.1个百分点；未满的有五里铺镇98\.7% 378\/383、/);
      for (const rate of text.match(/[\d.]+%(?! [\d,]+\/)/g) ?? []) expect(rate).toBe('100%');
    });
  });

  it('未导入 is said, nothing is 0', async () => {
    const folder = freshFolder();
    const id = await copyNewestDemo(folder, 2);
    const manifest = join(folder, id, 'manifest.json');
    const held = JSON.parse(readFileSync(manifest, 'utf8')) as { files: { path: string; table: string | null }[] };
    writeFileSync(manifest, JSON.stringify({ ...held, files: held.files.filter((f) => !['compliance', 'companies'].includes(f.table ?? '') && f.path !== 'prewarmed.json') }));
    writeIndex(folder);
    const site = await publish(folder);
    try {
      await show('', async (page) => {
        await matrix(page).getByText('未导入').waitFor();
        for (const panel of ['systemsTrend', 'systemsBulletin']) expect(await page.locator(`[data-panel="${panel}"]`).innerText()).toContain('未导入');
        expect(await page.locator('[data-panel="systemsDeposits"] tbody tr').count()).toBe(6);
        await page.getByRole('tab', { name: '企业' }).click();
        await page.getByText('企业台账未导入').waitFor();
        expect(await page.locator('.companies tbody tr').first().innerText()).toMatch(/—\s+—\s+—\s+—\s+—/);
      }, { site });
    } finally {
      await site.close();
    }
  });
});

describe('企业', () => {
  const rowsOf = (page: Page): Promise<string[][]> => page.locator('.companies tbody tr[data-row]').evaluateAll((all) => all.map((r) => [...r.children].map((c) => c.textContent!.trim())));
  it.each([['施工总承包', '', 'contractor'], ['建设单位', '&by=owner', 'owner_unit'], ['分包', '&by=sub', 'subcontractor']] as const)('%s: marks and numbers equal SQL over the tables', async (role, query, column) => {
    const hand = await askDemo(asOf, `SELECT coalesce(c.name, p.firm) AS name, c.company_code, times_in_arrears, listed_on IS NOT NULL AND listed_until >= DATE '${asOf}' AS listed, review_grade, monitored, liaison, coalesce(projects, 0)::INTEGER AS projects, coalesce(open, 0)::INTEGER AS open, coalesce(unpaid, 0)::DOUBLE AS unpaid, coalesce(people, 0)::INTEGER AS people
      FROM (FROM companies WHERE role = '${role}') c FULL JOIN (SELECT ${column} AS firm, count(*) FILTER (WHERE stage <> '已完工已结算' OR open) AS projects, count(*) FILTER (WHERE open) AS open, sum(unpaid_wages) FILTER (WHERE open) AS unpaid, sum(unpaid_workers) FILTER (WHERE open) AS people FROM projects WHERE ${column} IS NOT NULL GROUP BY 1) p ON p.firm = c.name`);
    await show(`?part=companies${query}`, async (page) => {
      const rows = await rowsOf(page);
      expect(rows).toHaveLength(hand.length);
      for (const h of hand) {
        const row = rows.find((r) => r[0] === h['name'])!;
        const times = h['times_in_arrears'] as number | null;
        expect(row[1]).toBe(times === null ? '—' : times >= 3 ? `${times} 次 · 多次欠薪` : String(times));
        expect(row[2]!.startsWith('在列至')).toBe(h['listed'] === true);
        expect([row[3], row[4], row[5]]).toEqual([h['review_grade'] ?? '—', h['monitored'] === true ? '是' : h['monitored'] === false ? '否' : '—', h['liaison'] ?? '—']);
        expect(row.slice(6, 10)).toEqual([String(h['projects']), String(h['open']), formatNumber(Number(h['unpaid']), 1, WAN), formatNumber(Number(h['people']))]);
      }
      const order = rows.map((r) => (r[1] === '—' ? -1 : Number.parseInt(r[1]!, 10)));
      expect(order).toEqual([...order].sort((a, b) => b - a));
    });
  });

  it('the columns that the catalogue defines have their 口径', () => show('?part=companies', async (page) => {
    expect(await page.locator('.companies thead .info').evaluateAll((all) => all.map((i) => (i as HTMLElement).dataset['indicator']))).toEqual(['projects', 'open_risk', 'unpaid_wages', 'unpaid_workers']);
    await page.locator('.companies thead .info').last().click();
    expect(await page.getByRole('dialog').innerText()).toContain('unpaid_workers');
  }));
  it('narrows by mark and search, sorts and keeps it in the link, leads to the company, follows filters', async () => {
    const [listed] = await askDemo(asOf, `SELECT name, company_code FROM companies WHERE role = '施工总承包' AND listed_on <= DATE '${asOf}' AND listed_until >= DATE '${asOf}'`);
    await show('?part=companies', async (page) => {
      await page.getByRole('button', { name: '失信名单在列 1' }).click();
      await expect.poll(async () => (await rowsOf(page)).map((r) => r[0])).toEqual([listed!['name']]);
      expect(await page.getByRole('link', { name: String(listed!['name']) }).getAttribute('href')).toContain(`#/company/${String(listed!['company_code'])}`);
      await page.getByRole('button', { name: '失信名单在列 1' }).click();
      await page.getByLabel('搜索企业名称或代码').fill('水利');
      await expect.poll(async () => (await rowsOf(page)).every((r) => r[0]!.includes('水利'))).toBe(true);
      await expect.poll(() => page.url()).toContain('q=');
      await page.getByLabel('搜索企业名称或代码').fill('');
      await page.locator('.companies thead').getByRole('button', { name: /^在管项目/ }).click();
      await expect.poll(() => page.url()).toContain('order=projects-');
      await page.reload();
      await ready(page);
      const counts = (await rowsOf(page)).map((r) => Number(r[6]));
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    });
    const [inside] = await askDemo(asOf, `SELECT count(DISTINCT contractor)::INTEGER AS n FROM projects WHERE invest_kind = '社会投资'`);
    await show('?part=companies&inv=4', async (page) => expect(await rowsOf(page)).toHaveLength(Number(inside!['n'])));
  });
});

describe('in every shape', () => {
  it.each([[1920, 1080, 'light'], [1920, 1080, 'dark'], [1366, 768, 'light'], [1366, 768, 'dark'], [390, 844, 'light'], [390, 844, 'dark'], [360, 740, 'light']] as const)('%i × %i, %s: no sideways scroll, nothing of axe', async (width, height, theme) => {
    for (const [part, query] of [['matrix', ''], ['matrix-list', '&item=contract&who=all'], ['companies', '&part=companies']] as const) {
      await show(`?theme=${theme}${query}`, async (page) => {
        if (part === 'matrix-list') await drawer(page).locator('tbody tr').first().waitFor();
        expect([part, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([part, width]);
        await page.screenshot({ path: join(ARTIFACTS, `systems-${part}-${width}-${theme}.png`), fullPage: width < 768 });
        if (width === 360) return;
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate((root) => (window as unknown as { axe: typeof axe }).axe.run(root), part === 'matrix-list' ? 'dialog' : '.systems');
        expect([part, violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html}`))]).toEqual([part, []]);
      }, { size: [width, height] });
    }
  });

  it('on a phone the matrix is cards: the units below 100 %, lowest first, each opens its list', () => show('', async (page) => {
    const card = matrix(page).locator('li', { hasText: '按时足额发放' });
    expect(await card.innerText()).toMatch(/^按时足额发放\s+96\.9%\s+63\/65\s+五里铺镇 66\.7% 2\/3[^]*太平镇 75\.0% 3\/4[^]*其余 15 个 100%$/);
    await card.getByRole('button', { name: /^太平镇/ }).click();
    await drawer(page).getByRole('heading', { name: '太平镇 · 按时足额发放' }).waitFor();
  }, { size: [390, 844] }));

  it('prints without controls, with n/d and shades', () => show('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect([await page.getByRole('tablist').isVisible(), await page.getByLabel('项目集').isVisible(), await page.getByText('复制文字').isVisible(), await matrix(page).getByText('7,531/7,592').isVisible()]).toEqual([false, false, false, true]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1047);
    // Totals stand under their rows, not at the foot of the window.
    for (const panel of ['systemsDeposits', 'systemsBulletin']) expect(await page.locator(`[data-panel="${panel}"] tbody tr`).evaluateAll((rows) => rows.every((row, i) => i === 0 || row.lastElementChild!.getBoundingClientRect().top >= rows[i - 1]!.lastElementChild!.getBoundingClientRect().bottom - 1))).toBe(true);
    await page.pdf({ path: join(ARTIFACTS, 'systems.pdf'), format: 'A4', landscape: true });
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('tab', { name: '企业' }).click();
    await ready(page);
    await page.locator('.companies tbody tr[data-row]').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect([await page.getByLabel('搜索企业名称或代码').isVisible(), await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([false, 1047]);
  }, { size: [1047, 718] }));

  it('the page’s own 打印 draws every tab first; Ctrl+P prints the open one and says so', () => show('?part=clues', async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper').first().innerText()).toBe('本页只印“线索”；另有 制度落实、企业、报送与考核、执法与检查：用“导出 → 打印 / PDF”一并打印。');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-asked', [...document.querySelectorAll<HTMLElement>('[data-tab]')].map((tab) => `${tab.dataset['tab']!} ${String(tab.querySelectorAll('[data-ready="true"] table').length > 0)}`).join(', '));
    });
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: /打印/ }).click();
    await expect.poll(() => page.locator('body').getAttribute('data-asked'), { timeout: 30_000 }).toBe('matrix true, clues true, companies true, returns true, enforcement true');
    // On screen the open tab stands alone, the others are out of sight and of reach.
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelectorAll('.panel[inert]').length])).toEqual([1920, 4]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h2.paper').allInnerTexts()).toEqual(['制度落实', '线索', '企业', '报送与考核', '执法与检查']);
    expect(await page.locator('p.paper').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('[data-tab]').count()).toBe(1);
  }));

  it('hostile names are text', async () => {
    const site = await publish(await hostileSnapshots(freshFolder()));
    try {
      for (const query of ['', '?by=dept&item=contract&who=all', '?part=companies']) {
        await show(query, async (page) => {
          await expect.poll(() => page.locator('body').innerText()).toContain(HOSTILE_NAMES.html.slice(0, 12));
          if (query.includes('who')) await drawer(page).locator('tbody tr').first().waitFor();
          expect(await page.evaluate(() => [(window as { hacked?: number }).hacked, document.querySelectorAll('main img, main script, dialog img, dialog script').length, document.documentElement.scrollWidth])).toEqual([undefined, 0, 1920]);
        }, { site });
      }
    } finally {
      await site.close();
    }
  });
});

it('firms of one role are never listed under the name of another', () => show('?part=companies', async (page) => {
  await page.locator('.companies tbody tr').first().waitFor();
  const seen = await watchDrawing(page, `() => document.querySelector('.companies h2').innerText + ' | ' + (document.querySelector('.companies tbody tr th, .companies tbody tr td')?.innerText ?? '')`);
  const [before] = await seen();
  await page.locator('.companies .controls button').nth(1).click();
  await expect.poll(() => seen().then((all) => all.at(-1)!.split(' | '))).toEqual([expect.not.stringMatching(before!.split(' | ')[0]!), expect.stringMatching(/./)]);
  const [title, firm] = before!.split(' | ');
  expect((await seen()).filter((s) => !s.startsWith(title!) && s.endsWith(`| ${firm}`))).toEqual([]);
}));
