import { indicatorOf } from '../../model/indicators.ts';
import { partsFrom, show, valueOf } from '../../model/show.ts';
import type { TableColumn, TableModel, TableRow } from '../../model/table-model.ts';
import { decimalsOf, gradesOf, TREND_RATES, type TrendAsk } from './trend-model.ts';

/** The trend's table twin: one row per week of the window, unpublished ones too; `snapshotOf` says which snapshot a day opens. */
export function trendTable(ask: TrendAsk, snapshotOf: (day: string) => string | null): TableModel {
  const { t, rules, nameOf } = ask;
  const rates = TREND_RATES.map(indicatorOf);
  const columns: TableColumn[] = [
    { key: 'week', title: t('trend.column.week'), format: (_, row) => String(row['week_text']) },
    { key: 'day', title: t('trend.column.day'), format: (value, row) => (value === null ? t(row['ahead'] ? 'trend.ahead' : 'trend.unpublished') : String(value)) },
    { key: 'open', title: t('trend.column.open') },
    ...rates.flatMap((i): TableColumn[] => [
      { key: i.id, title: nameOf(i), unit: i.unit, align: 'right', decimals: decimalsOf(rules, i), format: (_, row) => String(row[`${i.id}_text`]) },
      { key: `${i.id}_parts`, title: t('trend.column.parts', { name: nameOf(i) }), align: 'right' },
    ]),
    ...(['severe', 'general'] as const).map((g): TableColumn => ({ key: g, title: t(g === 'severe' ? 'values.严重' : 'values.一般'), unit: indicatorOf('open_risk').unit, align: 'right' })),
    ...(['added', 'reopened', 'closed'] as const).map((step): TableColumn => ({ key: step, title: t(`trend.column.${step}`), align: 'right' })),
  ];
  const rows = ask.slots.slice(ask.window.from, ask.window.to + 1).map((slot): TableRow => {
    const day = slot.kind === 'published' ? slot.day : null;
    const cells = day === null ? undefined : ask.rows.get(day);
    const { severe, general } = gradesOf(cells);
    const count = (id: string): number | null => partsFrom(cells, id).n;
    return {
      id: slot.day ?? slot.monday, week: slot.year * 100 + slot.week, week_text: t('trend.week', { n: slot.week }), day, ahead: slot.kind === 'ahead',
      ...Object.fromEntries(rates.flatMap((i) => {
        const parts = partsFrom(cells, i.id);
        const shown = show(i, parts, decimalsOf(rules, i));
        return [[i.id, valueOf(i, parts)], [`${i.id}_text`, shown.value], [`${i.id}_parts`, shown.parts]];
      })),
      severe, general, added: count('step_added'), reopened: count('step_reopened'), closed: count('step_closed'), open: slot.day === null ? null : snapshotOf(slot.day),
    };
  });
  return { columns, rows, rowKey: 'id' };
}
