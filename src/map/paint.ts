import type { Point, Rings } from './geometry.ts';
import { NAME_FONT, NAME_HEIGHT, VALUE_FONT, VALUE_HEIGHT } from './labels.ts';
import { FADED, type MarkSizes } from './markers.ts';
import { paintDiamond, paintExtras, paintTick, paintTriangle, type Brush } from './paint-marks.ts';
import type { Scene } from './scene.ts';

/** What is drawn beside the scene itself. */
export interface PaintInput {
  readonly scene: Scene;
  readonly sizes: MarkSizes;
  /** Colours a place's label stands on and is written in. */
  readonly ink: (code: string) => { readonly fill: string; readonly text: string };
  /** Rings of the selected places, in px. */
  readonly outlines: readonly Rings[];
  readonly selected: string | null;
  /** Mark of 挂牌督办. */
  readonly supervised: string;
}

const around = (ctx: CanvasRenderingContext2D, points: readonly { readonly at: Point }[], radius: number): void => {
  ctx.beginPath();
  for (const { at: [x, y] } of points) {
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }
};

/** Circles of 无欠薪: one path for all of them, however many. */
function paintCircles({ ctx, palette }: Brush, { scene, sizes }: PaintInput): void {
  for (const faded of [true, false]) {
    const points = scene.singles.filter((d) => d.mark.faded === faded);
    if (points.length === 0) continue;
    ctx.globalAlpha = faded ? FADED : 1;
    ctx.fillStyle = palette.of('--map-halo');
    around(ctx, points, sizes.none / 2 + 1.6);
    ctx.fill();
    ctx.fillStyle = palette.of('--surface');
    ctx.strokeStyle = palette.of('--risk-none');
    ctx.lineWidth = 1.8;
    around(ctx, points, sizes.none / 2 - 0.9);
    ctx.fill();
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function paintClusters({ ctx, palette }: Brush, { scene }: PaintInput): void {
  ctx.font = `700 12px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { at: [x, y], count, faded } of scene.clusters) {
    ctx.globalAlpha = faded ? FADED : 1;
    const text = String(count);
    const width = Math.max(22, ctx.measureText(text).width + 10);
    ctx.fillStyle = palette.of('--surface');
    ctx.strokeStyle = palette.of('--line-strong');
    ctx.lineWidth = 1;
    ctx.fillRect(x - width / 2, y - 10, width, 20);
    ctx.strokeRect(x - width / 2, y - 10, width, 20);
    ctx.fillStyle = palette.of('--text');
    ctx.fillText(text, x, y + 0.5);
  }
  ctx.globalAlpha = 1;
}

function paintLabels({ ctx, palette }: Brush, { scene, ink }: PaintInput): void {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  for (const { code, name, value, at: [x, y] } of scene.labels) {
    const { fill, text } = ink(code);
    ctx.strokeStyle = fill;
    ctx.fillStyle = text;
    ctx.lineWidth = 3.5;
    const write = (words: string, top: number, font: string): void => {
      ctx.font = font;
      ctx.strokeText(words, x, top);
      ctx.fillText(words, x, top);
    };
    write(name, value === null ? y : y - VALUE_HEIGHT / 2, `${NAME_FONT} ${palette.font}`);
    if (value !== null) write(value, y + NAME_HEIGHT / 2, `${VALUE_FONT} ${palette.font}`);
  }
}

function paintCallouts({ ctx, palette }: Brush, { scene }: PaintInput): void {
  for (const { box, from, to, title, text, mark } of scene.callouts) {
    const colour = palette.of(mark.kind === 'severe' ? '--risk-severe' : '--risk-general');
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.25;
    const length = Math.hypot(from[0] - to[0], from[1] - to[1]) || 1;
    const edge = mark.kind === 'severe' ? 20 : 12;
    ctx.beginPath();
    ctx.moveTo(from[0], from[1]);
    ctx.lineTo(to[0] + ((from[0] - to[0]) * edge) / length, to[1] + ((from[1] - to[1]) * edge) / length);
    ctx.stroke();
    ctx.fillStyle = palette.of('--surface');
    ctx.fillRect(box.x, box.y, box.width, box.height);
    ctx.lineWidth = 1.5;
    ctx.strokeRect(box.x, box.y, box.width, box.height);
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = palette.of('--text');
    ctx.font = `${NAME_FONT} ${palette.font}`;
    ctx.fillText(title, box.x + 9, box.y + 13, box.width - 16);
    ctx.fillStyle = palette.of('--text-2');
    ctx.font = `${VALUE_FONT} ${palette.font}`;
    ctx.fillText(text, box.x + 9, box.y + 30, box.width - 16);
  }
}

function paintSelection({ ctx, palette }: Brush, { scene, outlines, selected, sizes }: PaintInput): void {
  ctx.strokeStyle = palette.of('--map-sel');
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5;
  for (const rings of outlines) {
    ctx.beginPath();
    for (const ring of rings) ring.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
    ctx.stroke();
  }
  const chosen = selected === null ? undefined : [...scene.raised, ...scene.singles].find((d) => d.mark.id === selected);
  if (!chosen) return;
  const radius = chosen.mark.kind === 'severe' ? sizes.ring / 2 + 4 : chosen.mark.kind === 'none' ? 9 : 16;
  for (const [colour, width] of [['--map-halo', 6], ['--map-sel', 2.5]] as const) {
    ctx.strokeStyle = palette.of(colour);
    ctx.lineWidth = width;
    around(ctx, [chosen], radius);
    ctx.stroke();
  }
}

/** Draws a scene in the order of ui §7: 无欠薪 < labels < 销号 < 一般 < 严重 < call-outs < selection. */
export function paint(brush: Brush, input: PaintInput): void {
  const { ctx, palette } = brush;
  ctx.save();
  paintCircles(brush, input);
  paintClusters(brush, input);
  paintLabels(brush, input);
  for (const { from, at } of input.scene.raised) {
    if (!from) continue;
    ctx.strokeStyle = palette.of('--text-2');
    ctx.lineWidth = 1.25;
    ctx.beginPath();
    ctx.moveTo(from[0], from[1]);
    ctx.lineTo(at[0], at[1]);
    ctx.stroke();
  }
  const shapes = { closed: paintTick, general: paintTriangle, severe: paintDiamond };
  for (const drawn of input.scene.raised) {
    const { kind, faded } = drawn.mark;
    if (kind === 'none') continue;
    ctx.globalAlpha = faded ? FADED : 1;
    shapes[kind](brush, drawn, input.sizes);
    paintExtras(brush, drawn, input.supervised);
    ctx.globalAlpha = 1;
  }
  paintCallouts(brush, input);
  paintSelection(brush, input);
  ctx.restore();
}
