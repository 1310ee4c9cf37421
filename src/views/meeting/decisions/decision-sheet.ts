import type { Words } from '../../../composables/use-words.ts';
import type { XlsxSheet } from '../../../export/xlsx.ts';
import type { DecisionRow } from './decision-table.ts';

/** Headings and widths, in the order of the 交办单; the number of the task comes last: the ledger may take it over. */
const COLUMNS = [['number', 6], ['content', 48], ['projectId', 12], ['project', 32], ['unit', 16], ['responsible', 14], ['due', 12], ['note', 24], ['id', 26]] as const;

/** The list as a sheet, under what the file is about. Units by their names, as they were chosen; a task of no project is the county's. */
export const decisionSheet = (rows: readonly DecisionRow[], head: readonly string[], t: Words['t']): XlsxSheet => ({
  name: t('meeting.items.decisions'), head, columns: COLUMNS.map(([key, width]) => ({ title: t(key === 'note' ? 'meetingSite.decide.note' : `meetingSite.list.${key}`), width })),
  rows: rows.map((r) => [r.number, r.content, r.projectId, r.project ?? t('meetingSite.decide.county'), r.unit, r.responsible, r.dueOn, r.note, r.id]),
});
