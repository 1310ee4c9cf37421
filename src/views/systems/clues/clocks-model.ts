import type { Row } from '../../../engine/rows.ts';
import type { Rules } from '../../../model/rules.ts';
import { workdaysAfter, workdaysBetween } from '../../../model/workdays.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';

/** What runs: 立案调查 (working days by law), the ledger's 应办结日期, the county's limits. */
export const CLOCK_KINDS = ['investigation', 'due', 'reply', 'handling'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** One clock of one open clue. Counts are working days where `workdays`, else days. */
export interface Clock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly row: Row;
  readonly start: string;
  readonly end: string;
  readonly workdays: boolean;
  readonly limit: number;
  readonly elapsed: number;
  /** Days left; negative: over; 0: due today. */
  readonly left: number;
  /** Last day with the extension that must be approved; null: none. */
  readonly extended: string | null;
  /** Article the limit rests on; null: the ledger's date. */
  readonly article: string | null;
}

const day = (row: Row, column: string): string | null => (typeof row[column] === 'string' ? row[column] : null);

/** The rule of 立案调查 that says when it is over; null: the county switched it off. */
export function caseRule({ warnings }: Pick<Rules, 'warnings'>): { readonly limit: number; readonly extension: number; readonly article: string } | null {
  for (const rule of warnings) if (rule.test === 'case_clock' && rule.enabled && rule.params.remind === null) return { limit: rule.params.working_days, extension: rule.params.extension, article: rule.article };
  return null;
}

/** Clocks of the clues that are open on the day, most urgent (first to end) first. A limit the county has not set has no clock. */
export function clocksOf(rows: readonly Row[], asOf: string, rules: Pick<Rules, 'warnings' | 'limits' | 'calendar'>): readonly Clock[] {
  const law = caseRule(rules);
  const { reply_days: reply, handling_days: handling } = rules.limits;
  const clocks = rows.flatMap((row): Clock[] => {
    const [filed, received, due] = [day(row, 'filed_on'), day(row, 'received_on'), day(row, 'due_on')];
    const id = (kind: ClockKind): string => `${String(row['case_id'])}:${kind}`;
    const byDays = (kind: ClockKind, start: string, end: string): Clock =>
      ({ id: id(kind), kind, row, start, end, workdays: false, limit: daysBetween(start, end), elapsed: daysBetween(start, asOf), left: daysBetween(asOf, end), extended: null, article: null });
    const end = law && filed !== null && filed <= asOf ? workdaysAfter(rules.calendar, filed, law.limit) : null;
    const [elapsed, left] = filed !== null && end !== null ? [workdaysBetween(rules.calendar, filed, asOf), workdaysBetween(rules.calendar, asOf, end)] : [null, null];
    return [
      ...(law && filed !== null && end !== null && elapsed !== null && left !== null
        ? [{ id: id('investigation'), kind: 'investigation', row, start: filed, end, workdays: true, limit: law.limit, elapsed, left, extended: law.extension > 0 ? workdaysAfter(rules.calendar, filed, law.limit + law.extension) : null, article: law.article } as const] : []),
      ...(received !== null && due !== null ? [byDays('due', received, due)] : []),
      ...(received !== null && reply !== null && (day(row, 'replied_on') ?? '9999') > asOf ? [byDays('reply', received, addDays(received, reply))] : []),
      ...(received !== null && handling !== null ? [byDays('handling', received, addDays(received, handling))] : []),
    ];
  });
  return clocks.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : a.id < b.id ? -1 : 1));
}

/** Share of the limit that is used up, 0–100; over: full. */
export const usedOf = ({ elapsed, limit, left }: Clock): number => (left < 0 ? 100 : limit <= 0 ? 100 : Math.max(0, Math.min(100, (elapsed / limit) * 100)));
