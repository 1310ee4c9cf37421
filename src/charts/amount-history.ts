import type { Row } from '../engine/rows.ts';
import { listedClosed } from '../model/listed-closed.ts';
import { addDays, daysBetween, isoWeek } from '../shared/dates.ts';
import { formatNumber, WAN } from '../shared/format.ts';
import { widthOf } from '../shared/text-width.ts';
import { moneyAxis } from './money-axis.ts';

/** A project on one published day, by the steps of the 销号账. */
export interface AmountPoint {
  readonly asOf: string;
  readonly week: number;
  /** 严重 or 一般 while open; 无欠薪 while not; null while 漏报. */
  readonly grade: '严重' | '一般' | '无欠薪' | null;
  /** 元; 0 while not open; null: not stated, or 漏报. */
  readonly amount: number | null;
  readonly workers: number | null;
  /** 期初, 新增, 反弹, 找回, 延续, 销号, 漏报; null: not in the account that day. */
  readonly event: string | null;
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/**
 * The project on each of `days` (published, oldest first) from its rows of `flow`: open, not open, or 漏报 until it is found, or listed as closed. `listed`: its row in the ledger of
 * the last day; null: there is none.
 */
export function amountHistory(flow: readonly Row[], days: readonly string[], listed: Row | null = null): readonly AmountPoint[] {
  const rows = new Map(flow.map((row) => [String(row['as_of']), row]));
  const last = [...rows.keys()].reduce((a, b) => (a > b ? a : b), '');
  const closedOn = typeof listed?.['closed_on'] === 'string' ? listed['closed_on'] : null;
  let lost = false;
  return days.map((asOf) => {
    const row = rows.get(asOf);
    const event = row ? String(row['event']) : null;
    if (event !== null) lost = event === '漏报';
    if (asOf > last && listed !== null && listedClosed(asOf, { end: days[days.length - 1]!, closedOn })) lost = false;
    const base = { asOf, week: isoWeek(asOf).week, event };
    if (lost) return { ...base, grade: null, amount: null, workers: null };
    if (row === undefined || event === '销号') return { ...base, grade: '无欠薪', amount: 0, workers: 0 };
    return { ...base, grade: row['grade_after'] === '严重' ? '严重' : '一般', amount: number(row['unpaid_after']), workers: number(row['workers_after']) };
  });
}

/** From the snapshot before the project was first open; all of them where it never was. */
export function sinceFirstOpen(history: readonly AmountPoint[]): readonly AmountPoint[] {
  const first = history.findIndex((p) => p.grade !== '无欠薪');
  return first === -1 ? history : history.slice(Math.max(0, first - 1));
}

const monday = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

export interface AmountSlot {
  readonly week: number;
  readonly x: number;
  /** Published days of the week, the newest one is drawn; null: 未发布. */
  readonly point: AmountPoint | null;
  readonly y: number | null;
  /** 万元 over the point where it changed, and at both ends. */
  readonly label: string | null;
  /** The amount fell: the label stands right of the drop, not on it. */
  readonly fell: boolean;
  readonly tick: boolean;
}

export interface AmountPicture {
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly slots: readonly AmountSlot[];
  /** SVG paths: the steps, and dotted across weeks that were not published. */
  readonly line: string;
  readonly dotted: string;
  /** Words of the grades fit under the marks. */
  readonly words: boolean;
  readonly unpublished: readonly number[];
}

/** Labels that would stand over a later one are left out: the newest says where things are. */
function withoutMeeting(slots: readonly AmountSlot[], font: number): readonly AmountSlot[] {
  const kept: { readonly left: number; readonly right: number; readonly y: number }[] = [];
  return [...slots].reverse().map((slot) => {
    if (slot.label === null || slot.y === null) return slot;
    const wide = widthOf(slot.label, font);
    const left = slot.fell ? slot.x + font * 0.35 : slot.x - wide / 2;
    const box = { left, right: left + wide, y: slot.y };
    if (kept.some((k) => box.left < k.right + 2 && k.left < box.right + 2 && Math.abs(k.y - box.y) < font)) return { ...slot, label: null };
    kept.push(box);
    return slot;
  }).reverse();
}

/** Step line of the amount per snapshot in a box; a week that was not published keeps its slot. */
export function amountPicture(history: readonly AmountPoint[], { width, height }: { readonly width: number; readonly height: number }, font = 12): AmountPicture {
  const axis = moneyAxis(Math.max(0, ...history.map((p) => p.amount ?? 0)));
  const [left, right, top, base] = [font * 4, width - font * 2, font * 2, height - font * 5];
  const y = (value: number): number => base - ((base - top) * value) / axis.top;
  const start = history[0] ? monday(history[0].asOf) : null;
  const at = (p: AmountPoint): number => daysBetween(start!, monday(p.asOf)) / 7;
  const count = history.length === 0 ? 0 : at(history[history.length - 1]!) + 1;
  const slot = (right - left) / Math.max(1, count);
  const every = Math.max(1, Math.ceil((font * 3.2) / slot));
  const byWeek = new Map(history.map((p) => [at(p), p]));
  let before: number | null | undefined;
  const written = Array.from({ length: count }, (_, i): AmountSlot => {
    const point = byWeek.get(i) ?? null;
    const amount = point?.amount ?? null;
    const changed = point !== null && amount !== before;
    const fell = changed && amount !== null && typeof before === 'number' && amount < before;
    if (point !== null) before = amount;
    return {
      point, fell, week: isoWeek(addDays(start!, i * 7)).week, x: left + slot * (i + 0.5), y: amount === null ? null : y(amount), tick: (count - 1 - i) % every === 0,
      label: amount !== null && (changed || i === count - 1) ? formatNumber(amount, 1, WAN) : null,
    };
  });
  const slots = withoutMeeting(written, font);
  const known = slots.filter((s) => s.point !== null);
  const segments = known.slice(1).flatMap((to, i) => {
    const from = known[i]!;
    if (from.y === null || to.y === null) return [];
    return [{ d: `M${from.x} ${from.y}H${to.x}V${to.y}`, dotted: to.x - from.x > slot * 1.5 }];
  });
  return {
    left, right, base, slots, ticks: axis.ticks.map((t) => ({ y: y(t.value), text: t.text })), words: slot >= font * 3.2,
    line: segments.filter((s) => !s.dotted).map((s) => s.d).join(''), dotted: segments.filter((s) => s.dotted).map((s) => s.d).join(''),
    unpublished: slots.filter((s) => s.point === null).map((s) => s.week),
  };
}
