import { widthOf } from '../shared/text-width.ts';
import type { TrendData, TrendPanelData } from './trend-data.ts';

/** A text of the chart at a place in px; `weight` 700 and `size` 18 are the last value. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly size: 12 | 18;
  readonly bold: boolean;
  readonly colour: 'text' | 'text-2' | 'text-3' | 's-target' | 'risk-severe' | 'risk-general' | 's-1' | 'worse';
}

/** Plot of one panel in px, with the range of its axis. */
export interface PanelBox {
  readonly top: number;
  readonly height: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export const MARGIN = { left: 44, right: 82 } as const;
const TITLE = 22;
const BELOW = 18;
const AXIS = 36;

const NICE = [1, 2, 3, 5, 10, 15, 20, 25, 30, 50, 75, 100];
function niceStep(least: number): number {
  let scale = 1;
  while (least > 100 * scale) scale *= 10;
  return scale * NICE.find((n) => n * scale >= least)!;
}

/** Rates end at 100 and start at 60, 50 or 0; counts start at 0 and leave room for a label above the highest point. Three ticks. */
export function rangeOf({ percent, lines, target }: TrendPanelData): { min: number; max: number; step: number } {
  const values = lines.flatMap((l) => l.points.flatMap((p) => (p ? [p.value] : [])));
  if (percent) {
    const least = Math.min(100, target?.value ?? 100, ...values);
    const min = least >= 60 ? 60 : least >= 50 ? 50 : 0;
    return { min, max: 100, step: (100 - min) / 2 };
  }
  const step = niceStep(Math.max(1, (1.4 * Math.max(0, ...values)) / 2));
  return { min: 0, max: 2 * step, step };
}

/** Panels one above the other in a box of this height; the axis of weeks at the bottom. */
export function boxesOf(panels: readonly TrendPanelData[], height: number): PanelBox[] {
  const each = (height - AXIS + BELOW / 2) / panels.length;
  return panels.map((panel, i) => ({ top: Math.round(i * each + TITLE), height: Math.max(8, Math.round(each - TITLE - BELOW)), ...rangeOf(panel) }));
}

/** Middle of a slot in px; one slot alone stands in the middle, where ECharts puts it. */
export const xOf = (slot: number, count: number, width: number): number => MARGIN.left + (count > 1 ? (slot * plotWidth(width)) / (count - 1) : plotWidth(width) / 2);
export const plotWidth = (width: number): number => Math.max(20, width - MARGIN.left - MARGIN.right);
export const yOf = (value: number, { top, height, min, max }: PanelBox): number => top + height * (1 - (Math.min(max, Math.max(min, value)) - min) / (max - min));

const first = <T>(list: readonly (T | null)[]): number => list.findIndex((p) => p !== null);
const last = <T>(list: readonly (T | null)[]): number => list.reduce((at, p, i) => (p === null ? at : i), -1);

/** Keeps the heaviest of labels that would overlap in a row. */
function apart<T extends { readonly left: number; readonly right: number; readonly weight: number }>(labels: readonly T[]): T[] {
  const kept: T[] = [];
  for (const label of [...labels].sort((a, b) => b.weight - a.weight || b.left - a.left)) if (kept.every((k) => label.right < k.left || label.left > k.right)) kept.push(label);
  return kept;
}

/** Where a text stands, in px. */
export function edgesOf({ text, x, y, align, size }: PlacedText): { left: number; right: number; top: number; bottom: number } {
  const width = widthOf(text, size);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size / 2, bottom: y + size / 2 };
}
const meet = (a: PlacedText, b: PlacedText): boolean => {
  const [p, q] = [edgesOf(a), edgesOf(b)];
  return p.left < q.right + 4 && q.left < p.right + 4 && p.top < q.bottom && q.top < p.bottom;
};

/** Takes the first place where a text meets no other. Without one: the first place if it must stand, else it is left out. */
class Board {
  readonly texts: PlacedText[] = [];
  put(places: readonly PlacedText[], must: boolean): void {
    const free = places.find((p) => this.texts.every((t) => !meet(p, t))) ?? (must ? places[0] : undefined);
    if (free) this.texts.push(free);
  }
}

const small = (text: string, x: number, y: number, colour: PlacedText['colour'], align: PlacedText['align'] = 'left', bold = false): PlacedText => ({ text, x, y, align, size: 12, bold, colour });

/** Every text of the chart but the ticks of its y axes: titles, first and last values, target, gaps, events, marks, weeks. Pure: px in, px out. */
export function textsOf(data: TrendData, width: number, height: number): PlacedText[] {
  const boxes = boxesOf(data.panels, height);
  const x = (slot: number): number => xOf(slot, data.slots.length, width);
  const board = new Board();
  for (const [i, panel] of data.panels.entries()) {
    const box = boxes[i]!;
    board.put([small(panel.title, 12, box.top - 14, 'text', 'left', true)], true);
    if (panel.lines.length > 1) putGrades(board, panel, box, x);
    else putValues(board, panel, box, x);
    if (panel.target) {
      const y = yOf(panel.target.value, box);
      const places = [[4, 9], [4, -8], [100, 9], [100, -8], [160, 9], ...(box.height > 90 ? [[4, 28], [4, 44]] : [[220, -8]])].map(([right = 0, down = 0]) => small(panel.target!.label, MARGIN.left + right, y + down, 's-target'));
      // Not over the line where that runs along the target.
      const clear = places.filter((place) => !covers(place, panel, box, x));
      board.put(clear.length > 0 ? clear : places, true);
    }
    if (i > 0) continue;
    putMarks(board, data, panel, box, x, width);
    putEvents(board, data, panel, box, x);
    putGaps(board, data, panel, box, x);
  }
  return [...board.texts, ...weekTexts(data, x, height - AXIS + 8)];
}

/** Whether a text would stand over a point of the panel. */
function covers(text: PlacedText, { lines }: TrendPanelData, box: PanelBox, x: (slot: number) => number): boolean {
  const { left, right, top, bottom } = edgesOf(text);
  return lines.some(({ points }) => points.some((point, slot) => {
    const [px, py] = [x(slot), point ? yOf(point.value, box) : Number.NaN];
    return px > left - 4 && px < right + 4 && py > top - 4 && py < bottom + 4;
  }));
}

/** One line: its last value large with n/d at its right, the first one under its point (above where that is taken). */
function putValues(board: Board, { lines: [line] }: TrendPanelData, box: PanelBox, x: (slot: number) => number): void {
  const [start, end] = line ? [first(line.points), last(line.points)] : [-1, -1];
  const [from, to] = [line?.points[start], line?.points[end]];
  if (!from || !to) return;
  // Kept above the baseline, or n/d would stand in the next panel's title.
  const [left, y] = [x(end) + 10, Math.min(yOf(to.value, box), box.top + box.height - 8)];
  board.put([{ text: to.text, x: left, y, align: 'left', size: 18, bold: true, colour: 'text' }], true);
  if (to.parts !== null) board.put([small(to.parts, left, y + 16, 'text-2')], true);
  if (start === end) return;
  const [words, at] = [`${from.text} ${from.parts ?? ''}`.trim(), yOf(from.value, box)];
  board.put([small(words, x(start) + 4, at + 13, 'text-2'), small(words, x(start) + 4, at - 12, 'text-2')], true);
}

/** Several lines: names beside the values, kept apart; the upper line's first value above it, the others' below. */
function putGrades(board: Board, { lines }: TrendPanelData, box: PanelBox, x: (slot: number) => number): void {
  const ends = lines.flatMap((line) => {
    const [start, end] = [first(line.points), last(line.points)];
    const [from, to] = [line.points[start], line.points[end]];
    return from && to ? [{ line, start, end, from, to }] : [];
  });
  const heights = spreadOf(ends.map((e) => yOf(e.to.value, box)), 19, box.top - 8, box.top + box.height - 4);
  const highest = Math.max(...ends.map((e) => e.from.value));
  const upper = ends.findIndex((e) => e.from.value === highest);
  for (const [i, { line, start, end, from, to }] of ends.entries()) {
    const [left, y, colour] = [x(end) + 10, heights[i]!, line.textColour as PlacedText['colour']];
    board.put([{ text: to.text, x: left, y, align: 'left', size: 18, bold: true, colour: 'text' }], true);
    board.put([small(line.name, left + widthOf(to.text, 18) + 6, y, colour)], true);
    if (start === end) continue;
    const at = yOf(from.value, box);
    const below = i !== upper && at + 13 <= box.top + box.height + 4;
    board.put([...(below ? [at + 13] : []), at - 12, at - 26].map((top) => small(`${line.name} ${from.text}`, x(start) + 4, top, colour)), true);
  }
}

/** Moves heights apart to at least `least` px, within bounds, keeping their order (the first given goes above where they are equal). */
export function spreadOf(heights: readonly number[], least: number, top: number, bottom: number): number[] {
  const order = heights.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  let floor = Number.NEGATIVE_INFINITY;
  const placed = order.map((o) => ({ i: o.i, y: (floor = Math.max(o.y, floor + least, top)) }));
  let ceiling = bottom;
  for (const p of [...placed].reverse()) {
    p.y = Math.min(p.y, ceiling);
    ceiling = p.y - least;
  }
  return heights.map((_, i) => placed.find((p) => p.i === i)!.y);
}

/** 第40周未发布 over the dotted line, under it where that is taken. */
function putGaps(board: Board, data: TrendData, panel: TrendPanelData, box: PanelBox, x: (slot: number) => number): void {
  const points = panel.lines[0]?.points ?? [];
  for (const gap of [...data.gaps].reverse()) {
    const [a, b] = [points[gap.from], points[gap.to]];
    if (!a || !b) continue;
    const middle = Math.max((x(gap.from) + x(gap.to)) / 2, MARGIN.left + widthOf(gap.label, 12) / 2);
    const [ya, yb] = [yOf(a.value, box), yOf(b.value, box)];
    const heights = [Math.min(ya, yb) - 11, (ya + yb) / 2 + 13, Math.max(ya, yb) + 13];
    board.put([0, 24, 48, -24].flatMap((aside) => heights.map((y) => small(gap.label, middle + aside, y, 'text-3', 'center'))), false);
  }
}

/** Under their points, the heaviest first. */
function putEvents(board: Board, data: TrendData, panel: TrendPanelData, box: PanelBox, x: (slot: number) => number): void {
  const points = panel.lines[0]?.points ?? [];
  for (const event of [...data.events].sort((a, b) => b.weight - a.weight || b.slot - a.slot)) {
    const point = points[event.slot];
    if (point) board.put([small(event.text, x(event.slot), yOf(point.value, box) + 14, 'worse', 'center')], false);
  }
}

/** In the title's line, beside the title where the mark stands at the left. */
function putMarks(board: Board, data: TrendData, panel: TrendPanelData, box: PanelBox, x: (slot: number) => number, width: number): void {
  let free = 12 + widthOf(panel.title, 12) + 10;
  for (const mark of [...data.marks].sort((a, b) => a.slot - b.slot)) {
    const size = widthOf(mark.text, 12);
    const at = Math.min(Math.max(free, x(mark.slot) - size / 2), width - size - 8);
    free = at + size + 8;
    board.put([small(mark.text, at, box.top - 14, 'text-3')], false);
  }
}

/** Weeks that fit, the current one bold and always there; dates under the first, a middle and the last. */
function weekTexts(data: TrendData, x: (slot: number) => number, y: number): PlacedText[] {
  const ends = data.slots.length - 1;
  const labels = data.slots.map((slot, i) => {
    const half = widthOf(slot.label, 12) / 2 + 3;
    return { slot, i, left: x(i) - half, right: x(i) + half, weight: i === data.current ? 3 : i === 0 || i === ends ? 2 : (ends - i) % 4 === 0 ? 1 : (ends - i) % 2 === 0 ? 0.5 : 0 };
  });
  const middle = data.slots.reduce((best, slot, i) => (slot.date !== null && Math.abs(i - ends / 2) < Math.abs(best - ends / 2) ? i : best), 0);
  const dates = apart([0, middle, ends].filter((i, k, all) => all.indexOf(i) === k).flatMap((i) => {
    const date = data.slots[i]?.date ?? null;
    return date === null ? [] : [{ i, date, left: x(i) - 20, right: x(i) + 20, weight: i === ends ? 2 : i === 0 ? 1 : 0 }];
  }));
  return [
    ...apart(labels).sort((a, b) => a.i - b.i).map(({ slot, i }): PlacedText => small(slot.label, x(i), y, i === data.current ? 'text' : 'text-3', 'center', i === data.current)),
    ...dates.map(({ i, date }): PlacedText => small(date, x(i), y + 15, 'text-3', 'center')),
  ];
}
