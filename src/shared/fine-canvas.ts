/** Canvases that can be drawn finer than the screen shows them, for pictures that are saved. */
const finer = new WeakMap<HTMLCanvasElement, () => HTMLCanvasElement>();

/** `draw` gives a copy with twice the pixels per CSS pixel. */
export function drawsFiner(canvas: HTMLCanvasElement, draw: () => HTMLCanvasElement): void {
  finer.set(canvas, draw);
}
/** The finer copy of a canvas, or the canvas itself. */
export const finest = (canvas: HTMLCanvasElement): HTMLCanvasElement => finer.get(canvas)?.() ?? canvas;
