import type { Tip } from '../../charts/tip.ts';
import type { TrendData, TrendLine, TrendPanelData, TrendPoint } from '../../charts/trend-data.ts';
import { indicatorOf, type Indicator } from '../../model/indicators.ts';
import type { Rules } from '../../model/rules.ts';
import { changeOf, partsFrom, show, valueOf } from '../../model/show.ts';
import { formatNumber } from '../../shared/format.ts';
import { slotOf, type WeekSlot, type WeekWindow } from './trend-weeks.ts';

type Cells = Readonly<Record<string, unknown>>;
export type Translate = (key: string, named?: Record<string, unknown>) => string;

/** Rates with a panel of their own; 未销号 by grade stands below them. */
export const TREND_RATES = ['no_arrears_rate', 'clue_on_time_rate'] as const;

export interface TrendAsk {
  readonly slots: readonly WeekSlot[];
  readonly window: WeekWindow;
  /** Answer of `series`, by day. */
  readonly rows: ReadonlyMap<string, Cells>;
  /** Day of the snapshot on screen. */
  readonly asOf: string;
  readonly rules: Pick<Rules, 'targets' | 'campaign' | 'calendar' | 'decimals'>;
  readonly t: Translate;
  readonly nameOf: (i: Indicator) => string;
  /** Name with the filters that do not act on it. */
  readonly titleOf: (i: Indicator) => string;
}

/** Open projects by grade of one day; null: not known. */
export function gradesOf(row: Cells | undefined): { readonly severe: number | null; readonly general: number | null } {
  const [open, severe] = [partsFrom(row, 'open_risk').n, partsFrom(row, 'severe_open').n];
  return { severe, general: open === null || severe === null ? null : open - severe };
}

export const decimalsOf = (rules: Pick<Rules, 'decimals'>, i: Indicator): number => rules.decimals[i.id] ?? i.decimals;

/** The value of a rate on a day as printed, `97.0%`; null where it does not exist. */
function ratePoint({ rows, rules }: Pick<TrendAsk, 'rows' | 'rules'>, i: Indicator, day: string | null): TrendPoint | null {
  const parts = partsFrom(day === null ? undefined : rows.get(day), i.id);
  const value = valueOf(i, parts);
  if (value === null) return null;
  const shown = show(i, parts, decimalsOf(rules, i));
  return { value, text: `${shown.value}${shown.unit}`, parts: shown.parts };
}

/** Rows of `series` → what the chart draws in the window: unpublished weeks as gaps, targets, events, marks. Pure. */
export function trendData(ask: TrendAsk): TrendData {
  const { window, t, rules } = ask;
  const slots = ask.slots.slice(window.from, window.to + 1);
  const day = (at: number): string | null => (slots[at]?.kind === 'published' ? slots[at].day : null);
  const row = (at: number): Cells | undefined => ask.rows.get(day(at) ?? '');
  const known = (i: Indicator): boolean => slots.some((s) => partsFrom(ask.rows.get(s.day ?? ''), i.id).n !== null);
  const title = (i: Indicator): string => (ask.rows.size === 0 || known(i) ? ask.titleOf(i) : t('trend.unknown', { name: ask.nameOf(i) }));
  const rates = TREND_RATES.map((id): TrendPanelData => {
    const i = indicatorOf(id);
    const target = rules.targets[id];
    const line: TrendLine = { id, name: ask.nameOf(i), shape: 'circle', colour: 's-1', textColour: 'text-2', points: slots.map((_, at) => ratePoint(ask, i, day(at))) };
    return { title: title(i), percent: true, lines: [line], target: target ? { value: target.value, label: targetLabel(t, target) } : null };
  });
  const grade = (name: 'severe' | 'general', word: string, shape: TrendLine['shape'], colour: TrendLine['colour'], textColour: TrendLine['textColour']): TrendLine => ({
    id: name, name: word, shape, colour, textColour,
    points: slots.map((_, at) => {
      const n = gradesOf(row(at))[name];
      return n === null ? null : { value: n, text: formatNumber(n), parts: null };
    }),
  });
  const open = indicatorOf('open_risk');
  const risks: TrendPanelData = {
    title: title(open), percent: false, target: null,
    lines: [grade('severe', t('values.严重'), 'diamond', 'risk-severe', 'risk-severe'), grade('general', t('values.一般'), 'triangle', 'risk-general-mark', 'risk-general')],
  };
  return {
    slots: slots.map((s) => ({ label: t('trend.tick', { n: s.week }), date: s.day === null ? null : s.day.slice(5), gap: s.kind === 'gap' })),
    current: slots.findIndex((s) => s.day === ask.asOf),
    panels: [...rates, risks], gaps: gapsOf(slots, t), events: eventsOf(slots, row, t), marks: marksOf(slots, ask), tip: (at) => tipOf(ask, slots, at),
  };
}

export function targetLabel(t: Translate, { value, by }: { value: number; by: string | null }): string {
  return by === null ? t('trend.target', { value }) : t('trend.targetBy', { value, by });
}

/** Runs of gaps between two published weeks. */
export function gapsOf(slots: readonly WeekSlot[], t: Translate): TrendData['gaps'] {
  return slots.flatMap((slot, to) => {
    if (slot.kind !== 'published' || slots[to - 1]?.kind !== 'gap') return [];
    let from = to - 1;
    while (slots[from]?.kind === 'gap') from -= 1;
    if (slots[from]?.kind !== 'published') return [];
    const [a, b] = [slots[from + 1]!.week, slots[to - 1]!.week];
    return [{ from, to, label: from + 2 === to ? t('trend.gap', { n: a }) : t('trend.gaps', { from: a, to: b }) }];
  });
}

/** 新增 and 反弹 of a week; a relapse and a fall of the rate weigh more. */
function eventsOf(slots: readonly WeekSlot[], row: (at: number) => Cells | undefined, t: Translate): TrendData['events'] {
  let before = -1;
  return slots.flatMap((slot, at) => {
    if (slot.kind !== 'published') return [];
    const [added, reopened] = [partsFrom(row(at), 'step_added').n ?? 0, partsFrom(row(at), 'step_reopened').n ?? 0];
    const change = changeOf(indicatorOf(TREND_RATES[0]), partsFrom(row(at), TREND_RATES[0]), partsFrom(row(before), TREND_RATES[0]));
    before = at;
    if (added + reopened === 0) return [];
    const words = [added > 0 ? t('trend.added', { n: added }) : '', reopened > 0 ? t('trend.reopened', { n: reopened }) : ''].filter((w) => w !== '');
    return [{ slot: at, text: `▼ ${words.join(' ')}`, weight: reopened * 100 + (change && change.by < 0 ? 50 : 0) + added }];
  });
}

/** Days worth a line, where the axis reaches them. */
export function marksOf(slots: readonly WeekSlot[], { rules, t }: Pick<TrendAsk, 'rules' | 't'>): TrendData['marks'] {
  const years = [...new Set(slots.map((s) => s.monday.slice(0, 4)))];
  const days: readonly (readonly [string, string])[] = [
    [rules.campaign.from, t('trend.campaign')], ...years.map((y) => [`${y}-12-31`, t('trend.yearEnd')] as const),
    ...Object.values(rules.calendar.festivals).map((f) => [f.new_years_eve, t('trend.newYearsEve')] as const),
  ];
  return days.flatMap(([day, text]) => {
    const slot = slotOf(slots, day);
    return slot < 0 ? [] : [{ slot, text }];
  });
}

/** What the tooltip says of one week. */
function tipOf(ask: TrendAsk, slots: readonly WeekSlot[], at: number): Tip | null {
  const slot = slots[at];
  if (!slot) return null;
  const { t } = ask;
  const title = slot.day === null ? t('trend.week', { n: slot.week }) : t('trend.weekOf', { n: slot.week, day: slot.day });
  if (slot.kind !== 'published') return { title, rows: [], notes: [t(slot.kind === 'gap' ? 'trend.unpublished' : 'trend.ahead')] };
  const row = ask.rows.get(slot.day!);
  const earlier = slots.slice(0, at).reverse().find((s) => s.kind === 'published') ?? ask.slots.slice(0, ask.window.from).reverse().find((s) => s.kind === 'published');
  const before = earlier ? ask.rows.get(earlier.day!) : undefined;
  const rates = TREND_RATES.map((id) => {
    const i = indicatorOf(id);
    const point = ratePoint(ask, i, slot.day);
    const change = changeOf(i, partsFrom(row, id), partsFrom(before, id));
    return { name: ask.nameOf(i), value: point?.text ?? '—', parts: point?.parts ?? null, change: change ? arrow(change.by, decimalsOf(ask.rules, i), t) : null };
  });
  const grades = gradesOf(row);
  const counts = (['severe', 'general'] as const).map((g) => {
    const [now, then] = [grades[g], gradesOf(before)[g]];
    return { name: t(g === 'severe' ? 'values.严重' : 'values.一般'), value: formatNumber(now), parts: null, change: now === null || then === null ? null : arrow(now - then, 0, null) };
  });
  const events = (['step_added', 'step_reopened', 'step_closed'] as const).flatMap((id) => {
    const n = partsFrom(row, id).n ?? 0;
    return n > 0 ? [t(`trend.${id.slice(5)}`, { n })] : [];
  });
  return { title, rows: [...rates, ...counts], notes: events.length > 0 ? [events.join(' · ')] : [] };
}

/** ▲ 6.1 个百分点; without `t` a plain number. */
export function arrow(by: number, decimals: number, t: Translate | null): string {
  if (by === 0) return '—';
  const amount = formatNumber(Math.abs(by), decimals);
  return `${by > 0 ? '▲' : '▼'} ${t ? t('trend.points', { n: amount }) : amount}`;
}

/** The finding in a sentence: first and last value of every panel with n/d. */
export function trendSentence(ask: TrendAsk): string {
  const { t } = ask;
  const published = ask.slots.slice(ask.window.from, ask.window.to + 1).filter((s) => s.kind === 'published' && ask.rows.has(s.day!));
  const rates = TREND_RATES.flatMap((id) => {
    const i = indicatorOf(id);
    const points = published.flatMap((s) => {
      const point = ratePoint(ask, i, s.day);
      return point ? [{ n: s.week, text: `${point.text} ${point.parts ?? ''}`.trim() }] : [];
    });
    return spanText(t, ask.nameOf(i), points);
  });
  const grades = published.flatMap((s) => {
    const { severe, general } = gradesOf(ask.rows.get(s.day!));
    return severe === null || general === null ? [] : [{ n: s.week, text: t('trend.grades', { severe, general }) }];
  });
  const all = [...rates, ...spanText(t, ask.nameOf(indicatorOf('open_risk')), grades)];
  return all.length > 0 ? t('trend.sentence', { parts: all.join(t('trend.join')) }) : t('trend.nothing');
}

function spanText(t: Translate, name: string, points: readonly { readonly n: number; readonly text: string }[]): string[] {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return [];
  return [first === last ? t('trend.single', { name, n: last.n, text: last.text }) : t('trend.span', { name, from: first.n, first: first.text, to: last.n, last: last.text })];
}
