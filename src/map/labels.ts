import { type Box, boxAround, overlaps, type Point } from './geometry.ts';

/** What a place wants written, from most to least. */
export interface LabelWish {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  /** `94.1% 16/17`, or the word of a state. */
  readonly value: string;
  /** `16/17`, where the value holds more than that; null: nothing shorter says it. */
  readonly parts: string | null;
  readonly at: Point;
  /** Inscribed radius in px. */
  readonly radius: number;
  readonly selected: boolean;
}
export interface PlacedLabel {
  readonly code: string;
  readonly name: string;
  readonly value: string | null;
  /** Middle of the label. */
  readonly at: Point;
  readonly box: Box;
}
/** Width in px of text: name 13/700 or value 12. */
export type Measure = (text: string, part: 'name' | 'value') => number;

const WIDEST = 2.2;
/** How far from its place any part of a label can be, px. */
const REACH = 160;
const STEP = 9;
/** Up to 18 px to every side, twice as far up or down, or a place whose middle is a ringed mark would stay nameless; the nearest first. */
const OFFSETS: readonly Point[] = [0, 1, -1, 2, -2].flatMap((x) => [0, 1, -1, 2, -2, 3, -3, 4, -4].map((y): Point => [x * STEP, y * STEP])).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
/** What it costs to cover a mark or a piece of a leader, or to say less, in px of distance from the middle of the place. */
const COSTS = { closed: 100, circle: 20, leader: 6, shorter: 25 };
export const NAME_HEIGHT = 17;
export const VALUE_HEIGHT = 16;
/** Weight and size of a label's two lines. */
export const NAME_FONT = '700 13px';
export const VALUE_FONT = '400 12px';

/** 太平镇 → 太平: the name without its kind, where at least two characters are left. */
export function shortName(name: string): string {
  const short = name.replace(/(街道办事处|街道办|街道|社管中心|经济开发区|开发区|镇|乡)$/u, '');
  return [...short].length >= 2 ? short : name;
}

interface Form {
  readonly name: string;
  readonly value: string | null;
}

function boxOf({ name, value }: Form, at: Point, measure: Measure): Box {
  const width = Math.max(measure(name, 'name'), value === null ? 0 : measure(value, 'value'));
  return boxAround(at, width + 4, NAME_HEIGHT + (value === null ? 0 : VALUE_HEIGHT));
}

/** What labels keep off: `hard` (严重, 一般, call-outs) always, the others as far as there is room. */
export interface InTheWay {
  readonly hard: readonly Box[];
  /** 销号. */
  readonly closed?: readonly Box[];
  /** 无欠薪 and clusters. */
  readonly circles?: readonly Box[];
  /** Leaders of call-outs, in pieces. */
  readonly leaders?: readonly Box[];
}

interface Found {
  readonly label: PlacedLabel;
  readonly cost: number;
}

/** The offset at which the form fits its place, touches nothing it must not and covers least, the nearest of them. */
function place(wish: LabelWish, form: Form, blocked: (box: Box) => boolean, costOf: (box: Box) => number, measure: Measure): Found | null {
  let best: Found | null = null;
  for (const [dx, dy] of OFFSETS) {
    const at: Point = [wish.at[0] + dx, wish.at[1] + dy];
    const box = boxOf(form, at, measure);
    if (box.width - 4 > WIDEST * wish.radius && !wish.selected) return null;
    const away = Math.hypot(dx, dy);
    if (best && away >= best.cost) return best;
    if (blocked(box)) continue;
    const cost = away + costOf(box);
    if (!best || cost < best.cost) best = { label: { code: wish.code, ...form, at, box }, cost };
  }
  return best;
}

/**
 * Labels that collide with nothing that is hard and with as little else as can be. First every name, by priority selected (with its value) > roomy places, then the
 * value lines: whole, then n/d only. A name that does not fit is shortened, then left out.
 */
export function placeLabels(wishes: readonly LabelWish[], { hard, closed = [], circles = [], leaders = [] }: InTheWay, measure: Measure): readonly PlacedLabel[] {
  const count = (boxes: readonly Box[], box: Box): number => boxes.reduce((n, o) => (overlaps(o, box) ? n + 1 : n), 0);
  const order = [...wishes].sort((a, b) => Number(b.selected) - Number(a.selected) || b.radius - a.radius);
  const placed = new Map<string, PlacedLabel>();
  const others = (code: string): Box[] => [...placed.values()].filter((l) => l.code !== code).map((l) => l.box);
  const attempt = (wish: LabelWish, forms: readonly Form[]): void => {
    const around = boxAround(wish.at, 2 * REACH, REACH);
    const near = (boxes: readonly Box[]): readonly Box[] => boxes.filter((o) => overlaps(o, around));
    const [never, ...costly] = [[...others(wish.code), ...near(hard)], near(closed), near(circles), near(leaders)];
    const costOf = (box: Box): number => count(costly[0]!, box) * COSTS.closed + count(costly[1]!, box) * COSTS.circle + count(costly[2]!, box) * COSTS.leader;
    let best: Found | null = null;
    forms.forEach((form, i) => {
      const found = place(wish, form, (box) => never.some((o) => overlaps(o, box)), costOf, measure);
      if (found && (!best || found.cost + i * COSTS.shorter < best.cost)) best = { ...found, cost: found.cost + i * COSTS.shorter };
    });
    const label = (best as Found | null)?.label;
    if (label) placed.set(wish.code, label);
  };
  const valued = (wish: LabelWish, name: string): Form[] => [wish.value, ...(wish.parts === null ? [] : [wish.parts])].map((value) => ({ name, value }));
  for (const wish of order) attempt(wish, [...(wish.selected ? valued(wish, wish.name) : []), ...[...new Set([wish.name, wish.short])].map((name) => ({ name, value: null }))]);
  for (const wish of order) {
    const label = placed.get(wish.code);
    if (label && label.value === null) attempt(wish, valued(wish, label.name));
  }
  return order.flatMap((wish) => placed.get(wish.code) ?? []);
}
