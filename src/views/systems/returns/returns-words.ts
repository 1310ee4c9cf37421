import type { Words } from '../../../composables/use-words.ts';
import type { TableModel } from '../../../model/table-model.ts';
import { formatNumber, MISSING } from '../../../shared/format.ts';
import type { PointsRow } from './points-model.ts';
import type { HistoryCell, ReturnGrid, Sent } from './returns-model.ts';

type T = Pick<Words, 't'>;

/** A period as read: 2026W47 → 第47周; others as they are. */
export function periodText(period: string, { t }: T): string {
  const week = /^\d{4}W(\d{1,2})$/.exec(period);
  return week ? t('returns.week', { n: Number(week[1]) }) : period;
}

/** 按期 · 迟报 2 天 · 未报送 · 未到期. */
export const statusText = ({ status, days }: Pick<Sent, 'status' | 'days'>, { t }: T): string => t(`returns.status.${status}`, { n: days });

/** 11-19 收到 · 4/4 项 · 少报 1 项. */
export function detailText({ received, due, rowsDue, rowsIn, short }: Sent, { t }: T): string {
  return [
    received !== null ? t('returns.receivedOn', { day: received.slice(5) }) : due !== null ? t('returns.dueOn', { day: due.slice(5) }) : '',
    rowsDue === null ? '' : t('returns.rows', { rowsIn: formatNumber(rowsIn), rowsDue: formatNumber(rowsDue) }),
    short === null ? '' : t('returns.short', { n: short }),
  ].filter((s) => s !== '').join(' · ');
}

/** The history as one sentence for screen readers. */
export const historyText = (periods: readonly string[], history: readonly (HistoryCell | null)[], words: T): string =>
  periods.map((p, i) => `${periodText(p, words)} ${history[i] ? statusText(history[i], words) : words.t('returns.none')}`).join(words.t('marks.clause'));

/** The grid as a table: one row per unit and table, nothing left out. */
export function gridTable(grid: ReturnGrid, unit: string, nameOf: (code: string) => string, words: Words): TableModel {
  const { t } = words;
  return {
    columns: [
      { key: 'unit', title: unit }, { key: 'table', title: t('returns.table') }, { key: 'kind', title: t('returns.kind') }, { key: 'status', title: t('returns.state') }, { key: 'days', title: t('returns.lateDays'), align: 'right' },
      { key: 'due', title: t('returns.due') }, { key: 'received', title: t('returns.received') }, { key: 'rowsDue', title: t('returns.rowsDue'), align: 'right' }, { key: 'rowsIn', title: t('returns.rowsIn'), align: 'right' },
    ],
    rows: grid.rows.flatMap((row) => grid.columns.flatMap((column) => {
      const sent = row.cells[column.key];
      return sent ? [{ unit: nameOf(row.code), table: column.table, kind: words.value(column.kind), status: statusText(sent, words), days: sent.status === 'late' ? sent.days : null, due: sent.due, received: sent.received, rowsDue: sent.rowsDue, rowsIn: sent.rowsIn }] : [];
    })),
  };
}

/** Points as printed: whole where they are. */
export const pointsText = (value: number | null): string => (value === null ? MISSING : formatNumber(value, Number.isInteger(value) ? 0 : Math.round(value * 10) === value * 10 ? 1 : 2));

/** Why a unit lost points: 线索按期办结 −4（退回重办）. */
export const lostTexts = (row: PointsRow, { t }: T): readonly string[] =>
  row.lost.map(({ item, lost, reason }) => t(reason === null ? 'returns.lost' : 'returns.lostFor', { item, points: lost === null ? MISSING : `−${pointsText(lost)}`, reason: reason ?? '' }));

/** The month's ranking as a table. */
export function pointsTable(rows: readonly PointsRow[], items: readonly string[], unit: string, nameOf: (code: string) => string, words: Words): TableModel {
  const { t } = words;
  return {
    columns: [
      { key: 'rank', title: t('returns.rank'), align: 'right', format: (value, row) => `${String(value)}${row['tied'] ? t('ranking.tied') : ''}` }, { key: 'unit', title: unit }, { key: 'points', title: t('returns.points'), align: 'right', format: (value) => pointsText(typeof value === 'number' ? value : null) },
      { key: 'full', title: t('returns.full'), align: 'right', format: (value) => pointsText(typeof value === 'number' ? value : null) },
      ...items.map((item) => ({ key: `item:${item}`, title: item, align: 'right' as const, format: (value: unknown) => pointsText(typeof value === 'number' ? value : null) })), { key: 'lost', title: t('returns.why') },
    ],
    rows: rows.map((row) => ({
      rank: row.rank, tied: row.tied, unit: nameOf(row.code), points: row.points, full: row.full, ...Object.fromEntries(items.map((item) => [`item:${item}`, row.items[item]?.points ?? null])), lost: lostTexts(row, words).join(t('marks.clause')) || null,
    })),
  };
}
