import type { Row } from '../../engine/rows.ts';
import { DIMENSIONS, type DimensionId } from '../../model/dimensions.ts';
import { RISK_PARTS } from '../../model/tables/computed.ts';
import type { TableModel, TableRow } from '../../model/table-model.ts';
import { WAN } from '../../shared/format.ts';
import type { RiskItem, WarningItem } from './risk-model.ts';

/** Words the twin needs: `t` of the locale's risks area, and names. */
export interface RiskTableWords {
  readonly t: (key: string) => string;
  readonly value: (text: string | null) => string;
  readonly placeName: (code: string | null) => string;
  readonly deptName: (code: string | null) => string;
  readonly dimension: (id: DimensionId) => string;
  readonly amount: { readonly title: string; readonly unit: string; readonly decimals: number };
}

/** The list as a table: one row per open or warned site, in the list's order, with the parts of its score. `rows` is the answer of `risks`. */
export function riskTable(rows: readonly Row[], items: readonly RiskItem[], warnings: readonly WarningItem[], { t, value, dimension, placeName, deptName, amount }: RiskTableWords): TableModel {
  const byId = new Map(rows.map((row) => [String(row['project_id']), row]));
  const warned = new Map<string, WarningItem[]>();
  for (const warning of warnings) warned.set(warning.id, [...(warned.get(warning.id) ?? []), warning]);
  const rest = rows.filter((row) => row['open'] !== true).map((row) => String(row['project_id']));
  const line = (id: string, number: number | null): TableRow => ({ ...byId.get(id), number, warnings: warned.get(id)?.length ?? 0, warning_text: warned.get(id)?.map((w) => w.text).join('；') ?? null });
  const by = (id: DimensionId, name: (code: string | null) => string) => ({ key: DIMENSIONS[id].column, title: dimension(id), value: (row: TableRow) => name(typeof row[DIMENSIONS[id].column] === 'string' ? String(row[DIMENSIONS[id].column]) : null) });
  const count = (key: string, of: string, unit: string) => ({ key: of, title: t(`column.${key}`), unit: t(`unit.${unit}`), align: 'right' as const });
  return {
    rowKey: 'project_id',
    rows: [...items.map((item) => line(item.id, item.number)), ...rest.map((id) => line(id, null))],
    columns: [
      { key: 'name', title: t('column.name'), width: '180px' },
      { key: 'number', title: t('number'), align: 'right' },
      by('grade', value), by('place', placeName), by('dept', deptName),
      { key: 'unpaid_wages', ...amount, align: 'right', value: (row) => (typeof row['unpaid_wages'] === 'number' ? row['unpaid_wages'] / WAN : null) },
      count('workers', 'unpaid_workers', 'workers'), count('overdue', 'days_overdue', 'days'),
      { key: 'promised_on', title: t('column.promise') }, count('moved', 'promise_changes', 'times'), count('unchanged', 'unchanged_weeks', 'weeks'),
      { key: 'leader', title: dimension('leader') },
      count('score', 'score', 'points'),
      ...Object.keys(RISK_PARTS).map((part) => ({ key: `part_${part}`, title: t(`parts.${part}`), unit: t('unit.points'), align: 'right' as const })),
      count('warnings', 'warnings', 'warnings'), { key: 'warning_text', title: t('column.warningText') },
    ],
  };
}
