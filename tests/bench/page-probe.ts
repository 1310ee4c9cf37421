/** What the probe notes inside the page; `window.bench`. Times are milliseconds since navigation. */
export interface Probe {
  /** Main-thread blocks of 50 ms and more. */
  readonly blocks: { readonly at: number; readonly ms: number }[];
  /** User Timing measures of the page, in order. */
  readonly measures: { readonly name: string; readonly start: number; readonly end: number }[];
  /** First digit in `main`; no region of it busy any more: what stands in where the page emits no measure. */
  firstDigit: number | null;
  calm: number | null;
  /** Last click, key or move of a pressed pointer, by the clock of the event, and which it was. */
  input: number;
  inputs: number;
  /** Last change of the DOM inside `main`, and how many there were. */
  changed: number;
  changes: number;
  /** Times of animation frames while `recording`. */
  recording: boolean;
  readonly frames: number[];
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** tsx names functions by a helper that a page does not have. */
export const NAMES = 'globalThis.__name = (f) => f;';

/** Runs in the page before anything of it. */
export function installProbe(): void {
  const probe: Probe = { blocks: [], measures: [], firstDigit: null, calm: null, input: 0, inputs: 0, changed: 0, changes: 0, recording: false, frames: [] };
  window.bench = probe;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.blocks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) if (name.startsWith('qq:')) probe.measures.push({ name, start: startTime, end: startTime + duration });
  }).observe({ type: 'measure', buffered: true });
  const input = (event: Event): void => {
    if (event instanceof PointerEvent && event.type === 'pointermove' && event.buttons === 0) return;
    probe.input = event.timeStamp;
    probe.inputs += 1;
  };
  for (const type of ['click', 'keydown', 'pointermove', 'hashchange']) window.addEventListener(type, input, { capture: true });
  new MutationObserver(() => {
    const main = document.querySelector('main');
    if (!main) return;
    probe.changed = performance.now();
    probe.changes += 1;
    if (probe.firstDigit === null && /\d/.test(main.querySelector('section')?.textContent ?? '')) probe.firstDigit = probe.changed;
    if (probe.calm === null && main.querySelectorAll('section').length >= 4 && !main.querySelector('[aria-busy="true"]')) probe.calm = probe.changed;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const frame = (time: number): void => {
    if (probe.recording) probe.frames.push(time);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
