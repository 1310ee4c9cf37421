import type { Browser, CDPSession, Page } from 'playwright-core';
import { press } from './page-hand.ts';
import { type Memory, memoryOf } from './page-memory.ts';
import { spread, type Spread } from './page-spread.ts';

const LONGEST = 10_000;
const STEPS = 30;

/** Ways from page to page, each taken three times; a project and a company from the list of projects. */
const WAYS: readonly { readonly from: string; readonly link: string }[] = [
  ...['/flow', '/systems', '/projects', '/definitions', '/'].map((path) => ({ from: '/', link: `nav a[href^="#${path}"]` })),
  { from: '/projects', link: 'main a[href^="#/project/"]' },
  { from: '/', link: 'nav a[href^="#/meeting"]' },
];

/** Click on a link → end of the page's `qq:page`: the first time (with its code), and afterwards. */
export interface Visits {
  readonly first: Spread | null;
  readonly again: Spread | null;
  /** The first visits one by one. */
  readonly each: string;
}

export interface Pages extends Visits {
  /** Key → last change of the slide. */
  readonly slide: Spread | null;
  /** JS heap after 30 slides, and after 30 more; what stands in the page then. */
  readonly before: Memory;
  readonly after: Memory;
  readonly instances: { readonly before: Instances; readonly after: Instances };
}

interface Instances {
  readonly charts: number;
  readonly maps: number;
  readonly canvases: number;
}

const instances = (page: Page): Promise<Instances> => page.evaluate(() => ({
  charts: document.querySelectorAll('[_echarts_instance_]').length, maps: document.querySelectorAll('.leaflet-container').length, canvases: document.querySelectorAll('canvas').length,
}));

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#${to}`), path);
  await page.locator('[data-ready="true"], .kpis:not([aria-busy="true"])').first().waitFor({ timeout: LONGEST });
}

/** Milliseconds from the click to the page's own mark; null when it gave none. */
async function follow(page: Page, { from, link }: (typeof WAYS)[number], hand: boolean): Promise<number | null> {
  await go(page, link.includes('"#/"') ? '/flow' : from);
  const known = await page.evaluate(() => window.bench.measures.length);
  const target = page.locator(link).first();
  await target.waitFor({ timeout: LONGEST });
  await press(target, { hand, timeout: LONGEST });
  const found = await page.waitForFunction((n) => window.bench.measures.slice(n).find((m) => m.name === 'qq:page'), known, { timeout: LONGEST, polling: 'raf' }).catch(() => null);
  return found ? page.evaluate((n) => window.bench.measures.slice(n).find((m) => m.name === 'qq:page')!.end - window.bench.input, known) : null;
}

async function step(page: Page): Promise<number> {
  const before = await page.evaluate(() => window.bench.inputs);
  await page.keyboard.press('ArrowRight');
  return page.evaluate((inputs) => new Promise<number>((resolve) => {
    const { bench } = window;
    let seen = -1;
    let quiet = 0;
    const look = (): void => {
      quiet = bench.changes === seen ? quiet + 1 : 0;
      seen = bench.changes;
      if (bench.inputs > inputs && quiet >= 3) resolve(Math.max(0, bench.changed - bench.input));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }), before);
}

/** Walks the pages; `hand`: the pointer rests on a link before it is pressed, as a hand's does. */
export async function measureVisits(page: Page, hand: boolean): Promise<Visits> {
  const [first, again]: [number[], number[]] = [[], []];
  const each: string[] = [];
  for (const way of WAYS) {
    for (let k = 0; k < 3; k++) {
      const ms = await follow(page, way, hand);
      if (ms === null) continue;
      (k === 0 ? first : again).push(ms);
      if (k === 0) each.push(`${way.link.replace(/.*"#(.*)".*/, '$1')} ${ms.toFixed(0)}`);
    }
  }
  return { first: spread(first), again: spread(again), each: each.join(' · ') };
}

/** Walks the pages, then 60 slides of the meeting round and round. */
export async function measurePages(browser: Browser, page: Page, session: CDPSession): Promise<Pages> {
  const visits = await measureVisits(page, false);
  await go(page, '/meeting');
  const steps: number[] = [];
  const walk = async (): Promise<void> => {
    for (let k = 0; k < STEPS; k++) {
      const at = page.url();
      steps.push(await step(page));
      if (page.url() === at) await page.keyboard.press('Home');
    }
  };
  await walk();
  const [before, standing] = [await memoryOf(browser, session), await instances(page)];
  await walk();
  const [after, left] = [await memoryOf(browser, session), await instances(page)];
  await go(page, '/');
  return { ...visits, slide: spread(steps), before, after, instances: { before: standing, after: left } };
}
