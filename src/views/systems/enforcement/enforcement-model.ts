import type { Words } from '../../../composables/use-words.ts';
import type { Row } from '../../../engine/rows.ts';
import type { Indicator } from '../../../model/indicator.ts';
import { indicatorOf } from '../../../model/indicators.ts';
import { ofPeriod } from '../../../model/indicators/period-words.ts';
import { ACTION_IDS } from '../../../model/indicators/oversight.ts';
import { ACTION_MEASURES, enforcementMeasure, INSPECTION_MEASURES } from '../../../query/enforcement.ts';
import type { WindowId } from '../../../query/windows.ts';
import { formatNumber } from '../../../shared/format.ts';
import { columnsOf, countFigure, figureOf, type FigureColumn, type FigureRow } from '../records/figures.ts';

export interface FigureModel {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly total: FigureRow;
}
/** The words that fit the period: the catalogue's where it is that of its definition (the campaign for measures, the year for inspections). */
export const said = (i: Indicator, period: WindowId): Indicator => (period === (i.id.startsWith('enforce_') ? 'campaign' : i.id === 'unlawful_rate' ? 'year' : period) ? i : ofPeriod(i));
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
/** Sums of every n and d: additive by definition. */
const totalOf = (rows: readonly Row[], ids: readonly string[]): Record<string, number> =>
  Object.fromEntries(ids.flatMap((id) => [`${id}_n`, `${id}_d`]).map((column) => [column, rows.reduce((sum, r) => sum + number(r[column]), 0)]));
const zero = (ids: readonly string[]): Record<string, number> => totalOf([], ids);

function model(ids: readonly string[], keys: readonly (string | null)[], rows: readonly Row[], words: Words, label: (key: string | null) => string, decimalsOf: (i: Indicator) => number): FigureModel {
  const measures = ids.map(enforcementMeasure);
  const byKey = new Map(rows.map((r) => [text(r['key']), r]));
  const most = Object.fromEntries(ids.map((id) => [id, Math.max(0, ...rows.map((r) => number(r[`${id}_n`])))]));
  const whole = totalOf(rows, ids);
  const figures = (row: Row | undefined, total = false): FigureRow['figures'] => Object.fromEntries(measures.map((i) => [i.id, figureOf(i, row, { decimals: decimalsOf(i), most: total ? null : (most[i.id] ?? null) })]));
  return {
    columns: columnsOf(measures, words, decimalsOf, () => null).map((c) => ({ ...c, title: words.t(`enforcement.short.${c.key}`) })),
    rows: keys.map((key) => ({ id: key ?? '', label: label(key), figures: figures(byKey.get(key) ?? zero(ids)) })), total: { id: '*', label: words.t('records.total'), figures: figures(whole, true) },
  };
}

/** Measures by kind: every kind of the catalogue, those not taken as 0; each with its own definition (enforce_<kind>). */
export function kindTable(rows: readonly Row[], words: Words, decimalsOf: (i: Indicator) => number, period: WindowId): FigureModel {
  const keys = [...Object.keys(ACTION_IDS), ...(rows.some((r) => r['key'] === null) ? [null] : [])];
  const table = model(ACTION_MEASURES, keys, rows, words, (key) => words.value(key), decimalsOf);
  const idOf = new Map<string, string>(Object.entries(ACTION_IDS));
  return { ...table, rows: table.rows.map((row) => (idOf.has(row.id) ? { ...row, indicator: said(indicatorOf(`enforce_${idOf.get(row.id)!}`), period) } : row)) };
}

/** Inspections by kind or month with the total; `keys`: kinds that are shown also when there were none. */
export function inspectionTable(rows: readonly Row[], keys: readonly string[], words: Words, decimalsOf: (i: Indicator) => number, period: WindowId): FigureModel {
  const all = [...new Set<string | null>([...keys, ...rows.map((r) => text(r['key']))])];
  const table = model(INSPECTION_MEASURES, all, rows, words, (key) => (key !== null && !keys.includes(key) ? key : words.value(key)), decimalsOf);
  return { ...table, columns: table.columns.map((c) => (c.indicator ? { ...c, indicator: said(c.indicator, period) } : c)) };
}

/** Units × kinds that were taken: how many each; units with none are not listed. */
export function unitTable(rows: readonly Row[], order: readonly string[], words: Words, nameOf: (code: string | null) => string): Omit<FigureModel, 'total'> {
  const kinds = [...Object.keys(ACTION_IDS), null].filter((kind) => rows.some((r) => text(r['kind']) === kind));
  const codes = [...new Set(rows.map((r) => text(r['key'])))].sort((a, b) => place(a) - place(b));
  function place(code: string | null): number {
    const at = code === null ? -1 : order.indexOf(code);
    return code === null ? order.length + 1 : at < 0 ? order.length : at;
  }
  const most = Math.max(0, ...codes.map((code) => rows.filter((r) => text(r['key']) === code).reduce((sum, r) => sum + number(r['measures_taken_n']), 0)));
  return {
    columns: [{ key: '*', title: words.t('records.total'), indicator: enforcementMeasure('measures_taken') }, ...kinds.map((kind) => ({ key: kind ?? '', title: words.value(kind), indicator: null }))],
    rows: codes.map((code) => {
      const own = rows.filter((r) => text(r['key']) === code);
      const all = own.reduce((sum, r) => sum + number(r['measures_taken_n']), 0);
      const of = (kind: string | null): number => number(own.find((r) => text(r['kind']) === kind)?.['measures_taken_n']);
      return { id: code ?? '', label: code === null ? words.value(null) : nameOf(code), figures: { '*': countFigure(all, formatNumber(all), most), ...Object.fromEntries(kinds.map((kind) => [kind ?? '', countFigure(of(kind), formatNumber(of(kind)))])) } };
    }),
  };
}
