import type { Indicator } from '../../model/indicator.ts';
import { MISSING } from '../../shared/format.ts';
import type { TableColumn, TableModel, TableRow } from '../../model/table-model.ts';
import type { RankRow } from './ranking-model.ts';

export interface RankWords {
  readonly t: (key: string, named?: Record<string, unknown>) => string;
  /** Heading of the name column. */
  readonly unit: string;
  readonly metric: string;
  /** Heading of the change: 较上周. */
  readonly since: string;
  /** What is said of a marked unit; '' for the others. */
  readonly mark: (code: string | null) => string;
}

/** What stands where a unit has no rank: 样本过小, 无到期线索, 本周未报送, 未填归口; '' for ranked ones. */
export function stateText(row: Pick<RankRow, 'kind'>, indicator: Indicator, t: RankWords['t']): string {
  if (row.kind === 'ranked') return '';
  if (row.kind !== 'none') return t(`ranking.${row.kind}`);
  return t(indicator.dimensions.includes('invest') ? 'ranking.noProjects' : 'ranking.noClues');
}

/** 上次报送 第46周 · 应报 1 项，实报 0 项. */
export function returnText({ returned }: Pick<RankRow, 'returned'>, t: RankWords['t']): string {
  if (!returned) return '';
  const week = returned.last === null ? null : /^\d{4}W(\d{1,2})$/.exec(returned.last);
  const last = returned.last === null ? t('ranking.neverReturned') : t('ranking.lastReturned', { period: week ? t('trend.week', { n: Number(week[1]) }) : returned.last });
  return returned.due === null || returned.received === null ? last : t('ranking.returned', { last, due: returned.due, received: returned.received });
}

/** Rank change as read aloud and in tables: 上升 5 名, 持平, 新进, —. */
export function movedText({ moved }: Pick<RankRow, 'moved'>, t: RankWords['t']): string {
  if (moved === null) return MISSING;
  if (moved === 'new') return t('ranking.new');
  if (moved.by === 0) return t('ranking.level');
  return t(moved.by > 0 ? 'ranking.up' : 'ranking.down', { n: Math.abs(moved.by) });
}

/** The ranking's table twin and CSV: the same rows in the same order. */
export function rankTable(rows: readonly RankRow[], indicator: Indicator, decimals: number, { t, unit, metric, since, mark }: RankWords): TableModel {
  const rate = indicator.kind === 'rate' || indicator.kind === 'ratio';
  const columns: TableColumn[] = [
    { key: 'rank', title: t('ranking.rank'), align: 'right', format: (value, row) => (value === null ? MISSING : `${String(value)}${row['tied'] ? t('ranking.tied') : ''}`) },
    { key: 'name', title: unit },
    { key: 'value', title: metric, unit: indicator.unit, align: 'right', decimals, format: (_, row) => String(row['shown']) },
    ...(rate ? [{ key: 'parts', title: t('ranking.parts'), align: 'right' } as const] : []),
    { key: 'moved', title: since, format: (_, row) => String(row['moved_text']) },
    { key: 'state', title: t('ranking.state'), format: (value) => (value === null ? '' : String(value)) },
  ];
  return {
    columns, rowKey: 'id',
    rows: rows.map((r): TableRow => ({
      id: r.code ?? '', rank: r.rank, tied: r.tied, name: r.name, value: r.kind === 'small' || r.kind === 'unreported' ? null : r.value, shown: r.kind === 'small' || r.kind === 'unreported' ? MISSING : r.shown.value, parts: r.shown.parts,
      moved: r.moved === null || r.moved === 'new' ? null : r.moved.by, moved_text: movedText(r, t), state: [stateText(r, indicator, t), returnText(r, t), mark(r.code)].filter((s) => s !== '').join(' · ') || null,
    })),
  };
}
