import type { Words } from '../../composables/use-words.ts';
import { indicatorOf, type Indicator } from '../../model/indicators.ts';
import { SOURCE_IDS } from '../../model/indicators/money.ts';
import { partsFrom, show, type Parts, type Shown } from '../../model/show.ts';
import type { TableModel } from '../../model/table-model.ts';
import { WAN } from '../../shared/format.ts';

type Row = Readonly<Record<string, unknown>>;

/** The four, in their fixed order; target 0. */
export const BOTTOM_LINES = ['bottom_group', 'bottom_opinion', 'bottom_government', 'bottom_notified'] as const;

export interface Counter {
  readonly indicator: Indicator;
  readonly label: string;
  readonly parts: Parts;
  readonly shown: Shown;
  /** good: 0 · bad: above 0 · unknown: not imported. */
  readonly state: 'good' | 'bad' | 'unknown';
}

/** The four counters of one day. */
export function counters(series: readonly Row[], asOf: string, words: Words): readonly Counter[] {
  const now = series.find((r) => r['as_of'] === asOf);
  return BOTTOM_LINES.map((id) => {
    const indicator = indicatorOf(id);
    const parts = partsFrom(now, id);
    return { indicator, label: words.indicator(indicator), parts, shown: show(indicator, parts), state: parts.n === null ? 'unknown' : parts.n > 0 ? 'bad' : 'good' };
  });
}

/** What one source paid. */
export interface Source {
  /** Its indicator, or `unstated`: what came from no source that is stated, so that the lines add up to the total; there is no list of it. */
  readonly id: string;
  readonly label: string;
  readonly parts: Parts;
  readonly amount: string;
  /** Share of the largest, 0–100, for the bar. */
  readonly width: number;
}

/** 清偿 after `since` up to the day asked. */
export interface Paid {
  /** Day after which payments count; null: nothing was published before, so there is nothing to add up. */
  readonly since: string | null;
  readonly total: Parts;
  readonly workers: Parts;
  /** Sources that paid, the largest first, then 未填. */
  readonly sources: readonly Source[];
}

const days = (series: readonly Row[]): readonly string[] => series.map((r) => String(r['as_of']));

/** Sum of a part over the published steps after `since` up to `asOf`: each week's part holds what was paid since the week before, so the sum is exact. */
function sumOver(series: readonly Row[], id: string, since: string, asOf: string): Parts {
  const cells = series.filter((r) => String(r['as_of']) > since && String(r['as_of']) <= asOf).map((r) => partsFrom(r, id).n);
  const known = cells.filter((n) => n !== null);
  // Cents add up exactly as whole numbers.
  return { n: cells.length === 0 || known.length < cells.length ? null : known.reduce((sum, n) => sum + Math.round(n * 100), 0) / 100, d: null };
}

/** What is left of a total of 元 without its parts; null where one of them is not known. */
function rest(total: number | null, parts: readonly (number | null)[]): number | null {
  if (total === null || parts.includes(null)) return null;
  return parts.reduce<number>((left, part) => left - Math.round(part! * 100), Math.round(total * 100)) / 100;
}

/** 本周清偿 by source, since the comparison; without one, since the snapshot published before. */
export function paidBySource(series: readonly Row[], asOf: string, compare: string | null, words: Words): Paid {
  const earlier = days(series).filter((d) => d < asOf);
  const since = compare ?? earlier[earlier.length - 1] ?? null;
  const part = (id: string): Parts => (since === null ? { n: null, d: null } : sumOver(series, id, since, asOf));
  const total = part('paid_week');
  const stated = Object.entries(SOURCE_IDS).map(([source, id]) => ({ id: `paid_${id}`, source, parts: part(`paid_${id}`) })).sort((a, b) => (b.parts.n ?? 0) - (a.parts.n ?? 0));
  const unstated = { id: 'unstated', source: null, parts: { n: rest(total.n, stated.map((s) => s.parts.n)), d: null } };
  const sources = [...stated, unstated].filter(({ parts }) => (parts.n ?? 0) !== 0);
  const most = Math.max(0, ...sources.map((s) => s.parts.n ?? 0));
  return {
    since, total, workers: part('paid_week_workers'),
    sources: sources.map(({ id, source, parts }) => ({ id, label: words.value(source), parts, amount: show(indicatorOf('paid_week'), parts).value, width: most > 0 ? (Math.max(0, parts.n ?? 0) / most) * 100 : 0 })),
  };
}

/** Both as one table: the twin and the CSV. */
export function bottomTable(lines: readonly Counter[], paid: Paid, words: Words): TableModel {
  const { t } = words;
  const money = words.unit('万元');
  const wan = (parts: Parts): number | null => (parts.n === null ? null : parts.n / WAN);
  return {
    columns: [{ key: 'item', title: t('bottom.item') }, { key: 'value', title: t('bottom.value'), align: 'right', format: (value, row) => (value === null ? '—' : String(row['text'])) }, { key: 'unit', title: t('bottom.unit') }],
    rows: [
      ...lines.map((c) => ({ item: c.label, value: c.parts.n, text: c.shown.value, unit: words.unit(c.indicator.unit) })),
      { item: t('bottom.paid'), value: wan(paid.total), text: show(indicatorOf('paid_week'), paid.total).value, unit: money },
      { item: t('bottom.paidWorkers'), value: paid.workers.n, text: show(indicatorOf('paid_week_workers'), paid.workers).value, unit: words.unit('人') },
      ...paid.sources.map((s) => ({ item: t('bottom.from', { source: s.label }), value: wan(s.parts), text: s.amount, unit: money })),
    ],
  };
}
