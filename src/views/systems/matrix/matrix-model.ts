import { breaksOf, classOf, displayed, type Level } from '../../../map/classes.ts';
import { DIMENSIONS } from '../../../model/dimensions.ts';
import type { ComplianceItem } from '../../../model/compliance.ts';
import type { Indicator } from '../../../model/indicator.ts';
import { indicatorOf } from '../../../model/indicators.ts';
import type { Rules } from '../../../model/rules.ts';
import { partsFrom, show, type Parts, type Shown } from '../../../model/show.ts';
import { itemIndicator, type Axis, type Measure } from '../../../query/compliance.ts';

type Cells = Readonly<Record<string, unknown>>;

/** value: n/d · uncollected —: projects, but nothing collected · none ·: no 在管项目. */
export type CellKind = 'value' | 'uncollected' | 'none';
export interface MatrixCell {
  readonly kind: CellKind;
  readonly parts: Parts;
  readonly shown: Shown;
  /** Class of the map; null without a value. */
  readonly level: Level | null;
  /** Projects where it is not fully in place; for a set, pairs of project and item. */
  readonly lacking: number;
}

/** A column: 属地 or 主管部门; code null: 未填. */
export interface MatrixUnit {
  readonly code: string | null;
  readonly name: string;
}

export interface MatrixRow {
  /** null: the whole set. */
  readonly item: ComplianceItem | null;
  readonly indicator: Indicator;
  /** One per unit. */
  readonly cells: readonly MatrixCell[];
  /** The county. */
  readonly total: MatrixCell;
}
export interface Matrix {
  readonly units: readonly MatrixUnit[];
  /** Items of the set in its order, then the set. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixAsk {
  /** Rows of `unitsSql`. */
  readonly rows: readonly Cells[];
  readonly day: string;
  readonly by: Axis;
  /** Units in stored order. */
  readonly stored: readonly MatrixUnit[];
  /** The filter on this axis: only these are columns. */
  readonly chosen: readonly (string | null)[];
  /** Word for 未填. */
  readonly blank: string;
  readonly items: readonly ComplianceItem[];
  readonly measure: Measure;
  readonly rules: Pick<Rules, 'map_breaks' | 'decimals'>;
}

/** n and d of a whole set: sums over its items, — where one of them is not known. */
export function setParts(row: Cells | undefined, items: readonly ComplianceItem[], measure: Measure): Parts {
  const all = items.map((item) => partsFrom(row, itemIndicator(item, measure).id));
  const sum = (part: keyof Parts): number | null => (all.some((p) => p[part] === null) ? null : all.reduce((total, p) => total + p[part]!, 0));
  return { n: sum('n'), d: sum('d') };
}

/** n and d of one row of the matrix. */
export const partsOfRow = (row: Cells | undefined, item: ComplianceItem | null, items: readonly ComplianceItem[], measure: Measure): Parts =>
  (item === null ? setParts(row, items, measure) : partsFrom(row, itemIndicator(item, measure).id));

/** The indicator a row's number is written as. */
export const rowIndicator = (item: ComplianceItem | null, measure: Measure): Indicator => (item === null ? indicatorOf('systems_rate') : itemIndicator(item, measure));

function cellOf(ask: Pick<MatrixAsk, 'items' | 'measure' | 'rules'>, row: Cells | undefined, item: ComplianceItem | null): MatrixCell {
  const indicator = rowIndicator(item, ask.measure);
  const parts = partsOfRow(row, item, ask.items, ask.measure);
  const decimals = ask.rules.decimals[indicator.id] ?? indicator.decimals;
  const value = displayed(indicator, parts, decimals);
  const met = partsOfRow(row, item, ask.items, 'projects');
  const kind: CellKind = parts.d !== null && parts.d > 0 ? 'value' : (partsFrom(row, 'projects').n ?? 0) > 0 ? 'uncollected' : 'none';
  return { kind, parts, shown: show(indicator, parts, decimals), level: value === null ? null : classOf(value, breaksOf(ask.rules, indicator)), lacking: Math.max(0, (met.d ?? 0) - (met.n ?? 0)) };
}

/** Rows of one batch → the matrix. Totals come from the rows that the query summed, never from the cells' rates. */
export function matrixOf(ask: MatrixAsk): Matrix {
  const column = DIMENSIONS[ask.by].column;
  const now = ask.rows.filter((r) => r['as_of'] === ask.day);
  const byUnit = new Map(now.filter((r) => r['level'] === ask.by).map((r) => [typeof r[column] === 'string' ? r[column] : null, r]));
  const all = now.find((r) => r['level'] === 'all');
  const known = new Set(ask.stored.map((u) => u.code));
  // Cells of clues have no project behind them: a code that is not stored is a column only where something is counted.
  const counted = (row: Cells | undefined): boolean => (partsFrom(row, 'projects').n ?? 0) > 0 || ask.items.some((item) => (partsFrom(row, itemIndicator(item, ask.measure).id).d ?? 0) > 0);
  const others = [...byUnit.keys()].filter((code): code is string => code !== null && !known.has(code) && counted(byUnit.get(code))).map((code) => ({ code, name: code }));
  const units = [...ask.stored, ...others, ...(counted(byUnit.get(null)) ? [{ code: null, name: ask.blank }] : [])].filter((u) => ask.chosen.length === 0 || ask.chosen.includes(u.code));
  const rows = [...ask.items, null].map((item): MatrixRow => ({
    item, indicator: rowIndicator(item, ask.measure), cells: units.map((u) => cellOf(ask, byUnit.get(u.code), item)), total: cellOf(ask, all, item),
  }));
  return { units, rows };
}

/** Where an arrow, Home or End leads in a grid of rows and columns; Ctrl goes to the corners. null: not such a key. */
export function gridStep(key: string, ctrl: boolean, [row, column]: readonly [number, number], [rows, columns]: readonly [number, number]): readonly [number, number] | null {
  const keep = (at: number, count: number): number => Math.min(count - 1, Math.max(0, at));
  switch (key) {
    case 'ArrowUp': return [keep(row - 1, rows), column];
    case 'ArrowDown': return [keep(row + 1, rows), column];
    case 'ArrowLeft': return [row, keep(column - 1, columns)];
    case 'ArrowRight': return [row, keep(column + 1, columns)];
    case 'Home': return [ctrl ? 0 : row, 0];
    case 'End': return [ctrl ? rows - 1 : row, columns - 1];
    default: return null;
  }
}
