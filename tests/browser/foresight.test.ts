import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from '../../scripts/site/serve.ts';
import { demoFolder } from '../support/demo.ts';
import { launch, watchPage, wholePage } from './launch.ts';
import { appFolder } from './site.ts';

declare global {
  interface Window {
    /** Requests posted to DuckDB (pings left out), runs of planned statements among them, requests without an answer yet, and when the last one was posted or answered. */
    posted: { count: number; runs: number; open: number; last: number };
  }
}

let browser: Browser;
let site: Served;
beforeAll(async () => {
  const [started, dist] = await Promise.all([launch(), appFolder()]);
  browser = started;
  site = await serve({ roots: { '/': dist, '/snapshots/': await demoFolder() }, port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const QUIET_MS = 400;
const posts = (page: Page): Promise<number> => page.evaluate(() => window.posted.count);
/** The engine has had nothing to do for a while, from now on: longer than a pointer must rest. */
const quiet = async (page: Page): Promise<number> => {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction(([since, ms]) => window.posted.open === 0 && performance.now() - Math.max(window.posted.last, since) > ms, [now, QUIET_MS] as const, { timeout: 60_000 });
  return posts(page);
};

/** Opens the overview and waits until the engine is ready, its statements are planned and clicks are foreseen. */
async function show(test: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const { complaints } = watchPage(page);
  await page.addInitScript(() => {
    const posted = (window.posted = { count: 0, runs: 0, open: 0, last: 0 });
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function post(this: Worker, ...given: [never, never]) {
      const { messageId, type } = given[0] as { messageId?: number; type?: string };
      if (messageId !== undefined && type !== 'PING') {
        posted.count += 1;
        posted.open += 1;
        if (type === 'RUN_PREPARED') posted.runs += 1;
        posted.last = performance.now();
        const mine = ({ data }: MessageEvent<{ requestId?: number }>): void => {
          if (data.requestId !== messageId) return;
          this.removeEventListener('message', mine);
          posted.open -= 1;
          posted.last = performance.now();
        };
        this.addEventListener('message', mine);
      }
      postMessage.apply(this, given);
    };
  });
  try {
    await page.goto(`http://intranet.test:${new URL(site.url).port}/`);
    await wholePage(page);
    await page.waitForFunction(() => performance.getEntriesByName('qq:engine-ready').length > 0, null, { timeout: 60_000 });
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /foresight-/.test(name)));
    await page.waitForFunction(() => window.posted.runs > 0);
    await quiet(page);
    await test(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}
const rows = (page: Page) => page.locator('[data-panel="ranking"] tbody tr');
const numbers = (page: Page): Promise<string> => page.locator('section.kpis').innerText();

it('asks where the pointer rests and changes nothing on screen; the click that follows asks nothing and shows its numbers', async () => {
  await show(async (page) => {
    const before = await posts(page);
    const [shown, address] = [await page.locator('main').innerText(), page.url()];
    const row = rows(page).filter({ hasText: '交通局' });
    await row.hover({ position: { x: 60, y: 8 } });
    await expect.poll(() => posts(page)).toBeGreaterThan(before);
    const asked = await quiet(page);
    expect([await page.locator('main').innerText(), page.url()]).toEqual([shown, address]);
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => numbers(page)).toContain('8/9');
    expect([await row.getByRole('button').getAttribute('aria-pressed'), await quiet(page)]).toEqual(['true', asked]);
    // The same row once more: back to where the page began, which was stored.
    await row.click({ position: { x: 60, y: 8 } });
    await expect.poll(() => numbers(page)).toContain('64/66');
    expect(await quiet(page)).toBe(asked);
  });
});

it('asks for each row once, however often the pointer sweeps over them, and for the keyboard as well', async () => {
  await show(async (page) => {
    const boxes = await rows(page).evaluateAll((list) => list.slice(0, 4).map((row) => row.getBoundingClientRect()).map(({ x, y, height }) => [x + 60, y + height / 2] as const));
    const before = await posts(page);
    const sweep = async (): Promise<number> => {
      for (const [x, y] of boxes) {
        await page.mouse.move(x, y);
        await quiet(page);
      }
      return posts(page);
    };
    const once = await sweep();
    // A selection and seven statements for each, at most.
    expect(once - before).toBeGreaterThan(0);
    expect(once - before).toBeLessThanOrEqual(boxes.length * 8);
    expect(await sweep()).toBe(once);
    await page.mouse.move(5, 5);
    await rows(page).nth(5).getByRole('button').focus();
    await expect.poll(() => posts(page)).toBeGreaterThan(once);
    const focused = await quiet(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page).nth(5).getByRole('button').getAttribute('aria-pressed')).toBe('true');
    expect(await quiet(page)).toBe(focused);
  });
});

it('foresees places of the map and options of a filter', async () => {
  await show(async (page) => {
    const map = page.locator('[data-panel="map"] .leaflet-box');
    const spots = await page.locator('[data-panel="map"] .walk button').evaluateAll((list) => list.map((spot) => spot.getBoundingClientRect()).map(({ x, y, width, height }) => [x + width / 2, y + height / 2] as const));
    const click = (): Promise<string | null> => map.getAttribute('data-filter-click');
    // A mark that stands over its place opens its own card.
    let place = '';
    for (const [x, y] of spots) {
      await page.mouse.move(x, y);
      place = (await click()) ?? '';
      if (place.includes('99')) break;
    }
    expect(place).toMatch(/^\["area","\d+"\]$/);
    const asked = await quiet(page);
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain('area=');
    await expect.poll(() => numbers(page)).not.toContain('64/66');
    expect(await quiet(page)).toBe(asked);
    await page.getByRole('button', { name: /^投资性质/ }).click();
    const option = page.locator('.options label').first();
    await option.hover();
    const before = await quiet(page);
    expect(before).toBeGreaterThan(asked);
    await option.click();
    await expect.poll(() => page.url()).toContain('inv=');
    expect(await quiet(page)).toBe(before);
  });
});

it('foresees 全选, 反选 and 清除 of a filter, the chips, and another comparison; the same day under other filters is asked anew', async () => {
  await show(async (page) => {
    /** Asks while the pointer rests, and nothing more for the click. */
    const foreseen = async (on: Locator, done: () => Promise<unknown>): Promise<void> => {
      const before = await posts(page);
      await on.hover();
      await expect.poll(() => posts(page)).toBeGreaterThan(before);
      const asked = await quiet(page);
      await on.click();
      await done();
      expect(await quiet(page)).toBe(asked);
    };
    const inUrl = (text: string) => () => expect.poll(() => decodeURIComponent(page.url())).toContain(text);
    await page.getByRole('button', { name: /^隐患等级/ }).click();
    const foot = page.locator('.options footer');
    await page.locator('.options label').nth(1).click();
    await inUrl('g=1')();
    await foreseen(foot.getByRole('button', { name: '反选' }), inUrl('g=0,2'));
    await foreseen(foot.getByRole('button', { name: '全选' }), inUrl('g=0,1,2'));
    await foreseen(page.locator('.options .chips button').first(), inUrl('g=1,2'));
    // What the page began with is stored: nothing is asked for it.
    const before = await quiet(page);
    await foot.getByRole('button', { name: '清除' }).click();
    await expect.poll(() => numbers(page)).toContain('64/66');
    expect(await quiet(page)).toBe(before);
    await page.keyboard.press('Escape');
    const compare = async (day: string): Promise<void> => {
      await page.getByRole('button', { name: /^对比/ }).click();
      await foreseen(page.getByRole('option', { name: new RegExp(`^${day}`) }), inUrl(`c=${day}`));
    };
    await compare('2026-10-16');
    await page.getByRole('button', { name: /^对比/ }).click();
    await foreseen(page.getByRole('option', { name: '不对比' }), inUrl('c=none'));
    await rows(page).filter({ hasText: '交通局' }).click({ position: { x: 60, y: 8 } });
    await expect.poll(() => numbers(page)).toContain('8/9');
    await compare('2026-10-16');
  });
});

it('foresees another 期初 of 销号账', async () => {
  await show(async (page) => {
    await page.evaluate(() => (location.hash = '#/flow'));
    await page.locator('[data-panel="flowNet"] [data-net]').waitFor({ state: 'attached', timeout: 45_000 });
    await quiet(page);
    const runs = await posts(page);
    await page.locator('[data-pick="from"]').click();
    await page.getByRole('option', { name: /^2026-10-23/ }).hover();
    await expect.poll(() => posts(page)).toBeGreaterThan(runs);
    await quiet(page);
    // In the frame of the click: the account needs no answer of the engine.
    const shown = await page.evaluate(() => {
      const read = (): string => document.querySelector('.head .even')!.textContent!;
      const before = read();
      document.querySelector<HTMLElement>('[data-flow-from="2026-10-23"]')!.click();
      return new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(read() !== before)));
    });
    expect(shown).toBe(true);
  });
});
