import type { Locator } from 'playwright-core';

/** How long a hand's pointer rests on something before it goes down (ms), and stays down: what the page foresees has that long. */
const REST_MS = 150;
const DOWN_MS = 80;

/** Clicks at once, or as a `hand` does. */
export async function press(target: Locator, { hand, ...how }: { hand: boolean; timeout: number; position?: { x: number; y: number } }): Promise<void> {
  if (!hand) return target.click(how);
  await target.hover(how);
  await target.page().waitForTimeout(REST_MS);
  await target.click({ ...how, delay: DOWN_MS });
}
