import type { Page } from 'playwright-core';

/** A file on its way: `asked` once the page wants it; it comes when it is released. */
export interface Held {
  readonly asked: Promise<void>;
  readonly release: () => void;
}

/** Holds back the files whose address matches, those asked for by workers included. */
export async function hold(page: Page, address: RegExp): Promise<Held> {
  let [release, wanted] = [(): void => undefined, (): void => undefined];
  const [held, asked] = [new Promise<void>((resolve) => (release = resolve)), new Promise<void>((resolve) => (wanted = resolve))];
  await page.route(address, async (route) => {
    wanted();
    await held;
    await route.continue().catch(() => undefined);
  });
  return { asked, release };
}

/** Writes down what `read` says (in the page) whenever the page has been drawn anew, frames too short to be seen included. Reads them with the function it gives. */
export async function watchDrawing(page: Page, read: string): Promise<() => Promise<string[]>> {
  await page.evaluate(`{
    const read = ${read};
    const seen = (window.seen = []);
    const note = () => { const said = read(); if (said !== null && said !== seen.at(-1)) seen.push(said); };
    note();
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  }`);
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}
