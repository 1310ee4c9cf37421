import type { Locator, Page } from 'playwright-core';
import { press } from './page-hand.ts';
import { spread, type Spread } from './page-spread.ts';

const CLICKS = 20;
const POSITIONS = 20;
const LONGEST = 5000;
/** Of what can be clicked to filter, the first that is on the page. */
const ROWS = ['[data-panel="ranking"] tbody tr', '[data-panel="ranking"] [role="row"] button', '[data-panel="ranking"] li button', '[data-panel="ranking"] ol > li'];
const BRUSH = ['[data-panel="trend"] [role="slider"]', '[data-panel="trend"] input[type="range"]'];

export interface Clicks {
  /** Click (time of the event) → end of the page's `qq:refilter`. */
  readonly refilter: Spread | null;
  /** Click → last change of the DOM before it was quiet: transitions of charts included. */
  readonly settled: Spread | null;
  readonly by: string;
}

/** Resolves when a frame has passed without a change, and says when the last change was and when `qq:refilter` ended (ms after the input event). */
async function outcome(page: Page, before: { inputs: number; measures: number }): Promise<{ settled: number | null; refilter: number | null }> {
  return page.evaluate(({ inputs, measures, longest }) => new Promise((resolve) => {
    const { bench } = window;
    const started = performance.now();
    let seen = -1;
    let quiet = 0;
    const look = (): void => {
      const refilter = bench.measures.slice(measures).find((m) => m.name === 'qq:refilter');
      const late = performance.now() - started > longest;
      quiet = bench.changes === seen ? quiet + 1 : 0;
      seen = bench.changes;
      if (late || (bench.inputs > inputs && quiet >= 3 && (refilter || quiet >= 20))) {
        resolve({ settled: bench.changed >= bench.input ? bench.changed - bench.input : null, refilter: refilter ? refilter.end - bench.input : null });
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }), { ...before, longest: LONGEST });
}
const position = (page: Page) => page.evaluate(() => ({ inputs: window.bench.inputs, measures: window.bench.measures.length }));

async function firstOf(page: Page, selectors: readonly string[]): Promise<{ found: Locator; selector: string; count: number } | null> {
  for (const selector of selectors) {
    const found = page.locator(selector);
    const count = await found.count();
    if (count > 0) return { found, selector, count };
  }
  return null;
}

/** Clicks rows of the ranking, one after the other, at once or as a hand does; each filters by its row. Where there is none, the filter is changed in the address. */
export async function measureClicks(page: Page, hand: boolean): Promise<Clicks> {
  const rows = await firstOf(page, ROWS);
  const refilter: number[] = [];
  const settled: number[] = [];
  for (let k = 0; k < CLICKS; k++) {
    const before = await position(page);
    if (rows) await press(rows.found.nth(k % Math.min(rows.count, 6)), { hand, timeout: LONGEST, position: { x: 60, y: 8 } });
    else await page.evaluate((grade) => (location.hash = `#/?g=${grade}`), 1 + (k % 2));
    const took = await outcome(page, before);
    if (took.refilter !== null) refilter.push(took.refilter);
    if (took.settled !== null) settled.push(took.settled);
  }
  return { refilter: spread(refilter), settled: spread(settled), by: rows?.selector ?? '地址栏' };
}

export interface Brush {
  /** One position of the brush → last change of the DOM. */
  readonly step: Spread | null;
  /** Last event of a quick drag → last change of the DOM. */
  readonly lag: number | null;
  readonly by: string;
}

/** Drags a handle of the trend's week brush over 20 positions, waiting at each; then back in one go. Null where there is no brush. */
export async function measureBrush(page: Page): Promise<Brush | null> {
  const handle = await firstOf(page, BRUSH);
  const boxes = await Promise.all((await handle?.found.all())?.map((h) => h.boundingBox()) ?? []);
  // Not the range between the handles; of the handles the left one.
  const box = boxes.filter((b) => b !== null).sort((a, b) => a.width - b.width || a.x - b.x)[0];
  const track = await page.locator('[data-panel="trend"]').first().boundingBox();
  if (!handle || !box || !track) return null;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const end = Math.min(x + track.width * 0.7, track.x + track.width - 40);
  const step: number[] = [];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let k = 1; k <= POSITIONS; k++) {
    const before = await position(page);
    await page.mouse.move(x + ((end - x) * k) / POSITIONS, y);
    const { settled } = await outcome(page, before);
    if (settled !== null) step.push(settled);
  }
  const before = await position(page);
  // The last move is a wide one: it changes what is shown.
  for (const k of [...Array.from({ length: POSITIONS - 4 }, (_, i) => POSITIONS - i), 0]) await page.mouse.move(x + ((end - x) * k) / POSITIONS, y);
  const { settled } = await outcome(page, before);
  await page.mouse.up();
  return { step: spread(step), lag: settled, by: handle.selector };
}

/** Changes the filter `count` times as fast as the page answers. */
export async function changeFilters(page: Page, count: number): Promise<void> {
  const rows = await firstOf(page, ROWS);
  for (let k = 0; k < count; k++) {
    const before = await position(page);
    await page.evaluate(({ selector, at }) => {
      const row = selector ? document.querySelectorAll<HTMLElement>(selector)[at % 6] : null;
      if (row) row.click();
      else location.hash = `#/?g=${1 + (at % 2)}`;
    }, { selector: rows?.selector ?? null, at: k });
    await page.waitForFunction((n) => window.bench.measures.length > n, before.measures, { timeout: LONGEST, polling: 'raf' }).catch(() => undefined);
  }
}
