import type { Page } from 'playwright-core';
import { spread, type Spread } from './page-spread.ts';

/** Frames while the map moves. */
export interface Frames {
  /** Milliseconds between two frames. */
  readonly ms: Spread;
  readonly perSecond: number;
}

const MOVES = 90;

async function recorded(page: Page, work: () => Promise<void>): Promise<Frames | null> {
  await page.evaluate(() => {
    window.bench.frames.length = 0;
    window.bench.recording = true;
  });
  await work();
  const frames = await page.evaluate(() => {
    window.bench.recording = false;
    return window.bench.frames;
  });
  const ms = spread(frames.slice(1).map((time, i) => time - frames[i]!));
  return ms && { ms, perSecond: (1000 * (frames.length - 1)) / (frames.at(-1)! - frames[0]!) };
}

/** Drags the map in circles, and zooms in and out, with a real mouse. Null where there is no map. */
export async function measureMap(page: Page): Promise<{ pan: Frames | null; zoom: Frames | null } | null> {
  const box = await page.locator('.leaflet-container').first().boundingBox({ timeout: 5000 }).catch(() => null);
  if (!box) return null;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  // A map that has the focus zooms by the wheel.
  await page.evaluate(() => document.querySelector<HTMLElement>('.leaflet-container')?.closest<HTMLElement>('[tabindex]')?.focus());
  // Close enough for single sites to be drawn, not only clusters.
  for (let k = 0; k < 3; k++) await wheel(page, -240);
  const pan = await recorded(page, async () => {
    await page.mouse.down();
    for (let k = 1; k <= MOVES; k++) {
      await page.mouse.move(x + Math.sin(k / 8) * 150, y + (1 - Math.cos(k / 8)) * 100);
      await page.waitForTimeout(8);
    }
    await page.mouse.up();
    await page.waitForTimeout(200);
  });
  const zoom = await recorded(page, async () => {
    for (const by of [-240, -240, 240, 240, 240, 240]) await wheel(page, by);
  });
  return { pan, zoom };
}

async function wheel(page: Page, by: number): Promise<void> {
  await page.mouse.wheel(0, by);
  await page.waitForTimeout(450);
}
