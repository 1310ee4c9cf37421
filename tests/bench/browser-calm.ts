import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';

const LOOK_MS = 100;
const QUIET_LOOKS = 3;
/** Of one core, between two looks (s). */
const QUIET_S = 0.01;
const LONGEST_LOOKS = 50;

/**
 * Resolves when the browser's processes have been idle for a moment; call it when the window is open. A browser just launched goes on starting for half a second, on the same two
 * cores: that is its own time, not the page's.
 */
export async function browserCalm(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const used = async (): Promise<number> => (await session.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, p) => sum + p.cpuTime, 0);
  let before = await used();
  for (let look = 0, quiet = 0; look < LONGEST_LOOKS && quiet < QUIET_LOOKS; look++) {
    await wait(LOOK_MS);
    const now = await used();
    quiet = now - before < QUIET_S ? quiet + 1 : 0;
    before = now;
  }
  await session.detach();
}
