import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/site/chromium.ts';

/** Switches of every test browser. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every foreign host is unreachable: the intranet the app is made for.
  '--host-resolver-rules=MAP intranet.test 127.0.0.1, MAP * ~NOTFOUND',
];

/** Starts the Chromium of this machine. Throws when there is none; `npm test` sees to that beforehand. */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('没有找到 Chromium：请安装 chromium，或用 QQ_CHROMIUM 指明它的路径');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** What a page did that a test wants to know. */
export interface PageLog {
  /** URLs of all requests, those of workers included. */
  readonly requests: string[];
  /** Console errors and warnings, uncaught exceptions and CSP violations. */
  readonly complaints: string[];
}

/** Listens to a page from before its first request. */
export function watchPage(page: Page): PageLog {
  const log: PageLog = { requests: [], complaints: [] };
  page.context().on('request', (request) => log.requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') log.complaints.push(message.text());
  });
  page.on('pageerror', (error) => log.complaints.push(String(error)));
  return log;
}

/** The overview is whole: every panel holds its answer, or the page says what is wrong. Parts come after the first number: what is read or pressed before may be missing. */
export async function wholePage(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('qq:all-panels').length > 0 || document.querySelector('[role="alert"], .panel .error') !== null, null, { timeout: 60_000 });
}
