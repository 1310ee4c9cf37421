import { addDays, daysBetween, isoWeek } from '../../shared/dates.ts';

/** One week of the axis: published, not published (a gap keeps its place), or published after the snapshot on screen. */
export interface WeekSlot {
  readonly kind: 'published' | 'gap' | 'ahead';
  readonly year: number;
  readonly week: number;
  /** Day of the snapshot; null in a gap. */
  readonly day: string | null;
  /** Monday of the week. */
  readonly monday: string;
}

const mondayOf = (day: string): string => addDays(day, -((daysBetween('1970-01-05', day) % 7 + 7) % 7));

/** Published days → weeks in their order, with a slot for every ISO week in between that was not published. `ahead`: days published after the last of `days`. */
export function weekSlots(days: readonly string[], ahead: readonly string[] = []): WeekSlot[] {
  const last = days[days.length - 1] ?? '';
  const all = [...new Set([...days, ...ahead.filter((d) => d > last)])].sort();
  return all.flatMap((day, i): WeekSlot[] => {
    const before = all[i - 1];
    const missing = before === undefined ? 0 : daysBetween(mondayOf(before), mondayOf(day)) / 7 - 1;
    const gaps = Array.from({ length: Math.max(0, missing) }, (_, k): WeekSlot => slot('gap', addDays(mondayOf(before!), 7 * (k + 1)), null));
    return [...gaps, slot(day > last ? 'ahead' : 'published', day, day)];
  });
}
const slot = (kind: WeekSlot['kind'], at: string, day: string | null): WeekSlot => ({ kind, ...isoWeek(at), day, monday: mondayOf(at) });

/** First and last slot shown, both with a day. */
export interface WeekWindow {
  readonly from: number;
  readonly to: number;
}

/** Above this the axis opens on the campaign. */
const MANY = 12;

/** The campaign from its opening snapshot (the last one up to its first day) to the newest; before it the last twelve weeks. Few weeks: all of them. */
export function defaultWindow(slots: readonly WeekSlot[], campaignFrom: string): WeekWindow {
  const all = { from: 0, to: slots.length - 1 };
  if (slots.length <= MANY) return all;
  const now = lastIndex(slots, (s) => s.kind === 'published');
  const opening = lastIndex(slots, (s) => s.day !== null && s.day <= campaignFrom);
  if (opening >= 0 && opening <= now) return { from: opening, to: all.to };
  const from = Math.max(0, now - MANY + 1);
  return { from: slots[from]!.day === null ? from + 1 : from, to: opening > now ? now : all.to };
}

/** The brush of the view: days → slots; what no longer fits gives the default. */
export function windowOf(slots: readonly WeekSlot[], weeks: readonly [string, string] | null, campaignFrom: string): WeekWindow {
  if (!weeks) return defaultWindow(slots, campaignFrom);
  const from = slots.findIndex((s) => s.day !== null && s.day >= weeks[0]);
  const to = lastIndex(slots, (s) => s.day !== null && s.day <= weeks[1]);
  return from < 0 || to < from ? defaultWindow(slots, campaignFrom) : { from, to };
}

/** The days a window stands for, as the URL keeps them. */
export const daysOf = (slots: readonly WeekSlot[], { from, to }: WeekWindow): readonly [string, string] | null => {
  const [first, last] = [slots[from]?.day, slots[to]?.day];
  return first && last ? [first, last] : null;
};

/** The nearest slot with a day at or beyond `at` in a direction, else the one before it. */
export function snap(slots: readonly WeekSlot[], at: number, direction: 1 | -1): number {
  const inside = Math.max(0, Math.min(slots.length - 1, at));
  for (let i = inside; i >= 0 && i < slots.length; i += direction) if (slots[i]!.day !== null) return i;
  return direction === 1 ? lastIndex(slots, (s) => s.day !== null) : slots.findIndex((s) => s.day !== null);
}

/** One handle moved to a slot; it never passes the other. */
export function moveHandle(slots: readonly WeekSlot[], window: WeekWindow, handle: 'from' | 'to', at: number): WeekWindow {
  const moved = snap(slots, at, at < window[handle] ? -1 : 1);
  return handle === 'from' ? { from: Math.min(moved, window.to), to: window.to } : { from: window.from, to: Math.max(moved, window.from) };
}

/** The whole window moved by slots; it keeps its length. */
export function moveWindow(slots: readonly WeekSlot[], { from, to }: WeekWindow, by: number): WeekWindow {
  const step = Math.max(-from, Math.min(slots.length - 1 - to, by));
  const direction = by < 0 ? -1 : 1;
  return { from: snap(slots, from + step, direction), to: snap(slots, to + step, direction) };
}

/** Slot of the week a day lies in; -1: outside the axis. */
export const slotOf = (slots: readonly WeekSlot[], day: string): number => lastIndex(slots, (s) => s.monday === mondayOf(day));

const lastIndex = <T>(list: readonly T[], test: (item: T) => boolean): number => {
  for (let i = list.length - 1; i >= 0; i -= 1) if (test(list[i]!)) return i;
  return -1;
};
