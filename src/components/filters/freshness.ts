import type { Row } from '../../engine/rows.ts';
import type { Manifest } from '../../model/manifest.ts';
import { isUnreported } from '../../model/unreported.ts';
import { addDays, daysBetween } from '../../shared/dates.ts';

/** Tables that get new rows every week: their newest day tells whether they are late. The others speak of events that may not have happened. */
const WEEKLY: readonly string[] = ['projects', 'cases', 'actions'];
const WEEK = 7;

export interface FreshnessRow {
  readonly table: string;
  /** null: the table has no dates, or is 未导入. */
  readonly latest: string | null;
  readonly imported: boolean;
  /** Days behind the snapshot where that means a report is missing; 0: not late. */
  readonly late: number;
}

/** The newest day of every table beside the snapshot's. */
export const freshnessRows = ({ as_of, freshness }: Pick<Manifest, 'as_of' | 'freshness'>): FreshnessRow[] =>
  freshness.map(({ table, latest, imported }) => ({ table, latest, imported, late: imported && latest !== null && WEEKLY.includes(table) && latest <= addDays(as_of, -WEEK) ? daysBetween(latest, as_of) : 0 }));

/** 报送单位 9/10: units whose returns of this period all came, of the units that owed one; null without the table. */
export function reportingUnits(returns: readonly Row[] | null): { readonly n: number; readonly d: number } | null {
  const due = returns?.filter((r) => Number(r['due']) > 0);
  return due && due.length > 0 ? { n: due.filter((r) => !isUnreported(r)).length, d: due.length } : null;
}

