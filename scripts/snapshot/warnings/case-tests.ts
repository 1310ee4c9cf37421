import { workdaysAfter, workdaysBetween } from '../../../src/query/clocks.ts';
import { literal } from '../../../src/query/sql.ts';
import type { TestSql } from './context.ts';
import { day, fixed, whole } from './words.ts';

/** Tests of clues and filed cases; their rows name the case, not the project. */
export const CASE_TESTS: Pick<TestSql, 'case_clock' | 'clue_limit'> = {
  case_clock: ({ working_days, remind, extension }, { asOf, has }) => {
    if (!has('cases')) return null;
    const open = `SELECT case_id, filed_on AS since, ${workdaysAfter('c.filed_on', working_days)} AS due_on FROM cases c WHERE c.filed_on IS NOT NULL AND c.closed_on IS NULL`;
    const days = remind === null ? workdaysBetween('due_on', asOf) : workdaysBetween(asOf, 'due_on');
    const holds = remind === null ? `${asOf} > due_on` : `${asOf} <= due_on AND days <= ${literal(remind)}`;
    return {
      from: `SELECT NULL::VARCHAR AS project_id, case_id, since, due_on, days AS n, ${literal(working_days)} AS d FROM (SELECT *, ${days} AS days FROM (${open})) WHERE ${holds}`,
      words: { days: whole('f.n'), limit: fixed(working_days), extension: fixed(extension), since: day('f.since'), due_on: day('f.due_on') },
    };
  },

  clue_limit: ({ step }, { asOf, has, rules }) => {
    const limit = rules.limits[step];
    if (limit === null || !has('cases')) return null;
    const unanswered = step === 'reply_days' ? `c.replied_on IS NULL AND EXISTS (SELECT 1 FROM cases q WHERE q.replied_on IS NOT NULL)` : 'TRUE';
    return {
      from: `SELECT NULL::VARCHAR AS project_id, c.case_id, c.received_on AS since, c.received_on + ${literal(limit)} AS due_on, ${asOf} - c.received_on AS n, ${literal(limit)} AS d
        FROM cases c WHERE c.closed_on IS NULL AND ${unanswered} AND ${asOf} - c.received_on > ${literal(limit)}`,
      words: { days: whole('f.n'), over: whole('f.n - f.d'), limit: fixed(limit), since: day('f.since'), due_on: day('f.due_on') },
    };
  },
};
