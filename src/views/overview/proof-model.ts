import type { Words } from '../../composables/use-words.ts';
import type { Column } from '../../model/column.ts';
import type { TableColumn, TableModel, TableRow } from '../../model/table-model.ts';
import { tableOf } from '../../model/tables.ts';
import { listColumns, type ListAsk } from '../../query/proof.ts';
import { MISSING, WAN } from '../../shared/format.ts';

/** Names for codes, as the page has them. */
export interface Names {
  readonly place: (code: string | null) => string;
  readonly dept: (code: string | null) => string;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** One column of a list as the table draws it: codes by name, enumerated values in the language on screen, money in 万元. */
export function columnOf(key: string, column: Column, words: Words, names: Names): TableColumn {
  const base = { key, title: words.title(column.title) };
  if (key === 'name') return { ...base, width: '180px', value: (row) => text(row[key]) ?? text(row['project_id']) ?? words.t('kpi.unknownProject') };
  if (column.references === 'places' || key === 'place_code') return { ...base, value: (row) => names.place(text(row[key])) };
  if (column.references === 'departments' || key === 'dept_code') return { ...base, value: (row) => names.dept(text(row[key])) };
  if (key === 'unit_code') return { ...base, value: (row) => (row['axis'] === '属地' ? names.place(text(row[key])) : names.dept(text(row[key]))) };
  if (column.unit === '元') return { ...base, unit: words.unit('万元'), align: 'right', decimals: 1, value: (row) => (typeof row[key] === 'number' ? row[key] / WAN : null) };
  if (column.type === 'INTEGER' || column.type === 'BIGINT' || column.type === 'DECIMAL(18,2)') return { ...base, align: 'right', ...(column.type === 'DECIMAL(18,2)' ? { decimals: 2 } : {}) };
  if (column.values !== null) return { ...base, value: (row) => (text(row[key]) === null ? null : words.value(text(row[key]))) };
  return base;
}

const SHORT: ReadonlySet<string> = new Set(['project_id', 'case_id', 'payment_id', 'action_id', 'event_id']);

/** A list as a table: the name first, ids last; what tells rows apart stays out of sight. */
export function listTable(ask: ListAsk, rows: readonly TableRow[], words: Words, names: Names): TableModel {
  const columns = listColumns(ask).flatMap(({ key, table }) => {
    const column = tableOf(table).columns.find((c) => c.name === key);
    return column ? [columnOf(key, column, words, names)] : [];
  });
  const ids = columns.filter((c) => SHORT.has(c.key));
  return { columns: [...columns.filter((c) => !SHORT.has(c.key)), ...ids], rows };
}

/** What the rows add up to as stated above a list; — for no rows. */
export function listSums(rows: readonly TableRow[]): { readonly rows: number; readonly sum: number | null } {
  const first = rows[0];
  return { rows: typeof first?.['of_all'] === 'number' ? first['of_all'] : 0, sum: typeof first?.['sum_of_all'] === 'number' ? first['sum_of_all'] : rows.length === 0 ? 0 : null };
}

/** A manifest hash in groups that can be read aloud. */
export const hashGroups = (sha256: string): string => sha256.match(/.{1,8}/g)?.join(' ') ?? MISSING;
