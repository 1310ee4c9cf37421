import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from 'playwright-core';

/** MB of 2²⁰ bytes. */
export interface Memory {
  /** JavaScript heap of the page after a collection; its workers' heaps are not in it. */
  readonly heap: number;
  /** What the renderer process holds for itself (page and workers: anonymous memory), and with shared pages of the browser's own code. Null outside of Linux. */
  readonly renderer: number | null;
  readonly resident: number | null;
}

export async function memoryOf(browser: Browser, session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const all = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  // The page's is the biggest of the renderers: the others are spare ones.
  const renderers = all.processInfo.filter((p) => p.type === 'renderer').map((p) => processMemory(p.id)).sort((a, b) => (b?.own ?? 0) - (a?.own ?? 0));
  return { heap: usedSize / 2 ** 20, renderer: renderers[0]?.own ?? null, resident: renderers[0]?.resident ?? null };
}

function processMemory(pid: number): { own: number; resident: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
    return { own: mb('RssAnon') + mb('VmSwap'), resident: mb('VmRSS') };
  } catch {
    return null;
  }
}
