import type L from 'leaflet';

/** What Leaflet 1.9.4's canvas renderer asks of a path; not in its types. */
interface CanvasInternals {
  readonly _ctx: CanvasRenderingContext2D;
  readonly _container: HTMLCanvasElement;
  readonly _bounds: L.Bounds;
  readonly _update: () => void;
  _redraw: () => void;
}
export const internals = (renderer: L.Canvas): CanvasInternals => renderer as unknown as CanvasInternals;

/** A canvas renderer whose last asked frame may come when the map is gone already: it then draws nothing. */
export function canvasOf(leaflet: typeof L, options: L.RendererOptions): L.Canvas {
  const renderer = leaflet.canvas(options);
  const own = internals(renderer);
  const { _redraw } = own;
  own._redraw = () => {
    if (own._ctx) _redraw.call(renderer);
  };
  return renderer;
}

/**
 * A path that is drawn last on the shared canvas, by a function of ours: the marks and labels. It covers the whole canvas, so that any partial redraw
 * (a place restyled under it) draws it again in the right order.
 */
export function paintLayer(leaflet: typeof L, renderer: L.Canvas, moved: () => void, draw: (ctx: CanvasRenderingContext2D) => void): L.Path {
  const Layer = leaflet.Path.extend({
    _project(this: { _pxBounds: unknown }): void {
      this._pxBounds = leaflet.bounds([-1e9, -1e9], [1e9, 1e9]);
    },
    _reset(this: { _project: () => void; _update: () => void }): void {
      this._project();
      this._update();
    },
    _update: moved,
    _updatePath: () => draw(internals(renderer)._ctx),
    _containsPoint: () => false,
  }) as unknown as new (options: L.PathOptions) => L.Path;
  return new Layer({ renderer, interactive: false });
}

/** Draws the canvas with two pixels per CSS pixel, lets `take` have it, and draws it again as it was. */
function atTwice<T>(leaflet: typeof L, renderer: L.Canvas, take: (canvas: HTMLCanvasElement, bounds: L.Bounds) => T): T {
  const browser = leaflet.Browser as { retina: boolean };
  const before = browser.retina;
  const { _update } = internals(renderer);
  browser.retina = true;
  try {
    // Not while a zoom is under way: Leaflet would not draw then.
    _update.call(renderer);
    const { _bounds, _container } = internals(renderer);
    return take(_container, _bounds);
  } finally {
    browser.retina = before;
    _update.call(renderer);
  }
}

/** The screen's part of the canvas at twice its resolution, copied to `target`: what goes to paper. */
export const copyForPrint = (leaflet: typeof L, renderer: L.Canvas, screen: L.Bounds, target: HTMLCanvasElement): void =>
  atTwice(leaflet, renderer, (canvas, bounds) => {
    const size = screen.getSize();
    const corner = screen.min!.subtract(bounds.min!);
    target.width = size.x * 2;
    target.height = size.y * 2;
    target.getContext('2d')?.drawImage(canvas, corner.x * 2, corner.y * 2, size.x * 2, size.y * 2, 0, 0, size.x * 2, size.y * 2);
  });

/** The whole canvas at twice its resolution: what goes into a picture. */
export const finerCopy = (leaflet: typeof L, renderer: L.Canvas): HTMLCanvasElement =>
  atTwice(leaflet, renderer, (canvas) => {
    const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    return copy;
  });
