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
const OFFSET = 18;
/** The spec's four; then twice as far up or down, or a place whose middle is a ringed mark would stay nameless. */
const OFFSETS: readonly Point[] = [[0, 0], [0, OFFSET], [0, -OFFSET], [OFFSET, 0], [-OFFSET, 0], [0, 2 * OFFSET], [0, -2 * OFFSET]];
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

/** First offset at which the form fits its place and touches nothing in the way. */
function place(wish: LabelWish, form: Form, blocked: (box: Box) => boolean, measure: Measure): PlacedLabel | null {
  for (const [dx, dy] of OFFSETS) {
    const at: Point = [wish.at[0] + dx, wish.at[1] + dy];
    const box = boxOf(form, at, measure);
    if (box.width - 4 > WIDEST * wish.radius && !wish.selected) return null;
    if (!blocked(box)) return { code: wish.code, ...form, at, box };
  }
  return null;
}

/**
 * Labels that collide with nothing: never over a hard box (严重, 一般, call-outs), over a soft one (销号) only if there is no other way. First every name, by
 * priority selected (with its value) > roomy places, then the value lines: whole, then n/d only. A name that does not fit is shortened, then left out.
 */
export function placeLabels(wishes: readonly LabelWish[], hard: readonly Box[], soft: readonly Box[], measure: Measure): readonly PlacedLabel[] {
  const order = [...wishes].sort((a, b) => Number(b.selected) - Number(a.selected) || b.radius - a.radius);
  const placed = new Map<string, PlacedLabel>();
  const others = (code: string): Box[] => [...placed.values()].filter((l) => l.code !== code).map((l) => l.box);
  const attempt = (wish: LabelWish, forms: readonly Form[]): void => {
    const near = others(wish.code);
    const hits = (boxes: readonly Box[], box: Box): boolean => boxes.some((o) => overlaps(o, box));
    const taken = (box: Box): boolean => hits(near, box) || hits(hard, box);
    for (const form of forms) {
      const found = place(wish, form, (box) => hits(soft, box) || taken(box), measure) ?? place(wish, form, taken, measure);
      if (!found) continue;
      placed.set(wish.code, found);
      return;
    }
  };
  const valued = (wish: LabelWish, name: string): Form[] => [wish.value, ...(wish.parts === null ? [] : [wish.parts])].map((value) => ({ name, value }));
  for (const wish of order) attempt(wish, [...(wish.selected ? valued(wish, wish.name) : []), ...[...new Set([wish.name, wish.short])].map((name) => ({ name, value: null }))]);
  for (const wish of order) {
    const label = placed.get(wish.code);
    if (label && label.value === null) attempt(wish, valued(wish, label.name));
  }
  return order.flatMap((wish) => placed.get(wish.code) ?? []);
}
