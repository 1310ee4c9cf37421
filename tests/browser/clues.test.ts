import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { askDemo, demoFolder } from '../support/demo.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder, run } from '../support/ledgers.ts';
import { hold, watchDrawing } from './hold.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
const asOf = '2026-11-20';
const TABS = ['clues', 'returns', 'enforcement'] as const;
const ENGINE = { timeout: 45_000 };

let browser: Browser;
let dist: string;
let site: Served;
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  site = await open(await demoFolder());
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
const open = (snapshots: string): Promise<Served> => serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });

interface Size {
  readonly width?: number;
  readonly height?: number;
  readonly site?: Served;
}
/** Opens a tab, waits for its numbers, and sees that the page complained of nothing. */
async function show(query: string, test: (page: Page) => Promise<void>, { width = 1920, height = 1080, site: at = site }: Size = {}): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  const { complaints } = watchPage(page);
  try {
    await page.goto(`http://intranet.test:${new URL(at.url).port}/qq/#/systems?part=${query}`);
    await page.locator('#systems-panel [data-ready="true"]').waitFor(ENGINE);
    await test(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const one = async (sql: string): Promise<Record<string, unknown>> => (await askDemo(asOf, sql))[0]!;
const card = (page: Page, panel: string): Locator => page.locator(`[data-panel="${panel}"]`);
const row = (of: Locator, id: string): Locator => of.locator(`tr[data-row="${id}"]`);
const measure = (page: Page, id: string): Locator => page.locator(`[data-measure="${id}"]`);
const rows = (of: Locator): Promise<number> => of.locator('tbody tr[data-row]').count();

describe('线索', () => {
  it('starts with the numbers of 一张图; the window is stated and can be changed, each number is the ledger’s', async () => {
    await show('clues', async (page) => {
      expect(await measure(page, 'clue_on_time_rate').innerText()).toMatch(/94\.1[\s\S]*112\/119/);
      expect(await measure(page, 'reply_rate').innerText()).toContain('未设');
      expect(await page.locator('.period').innerText()).toContain('2026-08-29 — 2026-11-20');
      await page.getByRole('button', { name: '本年', exact: true }).click();
      const year = await one(`SELECT count(*)::INT AS d, (count(*) FILTER (WHERE closed_on IS NOT NULL))::INT AS n, (count(*) FILTER (WHERE verified AND closed_on IS NOT NULL))::INT AS c, (count(*) FILTER (WHERE verified))::INT AS v FROM cases WHERE year(received_on) = 2026`);
      await expect.poll(() => measure(page, 'clue_close_rate').innerText()).toContain(`${String(year['n'])}/${String(year['d'])}`);
      expect(await measure(page, 'verified_clear_rate').innerText()).toContain(`${String(year['c'])}/${String(year['v'])}`);
      expect([await page.locator('.period').innerText(), page.url().includes('from=year')]).toEqual([expect.stringContaining('2026-01-01 — 2026-11-20'), true]);
      await page.getByRole('button', { name: '专项行动', exact: true }).click();
      const campaign = await one(`SELECT count(*)::INT AS n FROM cases WHERE received_on >= '2026-09-18'`);
      await expect.poll(() => measure(page, 'clues_received').locator('strong').innerText()).toBe(String(campaign['n']));
    });
  });

  it.each([['channel', '信访', `channel = '信访'`], ['place', '990101101', `place_code = '990101101'`], ['dept', 'D01', `dept_code = 'D01'`], ['month', '2026-10', `strftime(received_on, '%Y-%m') = '2026-10'`]])('by %s: a row holds what SQL counts and opens just those clues', async (by, id, where) => {
    const found = await one(`SELECT (count(*) FILTER (WHERE closed_on IS NOT NULL))::INT AS n, count(*)::INT AS d FROM cases WHERE ${where} AND year(received_on) = 2026`);
    await show(`clues&from=year&by=${by}`, async (page) => {
      const cell = row(card(page, 'clues'), id).locator('td').nth(3);
      expect((await cell.innerText()).replace(/\s+/g, ' ')).toContain(`${String(found['n'])}/${String(found['d'])}`);
      await cell.getByRole('button').click();
      const drawer = page.getByRole('dialog');
      await drawer.locator('tbody tr').first().waitFor(ENGINE);
      expect(await rows(drawer)).toBe(found['d']);
      await drawer.getByRole('button', { name: '分子', exact: true }).click();
      await expect.poll(() => rows(drawer)).toBe(found['n']);
      expect(page.url()).not.toMatch(/[\u3400-\u9fff]|%E/);
    });
  });

  it('a list is in the link, leads to the project, and closes by Esc; all by keyboard', async () => {
    await show('clues&from=year&term=clues_referred.n', async (page) => {
      const drawer = page.getByRole('dialog');
      await drawer.locator('tbody tr').first().waitFor(ENGINE);
      expect(await rows(drawer)).toBe((await one(`SELECT count(*)::INT AS n FROM cases WHERE year(referred_on) = 2026`))['n']);
      await page.keyboard.press('Escape');
      await expect.poll(() => drawer.count()).toBe(0);
      expect(page.url()).not.toContain('term=');
      await measure(page, 'clues_open').locator('button.number').focus();
      await page.keyboard.press('Enter');
      await drawer.locator('tbody tr').first().waitFor(ENGINE);
      expect(await rows(drawer)).toBe(17);
      await drawer.locator('tbody a').first().click();
      await expect.poll(() => page.url()).toContain('/project/AL-022');
    });
  });

  it('clocks: most urgent first, working days from the day after filing, limits not set are said', async () => {
    await show('clues', async (page) => {
      const clocks = card(page, 'clocks');
      const text = async (id: string): Promise<string> => (await clocks.locator(`[data-clock="${id}"]`).innerText()).replace(/\s+/g, ' ');
      expect(await clocks.locator('li').first().getAttribute('data-clock')).toBe('XS-2026-232:due');
      expect(await text('XS-2026-232:due')).toMatch(/超 61 天.*2026-09-20 届满/);
      // Counted in SQL over the calendar, day by day: 60 working days after 10 September, 30 more with approval.
      const { calendar } = JSON.parse(readFileSync(join(await demoFolder(), asOf, 'rules.json'), 'utf8')) as { calendar: { holidays: string[]; workdays: string[] } };
      const worked = `(day::VARCHAR IN (${calendar.workdays.map((d) => `'${d}'`).join(',')}) OR (isodow(day) < 6 AND day::VARCHAR NOT IN (${calendar.holidays.map((d) => `'${d}'`).join(',')})))`;
      const days = `SELECT day::DATE AS day FROM generate_series(DATE '2026-09-11', DATE '2027-06-30', INTERVAL 1 DAY) t(day) WHERE ${worked.replaceAll('day::VARCHAR', 'day::DATE::VARCHAR')} ORDER BY 1`;
      const ends = await one(`SELECT (SELECT day::VARCHAR FROM (${days}) LIMIT 1 OFFSET 59) AS base, (SELECT day::VARCHAR FROM (${days}) LIMIT 1 OFFSET 89) AS more, (SELECT count(*)::INT FROM (${days}) WHERE day > '${asOf}' AND day <= (SELECT day FROM (${days}) LIMIT 1 OFFSET 59)) AS left`);
      expect(ends).toMatchObject({ base: '2026-12-09', left: 13 });
      expect(await text('XS-2026-232:investigation')).toMatch(new RegExp(`剩 13 工作日.*劳动保障监察条例第17条 60 工作日.*${String(ends['base'])} 届满.*经批准可至 ${String(ends['more'])}`));
      expect(await clocks.innerText()).toMatch(/县定回复时限：未设；县定办理时限：未设[\s\S]*2027年假期未公布/);
      const colour = (id: string) => clocks.locator(`[data-clock="${id}"] strong`).evaluate((e) => getComputedStyle(e).color);
      expect(await colour('XS-2026-232:due')).not.toBe(await colour('XS-2026-232:investigation'));
    });
  });

  it('only 属地 and 主管部门 act: other filters say so and change nothing', async () => {
    const dept = await one(`SELECT count(*)::INT AS d, (count(*) FILTER (WHERE closed_on <= due_on))::INT AS n FROM cases WHERE dept_code = 'D02' AND due_on BETWEEN '2026-08-29' AND '${asOf}'`);
    await show('clues&dept=D02', async (page) => expect(await measure(page, 'clue_on_time_rate').innerText()).toContain(`${String(dept['n'])}/${String(dept['d'])}`));
    await show('clues&inv=1&g=2', async (page) => {
      expect(await measure(page, 'clue_on_time_rate').innerText()).toContain('112/119');
      for (const panel of ['clues', 'clocks', 'special', 'industries', 'events']) expect(await card(page, panel).innerText()).toMatch(/不按(投资性质、隐患等级|隐患等级、投资性质)筛选/);
    });
  });

  it('群体性, 一案三查, 移送, 援助, 行业 and 突发事件 are the ledgers’', async () => {
    const c = await one(`SELECT (count(*) FILTER (WHERE group_event))::INT AS g, count(*)::INT AS all, (count(*) FILTER (WHERE verified AND three_checked))::INT AS t, (count(*) FILTER (WHERE verified))::INT AS v, (count(*) FILTER (WHERE legal_aid))::INT AS l, (sum(workers) FILTER (WHERE industry = '建筑业'))::INT AS b, sum(workers)::INT AS w FROM cases WHERE year(received_on) = 2026`);
    await show('clues&from=year', async (page) => {
      const special = async (id: string): Promise<string> => (await row(card(page, 'special'), id).innerText()).replace(/\s+/g, ' ');
      expect([await special('group_rate'), await special('three_checked_rate'), await special('clues_legal_aid')]).toEqual([expect.stringContaining(`${String(c['g'])}/${String(c['all'])}`), expect.stringContaining(`${String(c['t'])}/${String(c['v'])}`), expect.stringContaining(`${String(c['l'])} 件`)]);
      const number = (n: unknown): string => Number(n).toLocaleString('en-US');
      expect((await row(card(page, 'industries'), '建筑业').innerText()).replace(/\s+/g, ' ')).toContain(`${number(c['b'])}/${number(c['w'])}`);
      expect(await card(page, 'events').locator('.stages').innerText()).toMatch(/前兆\s+0[\s\S]*解除\s+6\s+218 人/);
      expect((await row(card(page, 'events'), 'events_escalated_rate').innerText()).replace(/\s+/g, ' ')).toContain('1/6');
    });
  });
});

describe('报送与考核', () => {
  it('says who returned what: 城管局 alone is 未报送 in week 47, nobody in week 46', async () => {
    await show('returns', async (page) => {
      const depts = card(page, 'returnsDept');
      const unit = (code: string): Promise<string> => depts.locator(`tr[data-unit="${code}"]`).innerText().then((s) => s.replace(/\s+/g, ' '));
      expect(await unit('D11')).toMatch(/城管局.*未报送.*11-19 应报 · 0\/1 项/);
      expect(await unit('D01')).toMatch(/住建局.*按期.*21\/21 项/);
      expect(await depts.locator('.status.missing').count()).toBe(1);
      expect(await card(page, 'returnsPlace').locator('.status.missing').count()).toBe(0);
      expect(await depts.locator('.totals').innerText()).toMatch(/90\.9%\s+10\/11[\s\S]*未报送 1/);
      expect(await depts.locator('tr[data-unit="D11"] .strip').getAttribute('aria-label')).toBe('第44周 按期；第45周 按期；第46周 按期；第47周 未报送');
      await page.locator('[data-select="period"]').selectOption('2026W46');
      await expect.poll(() => depts.locator('.status.missing').count()).toBe(0);
      expect(page.url()).toContain('item=2026W46');
      await depts.getByRole('button', { name: '城管局：历次报送' }).click();
      await page.getByRole('dialog').locator('tbody tr').first().waitFor(ENGINE);
      expect(await rows(page.getByRole('dialog'))).toBe(4);
    });
  });

  it('a filter acts on its own axis; the other says it does not', async () => {
    await show('returns&dept=D11', async (page) => {
      expect([await card(page, 'returnsDept').locator('tr[data-unit]').count(), await card(page, 'returnsPlace').locator('tr[data-unit]').count()]).toEqual([1, 18]);
      expect(await card(page, 'returnsPlace').innerText()).toContain('不按主管部门筛选');
      expect(await card(page, 'returnsDept').innerText()).not.toContain('不按主管部门筛选');
    });
  });

  it('ranks the month’s points, equal points share a place, each loss with its reason; the month can be changed', async () => {
    await show('returns', async (page) => {
      const read = async (month: string): Promise<void> => {
        const found = await askDemo(asOf, `SELECT unit_code, rank() OVER (ORDER BY sum(points) DESC)::INT AS place, sum(points)::INT AS points, string_agg(reason, '') AS why FROM assessments WHERE axis = '属地' AND month = '${month}-01' GROUP BY 1`);
        for (const { unit_code, place, points, why } of found) {
          const text = (await card(page, 'pointsPlace').locator(`tr[data-unit="${String(unit_code)}"]`).innerText()).replace(/\s+/g, ' ');
          expect(text).toMatch(new RegExp(`^${String(place)}(并)? .* ${String(points)}/100`));
          if (why === null) expect(text).toContain('未失分');
          else expect(text).toMatch(/−\d+（.+）/);
        }
      };
      await read('2026-10');
      await page.locator('[data-select="month"]').selectOption('2026-08');
      await expect.poll(() => card(page, 'pointsPlace').locator('.meta').innerText()).toBe('2026-08');
      await read('2026-08');
    });
  });
});

describe('执法与检查', () => {
  it('counts the campaign by kind and the inspections by kind and month, with the records behind', async () => {
    const kinds = await askDemo(asOf, `SELECT kind, count(*)::INT AS n, (count(*) FILTER (WHERE done_on <= '${asOf}'))::INT AS done FROM actions WHERE meeting_on >= '2026-09-18' GROUP BY 1`);
    const found = await askDemo(asOf, `SELECT kind, sum(unlawful)::INT AS n, sum(employers)::INT AS d, sum(recovered_workers)::INT AS w FROM inspections WHERE inspected_on >= '2026-09-18' GROUP BY 1`);
    const months = await askDemo(asOf, `SELECT strftime(inspected_on, '%Y-%m') AS m, sum(unlawful)::INT AS n, sum(employers)::INT AS d FROM inspections WHERE inspected_on >= '2026-09-18' GROUP BY 1`);
    await show('enforcement&area=990101101', async (page) => {
      expect(await card(page, 'inspections').innerText()).toContain('不按属地筛选');
      expect(await card(page, 'measures').innerText()).not.toContain('不按');
    });
    await show('enforcement', async (page) => {
      const text = async (panel: string, id: string): Promise<string> => (await row(card(page, panel), id).innerText()).replace(/\s+/g, ' ');
      for (const k of kinds) expect(await text('measures', String(k['kind']))).toMatch(new RegExp(`${String(k['kind'])} i ${String(k['n'])} .*${String(k['done'])}/${String(k['n'])}`));
      for (const k of found) expect(await text('inspections', String(k['kind']))).toMatch(new RegExp(`${String(k['n'])}/${String(k['d'])} .* ${String(k['w'])}$`));
      for (const m of months) expect(await text('inspectionMonths', String(m['m']))).toContain(`${String(m['n'])}/${String(m['d'])}`);
      expect(await text('measures', '问责')).toContain('— 0/0');
      await row(card(page, 'measures'), '约谈').getByRole('button', { name: /采取/ }).click();
      await page.getByRole('dialog').locator('tbody tr').first().waitFor(ENGINE);
      expect(await rows(page.getByRole('dialog'))).toBe(3);
      expect(page.url()).not.toMatch(/%E/);
      await page.keyboard.press('Escape');
      await row(card(page, 'inspectionMonths'), '2026-10').getByRole('button', { name: /检查次数/ }).click();
      await page.getByRole('dialog').locator('tbody tr').first().waitFor(ENGINE);
      expect(await rows(page.getByRole('dialog'))).toBe((await one(`SELECT count(*)::INT AS n FROM inspections WHERE strftime(inspected_on, '%Y-%m') = '2026-10'`))['n']);
    });
  });
});

describe('every tab', () => {
  it.each(TABS.flatMap((tab) => [[tab, 'light', [[1920, 1080], [390, 844]]], [tab, 'dark', [[1366, 768], [360, 740]]]] as const))('%s, %s: no sideways scroll, axe finds nothing serious', async (tab, theme, sizes) => {
    await show(`${tab}&theme=${theme}`, async (page) => {
      await page.evaluate(axe.source);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        // No figure runs into the next one, none is cut.
        expect(await page.locator('#systems-panel .figures td').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent))).toEqual([]);
        const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('#systems-panel'));
        expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ').slice(0, 300)}`)).toEqual([]);
        await page.screenshot({ path: join(ARTIFACTS, `systems-${tab}-${width}-${theme}.png`), fullPage: true });
      }
    });
  });

  it.each(TABS)('%s speaks English and prints', async (tab) => {
    await show(`${tab}&lang=en`, async (page) => {
      const text = await page.locator('#systems-panel h2').allInnerTexts();
      expect(text.filter((t) => /[\u3400-\u9fff]/.test(t))).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#systems-panel .segments').first().isVisible()).toBe(false);
      await page.screenshot({ path: join(ARTIFACTS, `systems-${tab}-print.png`), fullPage: true });
    }, { width: 1123, height: 794 });
  });

  it('says 未导入 where a ledger was not imported, and that nobody can then be 未报送', async () => {
    const root = freshFolder();
    const file = join(root, '项目.csv');
    writeFileSync(file, '项目名称,属地,主管部门,建设单位,隐患等级,未支付工资（万元）,涉及人数,发现日期,拖欠起始\n沿河公路,太平镇,交通运输局,交投公司,严重,30,20,2026-10-01,2026-07-01\n');
    const outcome = await run(root, file, asOf);
    expect(outcome.blocking).toEqual([]);
    const poor = await open(join(root, 'snapshots'));
    try {
      for (const [tab, panels] of [['clues', ['clues', 'clocks', 'special', 'industries', 'events']], ['returns', ['returnsPlace', 'returnsDept', 'pointsPlace', 'pointsDept']], ['enforcement', ['measures', 'measureUnits', 'inspections', 'inspectionMonths']]] as const) {
        await show(tab, async (page) => {
          for (const panel of panels) expect(await card(page, panel).innerText()).toContain('未导入');
          if (tab === 'returns') expect(await page.locator('.returns').innerText()).toContain('不能判断哪个单位未报送');
        }, { site: poor });
      }
    } finally {
      await poor.close();
    }
  });

  it('hostile names stay text', async () => {
    const hostile = await open(await hostileSnapshots(freshFolder()));
    try {
      for (const query of ['clues&by=place', 'clues&from=all&term=clues_received.n', 'returns&term=history&who=place:990101001', 'enforcement&by=place&term=measures_taken.n']) {
        await show(query, async (page) => {
          if (query.includes('term=')) await page.getByRole('dialog').locator('tbody tr').first().waitFor(ENGINE);
          await expect.poll(() => page.locator('body').innerText()).toContain(HOSTILE_NAMES.html.slice(0, 30));
          expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
          expect(await page.locator('main img[onerror], main script, dialog img, dialog script').count()).toBe(0);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366);
        }, { site: hostile, width: 1366, height: 768 });
      }
    } finally {
      await hostile.close();
    }
  });
});

describe('what is on screen is what the page says it is', () => {
  it('a list by Back: no rows of another period under the new one', () => show('clues&from=campaign&term=clues_received.n', async (page) => {
    const drawer = page.getByRole('dialog');
    await drawer.locator('tbody tr').first().waitFor(ENGINE);
    const first = await drawer.locator('.count').innerText();
    const seen = await watchDrawing(page, `() => { const at = document.querySelector('dialog .count'); return at && at.innerText + ' | ' + (document.querySelector('dialog .csv') !== null); }`);
    await page.evaluate(() => (location.hash = location.hash.replace('from=campaign', 'from=year')));
    await expect.poll(() => seen().then((all) => all.at(-1)), ENGINE).toMatch(/^\d.*2026-01-01.*true$/);
    const [rowsBefore] = first.split(' · ');
    const all = await seen();
    expect(all.filter((s) => s.includes('2026-01-01') && (s.startsWith(rowsBefore!) || (!/^\d/.test(s) && s.endsWith('true'))))).toEqual([]);
    expect(all.at(-1)!.startsWith(rowsBefore!)).toBe(false);
  }));
  it('a list of another snapshot is loading until its ledger is there', () => show('clues&from=year&term=clues_received.n', async (page) => {
    const drawer = page.getByRole('dialog');
    await drawer.locator('tbody tr').first().waitFor(ENGINE);
    const late = await hold(page, /2026-11-13\/cases\.parquet/);
    await page.evaluate(() => (location.hash += '&s=2026-11-13'));
    await late.asked;
    await expect.poll(() => drawer.innerText()).toContain('2026-11-13');
    await expect.poll(() => drawer.locator('.list').getAttribute('aria-busy')).toBe('true');
    expect([await drawer.locator('tbody tr').count(), await drawer.locator('.csv').count()]).toEqual([0, 0]);
    expect(await page.locator('.clues .card .content').count()).toBe(0);
    late.release();
    await drawer.locator('tbody tr').first().waitFor(ENGINE);
  }));
  it('another period: no number of the one before beside its days', () => show('clues', async (page) => {
    const number = await measure(page, 'clues_received').locator('strong').innerText();
    const seen = await watchDrawing(page, `() => document.querySelector('.period .days').innerText.slice(0, 10) + ' ' + (document.querySelector('[data-measure="clues_received"] strong')?.innerText ?? '')`);
    await page.getByRole('button', { name: '本年', exact: true }).click();
    await expect.poll(() => seen().then((all) => all.at(-1)), ENGINE).toMatch(/^2026-01-01 \d+$/);
    expect((await seen()).filter((s) => s === `2026-01-01 ${number}`)).toEqual([]);
  }));
  it('an axis that was shown before has its own heading again', () => show('clues', async (page) => {
    const first = card(page, 'clues').locator('thead th').first();
    const [heading, id] = [await first.innerText(), await card(page, 'clues').locator('tbody tr').first().getAttribute('data-row')];
    const axes = card(page, 'clues').locator('.controls button');
    await axes.nth(1).click();
    await expect.poll(() => first.innerText(), ENGINE).not.toBe(heading);
    await axes.nth(0).click();
    await expect.poll(() => card(page, 'clues').locator('tbody tr').first().getAttribute('data-row'), ENGINE).toBe(id);
    expect(await first.innerText()).toBe(heading);
  }));
});
