import { lastWorkday } from '../../../src/query/clocks.ts';
import { literal } from '../../../src/query/sql.ts';
import { overdueSql } from '../overdue.ts';
import { MANAGED, plusMonths, type TestSql } from './context.ts';
import { day, fixed, share, wan, whole } from './words.ts';

/** Tests of wages and of promises to pay them. */
export const WAGE_TESTS: Pick<TestSql, 'wages_overdue' | 'wages_cleared' | 'pay_day_holiday' | 'promise_overdue' | 'promise_moved'> = {
  wages_overdue: ({ bands }, { asOf, has }, level) => ({
    from: `SELECT project_id, NULL::VARCHAR AS case_id, since, since AS due_on, owed AS n, due AS d, days FROM (${overdueSql({ asOf, has })})`,
    words: { days: whole('f.days'), n: wan('f.n'), d: wan('f.d'), since: day('f.since') },
    level: bands.length === 0 ? literal(level)
      : `CASE ${[...bands].sort((a, b) => a.months - b.months).map((b) => `WHEN ${asOf} <= ${plusMonths('f.since', b.months)} THEN ${literal(b.level)}`).join(' ')} ELSE ${literal(level)} END`,
  }),

  wages_cleared: ({ below_percent }, { asOf, has }) =>
    !has('payroll') ? null : {
      from: `SELECT p.project_id, NULL::VARCHAR AS case_id, NULL::DATE AS since, NULL::DATE AS due_on, CAST(w.paid + coalesce(y.paid, 0) AS DECIMAL(18,2)) AS n, CAST(w.due AS DECIMAL(18,2)) AS d
        FROM projects p
        JOIN (SELECT project_id, sum(wages_due) AS due, sum(wages_paid) AS paid FROM payroll WHERE wages_due IS NOT NULL AND wages_paid IS NOT NULL AND pay_day <= ${asOf} GROUP BY project_id) w USING (project_id)
        LEFT JOIN (${has('payments') ? `SELECT project_id, sum(amount) AS paid FROM payments WHERE paid_on <= ${asOf} GROUP BY project_id` : 'SELECT NULL::VARCHAR AS project_id, 0 AS paid WHERE FALSE'}) y USING (project_id)
        WHERE ${MANAGED} AND w.due > 0 AND (w.paid + coalesce(y.paid, 0)) * 100 < w.due * ${literal(below_percent)}`,
      words: { n: wan('f.n'), d: wan('f.d'), rate: share('f.n', 'f.d'), limit: fixed(`${below_percent}%`) },
    },

  pay_day_holiday: ({ lead_days }, { asOf, has }) =>
    !has('payroll') ? null : {
      from: `SELECT project_id, NULL::VARCHAR AS case_id, CAST(due_on - ${literal(lead_days)} AS DATE) AS since, due_on, pay_day, wages_paid AS n, wages_due AS d
        FROM (SELECT w.*, ${lastWorkday('w.pay_day')} AS due_on FROM payroll w JOIN calendar c ON c.day = w.pay_day
          JOIN projects p USING (project_id) WHERE ${MANAGED} AND NOT c.is_workday AND w.pay_day >= ${asOf} AND w.wages_paid < w.wages_due)
        WHERE ${asOf} >= due_on - ${literal(lead_days)}
        QUALIFY row_number() OVER (PARTITION BY project_id ORDER BY pay_day, month) = 1`,
      words: { days: whole(`f.due_on - ${asOf}`), pay_day: day('f.pay_day'), due_on: day('f.due_on'), n: wan('f.n'), d: wan('f.d') },
    },

  promise_overdue: ({ days }, { asOf }) => ({
    from: `SELECT p.project_id, NULL::VARCHAR AS case_id, p.promised_on AS since, p.promised_on AS due_on, ${asOf} - p.promised_on AS n, ${literal(days)} AS d
      FROM projects p WHERE p.open AND ${asOf} - p.promised_on > ${literal(days)}`,
    words: { days: whole('f.n'), due_on: day('f.due_on') },
  }),

  promise_moved: ({ times }) => ({
    from: `SELECT p.project_id, NULL::VARCHAR AS case_id, p.promise_first_on AS since, p.promised_on AS due_on, p.promise_changes AS n, ${literal(times)} AS d
      FROM projects p WHERE p.open AND p.promise_changes >= ${literal(times)}`,
    words: { n: whole('f.n'), limit: fixed(times), since: day('f.since'), due_on: day('f.due_on') },
  }),
};
