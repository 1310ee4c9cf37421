import type { Tip } from '../../../charts/tip.ts';
import type { TrendData, TrendPoint } from '../../../charts/trend-data.ts';
import type { ComplianceItem } from '../../../model/compliance.ts';
import type { Indicator } from '../../../model/indicator.ts';
import type { Rules } from '../../../model/rules.ts';
import { changeOf, show, valueOf, type Parts } from '../../../model/show.ts';
import type { TableColumn, TableModel, TableRow } from '../../../model/table-model.ts';
import type { Measure } from '../../../query/compliance.ts';
import { arrow, decimalsOf, gapsOf, marksOf, targetLabel, type Translate } from '../../overview/trend-model.ts';
import type { WeekSlot } from '../../overview/trend-weeks.ts';
import { partsOfRow, rowIndicator } from './matrix-model.ts';

type Cells = Readonly<Record<string, unknown>>;

export interface ItemTrendAsk {
  /** null: the set. */
  readonly item: ComplianceItem | null;
  readonly items: readonly ComplianceItem[];
  readonly measure: Measure;
  readonly name: string;
  readonly slots: readonly WeekSlot[];
  /** Rows of `weeks`, by day. */
  readonly rows: ReadonlyMap<string, Cells>;
  readonly asOf: string;
  readonly rules: Pick<Rules, 'targets' | 'campaign' | 'calendar' | 'decimals'>;
  readonly t: Translate;
}

/** The item's own target, else that of 制度落实: a set called 100% wants it of each item. */
export const targetOf = (rules: Pick<Rules, 'targets'>, i: Pick<Indicator, 'id'>): Rules['targets'][string] | null => rules.targets[i.id] ?? rules.targets['systems_rate'] ?? null;

/** Longest n/d that fits beside the last point; a longer one stands in the title. */
const BESIDE = 11;

const partsAt = ({ rows, item, items, measure }: Pick<ItemTrendAsk, 'rows' | 'item' | 'items' | 'measure'>, slot: WeekSlot | undefined): Parts => partsOfRow(slot?.kind === 'published' ? rows.get(slot.day!) : undefined, item, items, measure);

function pointAt(ask: ItemTrendAsk, slot: WeekSlot | undefined): TrendPoint | null {
  const i = rowIndicator(ask.item, ask.measure);
  const parts = partsAt(ask, slot);
  const value = valueOf(i, parts);
  if (value === null) return null;
  const shown = show(i, parts, decimalsOf(ask.rules, i));
  return { value, text: `${shown.value}${shown.unit}`, parts: shown.parts };
}

/** One rate over all published weeks, with its target; unpublished weeks keep their place. */
export function itemTrend(ask: ItemTrendAsk): TrendData {
  const { slots, t, rules, name } = ask;
  const i = rowIndicator(ask.item, ask.measure);
  const target = targetOf(rules, i);
  const points = slots.map((s) => pointAt(ask, s));
  const last = points.reduce((found, p) => p ?? found, null);
  const long = last !== null && (last.parts ?? '').length > BESIDE;
  return {
    slots: slots.map((s) => ({ label: t('trend.tick', { n: s.week }), date: s.day === null ? null : s.day.slice(5), gap: s.kind === 'gap' })), current: slots.findIndex((s) => s.day === ask.asOf),
    panels: [{ title: long ? `${name} ${last.text} ${last.parts}` : name, percent: true, lines: [{ id: 'item', name, shape: 'circle', colour: 's-1', textColour: 'text-2', points: long ? points.map((p) => (p === last ? { ...p, parts: null } : p)) : points }], target: target ? { value: target.value, label: targetLabel(t, target) } : null }],
    gaps: gapsOf(slots, t), events: [], marks: marksOf(slots, { rules, t }), tip: (at) => tipOf(ask, at),
  };
}

function tipOf(ask: ItemTrendAsk, at: number): Tip | null {
  const { slots, t, rules, name } = ask;
  const slot = slots[at];
  if (!slot) return null;
  const title = slot.day === null ? t('trend.week', { n: slot.week }) : t('trend.weekOf', { n: slot.week, day: slot.day });
  if (slot.kind !== 'published') return { title, rows: [], notes: [t(slot.kind === 'gap' ? 'trend.unpublished' : 'trend.ahead')] };
  const i = rowIndicator(ask.item, ask.measure);
  const before = slots.slice(0, at).reverse().find((s) => s.kind === 'published');
  const change = changeOf(i, partsAt(ask, slot), partsAt(ask, before));
  const point = pointAt(ask, slot);
  return { title, rows: [{ name, value: point?.text ?? '—', parts: point?.parts ?? null, change: change ? arrow(change.by, decimalsOf(rules, i), t) : null }], notes: [] };
}

/** The finding in a sentence: first and last value with n/d. */
export function itemSentence(ask: ItemTrendAsk): string {
  const { t, name } = ask;
  const points = ask.slots.flatMap((s) => {
    const point = pointAt(ask, s);
    return point ? [{ week: s.week, text: `${point.text} ${point.parts ?? ''}`.trim() }] : [];
  });
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return t('trend.nothing');
  return t('trend.sentence', { parts: first === last ? t('trend.single', { name, n: last.week, text: last.text }) : t('trend.span', { name, from: first.week, first: first.text, to: last.week, last: last.text }) });
}

/** The twin: one row per week, unpublished ones too. */
export function itemTrendTable(ask: ItemTrendAsk): TableModel {
  const { t, name } = ask;
  const columns: TableColumn[] = [
    { key: 'week', title: t('trend.column.week'), format: (_, row) => String(row['week_text']) }, { key: 'day', title: t('trend.column.day'), format: (value, row) => (value === null ? t(row['ahead'] ? 'trend.ahead' : 'trend.unpublished') : String(value)) },
    { key: 'value', title: name, unit: '%', align: 'right', decimals: 1, format: (_, row) => String(row['text']) }, { key: 'parts', title: t('trend.column.parts', { name }), align: 'right' },
  ];
  const i = rowIndicator(ask.item, ask.measure);
  const rows = ask.slots.map((slot): TableRow => {
    const parts = partsAt(ask, slot);
    const shown = show(i, parts, decimalsOf(ask.rules, i));
    return { id: slot.day ?? slot.monday, week: slot.year * 100 + slot.week, week_text: t('trend.week', { n: slot.week }), day: slot.kind === 'published' ? slot.day : null, ahead: slot.kind === 'ahead', value: valueOf(i, parts), text: shown.value, parts: shown.parts };
  });
  return { columns, rows, rowKey: 'id' };
}
