import { formatNumber, MISSING } from '../shared/format.ts';
import { withUnit } from '../shared/with-unit.ts';

/** A cell of a table twin, in the unit of its column. */
export type TableValue = string | number | boolean | null;
export type TableRow = Readonly<Record<string, TableValue>>;

/** One column of a table twin: the same numbers on screen and in the CSV. */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  /** Printed in the header, never in the cells: 万元, %. */
  readonly unit?: string;
  readonly align?: 'left' | 'right';
  /** Decimals of numbers on screen and in the CSV; default 0. */
  readonly decimals?: number;
  /** Value shown, sorted and exported; default: `row[key]`. */
  readonly value?: (row: TableRow) => TableValue;
  /** Text on screen where the number alone is not it; the CSV keeps the value. */
  readonly format?: (value: TableValue, row: TableRow) => string;
  /** CSS width; default: by content. */
  readonly width?: string;
}

/** A panel's numbers as a table: shown by DataTable, written by the CSV export. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Column that tells rows apart, for the selection; default: the row's place. */
  readonly rowKey?: string;
}

/** A row's value in a column. */
export const cellValue = (column: TableColumn, row: TableRow): TableValue => (column.value ? column.value(row) : (row[column.key] ?? null));

/** A cell as printed; — where there is none. */
export function cellText(column: TableColumn, row: TableRow): string {
  const value = cellValue(column, row);
  if (column.format) return column.format(value, row);
  if (value === null || value === '') return MISSING;
  return typeof value === 'number' ? formatNumber(value, column.decimals ?? 0) : String(value);
}

/** A column's heading with its unit. */
export const columnTitle = ({ title, unit }: TableColumn): string => withUnit(title, unit ?? '');
