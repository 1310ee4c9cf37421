import { ident, literal } from '../../../src/query/sql.ts';
import { among, MANAGED, plusMonths, type TestSql } from './context.ts';
import { day, fixed, quotient, share, wan, whole } from './words.ts';

const percentLimit = (percent: number) => fixed(`${percent}%`);
const shareWords = (limit: string) => ({ n: wan('f.n'), d: wan('f.d'), rate: share('f.n', 'f.d'), limit });

/** Tests of amounts: 人工费, 专户, 保证金, 到位资金. */
export const MONEY_TESTS: Pick<TestSql, 'labour_cost_cycle' | 'share_below' | 'funds_below' | 'account_dry'> = {
  labour_cost_cycle: ({ months }, { asOf, has }) =>
    !has('payroll') ? null : {
      from: `SELECT p.project_id, NULL::VARCHAR AS case_id, ${plusMonths('m.month', 1)} AS since, ${plusMonths('m.month', 1 + months)} AS due_on, m.paid AS n, m.due AS d
        FROM projects p JOIN (
          SELECT project_id, min(month) AS month, max(paid) AS paid, max(due) AS due
          FROM (SELECT project_id, month, sum(labour_cost_due) OVER (PARTITION BY project_id ORDER BY month) AS due_to,
              sum(labour_cost_due) OVER (PARTITION BY project_id) AS due, sum(labour_cost_paid) OVER (PARTITION BY project_id) AS paid
            FROM payroll WHERE labour_cost_due IS NOT NULL AND labour_cost_paid IS NOT NULL AND month <= ${asOf})
          WHERE due_to > paid GROUP BY project_id) m USING (project_id)
        WHERE ${MANAGED} AND ${asOf} > ${plusMonths('m.month', 1 + months)}`,
      words: { days: whole(`${asOf} - f.since`), over: whole(`${asOf} - f.due_on`), limit: fixed(months), n: wan('f.n'), d: wan('f.d'), since: day('f.since'), due_on: day('f.due_on') },
    },

  share_below: ({ amount, of, below_percent, except }) => ({
    from: `SELECT p.project_id, NULL::VARCHAR AS case_id, NULL::DATE AS since, NULL::DATE AS due_on, p.${ident(amount)} AS n, p.${ident(of)} AS d FROM projects p
      WHERE ${MANAGED} AND p.${ident(of)} > 0 AND p.${ident(amount)} * 100 < p.${ident(of)} * ${literal(below_percent)}
        ${except.length > 0 ? `AND (p.deposit_form IS NULL OR NOT ${among('p.deposit_form', except)})` : ''}`,
    words: shareWords(percentLimit(below_percent)),
  }),

  funds_below: ({ short_percent, long_percent, long_months, stages }) => ({
    from: `SELECT * FROM (
      SELECT p.project_id, NULL::VARCHAR AS case_id, NULL::DATE AS since, p.start_on AS due_on, p.funds_in_place AS n, p.contract_amount AS d,
        CASE WHEN p.start_on IS NULL OR p.end_on_planned IS NULL THEN ${literal(Math.min(short_percent, long_percent))}
          WHEN p.end_on_planned < ${plusMonths('p.start_on', long_months)} THEN ${literal(short_percent)} ELSE ${literal(long_percent)} END AS percent
      FROM projects p WHERE ${MANAGED} AND p.contract_amount > 0 AND ${among('p.stage', stages)})
      WHERE n * 100 < d * percent`,
    words: shareWords(`concat(f.percent, '%')`),
  }),

  account_dry: ({ months }, { asOf, has }) =>
    !has('payroll') ? null : {
      from: `SELECT p.project_id, NULL::VARCHAR AS case_id, NULL::DATE AS since, NULL::DATE AS due_on, p.account_balance AS n, y.wages AS d
        FROM projects p JOIN (SELECT project_id, arg_max(wages_due, month) AS wages FROM payroll WHERE month <= ${asOf} AND wages_due IS NOT NULL GROUP BY project_id) y USING (project_id)
        WHERE ${MANAGED} AND coalesce(p.stage, '') NOT IN ('已完工未结算', '已完工已结算') AND y.wages > 0 AND p.account_balance < y.wages * ${literal(months)}`,
      words: { n: wan('f.n'), d: wan('f.d'), months: quotient('f.n', 'f.d'), limit: fixed(months) },
    },
};
