import type { Words } from '../../../composables/use-words.ts';
import type { TableColumn, TableModel, TableRow } from '../../../model/table-model.ts';
import { tableOf } from '../../../model/tables.ts';
import { formatNumber, WAN } from '../../../shared/format.ts';

/** Names for codes, as the page has them. */
export interface Names {
  readonly place: (code: string | null) => string;
  readonly dept: (code: string | null) => string;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const titleOf = (words: Words, table: string, name: string): string => words.title(tableOf(table).columns.find((c) => c.name === name)!.title);
const project = (words: Words): TableColumn => ({ key: 'name', title: titleOf(words, 'projects', 'name'), width: '180px', value: (row) => text(row['name']) ?? text(row['project_id']) });
const who = (words: Words, names: Names): readonly TableColumn[] => [
  { key: 'place_code', title: titleOf(words, 'projects', 'place_code'), value: (row) => names.place(text(row['place_code'])) }, { key: 'dept_code', title: titleOf(words, 'projects', 'dept_code'), value: (row) => names.dept(text(row['dept_code'])) },
  { key: 'contractor', title: titleOf(words, 'projects', 'contractor') }, { key: 'leader', title: titleOf(words, 'projects', 'leader') }, { key: 'project_id', title: titleOf(words, 'projects', 'project_id') },
];

/** Projects that lack an item, with 佐证; `whole`: of a set, so the item is a column. */
export function lackTable(rows: readonly TableRow[], words: Words, names: Names, whole: boolean): TableModel {
  const { t } = words;
  return {
    columns: [
      project(words), ...(whole ? [{ key: 'item', title: titleOf(words, 'compliance', 'item'), value: (row: TableRow) => (text(row['item']) === null ? null : words.value(text(row['item']))) }] : []),
      { key: 'done', title: t('systems.doneOfTotal'), align: 'right', value: (row) => number(row['done']), format: (_, row) => `${formatNumber(number(row['done']))}/${formatNumber(number(row['total']))}` },
      { key: 'gap', title: t('systems.gap'), align: 'right', value: (row) => number(row['total'])! - number(row['done'])! },
      { key: 'evidence', title: titleOf(words, 'compliance', 'evidence') }, ...who(words, names),
    ],
    rows,
  };
}

/** 在管项目 behind a row of the deposit table. */
export function depositProjects(rows: readonly TableRow[], words: Words, names: Names): TableModel {
  const yuan = (key: string, title: string): TableColumn => ({ key, title, unit: words.unit('万元'), align: 'right', decimals: 1, value: (row) => (number(row[key]) === null ? null : number(row[key])! / WAN) });
  return {
    columns: [
      project(words), { key: 'deposit_form', title: titleOf(words, 'projects', 'deposit_form'), value: (row) => (text(row['deposit_form']) === null ? null : words.value(text(row['deposit_form']))) },
      yuan('deposit_amount', titleOf(words, 'projects', 'deposit_amount')), yuan('base', titleOf(words, 'projects', 'contract_amount')),
      { key: 'percent', title: words.t('systems.deposits.share'), unit: '%', align: 'right', decimals: 2, value: (row) => (number(row['deposit_amount']) === null || !number(row['base']) ? null : (number(row['deposit_amount'])! * 100) / number(row['base'])!) },
      ...who(words, names),
    ],
    rows, rowKey: 'project_id',
  };
}
