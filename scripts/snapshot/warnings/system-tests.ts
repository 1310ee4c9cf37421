import { ident, literal } from '../../../src/query/sql.ts';
import { among, MANAGED, type TestSql } from './context.ts';
import { day, fixed, share, whole } from './words.ts';

const NOT_CHECKED = 'SELECT NULL::VARCHAR AS project_id, NULL::INTEGER AS done, NULL::INTEGER AS total WHERE FALSE';

/** Tests of the wage-protection systems, of steps with a day limit and of the contractor. */
export const SYSTEM_TESTS: Pick<TestSql, 'step_overdue' | 'item_missing' | 'account_closing' | 'repeat_arrears'> = {
  step_overdue: ({ from, until, days, item, stages }, { asOf, has }) => {
    const checked = item !== null && has('compliance')
      ? `SELECT project_id, done, total FROM compliance WHERE item = ${literal(item)} AND total > 0 AND done IS NOT NULL`
      : NOT_CHECKED;
    // A blank date says "not yet" only in a ledger that fills the column for somebody.
    const collected = until === null ? 'TRUE' : `EXISTS (SELECT 1 FROM projects q WHERE q.${ident(until)} IS NOT NULL)`;
    const due = `p.${ident(from)} + ${literal(days)}`;
    return {
      from: `SELECT p.project_id, NULL::VARCHAR AS case_id, p.${ident(from)} AS since, ${due} AS due_on, ${asOf} - p.${ident(from)} AS n, ${literal(days)} AS d
        FROM projects p LEFT JOIN (${checked}) c USING (project_id)
        WHERE ${MANAGED} AND ${among('p.stage', stages)} AND ${asOf} > ${due} ${until === null ? '' : `AND p.${ident(until)} IS NULL`}
          AND CASE WHEN c.total IS NOT NULL THEN c.done < c.total ELSE ${collected} END`,
      words: { days: whole('f.n'), over: whole('f.n - f.d'), limit: fixed(days), since: day('f.since'), due_on: day('f.due_on') },
    };
  },

  item_missing: ({ item, below_percent }, { has }) =>
    !has('compliance') ? null : {
      from: `SELECT p.project_id, NULL::VARCHAR AS case_id, NULL::DATE AS since, NULL::DATE AS due_on, c.done AS n, c.total AS d
        FROM projects p JOIN compliance c USING (project_id)
        WHERE ${MANAGED} AND c.item = ${literal(item)} AND c.total > 0 AND c.done * 100 < c.total * ${literal(below_percent)}
          ${item === '工资保证金' ? `AND p.deposit_form IS DISTINCT FROM '减免'` : ''}`,
      words: { item: fixed(item), n: whole('f.n'), d: whole('f.d'), rate: share('f.n', 'f.d'), limit: fixed(`${below_percent}%`) },
    },

  account_closing: ({ days }, { asOf }) => ({
    from: `SELECT p.project_id, NULL::VARCHAR AS case_id, p.completed_on AS since, p.completed_on + ${literal(days)} AS due_on, ${asOf} - p.completed_on AS n, ${literal(days)} AS d
      FROM projects p WHERE ${MANAGED} AND NOT p.open AND p.account_opened_on IS NOT NULL AND p.completed_on <= ${asOf} AND ${asOf} < p.completed_on + ${literal(days)}`,
    words: { days: whole('f.n'), limit: fixed(days), since: day('f.since'), due_on: day('f.due_on') },
  }),

  repeat_arrears: ({ times }, { has }) =>
    !has('companies') ? null : {
      from: `SELECT p.project_id, NULL::VARCHAR AS case_id, NULL::DATE AS since, NULL::DATE AS due_on, c.times_in_arrears AS n, ${literal(times)} AS d, c.name
        FROM projects p JOIN companies c ON c.company_code = p.contractor_code WHERE ${MANAGED} AND c.times_in_arrears >= ${literal(times)}`,
      words: { n: whole('f.n'), limit: fixed(times), company: 'f.name' },
    },
};
