import { cellValue, type TableColumn, type TableRow, type TableValue } from '../model/table-model.ts';

/** One sort key, the first decides. */
export interface SortKey {
  readonly key: string;
  readonly descending: boolean;
}

/** The keys after a click on `key`'s header: ↓ ↑ none; with `add` (Shift) the other keys stay. */
export function nextSort(keys: readonly SortKey[], key: string, add: boolean): readonly SortKey[] {
  const now = keys.find((k) => k.key === key);
  const next: readonly SortKey[] = now === undefined ? [{ key, descending: true }] : now.descending ? [{ key, descending: false }] : [];
  if (!add) return next;
  return now === undefined ? [...keys, ...next] : keys.flatMap((k) => (k.key === key ? next : [k]));
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function compare(a: TableValue, b: TableValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Rows in the order of the keys; missing values last either way; ties keep the order given. */
export function sortRows(rows: readonly TableRow[], columns: readonly TableColumn[], keys: readonly SortKey[]): readonly TableRow[] {
  const by = keys.flatMap(({ key, descending }) => {
    const column = columns.find((c) => c.key === key);
    return column ? [{ column, sign: descending ? -1 : 1 }] : [];
  });
  if (by.length === 0) return rows;
  // A value is worked out once, not at every comparison: ten thousand rows are compared a hundred thousand times.
  const keyed = rows.map((row) => ({ row, values: by.map(({ column }) => cellValue(column, row)) }));
  return keyed.sort((x, y) => {
    for (const [i, { sign }] of by.entries()) {
      const [a = null, b = null] = [x.values[i], y.values[i]];
      if (a === null && b === null) continue;
      if (a === null || b === null) return a === null ? 1 : -1;
      const order = compare(a, b);
      if (order !== 0) return order * sign;
    }
    return 0;
  }).map(({ row }) => row);
}

/** Rows beyond this are drawn in a window. */
const WINDOW_FROM = 200;
const WINDOW = 40;

/** The rows to draw for a scroll position: all of them up to 200, else 40 around what is in view. */
export function windowOf(total: number, rowHeight: number, scrollTop: number, height: number): { readonly from: number; readonly to: number } {
  if (total <= WINDOW_FROM || rowHeight <= 0) return { from: 0, to: total };
  const visible = Math.ceil(height / rowHeight);
  const size = Math.max(WINDOW, visible + 10);
  const first = Math.floor(scrollTop / rowHeight) - Math.floor((size - visible) / 2);
  const from = Math.max(0, Math.min(first, total - size));
  return { from, to: Math.min(total, from + size) };
}
