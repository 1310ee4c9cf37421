/** Fills that are no class: hatch 无在管项目, dots over a class (small denominator), cross 未报送, plain — (not imported). */
export type PatternKind = 'hatch' | 'dots' | 'stripes';

/** One tile of a pattern: a square that repeats, its ground, and what is drawn on it. */
export interface PatternTile {
  readonly size: number;
  readonly ground: string;
  readonly ink: string;
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly dots: readonly (readonly [x: number, y: number, radius: number])[];
  readonly width: number;
  /** Strength of the ink. */
  readonly alpha: number;
}

/** 45° lines every 8 px; dots every 7 px; upright stripes every 6 px. A tile repeats without seams. */
export function patternTile(kind: PatternKind, ground: string, ink: string): PatternTile {
  const base = { ground, ink, lines: [], dots: [], width: 0, alpha: 1 };
  if (kind === 'dots') return { ...base, size: 7, dots: [[3.5, 3.5, 0.9]], alpha: 0.6 };
  if (kind === 'stripes') return { ...base, size: 6, width: 1.5, lines: [[3, 0, 3, 6]] };
  return { ...base, size: 8, width: 2, lines: [[-2, 2, 2, -2], [0, 8, 8, 0], [6, 10, 10, 6]] };
}

/** Draws a tile. */
export function drawTile(ctx: Pick<CanvasRenderingContext2D, 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'globalAlpha' | 'fillRect' | 'beginPath' | 'moveTo' | 'lineTo' | 'arc' | 'stroke' | 'fill'>, tile: PatternTile): void {
  ctx.fillStyle = tile.ground;
  ctx.fillRect(0, 0, tile.size, tile.size);
  ctx.globalAlpha = tile.alpha;
  ctx.strokeStyle = tile.ink;
  ctx.fillStyle = tile.ink;
  ctx.lineWidth = tile.width;
  for (const [x1, y1, x2, y2] of tile.lines) {
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }
  for (const [x, y, radius] of tile.dots) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
  }
}

const made = new Map<string, CanvasPattern>();

/** The pattern as a fill for any canvas; made once per kind and colours. */
export function canvasPattern(kind: PatternKind, ground: string, ink: string): CanvasPattern | string {
  const key = `${kind} ${ground} ${ink}`;
  const known = made.get(key);
  if (known) return known;
  const tile = patternTile(kind, ground, ink);
  const canvas = document.createElement('canvas');
  canvas.width = tile.size;
  canvas.height = tile.size;
  const ctx = canvas.getContext('2d');
  if (!ctx) return ground;
  drawTile(ctx, tile);
  const pattern = ctx.createPattern(canvas, 'repeat');
  if (!pattern) return ground;
  made.set(key, pattern);
  return pattern;
}
