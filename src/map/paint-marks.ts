import type { MarkSizes } from './markers.ts';
import type { Palette } from './palette.ts';
import type { DrawnMark } from './scene.ts';

/** A canvas and the theme's colours. */
export interface Brush {
  readonly ctx: CanvasRenderingContext2D;
  readonly palette: Palette;
}

const HALO = 2;

function polygon(ctx: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  ctx.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.closePath();
}

/** The path on screen, filled, with the halo around it. */
function filled({ ctx, palette }: Brush, colour: string): void {
  ctx.lineJoin = 'round';
  ctx.strokeStyle = palette.of('--map-halo');
  ctx.lineWidth = HALO * 2;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.fill();
}

function digits({ ctx, palette }: Brush, text: string, x: number, y: number, size: number, colour: string): void {
  ctx.font = `700 ${size}px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/** 严重: filled diamond in a double ring, with its number. */
export function paintDiamond(brush: Brush, { mark, at: [x, y] }: DrawnMark, sizes: MarkSizes): void {
  const { ctx, palette } = brush;
  const half = sizes.severe / 2;
  const colour = palette.of('--risk-severe');
  const alpha = ctx.globalAlpha;
  for (const [radius, width, strength] of [[sizes.ring / 2 - 1, 2, 1], [sizes.ring / 2 + 3, 1, 0.5]] as const) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.globalAlpha = alpha * strength;
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }
  ctx.globalAlpha = alpha;
  polygon(ctx, [[x, y - half], [x + half, y], [x, y + half], [x - half, y]]);
  filled(brush, colour);
  if (mark.number !== null) digits(brush, String(mark.number), x, y + 0.5, 13, palette.of('--on-severe'));
}

/** 一般: filled triangle, with its number if it is in the list. */
export function paintTriangle(brush: Brush, { mark, at: [x, y] }: DrawnMark, { general: [width, height] }: MarkSizes): void {
  polygon(brush.ctx, [[x, y - height / 2], [x + width / 2, y + height / 2], [x - width / 2, y + height / 2]]);
  filled(brush, brush.palette.of('--risk-general-mark'));
  if (mark.number !== null) digits(brush, String(mark.number), x, y + 3.5, 11, brush.palette.of('--on-general-mark'));
}

/** 本周销号: filled circle with a tick. */
export function paintTick(brush: Brush, { at: [x, y] }: DrawnMark, { closed }: MarkSizes): void {
  const { ctx, palette } = brush;
  ctx.beginPath();
  ctx.arc(x, y, closed / 2, 0, 2 * Math.PI);
  filled(brush, palette.of('--risk-none'));
  const k = closed / 17;
  ctx.beginPath();
  ctx.moveTo(x - 3.8 * k, y + 0.2 * k);
  ctx.lineTo(x - 1 * k, y + 3 * k);
  ctx.lineTo(x + 4 * k, y - 2.8 * k);
  ctx.strokeStyle = palette.of('--on-none');
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.stroke();
  ctx.lineCap = 'butt';
}

/** 司法程序: a square at the lower right · 挂牌督办: a tag at the upper right. Both beside the grade, never instead of it. */
export function paintExtras(brush: Brush, { mark, at: [x, y] }: DrawnMark, supervised: string): void {
  const { ctx, palette } = brush;
  const off = mark.kind === 'severe' ? 12 : 10;
  if (mark.court) {
    polygon(ctx, [[x + off - 4, y + off - 6], [x + off + 4, y + off - 6], [x + off + 4, y + off + 2], [x + off - 4, y + off + 2]]);
    filled(brush, palette.of('--judicial'));
  }
  if (!mark.supervised) return;
  ctx.fillStyle = palette.of('--surface');
  ctx.strokeStyle = palette.of('--text');
  ctx.lineWidth = 1;
  ctx.fillRect(x + off - 3, y - off - 11, 14, 14);
  ctx.strokeRect(x + off - 3, y - off - 11, 14, 14);
  digits(brush, supervised, x + off + 4, y - off - 3.5, 11, palette.of('--text'));
}
