import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_CSP } from '../../scripts/site/csp.ts';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { listPublished, writeIndex } from '../../scripts/snapshot/index-file.ts';
import { demoFolder } from '../support/demo.ts';
import { HOSTILE_NAMES, hostileSnapshots } from '../support/hostile-snapshot.ts';
import { freshFolder } from '../support/ledgers.ts';
import { launch, watchPage } from './launch.ts';
import { appFolder } from './site.ts';

const ARTIFACTS = fileURLToPath(new URL('../artifacts/', import.meta.url));
const NOW = '2026-11-23T09:05:00';

let browser: Browser;
let dist: string;
let demo: Served;
const publish = async (folder: string): Promise<Served> => serve({ roots: { '/qq/': dist, '/qq/snapshots/': folder }, port: 0, host: '127.0.0.1', bare: true, headers: { 'content-security-policy': HEADER_CSP } });
beforeAll(async () => {
  mkdirSync(ARTIFACTS, { recursive: true });
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
  readonly touch?: boolean;
  readonly path?: string;
}

/** The page's clock starts at `start`; `skip(ms)` puts it forward. It survives a reload. */
function setClock(start: number): void {
  const Real = Date;
  const kept = Number(sessionStorage.getItem('clock') ?? '');
  let offset = kept === 0 ? start - Real.now() : kept;
  const keep = (): void => sessionStorage.setItem('clock', String(offset));
  keep();
  (window as unknown as { skip: (ms: number) => void }).skip = (ms) => {
    offset += ms;
    keep();
  };
  window.Date = class extends Real {
    constructor(...given: [] | [number]) {
      super(...(given.length === 0 ? [Real.now() + offset] : given) as [number]);
    }
    static override now = (): number => Real.now() + offset;
  } as DateConstructor;
}

async function show(query: string, test: (page: Page) => Promise<void>, { size: [width, height] = [1920, 1080], site = demo, touch = false, path = '/meeting' }: Options = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  const page = await context.newPage();
  const { complaints } = watchPage(page);
  try {
    await page.addInitScript(setClock, Date.parse(NOW));
    await page.goto(`http://intranet.test:${new URL(site.url).port}/qq/#${path}${query}`);
    await test(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}
const ready = (page: Page) => page.locator('.meeting[data-ready="true"]').waitFor({ timeout: 45_000 });
/** The key's listener is not part of what the first number waits for: the list of keys says when it is there. */
async function pressMeetingKey(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await page.locator('dialog[open] dt', { hasText: /^P$/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.keyboard.press('p');
}
const title = (page: Page): Promise<string> => page.locator('.meeting h2').first().innerText();
const key = (page: Page, name: string): Promise<string | null> => page.evaluate((k) => new URLSearchParams(location.hash.split('?')[1]).get(k), name);
const at = (page: Page): Promise<string | null> => page.evaluate(() => document.querySelector('.m-foot .facts')?.textContent?.match(/(\d+) \/ \d+/)?.[1] ?? null);
const current = (page: Page): Promise<string> => page.locator('.strip [aria-current="step"]').innerText();
const body = (page: Page): Promise<string> => page.locator('.canvas').innerText();
const skip = (page: Page, ms: number): Promise<void> => page.evaluate((by) => (window as unknown as { skip: (ms: number) => void }).skip(by), ms);

/** What cannot be read or does not fit: text under 24 px, content outside the canvas, a card whose content is cut. */
const faults = (page: Page): Promise<string[]> => page.evaluate(() => {
  const canvas = document.querySelector('.canvas')!.getBoundingClientRect();
  const found: string[] = [];
  for (const el of document.querySelectorAll<HTMLElement>('.canvas *')) {
    if (el.closest('.info, [class*="unseen"]')) continue;
    const box = el.getBoundingClientRect();
    const style = getComputedStyle(el);
    const name = `${el.tagName}.${el.getAttribute('class') ?? ''} ${(el.textContent ?? '').trim().slice(0, 24)}`;
    const own = [...el.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && (n.textContent ?? '').trim() !== '');
    if (own && Number.parseFloat(style.fontSize) < 24) found.push(`small: ${style.fontSize} ${name}`);
    if (own && box.width > 0 && (box.right > canvas.right + 1 || box.bottom > canvas.bottom + 1 || box.left < canvas.left - 1)) found.push(`outside: ${name}`);
    if (el.matches('.m-card, .m-finding, .m-body, .strip, .list-slide, .board, .summary, .paid, .deadline') && (el.scrollHeight > el.clientHeight + 2 || el.scrollWidth > el.clientWidth + 2)) found.push(`cut: ${name} ${el.scrollHeight}>${el.clientHeight} ${el.scrollWidth}>${el.clientWidth}`);
  }
  return found;
});
/** Remarks of the numbers that are not seen whole. */
const left = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.kpi .foot span')].filter((el) => {
  const [own, card] = [el.getBoundingClientRect(), el.closest('.kpi')!.getBoundingClientRect()];
  return own.bottom > card.bottom + 1 || el.offsetTop + el.offsetHeight > el.parentElement!.offsetTop + el.parentElement!.offsetHeight + 1 || el.scrollWidth > el.clientWidth + 1;
}).map((el) => el.textContent ?? ''));
const serious = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run('.meeting')).violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`));
};

/** Titles of the demo's meeting of week 47, in order; site and decisions have their own. */
const WEEK_47 = [
  ['本周总览', '无欠薪 64/66，本周销号 4 个，还剩 2 个'], ['本周总览', '四个底线突破 1 个，守住 3/4，本周清偿 753.0 万元'],
  ['上周交办', '上周交办 11 项，办结 8 项，3 项未办结、2 项超期'], ['上周交办', '上周交办 11 项，办结 8 项，3 项未办结、2 项超期'],
  ['承诺', '承诺逾期 0 个，改期 2 个，其中本周改期 0 个'], ['严重项目', '安澜大道东延工程（二标）'],
  ['一般与预警', '一般项目 1 个，涉及 128.6 万元'], ...Array.from({ length: 3 }, () => ['一般与预警', '早期预警 7 条，涉及 7 个项目']),
  ['红黑榜', '线索按期办结率 112/119 = 94.1%，2 个部门低于 90%'], ...Array.from({ length: 2 }, () => ['红黑榜', '线索按期办结率 112/119 = 94.1%，3 个属地低于 90%']),
  ['红黑榜', '2 名包案领导的 2 个项目连续 2 周以上未动'], ...Array.from({ length: 3 }, () => ['红黑榜', '10月考核 20/29 个单位扣分，1 个单位本周未报送']),
  ['清零倒计时', '距年底 41 天，还剩 2 个：每周须销号 0.3 个，近 12 周实际 2.4 个'], ['本次交办', ''],
];

describe('the meeting of week 47', () => {
  it.each(['dark', 'light'])('is walked with the keyboard alone, %s: every finding, nothing small or cut, axe content', (theme) => show(`?theme=${theme}`, async (page) => {
    await page.locator('.kpis:not([aria-busy="true"])').waitFor({ timeout: 45_000 });
    await expect.poll(() => page.locator('.hd').count()).toBe(1);
    await pressMeetingKey(page);
    await ready(page);
    const seen: string[][] = [];
    for (let i = 0; i < WEEK_47.length; i += 1) {
      await expect.poll(() => at(page)).toBe(String(i + 1));
      const [topic, expected] = WEEK_47[i]!;
      expect((await current(page)).replace(/\s+/g, ' ')).toContain(topic!);
      if (expected !== '') await expect.poll(async () => (await title(page)).replace(/\s*\d\/\d$/, '')).toBe(expected);
        expect(await faults(page), expected).toEqual([]);
      expect(await serious(page), expected).toEqual([]);
      seen.push([topic!, await body(page)]);
      await page.screenshot({ path: join(ARTIFACTS, `meeting-${theme}-${String(i + 1).padStart(2, '0')}.png`) });
      // A site may have screens of its own.
      for (let turns = 0; turns < 4 && (await at(page)) === String(i + 1) && i + 1 < WEEK_47.length; turns += 1) await page.keyboard.press(['ArrowRight', 'PageDown', 'Space', 'ArrowDown', 'Enter'][i % 5]!);
    }
    const text = seen.map(([, t]) => t!.replace(/\s+/g, ' '));
    for (const figure of ['97.0 %', '64/66 个项目', '▲ 6.1 个百分点 好转', '严重 1 · 一般 1', '515.0 万元', '▼ 753.0 好转', '8 / 11 项', '未办结 3', '安澜花园三期', '连续 3 周未变']) expect(text[0], figure).toContain(figure);
    for (const figure of ['政府项目欠薪', '2 个 突破', '施工总承包 275.0', '建设单位 236.0', '惠及 239 人', '94.1%', '112/119 件', '41 天']) expect(text[1]!.replace('个突破', '个 突破'), figure).toContain(figure);
    expect(text[2]!.indexOf('补建专户台账')).toBeLessThan(text[2]!.indexOf('约谈总包负责人'));
    expect(text[2]).toContain('超期 7 天');
    // ui/README.md §13, every unit once.
    const board = text[10]!;
    for (const line of ['1 农业农村局 100% 11/11', '1 教育局 100% 8/8 ▲5', '1 重点工程处 100% 7/7', '4 住建局 95.8% 46/48 ▼1', '7 水利局 81.8% 9/11', '6 交通局 88.9% 16/18 ▼1', '第 5 名 经开区管委会 91.7% 11/12 ▼1', '样本过小：自然资源局 3/3、卫健局 1/1', '文旅局', '上次报送 第46周 · 应报 1 项，实报 0 项', '超期 61 天']) expect(board, line).toContain(line);
    expect(board.match(/城管局/g)).toHaveLength(1);
    expect(text[13]).toMatch(/副县长李文涛.*未动 1\/1 个.*83\.3% 5\/6.*连续 3 周未动/);
    expect(text[17]).toMatch(/77 天.*按近期速度，可以按期销号.*可发 0\.1 个月（9\.4\/85\.1 万元）/);
    expect(await page.locator('.strip button.done').count()).toBe(7);
    await page.keyboard.press('Home');
    await expect.poll(() => at(page)).toBe('1');
    await page.keyboard.press('End');
    await expect.poll(() => at(page)).toBe(String(WEEK_47.length));
  }, { path: '/' }), 180_000);

  it('fits in English too: nothing small, cut or over its neighbour', () => show('?lang=en', async (page) => {
    await ready(page);
    for (let i = 1; i <= WEEK_47.length; i += 1) {
      await page.keyboard.type(String(i));
      await page.keyboard.press('Enter');
      await expect.poll(() => at(page)).toBe(String(i));
      await page.locator('.m-body, .site[data-ready="true"], .list').first().waitFor();
      expect(await faults(page), String(i)).toEqual([]);
      // Names beside a bar, headings of a card, how a line stands.
      expect(await page.locator('.m-body :is(.bars li > span, :is(.box, .clock, .lower, .list) > h3, .c3 .main)').evaluateAll((all) => all.filter((el) => el.scrollWidth > el.clientWidth + 1 || (el.matches('.bars span') && el.clientHeight > 44)).map((el) => el.textContent)), String(i)).toEqual([]);
    }
  }), 120_000);

  it('fits 1366×768 whole, letterboxed', () => show('?slide=rank_dept', async (page) => {
    await ready(page);
    const box = await page.locator('.canvas').boundingBox();
    expect([Math.round(box!.width), Math.round(box!.height), await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([1365, 768, 1366]);
    for (let i = 0; i < 8; i += 1) {
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('PageDown');
    }
    await page.screenshot({ path: join(ARTIFACTS, 'meeting-1366.png') });
  }, { size: [1366, 768] }));

  it('goes to a number, lists, blanks, and leaves', () => show('', async (page) => {
    await ready(page);
    await page.keyboard.type('11');
    await expect.poll(() => page.locator('.m-typed').innerText()).toContain('11');
    await page.keyboard.press('Enter');
    await expect.poll(() => key(page, 'slide')).toBe('rank_dept');
    await page.keyboard.press('g');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('2 个部门');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => key(page, 'slide')).toBe('warnings.3');
    await page.keyboard.press('.');
    await page.locator('.m-black').waitFor();
    expect(await page.locator('.m-black').evaluate((cover) => [getComputedStyle(cover).backgroundColor, Math.round(cover.getBoundingClientRect().width)])).toEqual(['rgb(0, 0, 0)', 1920]);
    await page.keyboard.press('b');
    await page.locator('.m-black').waitFor({ state: 'detached' });
    expect(await key(page, 'slide')).toBe('warnings.3');
    await page.keyboard.press('t');
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.keyboard.press('Escape');
    await page.locator('.hd').waitFor();
    expect(await page.evaluate(() => [location.hash, localStorage.getItem('qq.meeting'), document.documentElement.dataset['mode']])).toEqual(['#/', null, undefined]);
    expect(await page.getByRole('button', { name: '返回调度会' }).count()).toBe(0);
  }));

  it('comes back after a reload with slide, agenda and time; turns to --stale when the minutes are used up', () => show('', async (page) => {
    await ready(page);
    await skip(page, 70_000);
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await expect.poll(() => current(page)).toContain('上周交办');
    expect(await page.locator('.strip button.done').innerText()).toContain('本周总览');
    await skip(page, 301_000);
    await expect.poll(() => page.locator('[data-time="topic"]').innerText()).toMatch(/本项 05:0\d \/ 05:00/);
    expect(await page.locator('[data-time="topic"]').evaluate((el) => [el.classList.contains('stale'), getComputedStyle(el).animationName])).toEqual([true, 'none']);
    const total = page.locator('[data-time="total"]');
    expect(await total.innerText()).toMatch(/共 06:[12]\d \/ 40:00/);
    await expect.poll(() => key(page, 'slide')).toBe('actions');
    await page.reload();
    await ready(page);
    expect([await at(page), await key(page, 's'), await key(page, 'c')]).toEqual(['3', '2026-11-20', '2026-11-13']);
    expect(await total.innerText()).toMatch(/共 06:[123]\d \/ 40:00/);
    // Opened anew without a link: the browser knows.
    await page.goto(page.url().replace(/#.*/, '#/meeting'));
    await page.reload();
    await ready(page);
    await expect.poll(() => at(page)).toBe('3');
  }));

  it('lets the presenter look elsewhere and brings back the same slide and the same numbers', () => show('?slide=deadline', async (page) => {
    await ready(page);
    const before = await body(page);
    await page.keyboard.press('p');
    await page.locator('.hd').waitFor();
    await page.locator('.kpis:not([aria-busy="true"])').waitFor();
    // Another week and a filter, on the live pages only.
    await page.keyboard.press('[');
    await expect.poll(() => page.locator('.kpis').innerText(), { timeout: 45_000 }).toContain('60/66');
    await page.getByRole('button', { name: '交通局', exact: true }).click();
    await expect.poll(() => key(page, 'dept')).toBe('D02');
    await page.reload();
    await page.getByRole('button', { name: '返回调度会' }).waitFor();
    await page.keyboard.press('p');
    await ready(page);
    const numbers = (text: string): string => text.replace(/\d\d:\d\d/g, '').replace(/[✓\d]\s+(?=[一-龥])/g, '');
    expect(numbers((await body(page)).replace(/✓/g, ''))).toContain(numbers(before).slice(-120));
    await expect.poll(async () => [await key(page, 's'), await key(page, 'c'), await key(page, 'dept'), await key(page, 'slide')]).toEqual(['2026-11-20', '2026-11-13', null, 'deadline']);
  }), 90_000);
});

describe('what the numbers are', () => {
  it.each([['zh-CN', 'dark', '数据截至 2026-11-20（第47周），距今 12 天。下列数字可能已变化。'], ['en', 'light', '12 days']])('an old snapshot is said on the first slide alone, %s %s', (lang, theme, said) => show(`?lang=${lang}&theme=${theme}`, async (page) => {
    await ready(page);
    expect(await page.locator('.m-stale').count()).toBe(0);
    await skip(page, 9 * 86_400_000);
    await page.reload();
    await ready(page);
    const band = page.locator('.m-stale');
    expect(await band.innerText()).toContain(said);
    expect([await faults(page), await left(page), await serious(page)]).toEqual([[], [], []]);
    await page.screenshot({ path: join(ARTIFACTS, `meeting-stale-${theme}.png`) });
    await page.keyboard.press('PageDown');
    await expect.poll(() => at(page)).toBe('2');
    expect(await band.count()).toBe(0);
  }));

  it.each(['zh-CN', 'en'])('every remark of a number is on the slide, %s', (lang) => show(`?lang=${lang}`, async (page) => {
    await ready(page);
    expect([await faults(page), await left(page)]).toEqual([[], []]);
    expect((await page.locator('.kpi').last().innerText()).replace(/\s+/g, ' ')).toContain('8/10');
    await page.keyboard.press('6');
    await page.keyboard.press('Enter');
    await page.locator('.site[data-ready="true"]').waitFor();
    // The eight names are whole.
    await expect.poll(() => page.locator('.eight .title').evaluateAll((names) => names.map((el) => [el.textContent, el.scrollWidth > el.clientWidth]).filter(([, cut]) => cut))).toEqual([]);
    expect([await page.locator('.eight li').count(), await faults(page)]).toEqual([8, []]);
  }));

  it('filters that leave no project: one screen names them and takes them off', () => show('?dept=D10&area=990101001', async (page) => {
    await ready(page);
    await expect.poll(() => page.locator('.m-waiting').innerText()).toMatch(/没有符合条件的项目\s+主管部门 文旅局；属地 城关街道 = 0\/66\s+清除筛选/);
    expect([await page.locator('.strip li').count(), await page.locator('.m-finding').count(), await faults(page), await serious(page)]).toEqual([0, 0, [], []]);
    // No slide to turn to.
    for (const press of ['PageDown', 'End', 'Home', '5', 'Enter']) await page.keyboard.press(press);
    await page.screenshot({ path: join(ARTIFACTS, 'meeting-no-project.png') });
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(() => title(page)).toContain('无欠薪 64/66');
    expect([await at(page), await key(page, 'dept'), await key(page, 'area')]).toEqual(['1', null, null]);
    await page.reload();
    await ready(page);
    expect(await title(page)).toContain('无欠薪 64/66');
  }));

  it('a snapshot published while the meeting runs is said when somebody comes back to the page; the numbers stay', async () => {
    const folder = freshFolder();
    const all = listPublished(await demoFolder());
    const put = (ids: readonly string[]): void => {
      for (const { id, folder: from } of all.filter((p) => ids.includes(p.id))) cpSync(from, join(folder, id), { recursive: true });
      writeIndex(folder);
    };
    put(['2026-11-06', '2026-11-13']);
    const site = await publish(folder);
    try {
      await show('', async (page) => {
        await ready(page);
        const before = await title(page);
        put(['2026-11-20']);
        expect(await page.locator('.m-newer').count()).toBe(0);
        await page.evaluate(() => window.dispatchEvent(new Event('focus')));
        await page.getByText('已有新快照 第47周，本次会议仍用第46周').waitFor();
        expect([await title(page), await key(page, 's')]).toEqual([before, '2026-11-13']);
        expect(await faults(page)).toEqual([]);
        await page.screenshot({ path: join(ARTIFACTS, 'meeting-newer.png') });
        // Also after a reload, when the index at hand is the new one.
        await page.reload();
        await ready(page);
        await page.getByText('已有新快照 第47周，本次会议仍用第46周').waitFor();
        expect(await title(page)).toBe(before);
      }, { site });
    } finally {
      await site.close();
    }
  });

  it('the slide is printed alone on one sheet, without keys, dark or light', () => show('?theme=dark&slide=rank_dept', async (page) => {
    await ready(page);
    for (const slide of ['11', '6']) {
      await page.keyboard.type(slide);
      await page.keyboard.press('Enter');
      await expect.poll(() => at(page)).toBe(slide);
      await page.locator('.m-body, .site[data-ready="true"]').waitFor();
      await page.emulateMedia({ media: 'print' });
      const seen = await page.evaluate(() => {
        const canvas = document.querySelector('.canvas')!.getBoundingClientRect();
        const hidden = (what: string): boolean => [...document.querySelectorAll(what)].every((el) => getComputedStyle(el).display === 'none');
        const dim = [...document.querySelectorAll<HTMLElement>('.canvas *')].filter((el) => [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent!.trim() !== '') && el.getClientRects().length > 0)
          .filter((el) => { const [r = 0, g = 0, b = 0] = (getComputedStyle(el).color.match(/[\d.]+/g) ?? []).map(Number); return 0.299 * r + 0.587 * g + 0.114 * b > 130; }).map((el) => el.textContent);
        return { wide: canvas.width <= 1031, keys: hidden('.m-foot .keys') && hidden('.clocks') && hidden('.decide button'), dim };
      });
      expect(seen).toEqual({ wide: true, keys: true, dim: [] });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map((m) => m[1]!.trim().split(/\s+/).map(Number).slice(2).map(Math.round));
      expect(boxes).toEqual([[842, 595]]);
      await page.emulateMedia({ media: null });
    }
  }));
});

describe('the agenda of one meeting', () => {
  it('is reordered, shortened and extended by keyboard and kept in the link', async () => {
    let link = '';
    await show('', async (page) => {
      await ready(page);
      await page.keyboard.press('a');
      await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['item'])).toBe('overview');
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => page.locator('[data-item]').first().innerText()).toContain('上周交办');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Delete');
      await expect.poll(() => page.locator('.m-panel').innerText()).toContain('+ 新增严重与升级');
      await page.getByRole('searchbox').focus();
      // Keys typed into a field are text: n, b, g, digits and the blank do nothing else.
      await page.keyboard.type('nb g1');
      expect([await page.locator('.m-black').count(), await page.getByRole('searchbox').inputValue()]).toEqual([0, 'nb g1']);
      await page.getByRole('searchbox').fill('湖滨花园');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: '+ 湖滨花园' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => key(page, 'agenda')).toBe('actions,overview,promises,lost,site%3AAL-022,site%3AAL-064,general,warnings,rank_dept,rank_place,leaders,units,deadline,decisions'.replace(/site%3AAL-022/, 'sites'));
      expect(await serious(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.m-panel').waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.strip').innerText()).toMatch(/上周交办[\s\S]*本周总览[\s\S]*承诺/);
      link = `?${page.url().split('?')[1]}`;
    });
    // In another browser, by the link alone.
    await show(link, async (page) => {
      await ready(page);
      await page.keyboard.press('g');
      const listed = await page.locator('.m-panel li').allInnerTexts();
      expect(listed[0]).toContain('上周交办');
      expect(listed.filter((line) => line.includes('湖滨花园'))).toHaveLength(1);
    });
  });

  it('is by the data: relapses, new and lost sites where there are some', () => show('?s=2026-10-30&slide=fresh', async (page) => {
    await ready(page);
    expect(await title(page)).toMatch(/^新增 1 个（严重 \d），升级 \d+ 个/);
    await page.keyboard.press('g');
    const listed = (await page.locator('.m-panel li').allInnerTexts()).join('\n');
    expect(listed).toMatch(/漏报 \d+ 个，反弹 1 个/);
    expect(listed).toContain('承诺逾期');
    await page.keyboard.press('Escape');
    expect(await faults(page)).toEqual([]);
  }));

  it('holds for every slide of a week with many open sites', () => show('?s=2026-09-18', async (page) => {
    await ready(page);
    const all = await page.evaluate(() => Number(document.querySelector('.m-foot .facts')!.textContent!.match(/\/ (\d+) 屏/)![1]));
    expect(all).toBeGreaterThan(20);
    for (let i = 1; i <= all; i += 1) {
      await page.keyboard.type(String(i));
      await page.keyboard.press('Enter');
      await expect.poll(() => at(page)).toBe(String(i));
      expect(await faults(page), await title(page)).toEqual([]);
    }
  }), 120_000);
});

describe('hands and devices', () => {
  it('turns by mouse, by the half a finger taps and by a wipe; buttons keep their own click', () => show('', async (page) => {
    await ready(page);
    await page.mouse.click(300, 800);
    await expect.poll(() => at(page)).toBe('2');
    await page.touchscreen.tap(1500, 900);
    await expect.poll(() => at(page)).toBe('3');
    await page.touchscreen.tap(200, 900);
    await expect.poll(() => at(page)).toBe('2');
    await page.getByRole('button', { name: '查看口径：本周清偿' }).first().click();
    await page.locator('.popover').waitFor();
    expect([await at(page), await page.locator('.popover').evaluate((box) => Math.min(...[...box.querySelectorAll('*')].map((el) => Number.parseFloat(getComputedStyle(el).fontSize))))]).toEqual(['2', 24]);
    await page.keyboard.press('Escape');
    await page.locator('.popover').waitFor({ state: 'detached' });
    // The wipe of a finger to the left.
    await page.evaluate(() => {
      const canvas = document.querySelector('.canvas')!;
      for (const [type, x] of [['pointerdown', 1200], ['pointerup', 900]] as const) canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientX: x, clientY: 700 }));
    });
    await expect.poll(() => at(page)).toBe('3');
    await page.getByRole('button', { name: '下一屏' }).click();
    await expect.poll(() => at(page)).toBe('4');
    await page.keyboard.press('Space');
    await expect.poll(() => at(page)).toBe('5');
  }, { touch: true }));

  it('fills the screen on the way in and lets go of it on the way out', () => show('', async (page) => {
    await page.locator('.kpis:not([aria-busy="true"])').waitFor({ timeout: 45_000 });
    await pressMeetingKey(page);
    await ready(page);
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.hd').waitFor();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
    // Refused: the same layout in the window, and no word about it.
    await page.evaluate(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
    });
    await page.keyboard.press('p');
    await ready(page);
    expect([await page.evaluate(() => document.fullscreenElement), await title(page)]).toEqual([null, expect.stringContaining('无欠薪 64/66')]);
  }, { path: '/' }));

  it('does not begin with a damaged table: a topic that cannot be asked for is not a topic with nothing in it', () => show('', async (page) => {
    await ready(page);
    await page.route(/\/projects\.parquet/, (route) => route.fulfill({ status: 200, body: 'cut' }));
    await page.reload();
    await page.locator('.m-waiting').getByText('projects.parquet').waitFor({ timeout: 45_000 });
    expect(await page.locator('.m-finding').count()).toBe(0);
    expect(await page.locator('.m-waiting button').allInnerTexts()).toEqual(['重试', '打开上一期 第46周']);
    await page.unroute(/\/projects\.parquet/);
    await page.locator('.m-waiting button').first().click();
    await ready(page);
    expect(await title(page)).toContain('无欠薪 64/66，本周销号 4 个，还剩 2 个');
    await page.route(/\/2026-11-20\/projects\.parquet/, (route) => route.fulfill({ status: 200, body: 'cut' }));
    await page.reload();
    await page.getByRole('button', { name: '打开上一期 第46周' }).click({ timeout: 45_000 });
    await ready(page);
    expect([await title(page), await page.locator('.m-foot .facts').innerText()]).toEqual([expect.stringContaining('无欠薪 60/66'), expect.stringContaining('数据截至 2026-11-13 · 第46周')]);
  }));

  it('says which block of a site a damaged table leaves empty; the other blocks and the decisions are as they were', () => show('?slide=deadline', async (page) => {
    await ready(page);
    await page.route(/\/payroll\.parquet/, (route) => route.fulfill({ status: 200, body: 'cut' }));
    await page.goto(page.url().replace('slide=deadline', 'slide=site:AL-022'));
    await page.reload();
    await ready(page);
    await page.locator('.site[data-ready="true"]').waitFor();
    const block = (name: string): Promise<string> => page.locator('.site .block', { hasText: name }).innerText();
    expect([await block('每月工资'), await page.locator('.site .block.failed').count()]).toEqual([expect.stringContaining('这一块没能算出来'), 1]);
    for (const [name, figure] of [['谁负责', '副县长李文涛'], ['八个100%', '6/8'], ['未支付金额', '386.4'], ['上周交办', '1/2']] as const) expect(await block(name), name).toContain(figure);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.keyboard.insertText('补报工资台账');
    await page.keyboard.press('Enter');
    await page.getByText('未导出 1 项').waitFor();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.list > table tbody tr').count()).toBe(1);
    expect(await body(page)).toContain('补报工资台账');
    expect(await faults(page)).toEqual([]);
  }));

  it('asks a phone to use a computer', () => show('', async (page) => {
    await page.getByText('请在电脑上打开').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.locator('.canvas').count()).toBe(0);
  }, { size: [390, 844] }));

  it('shows hostile names as text on every slide', async () => {
    const site = await publish(await hostileSnapshots(freshFolder()));
    try {
      await show('', async (page) => {
        await ready(page);
        const all = await page.evaluate(() => Number(document.querySelector('.m-foot .facts')!.textContent!.match(/\/ (\d+) 屏/)![1]));
        let text = '';
        for (let i = 1; i <= all; i += 1) {
          await page.keyboard.type(String(i));
          await page.keyboard.press('Enter');
          await expect.poll(() => at(page)).toBe(String(i));
          text += await body(page);
          expect(await faults(page), String(i)).toEqual([]);
        }
        expect(text).toContain(HOSTILE_NAMES.html.slice(0, 12));
        expect(await page.evaluate(() => [(window as { hacked?: number }).hacked, document.querySelectorAll('.canvas img, .canvas script').length])).toEqual([undefined, 0]);
      }, { site });
    } finally {
      await site.close();
    }
  }, 120_000);
});
