import { addDays, isoWeek, weekId } from '../../shared/dates.ts';

/** 上周 only when the snapshot compared with is of the previous ISO week, else 较第38周 (with the year where it differs). */
export function basisWord(t: (key: string, named?: Record<string, unknown>) => string, asOf: string, compare: string): string {
  if (weekId(addDays(compare, 7)) === weekId(asOf)) return t('kpi.lastWeek');
  const [now, then] = [isoWeek(asOf), isoWeek(compare)];
  return now.year === then.year ? t('kpi.against', { week: then.week }) : t('kpi.againstYear', then);
}
