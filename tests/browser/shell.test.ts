import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder } from './site.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { writeIndex } from '../../scripts/snapshot/index-file.ts';
import { askDemo, demoFolder } from '../support/demo.ts';
import { freshFolder } from '../support/ledgers.ts';
import { hold, watchDrawing } from './hold.ts';
import { launch, watchPage, wholePage } from './launch.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
/** The day after the newest snapshot of the demo. */
const NOW = '2026-11-21T09:05:00';

let browser: Browser;
let dist: string;
let demo: Served;
const sites: Served[] = [];

async function site(snapshots: string): Promise<Served> {
  const opened = await serve({ roots: { '/qq/': dist, '/qq/snapshots/': snapshots }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': CSP } });
  sites.push(opened);
  return opened;
}
beforeAll(async () => {
  [browser, dist] = await Promise.all([launch(), appFolder()]);
  demo = await site(await demoFolder());
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(sites.map((s) => s.close()));
});

interface Options {
  readonly at?: Served;
  readonly now?: string;
  readonly size?: readonly [number, number];
  readonly before?: (page: Page) => Promise<unknown>;
  /** Text that says the page is there. */
  readonly ready?: string | RegExp;
  /** Complaints of the console that belong to the test. */
  readonly expected?: RegExp;
}

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

const linkOf = (query: string, at: Served): string => `http://intranet.test:${new URL(at.url).port}/qq/#/${query}`;

async function show(query: string, test: (page: Page) => Promise<void>, options: Options = {}): Promise<void> {
  const { at = demo, now = NOW, size: [width, height] = [1920, 1080], ready = /\d+\/\d+ 个项目/ } = options;
  const page = await browser.newPage({ viewport: { width, height } });
  const log = watchPage(page);
  try {
    await page.addInitScript(setClock, Date.parse(now));
    await options.before?.(page);
    await page.goto(linkOf(query, at));
    await page.getByText(ready).first().waitFor();
    if (!options.ready) await wholePage(page);
    await test(page);
    expect(log.complaints.filter((c) => !options.expected?.test(c))).toEqual([]);
  } finally {
    await page.close();
  }
}

/** The engine of a busy machine takes its time. */
const expectSoon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });
const bar = (page: Page): Locator => page.locator('section.bar');
const summary = (page: Page): Locator => bar(page).locator('.summary');
const control = (page: Page, name: string | RegExp): Locator => bar(page).getByRole('button', { name });
const panel = (page: Page): Locator => page.locator('.pop-panel');
const toast = (page: Page): Locator => page.locator('.toast');
/** Without the map's view, which settles in its own time. */
const hash = async (page: Page): Promise<string> => (await page.evaluate(() => decodeURIComponent(location.hash))).replace(/[?&]v=[^&]*$/, '');
const projectsUnder = async (where: string, asOf = '2026-11-20'): Promise<number> =>
  Number((await askDemo(asOf, `SELECT count(*) AS n FROM projects WHERE (stage IS DISTINCT FROM '已完工已结算' OR open) AND ${where}`))[0]!['n']);

async function findings(page: Page, within: string): Promise<string[]> {
  // Evaluated by the debugger, past the page's CSP.
  await page.evaluate(`${AXE};0`);
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: { run: (at: string) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run(selector);
    return violations.filter((v) => ['serious', 'critical'].includes(v.impact)).map((v) => `${v.id} ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
  }, within);
}

describe('the snapshot picker', () => {
  it('lists the weeks newest first, the missing one apart, and opens one by mouse; filters and 上周 stay', () =>
    show('?g=1,2', async (page) => {
      await control(page, /^数据截至/).click();
      const lines = panel(page).getByRole('option');
      expect(await lines.first().innerText()).toMatch(/^2026-11-20 · 第47周 · r1/);
      expect(await panel(page).getByText('第40周 未发布（国庆）').getAttribute('aria-disabled')).toBe('true');
      expect(await lines.count()).toBe(26);
      await lines.filter({ hasText: '第46周' }).click();
      await expectSoon(() => control(page, /^对比/).innerText()).toContain('上周 第45周 11-06');
      await expectSoon(() => hash(page)).toContain('s=2026-11-13&g=1,2');
      expect(await bar(page).innerText()).toContain('正在查看历史快照，最新为第47周');
      await bar(page).getByRole('button', { name: '返回最新' }).click();
      await expectSoon(() => hash(page)).toBe('#/?g=1,2');
    }));

  it('opens one by keyboard and gives the focus back on Esc', () =>
    show('', async (page) => {
      const button = control(page, /^数据截至/);
      await button.focus();
      await page.keyboard.press('Enter');
      await panel(page).waitFor();
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      expect(await button.evaluate((e) => e === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await panel(page).waitFor();
      for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowDown');
      // Seven lines down is 第39周: the missing week is passed over.
      await page.keyboard.press('Enter');
      await expectSoon(() => button.innerText()).toContain('2026-09-25 · 第39周');
    }));
});

describe('the comparison', () => {
  it.each([
    ['', /^上周 第46周 11-13$/],
    ['?s=2026-10-09', /^上期 第39周 09-25$/],
    ['?c=2026-09-18', /^期初 第38周 09-18$/],
    ['?c=2026-10-16', /^第42周 10-16$/],
    ['?c=none', /^不对比$/],
    ['?s=2026-05-29', /^无（期初）$/],
  ])('%s is said as %s', (query, words) => show(query, async (page) => expectSoon(() => control(page, /^对比/).innerText()).toMatch(words)));

  it('is chosen by mouse and by keyboard (C)', () =>
    show('', async (page) => {
      await control(page, /^对比/).click();
      await panel(page).getByRole('option', { name: /^期初/ }).click();
      await expectSoon(() => hash(page)).toBe('#/?c=2026-09-18');
      await page.keyboard.press('c');
      await panel(page).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expectSoon(() => hash(page)).toBe('#/?c=none');
    }));
});

describe('filters', () => {
  it.each([
    ['主管部门', '交通局', "dept_code = 'D02'", 'dept=D02'],
    ['属地', '太平镇', "place_code = (SELECT place_code FROM places WHERE name = '太平镇')", 'area='],
    ['投资性质', '政府投资', "invest_kind = '政府投资'", 'inv=1'],
    ['隐患等级', '严重', "grade_now = '严重'", 'g=2'],
    ['更多', '在建', "stage = '在建'", 'stage=2'],
  ])('%s: %s counts what SQL counts, and its ✕ clears it', async (filter, option, where, key) => {
    const n = await projectsUnder(where);
    await show('', async (page) => {
      await control(page, new RegExp(`^${filter}.*全部$`)).click();
      const line = panel(page).locator('label').filter({ hasText: option }).first();
      expect(await line.innerText()).toMatch(new RegExp(`${option}\\s*${n}$`));
      await line.click();
      await expectSoon(() => summary(page).innerText()).toBe(`已筛选 ${n}/66 个项目`);
      expect(await hash(page)).toContain(key);
      await page.keyboard.press('Escape');
      await bar(page).getByRole('button', { name: /^清除(主管部门|属地|投资性质|隐患等级|项目阶段)$/ }).click();
      await expectSoon(() => summary(page).innerText()).toBe('未筛选 · 66/66 个项目');
      await expectSoon(() => hash(page)).toBe('#/');
    });
  });

  it('count under all other filters, not under their own', async () => {
    const n = await projectsUnder("dept_code = 'D01' AND invest_kind = '政府投资'");
    await show('?dept=D02&inv=1', async (page) => {
      await control(page, /^主管部门 交通局/).click();
      await expectSoon(() => panel(page).locator('label').filter({ hasText: '住建局' }).innerText()).toMatch(new RegExp(`住建局\\s*${n}$`));
    });
  });

  it('work by keyboard: search, tick, 反选, and say 住建局 +1', () =>
    show('', async (page) => {
      await control(page, /^主管部门/).focus();
      await page.keyboard.press('Enter');
      await panel(page).getByRole('searchbox').waitFor();
      await page.keyboard.type('局');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expectSoon(() => hash(page)).toContain('dept=D01,D02');
      await expectSoon(() => control(page, /^主管部门/).innerText()).toMatch(/主管部门\s*住建局 \+1/);
      await panel(page).getByRole('button', { name: '反选' }).click();
      await expectSoon(async () => (await hash(page)).includes('D01')).toBe(false);
      await panel(page).getByRole('button', { name: '全选' }).click();
      await panel(page).getByRole('button', { name: '清除' }).click();
      await expectSoon(() => hash(page)).toBe('#/');
    }));

  it.each(['<img src=x onerror=alert(1)>', "'; DROP TABLE places; --", '\u202E镇\u0000', '😀', '.*+?^${}()|[\\]'])('take %j in the search for text', (text) =>
    show('', async (page) => {
      let dialogs = 0;
      page.on('dialog', (d) => {
        dialogs += 1;
        void d.dismiss();
      });
      await control(page, /^属地/).click();
      await panel(page).getByRole('searchbox').fill(text);
      await panel(page).getByText('没有匹配的选项').waitFor();
      expect(dialogs).toBe(0);
      expect(await page.locator('img').count()).toBe(0);
    }));

  it('are announced with their count', () =>
    show('', async (page) => {
      await control(page, /^属地/).click();
      await panel(page).locator('label').filter({ hasText: '太平镇' }).click();
      await expectSoon(() => page.locator('[aria-live="polite"].unseen').innerText()).toMatch(/已筛选：太平镇，\d+\/66 个项目/);
    }));
});

describe('the address', () => {
  it('goes back and forward over filters and snapshot, not over corrections', () =>
    show('', async (page) => {
      const length = (): Promise<number> => page.evaluate(() => history.length);
      const start = await length();
      await control(page, /^隐患等级/).click();
      await panel(page).locator('label').filter({ hasText: '严重' }).click();
      await expectSoon(() => hash(page)).toBe('#/?g=2');
      await page.keyboard.press('Escape');
      await page.keyboard.press('v');
      await expectSoon(() => hash(page)).toBe('#/?g=2&tab=map');
      await page.keyboard.press('[');
      await expectSoon(() => hash(page)).toBe('#/?s=2026-11-13&g=2&tab=map');
      expect(await length()).toBe(start + 2);
      await page.goBack();
      await expectSoon(() => control(page, /^数据截至/).innerText()).toContain('第47周');
      await expectSoon(() => summary(page).innerText()).toMatch(/^已筛选 1\/66/);
      await page.goBack();
      await expectSoon(() => summary(page).innerText()).toMatch(/^未筛选/);
      await page.goForward();
      await expectSoon(() => summary(page).innerText()).toMatch(/^已筛选 1\/66/);
      expect(await hash(page)).toBe('#/?g=2&tab=map');
    }));

  it('opens a bad link with what was good and one notice, and keeps what it does not know', () =>
    show('?g=2,9&dept=D02,D99&area=nowhere&m=nonsense&c=2019-01-01&from=oa', async (page) => {
      await toast(page).waitFor();
      expect(await toast(page).innerText()).toBe('链接中 5 个条件在本快照中不存在，已忽略');
      await expectSoon(() => hash(page)).toBe('#/?dept=D02&g=2&from=oa');
      await expectSoon(() => summary(page).innerText()).toMatch(/^已筛选/);
      expect(await toast(page).count()).toBe(1);
    }));

  it('opens the nearest earlier snapshot for one that is not published', () =>
    show('?s=2026-10-02', async (page) => {
      expect(await toast(page).innerText()).toBe('链接中的快照 2026-10-02 不存在，已打开此前最近的 2026-09-25（第39周）');
      await expectSoon(() => hash(page)).toBe('#/?s=2026-09-25');
    }, { ready: /不存在，已打开此前最近的/ }));

  it('is copied with theme and language, and reopens the screen', async () => {
    let link = '';
    await show('?g=2', async (page) => {
      await page.keyboard.press('t');
      await page.getByRole('button', { name: '复制链接' }).click();
      await page.getByText('链接已复制').waitFor();
      link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
      expect(link).toContain('?s=2026-11-20&g=2&theme=dark&lang=zh-CN');
    }, { before: (page) => page.addInitScript(() => {
      document.execCommand = () => {
        (window as unknown as { copied: string }).copied = (document.activeElement as HTMLTextAreaElement).value;
        return true;
      };
    }) });
    await show(link.slice(link.indexOf('#/') + 2), async (page) => {
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
      await expectSoon(() => summary(page).innerText()).toMatch(/^已筛选 1\/66/);
    });
  });

  it('is shown to be copied by hand where the browser allows neither way', () =>
    show('', async (page) => {
      await page.getByRole('button', { name: '复制链接' }).click();
      const field = page.getByLabel('浏览器不允许自动复制，请按 Ctrl+C 复制这个链接');
      expect(await field.inputValue()).toContain('#/?s=2026-11-20');
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
    }, { before: (page) => page.addInitScript(() => {
      document.execCommand = () => false;
    }) }));
});

describe('language and theme', () => {
  it('speak English throughout, and remember it', () =>
    show('', async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Not filtered · 66/66 projects').waitFor();
      expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['en', 'Wage Arrears Map']);
      // Left in Chinese: the publisher's name (data) and the switch back, which bears its language's own name.
      const chinese = async (at: Locator): Promise<string> => (await at.innerText()).replace('中文', '').replace(/安澜县根治拖欠农民工工资工作领导小组办公室/g, '');
      for (const part of ['header.hd', 'section.bar', 'footer.ft']) expect(await chinese(page.locator(part))).not.toMatch(/[\u4e00-\u9fff]/);
      for (const name of [/^Data as of/, /^Against/, /^Investment/, /^Risk grade/, /^More/, /^Cut-off/]) {
        await control(page, name).click();
        await panel(page).waitFor();
        expect((await panel(page).innerText()).replace('根治欠薪冬季专项行动', '')).not.toMatch(/[\u4e00-\u9fff]/);
        await page.keyboard.press('Escape');
        await panel(page).waitFor({ state: 'detached' });
      }
      await page.keyboard.press('?');
      expect(await page.locator('dialog').innerText()).not.toMatch(/[\u4e00-\u9fff]/);
      await page.reload();
      await page.getByText('Not filtered · 66/66 projects').waitFor();
    }));

  it('offer light, dark and the system’s, and remember the choice', () =>
    show('', async (page) => {
      const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['theme']);
      expect(await theme()).toBe('light');
      await page.getByRole('button', { name: '主题' }).click();
      await page.getByRole('menuitemradio', { name: '深色（投影）' }).click();
      expect(await theme()).toBe('dark');
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(13, 21, 29)');
      await page.reload();
      await page.getByText(/66 个项目/).first().waitFor();
      expect(await theme()).toBe('dark');
      await page.emulateMedia({ colorScheme: 'light' });
      await page.keyboard.press('t');
      await expectSoon(theme).toBe('light');
      expect(await toast(page).innerText()).toBe('主题：跟随系统');
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectSoon(theme).toBe('dark');
    }));
});

describe('keys', () => {
  it('list themselves behind ? and do nothing while typing', () =>
    show('', async (page) => {
      await page.keyboard.press('?');
      const list = page.locator('dialog');
      await list.waitFor();
      for (const words of ['上一期快照', '换主题', '打开导出菜单', '退一步']) expect(await list.innerText()).toContain(words);
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'detached' });
      await control(page, /^主管部门/).click();
      await panel(page).getByRole('searchbox').fill('');
      await page.keyboard.type('tv[');
      expect(await panel(page).getByRole('searchbox').inputValue()).toBe('tv[');
      expect([await page.evaluate(() => document.documentElement.dataset['theme']), await hash(page)]).toEqual(['light', '#/']);
    }));

  it('step back with Esc: popover, then selection, then filters, which can be undone', () =>
    show('?g=2&sel=XYZ', async (page) => {
      await control(page, /^属地/).click();
      await panel(page).waitFor();
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      expect(await hash(page)).toBe('#/?g=2&sel=XYZ');
      await page.keyboard.press('Escape');
      await expectSoon(() => hash(page)).toBe('#/?g=2');
      await page.keyboard.press('Escape');
      await expectSoon(() => hash(page)).toBe('#/');
      expect(await toast(page).innerText()).toContain('已清除筛选');
      await toast(page).getByRole('button', { name: '撤销' }).click();
      await expectSoon(() => hash(page)).toBe('#/?g=2');
    }));

  it('M goes through the indicators, ] stops at the newest, E opens the export menu with the sizes', () =>
    show('', async (page) => {
      await page.keyboard.press('m');
      await expectSoon(() => hash(page)).toBe('#/?m=clue_on_time_rate');
      await page.keyboard.press(']');
      await page.keyboard.press('e');
      await page.getByRole('menu', { name: '导出本页' }).waitFor();
      expect(await panel(page).innerText()).toMatch(/\d+ 行[\s\S]*打印 \/ PDF\s*A4/);
      expect(await hash(page)).toBe('#/?m=clue_on_time_rate');
    }));

  it('F asks for the full screen and says when it is refused', () =>
    show('', async (page) => {
      await page.keyboard.press('f');
      await expectSoon(() => toast(page).innerText()).toBe('浏览器没有允许全屏，可按 F11');
    }, { before: (page) => page.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
    }) }));
});

describe('states of the page', () => {
  it.each([['2026-11-29T09:00:00', false], ['2026-11-30T09:00:00', true], ['2026-12-05T09:00:00', true]])('at %s the data are stale: %s', (now, stale) =>
    show('', async (page) => {
      expect(await page.locator('main.stale').count()).toBe(stale ? 1 : 0);
      if (now.startsWith('2026-12-05')) await page.getByText('数据截至 2026-11-20（第47周），距今 15 天。下列数字可能已变化。').waitFor();
    }, { now }));

  it('filters that leave nothing say so above the panels, with the way out', () =>
    show('?g=2&stage=1&dept=D10', async (page) => {
      const notice = page.locator('main .notice');
      await expectSoon(() => notice.innerText()).toMatch(/^没有符合条件的项目 · 已筛选 0\/66 个项目\s*清除筛选$/);
      await notice.getByRole('button', { name: '清除筛选' }).click();
      await notice.waitFor({ state: 'detached' });
      await page.getByText('未筛选 · 66/66 个项目').waitFor();
    }, { ready: '清除筛选' }));

  it('an empty panel names the filters its count is of, and says no count of another snapshot', () =>
    show('?g=2&stage=1&dept=D10', async (page) => {
      const said = page.locator('.empty p').first();
      await expectSoon(() => said.innerText()).toMatch(/× .* = 0\/66$/);
      const seen = await watchDrawing(page, `() => document.querySelector('.empty p')?.innerText ?? null`);
      const before = (await seen()).at(-1);
      await page.evaluate(() => (location.hash = '#/?dept=D02&g=2'));
      await expectSoon(() => summary(page).innerText()).not.toMatch(/ 0\/66/);
      expect(new Set(await seen())).toEqual(new Set([before]));
      await page.evaluate(() => (location.hash = '#/?g=2&stage=1&dept=D10'));
      await expectSoon(() => said.innerText()).toBe(before);
      const late = await hold(page, /2026-11-13\/projects\.parquet/);
      await page.keyboard.press('[');
      await late.asked;
      await expectSoon(() => bar(page).innerText()).toContain('2026-11-13');
      await expectSoon(() => page.locator('.empty p').count()).toBe(0);
      late.release();
      await expectSoon(() => said.innerText()).toBe(before);
    }, { ready: '清除筛选' }));

  it('a damaged manifest blocks the page and offers the snapshot before', async () => {
    const folder = freshFolder();
    const source = await demoFolder();
    for (const week of ['2026-11-13', '2026-11-20']) cpSync(join(source, week), join(folder, week), { recursive: true });
    writeIndex(folder);
    const manifest = join(folder, '2026-11-20', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('2026-11-20', '2026-11-21'));
    await show('', async (page) => {
      expect(await page.locator('main').innerText()).not.toContain('64/66');
      expect(await page.getByRole('alert').innerText()).toContain('manifest.json');
      await page.getByRole('button', { name: '打开上一期 第46周' }).click();
      await expectSoon(() => control(page, /^数据截至/).innerText()).toContain('2026-11-13 · 第46周');
    }, { at: await site(folder), ready: '复制详情' });
  });

  it.each([[1920, 1080], [390, 844]] as const)('a snapshot that cannot be read: no seal, no date and no link of the one before, %i px wide', (width, height) =>
    show('', async (page) => {
      await page.getByText(/SHA-256 /).first().waitFor({ state: 'attached' });
      await page.route(/2026-11-13\/manifest\.json/, (route) => route.abort());
      await page.keyboard.press('[');
      await page.getByRole('alert').waitFor();
      expect(await page.locator('body').innerText()).not.toMatch(/SHA-256|11-20/);
      if (width < 768) {
        expect(await page.getByRole('button', { name: /^数据截至/ }).innerText()).toBe('11-13 · 第46周');
        await page.locator('button.more').click();
        await page.getByRole('menuitem', { name: '复制链接' }).click();
      } else await page.getByRole('button', { name: '复制链接' }).click();
      await expectSoon(() => page.evaluate(() => (window as unknown as { copied?: string }).copied)).toContain('?s=2026-11-13');
    }, { size: [width, height], expected: /ERR_FAILED|Failed to load/, before: (page) => page.addInitScript(() => {
      document.execCommand = () => {
        (window as unknown as { copied: string }).copied = (document.activeElement as HTMLTextAreaElement).value;
        return true;
      };
    }) }));

  it('a snapshot of a newer format says so', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ format: 99, snapshots: 'unlike anything' }));
    await show('', async (page) => {
      expect(await page.getByRole('alert').innerText()).toContain('快照由更新的版本发布');
      expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0);
    }, { at: await site(folder), ready: '复制详情' });
  });

  it('nothing published says what to do', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ format: 1, snapshots: [] }));
    await show('', async (page) => expect(await page.getByRole('alert').innerText()).toContain('还没有发布过快照'), { at: await site(folder), ready: '复制详情' });
  });

  it('without WebAssembly the stored overview stays, filters are off and say why', () =>
    show('', async (page) => {
      await page.getByText('查询引擎不可用：筛选已停用').waitFor();
      expect(await page.locator('main').innerText()).toContain('64/66');
      const dept = control(page, /^主管部门/);
      expect([await dept.getAttribute('aria-disabled'), await dept.getAttribute('title')]).toEqual(['true', '查询引擎不可用，不能筛选']);
      await dept.click({ force: true });
      expect(await panel(page).count()).toBe(0);
      await control(page, /^数据截至/).click();
      await panel(page).getByRole('option').filter({ hasText: '第46周' }).click();
      await expectSoon(() => page.locator('main').innerText()).toContain('60/66');
    }, { before: (page) => page.addInitScript(() => {
      delete (globalThis as { WebAssembly?: unknown }).WebAssembly;
    }) }));
});

describe('on every screen', () => {
  it.each([
    ['1920x1080', [1920, 1080], ''], ['1366x768', [1366, 768], '?area=990101007'], ['390x844', [390, 844], '?g=1,2'],
  ] as const)('%s: header and filter bar are clean in light and dark, open and closed', (name, size, query) =>
    show(query, async (page) => {
      for (const theme of ['light', 'dark']) {
        await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
        expect(await findings(page, 'header.hd')).toEqual([]);
        expect(await findings(page, 'section.bar')).toEqual([]);
        for (const opener of await page.locator('.pop > button').all()) {
          await opener.click();
          await panel(page).waitFor();
          expect(await findings(page, '.pop-panel')).toEqual([]);
          await page.keyboard.press('Escape');
          await panel(page).waitFor({ state: 'detached' });
        }
        expect(await findings(page, 'footer.ft')).toEqual([]);
        await page.screenshot({ path: join(ARTIFACTS, `shell-${name}-${theme}.png`) });
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size[0]);
    }, { size }));

  it('at 1366 the clocks stand in the header, and the bands have their heights', () =>
    show('', async (page) => {
      await expectSoon(() => page.locator('header.hd').innerText()).toContain('距年底 41 天 · 距除夕 77 天');
      await page.locator('section.bar').waitFor();
      expect(await page.evaluate(() => ['header.hd', 'section.bar', 'footer.ft'].map((s) => document.querySelector(s)!.getBoundingClientRect().height))).toEqual([44, 40, 32]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(768);
    }, { size: [1366, 768] }));

  it('at 1920 one screen holds it all, and nothing moves when the numbers come', () =>
    show('', async (page) => {
      const bands = (): Promise<(number | null)[]> => page.evaluate(() => ['header.hd', 'main', 'footer.ft'].map((s) => document.querySelector(s)!.getBoundingClientRect().top));
      const before = await bands();
      await page.locator('section.bar').waitFor();
      await page.locator('[data-panel="trend"] .chart svg').first().waitFor();
      expect(await bands()).toEqual(before);
      expect(await page.evaluate(() => ['header.hd', 'section.bar', 'footer.ft'].map((s) => document.querySelector(s)!.getBoundingClientRect().height))).toEqual([56, 48, 32]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(1080);
    }));
});
