import type { Words } from '../../../composables/use-words.ts';
import type { TableModel, TableRow } from '../../../model/table-model.ts';
import type { Measure } from '../../../query/compliance.ts';
import { valueOf } from '../../../model/show.ts';
import { itemIndicator } from '../../../query/compliance.ts';
import type { Matrix, MatrixCell, MatrixRow } from './matrix-model.ts';
import type { ItemSet } from './matrix-state.ts';

/** What the matrix says in words. */
export interface CellWords {
  readonly title: string;
  readonly set: string;
  readonly item: (row: Pick<MatrixRow, 'item'>) => string;
  /** Name of a column; the last is the county. */
  readonly unit: (column: number) => string;
  /** The whole cell as a sentence: 太平镇 工资保证金 85.7% 6/7，未达标 1 个项目. */
  readonly cell: (row: MatrixRow, cell: MatrixCell, column: number) => string;
}

export const setName = (set: ItemSet, { t, title }: Pick<Words, 't' | 'title'>): string => (set.name === null ? t('systems.matrix.all') : title(set.name));

export function cellWords(matrix: Matrix, set: ItemSet, words: Words): CellWords {
  const { t } = words;
  const name = setName(set, words);
  const item = (row: Pick<MatrixRow, 'item'>): string => (row.item === null ? t('systems.matrix.wholeSet', { set: name }) : words.indicator(itemIndicator(row.item, 'done')));
  const unit = (column: number): string => matrix.units[column]?.name ?? t('systems.county');
  return {
    title: t('systems.matrix.title', { set: name }), set: name, item, unit,
    cell: (row, cell, column) => {
      const named = { unit: unit(column), item: item(row) };
      if (cell.kind !== 'value') return t('systems.matrix.empty', { ...named, state: t(`systems.matrix.${cell.kind}`) });
      const lacking = cell.lacking > 0 ? t('systems.matrix.lacking', { n: cell.lacking }) : t('systems.matrix.full');
      return t('systems.matrix.cell', { ...named, value: `${cell.shown.value}%`, parts: cell.shown.parts ?? '', lacking });
    },
  };
}

/** The twin and the CSV: one row per item and unit. */
export function matrixTable(matrix: Matrix, cells: CellWords, words: Words, axis: string, measure: Measure): TableModel {
  const { t } = words;
  return {
    columns: [
      { key: 'item', title: t('systems.matrix.column.item') }, { key: 'unit', title: axis }, { key: 'value', title: t('systems.matrix.rate'), unit: '%', align: 'right', decimals: 1, format: (_, row) => String(row['shown']) },
      { key: 'n', title: t('systems.matrix.column.n'), align: 'right' }, { key: 'd', title: t('systems.matrix.column.d'), align: 'right' }, { key: 'lacking', title: t('systems.matrix.column.lacking'), align: 'right' }, { key: 'state', title: t('systems.matrix.state') },
    ],
    rows: matrix.rows.flatMap((row) => [...row.cells, row.total].map((cell, c): TableRow => ({
      id: `${row.item ?? 'set'} ${c}`, item: cells.item(row), unit: cells.unit(c), value: valueOf(row.indicator, cell.parts), shown: cell.shown.value, n: cell.kind === 'none' ? null : cell.parts.n, d: cell.kind === 'none' ? null : cell.parts.d, lacking: cell.kind === 'value' ? cell.lacking : null,
      state: cell.kind === 'value' ? t(`systems.matrix.measures.${measure}`) : t(`systems.matrix.${cell.kind}`),
    }))),
    rowKey: 'id',
  };
}
