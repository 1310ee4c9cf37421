import type { Browser } from 'playwright-core';
import type { Progress } from '../../scripts/progress.ts';
import { type Brush, changeFilters, type Clicks, measureBrush, measureClicks } from './page-clicks.ts';
import type { Size } from './page-data.ts';
import { type Load, openCold, type Opened } from './page-load.ts';
import { type Frames, measureMap } from './page-map.ts';
import { type Memory, memoryOf } from './page-memory.ts';
import { measurePages, measureVisits, type Pages, type Visits } from './page-pages.ts';

const CHANGES = 200;

/** Everything measured of one size; null where the page has no such part yet. */
export interface Measurement {
  readonly loads: readonly Load[];
  readonly clicks: Clicks | null;
  readonly brush: Brush | null;
  /** Longest main-thread block (ms) from the first click on. */
  readonly blockLater: number;
  readonly afterLoad: Memory;
  /** After clicks, drags and 200 changes of the filter, when everything lazy is there and caches are full; and after 200 more: what still grows then is a leak. */
  readonly warm: Memory | null;
  readonly afterChanges: Memory | null;
  /** The other pages, and the meeting's slides. */
  readonly pages: Pages | null;
  /** Clicks and other pages once more, in a fresh window, pressed as a hand does. */
  readonly byHand: { readonly clicks: Clicks; readonly visits: Visits } | null;
  readonly map: { readonly pan: Frames | null; readonly zoom: Frames | null } | null;
}

/** What is needed to measure a size. */
export interface Bench {
  readonly launch: () => Promise<Browser>;
  readonly app: string;
  readonly snapshots: string;
  readonly size: Size;
  readonly loads: number;
  readonly progress: Progress;
}

/** Loads the page several times with nothing cached, each in a browser of its own; the last one is then used. */
export async function measure({ launch, app, snapshots, size, loads: count, progress }: Bench): Promise<Measurement> {
  const loads: Load[] = [];
  for (let k = 1; ; k++) {
    progress.step(k, count, `${size.title}：打开页面`);
    const browser = await launch();
    try {
      const opened = await openCold(browser, app, snapshots);
      loads.push(opened.load);
      if (k >= count) {
        const used = await use(browser, opened, size, progress);
        if (size.mapOnly) return { loads, ...used, byHand: null };
        const again = await openCold(browser, app, snapshots);
        const byHand = { clicks: await measureClicks(again.page, true), visits: await measureVisits(again.page, true) };
        await again.close();
        return { loads, ...used, byHand };
      }
      await opened.close();
    } finally {
      await browser.close();
    }
  }
}

async function use(browser: Browser, opened: Opened, size: Size, progress: Progress): Promise<Omit<Measurement, 'loads' | 'byHand'>> {
  const { page, session, close } = opened;
  const memory = () => memoryOf(browser, session);
  const afterLoad = await memory();
  await page.evaluate(() => (window.bench.blocks.length = 0));
  progress.stage(`${size.title}：操作`);
  const clicks = size.mapOnly ? null : await measureClicks(page, false);
  const brush = size.mapOnly ? null : await measureBrush(page);
  const map = await measureMap(page);
  const blockLater = await page.evaluate(() => Math.max(0, ...window.bench.blocks.map((b) => b.ms)));
  if (!size.mapOnly) await changeFilters(page, CHANGES);
  const warm = size.mapOnly ? null : await memory();
  if (!size.mapOnly) await changeFilters(page, CHANGES);
  const afterChanges = size.mapOnly ? null : await memory();
  progress.stage(`${size.title}：其他页面`);
  // A page that does not come is a missed value, not the end of the bench.
  const pages = size.mapOnly ? null : await measurePages(browser, page, session).catch((error: Error) => {
    process.stderr.write(`其他页面没有测成：${error.message}\n`);
    return null;
  });
  await close();
  return { clicks, brush, blockLater, afterLoad, warm, afterChanges, pages, map };
}
