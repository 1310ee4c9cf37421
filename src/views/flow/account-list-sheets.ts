import type { XlsxSheet } from '../../export/xlsx.ts';
import { cellText, cellValue, columnTitle, type TableModel } from '../../model/table-model.ts';
import { WAN } from '../../shared/format.ts';
import { type AccountFile, type Cell, figureColumn, type FileWords } from './account-file.ts';

const WIDTHS: Readonly<Record<string, number>> = { name: 32, grade: 22, history: 30, evidence: 24, changes: 60 };
/** The projects of the account, as the list on screen with every project. */
export function listSheet({ about, list, cut }: AccountFile, { t }: FileWords): XlsxSheet {
  const cellOf = (column: TableModel['columns'][number], row: TableModel['rows'][number]): Cell => {
    const value = cellValue(column, row);
    return typeof value === 'number' ? value : cellText(column, row);
  };
  return {
    name: t('flow.list.title'), head: cut === null ? [about] : [about, cut],
    columns: [{ title: t('flow.file.id'), width: 12 }, ...list.columns.map((c) => ({ title: columnTitle(c), width: WIDTHS[c.key] ?? 14, decimals: c.decimals }))],
    rows: list.rows.map((row) => [String(row['id']), ...list.columns.map((c) => cellOf(c, row))]),
  };
}

/** Every step that counts in a figure: a filter on week and 变动 gives the list behind it. */
export function stepsSheet({ about, movers, from, cut }: AccountFile, { t, value, week }: FileWords): XlsxSheet {
  const wan = (yuan: number | null): number | null => (yuan === null ? null : yuan / WAN);
  const grade = (of: string | null): string | null => (of === null ? null : value(of));
  const side = (key: 'beforeColumn' | 'afterColumn', what: string): string => `${what} ${t(`flow.list.${key}`)}`;
  const unpaid = t('flow.list.stepMoney');
  const rows = movers.flatMap((m) => m.steps.filter((s) => s.day > from && (s.event !== '延续' || s.gradeBefore !== s.gradeAfter || s.unpaidBefore !== s.unpaidAfter)).map((s) => ({ m, s })));
  rows.sort((a, b) => (a.s.day < b.s.day ? -1 : a.s.day > b.s.day ? 1 : 0));
  return {
    name: t('flow.list.steps'), head: cut === null ? [about] : [about, cut],
    columns: [
      { title: t('trend.column.week'), width: 10 }, { title: t('trend.column.day'), width: 12 }, { title: t('flow.file.id'), width: 12 }, { title: t('flow.list.name'), width: 32 }, { title: t('flow.list.stepEvent'), width: 10 },
      ...(['beforeColumn', 'afterColumn'] as const).map((key) => ({ title: side(key, t('flow.list.stepGrade')), width: 12 })), ...(['beforeColumn', 'afterColumn'] as const).map((key) => figureColumn(side(key, unpaid), 'money', 14, t)),
    ],
    rows: rows.map(({ m, s }) => [t('flow.week', { n: week(s.day) }), s.day, m.id, m.name, value(s.event), grade(s.gradeBefore), grade(s.gradeAfter), wan(s.unpaidBefore), wan(s.unpaidAfter)]),
  };
}

/** Field by field: one row per change. */
export function changesSheet({ about, changes, changesCut }: AccountFile, { t, fieldTitle }: FileWords): XlsxSheet {
  return {
    name: t('flow.file.changes'), head: [about, ...(changes === null ? [t('flow.noFrom')] : changesCut === null ? [] : [changesCut])],
    columns: [{ title: t('flow.file.id'), width: 12 }, { title: t('flow.list.name'), width: 32 }, { title: t('flow.list.fieldColumn'), width: 22 }, { title: t('flow.list.beforeColumn'), width: 30 }, { title: t('flow.list.afterColumn'), width: 30 }],
    rows: (changes ?? []).flatMap(({ id, name, list }) => list.map((c) => [id, name, fieldTitle(c.field), c.before, c.after])),
  };
}
