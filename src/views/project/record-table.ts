import type { Words } from '../../composables/use-words.ts';
import type { TableColumn, TableModel, TableRow } from '../../model/table-model.ts';
import { tableOf } from '../../model/tables.ts';
import { columnOf, type Names } from '../overview/proof-model.ts';

/** Columns of a table of the catalogue: its headings, 万元, names for codes, words for values, 是/否. Throws for a column that is not in the catalogue. */
export function recordColumns(table: string, keys: readonly string[], words: Words, names: Names): readonly TableColumn[] {
  return keys.map((key) => {
    const column = tableOf(table).columns.find((c) => c.name === key);
    if (!column) throw new Error(`目录中没有列 ${table}.${key}`);
    const made = columnOf(key, column, words, names);
    if (column.type !== 'BOOLEAN') return column.unit === '' || column.unit === '元' || column.unit === '度' ? made : { ...made, unit: words.t(`project.units.${column.unit}`) };
    return { ...made, value: (row) => (typeof row[key] === 'boolean' ? words.t(row[key] ? 'project.yes' : 'project.no') : null) };
  });
}

/** Rows of a table of the catalogue, these columns of it. */
export const recordTable = (table: string, keys: readonly string[], rows: readonly TableRow[], words: Words, names: Names, rowKey?: string): TableModel => ({
  columns: recordColumns(table, keys, words, names), rows, ...(rowKey ? { rowKey } : {}),
});
