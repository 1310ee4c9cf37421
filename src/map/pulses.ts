import type { Point } from './geometry.ts';
import type { Mark } from './markers.ts';

/** More 严重 than this do not pulse (ui §7). */
const MOST_PULSES = 8;

/** Few enough for all of them to pulse. */
export const pulsing = (marks: readonly Mark[]): boolean => marks.filter((m) => m.kind === 'severe' && !m.faded).length <= MOST_PULSES;

/** Rings that grow and fade twice over the marks, then go; the static double ring is on the canvas. Reduced motion and print hide them in CSS as well. */
export function pulse(pane: HTMLElement, spots: readonly Point[], ring: number): void {
  pane.replaceChildren(...spots.map(([x, y]) => {
    const element = document.createElement('i');
    element.className = 'map-pulse';
    Object.assign(element.style, { left: `${x - ring / 2}px`, top: `${y - ring / 2}px`, width: `${ring}px`, height: `${ring}px` });
    element.addEventListener('animationend', () => element.remove());
    return element;
  }));
}
