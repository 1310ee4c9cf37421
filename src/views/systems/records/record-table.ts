import type { Words } from '../../../composables/use-words.ts';
import type { Row } from '../../../engine/rows.ts';
import type { TableColumn, TableModel } from '../../../model/table-model.ts';
import { tableOf } from '../../../model/tables.ts';
import { columnOf, type Names } from '../../overview/proof-model.ts';

/** A column of a list: its name in the answer and the table of the catalogue that has its heading. */
export interface RecordColumn {
  readonly key: string;
  readonly table: string;
}

/** A list of ledger rows as a table: headings, units and enumerated values by the catalogue, codes by name, 是/否 in words. */
export function recordTable(columns: readonly RecordColumn[], rows: readonly Row[], words: Words, names: Names): TableModel {
  const built = columns.flatMap(({ key, table }): TableColumn[] => {
    const column = tableOf(table).columns.find((c) => c.name === key);
    if (!column) return [];
    if (column.type !== 'BOOLEAN') return [columnOf(key, column, words, names)];
    return [{ key, title: words.title(column.title), value: (row) => (typeof row[key] === 'boolean' ? words.t(row[key] ? 'records.yes' : 'records.no') : null) }];
  });
  return { columns: built, rows };
}
