import type { Words } from '../../../composables/use-words.ts';
import type { Indicator } from '../../../model/indicator.ts';
import { partsFrom, show, valueOf, type Parts } from '../../../model/show.ts';
import type { TableColumn, TableModel, TableRow } from '../../../model/table-model.ts';
import { WAN } from '../../../shared/format.ts';

type Cells = Readonly<Record<string, unknown>>;

/** One figure of a table: printed value and n/d, and what the CSV gets. */
export interface Figure {
  readonly text: string;
  /** n/d; null for counts and sums. */
  readonly parts: string | null;
  /** Length of the bar, 0–100; null: none. */
  readonly bar: number | null;
  /** Unrounded, in the column's unit. */
  readonly value: number | null;
  readonly numbers: Parts | null;
  /** There are rows behind it. */
  readonly opens: boolean;
  /** 超期: red when it is not 0. */
  readonly late?: boolean;
}
export interface FigureColumn {
  readonly key: string;
  readonly title: string;
  readonly indicator: Indicator | null;
  readonly unit?: string;
  readonly decimals?: number;
  /** n and d of the whole, for the definition; null: the definition alone. */
  readonly parts?: Parts | null;
}
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Where each row is a measure of its own. */
  readonly indicator?: Indicator;
  readonly parts?: Parts | null;
}

const isRate = (i: Indicator): boolean => i.kind === 'rate' || i.kind === 'ratio';

/** How a figure is written and drawn; `most` is the largest n of its column, as stored. */
interface Style {
  readonly decimals?: number;
  readonly most?: number | null;
  readonly unit?: string;
}

/** Measures of what is over its limit. */
const LATE: ReadonlySet<string> = new Set(['measures_overdue']);

/** A figure of an indicator from a row's `<id>_n` and `<id>_d`. Counts and sums have a bar against `most`, rates against 100. */
export function figureOf(i: Indicator, row: Cells | undefined, { decimals = i.decimals, most = null, unit = '' }: Style = {}): Figure {
  const numbers = partsFrom(row, i.id);
  const shown = show(i, numbers, decimals);
  const value = valueOf(i, numbers);
  const share = i.kind === 'rate' ? value : most !== null && most > 0 && numbers.n !== null ? (numbers.n / most) * 100 : null;
  const after = shown.unit === '%' ? '%' : unit === '' || shown.unit === '' ? '' : ` ${unit}`;
  return {
    text: `${shown.value}${after}`, parts: shown.parts, value, numbers, opens: ((i.d.length > 0 ? numbers.d : numbers.n) ?? 0) > 0,
    bar: share === null ? null : Math.max(0, Math.min(100, share)), late: LATE.has(i.id) && (numbers.n ?? 0) > 0,
  };
}

/** A plain count or amount that no indicator defines. */
export const countFigure = (value: number | null, text: string, most: number | null = null): Figure =>
  ({ text, parts: null, value, numbers: null, opens: (value ?? 0) > 0, bar: most !== null && most > 0 && value !== null ? Math.max(0, Math.min(100, (value / most) * 100)) : null });

/** The columns of a table of indicators, `whole` is its total row. */
export const columnsOf = (indicators: readonly Indicator[], words: Words, decimalsOf: (i: Indicator) => number, wholeOf: (i: Indicator) => Parts | null): readonly FigureColumn[] =>
  indicators.map((i) => ({ key: i.id, title: words.indicator(i), indicator: i, decimals: decimalsOf(i), unit: i.kind === 'rate' ? '%' : words.unit(i.unit), parts: wholeOf(i) }));

/** The same figures as a table twin: values with their unit in the heading, n and d as columns of their own. */
export function figureTable(head: string, columns: readonly FigureColumn[], rows: readonly FigureRow[], words: Words): TableModel {
  const { t } = words;
  const of = (row: TableRow, key: string): Figure | undefined => rows[Number(row['at'])]?.figures[key];
  const given = columns.flatMap(({ key, title, indicator, unit, decimals }): TableColumn[] => {
    const value: TableColumn = { key, title, align: 'right', ...(unit ? { unit } : {}), ...(decimals === undefined ? {} : { decimals }), value: (row) => of(row, key)?.value ?? null };
    if (!indicator || !isRate(indicator)) return [value];
    const money = indicator.nType === 'DECIMAL(18,2)';
    const n = (row: TableRow): number | null => { const x = of(row, key)?.numbers?.n ?? null; return x === null ? null : money ? x / WAN : x; };
    return [
      { ...value, format: (_, row) => of(row, key)?.text.replace('%', '') ?? '—' },
      { key: `${key}_n`, title: t('records.n', { title }), align: 'right', ...(money ? { decimals: 1, unit: words.unit('万元') } : {}), value: n },
      { key: `${key}_d`, title: t('records.d', { title }), align: 'right', value: (row) => of(row, key)?.numbers?.d ?? null },
    ];
  });
  return { columns: [{ key: 'label', title: head }, ...given], rows: rows.map((row, at) => ({ id: row.id, label: row.label, at })), rowKey: 'id' };
}
