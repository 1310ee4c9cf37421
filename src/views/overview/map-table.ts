import type { Words } from '../../composables/use-words.ts';
import type { PlaceValue } from '../../map/place-values.ts';
import type { Indicator } from '../../model/indicators.ts';
import { valueOf } from '../../model/show.ts';
import type { TableModel } from '../../model/table-model.ts';
import { WAN } from '../../shared/format.ts';
import type { MapWords } from './map-words.ts';

/** The map's twin: the same numbers, every place once, in stored order. A value stands only where the map shows one; the last column says why not. */
export function mapTable(words: Words, said: MapWords, i: Indicator, values: readonly PlaceValue[], decimals: number): TableModel {
  const { t } = words;
  const unit = (text: string): string => (text === '%' ? '%' : words.unit(text));
  return {
    rowKey: 'code',
    columns: [
      { key: 'name', title: t('map.table.place'), width: '120px' },
      { key: 'value', title: words.indicator(i), unit: unit(i.unit), align: 'right', decimals, format: (_, row) => String(row['shown'] ?? '—') },
      ...(i.d.length > 0 ? [{ key: 'parts', title: t('map.table.parts'), align: 'right' as const }] : []),
      ...(i.id === 'projects' ? [] : [{ key: 'projects', title: t('map.table.projects'), align: 'right' as const }]),
      { key: 'open', title: t('map.table.open'), align: 'right' },
      { key: 'severe', title: t('map.table.severe'), align: 'right' },
      ...(i.id === 'unpaid_wages' ? [] : [{ key: 'unpaid', title: t('map.table.unpaid'), unit: unit('万元'), align: 'right' as const, decimals: 1 }]),
      { key: 'state', title: t('map.table.state') },
    ],
    rows: values.map((v) => ({
      code: v.code, name: v.name, value: v.state === 'value' ? valueOf(i, v.parts) : null, shown: v.state === 'value' ? v.shown.value : null, parts: v.state === 'unreported' ? null : v.shown.parts,
      projects: v.projects, open: v.open, severe: v.severe, unpaid: v.unpaid === null ? null : v.unpaid / WAN, state: said.state(v),
    })),
  };
}
