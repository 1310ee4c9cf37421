import { literal } from '../../src/query/sql.ts';
import { type Check, type CheckContext, onProjects } from './check.ts';

/** Σ(应发 − 实发) of months due and 清偿 per project p; projects with a month not known in full are left out. */
const shortfall = (c: CheckContext): string => `projects p
  JOIN (SELECT project_id, sum(wages_due - wages_paid) AS short FROM payroll WHERE pay_day IS NULL OR pay_day <= ${c.day}
    GROUP BY project_id HAVING count(*) = count(wages_due - wages_paid)) w ON w.project_id = p.project_id
  LEFT JOIN (${c.has('payments') ? `SELECT project_id, sum(amount) AS amount FROM payments WHERE paid_on <= ${c.day} GROUP BY project_id` : 'SELECT NULL::VARCHAR AS project_id, 0 AS amount WHERE FALSE'}) y ON y.project_id = p.project_id`;
const LEFT = '(w.short - coalesce(y.amount, 0))';
const REASON = `concat('应发 − 实发 − 清偿 = ', CAST(${LEFT} AS DECIMAL(18,2)), ' 元，台账未支付工资 ', coalesce(CAST(p.unpaid_wages AS VARCHAR), '未填'), ' 元')`;

/** unpaid_wages = Σ(应发 − 实发) − 清偿流水 (domain §6). Without 清偿流水 only more than Σ(应发 − 实发) is impossible. */
export const WAGE_CHECKS: readonly Check[] = [
  {
    id: 'unpaid_mismatch', name: '未支付工资与工资台账不符', severity: '阻断', needs: ['projects', 'payroll'],
    mend: '核对未支付工资、工资支付台账和清偿流水：未支付 = 应发合计 − 实发合计 − 清偿合计',
    sql: (c) => !c.has('projects') || !c.has('payroll') ? null : onProjects(c, {
      from: shortfall(c), column: 'unpaid_wages', value: 'p.unpaid_wages', reason: REASON,
      where: `p.open AND ${c.has('payments') ? `abs(p.unpaid_wages - ${LEFT})` : `p.unpaid_wages - ${LEFT}`} > ${literal(c.rules.tolerances.unpaid_wages)}`,
    }),
  },
  {
    id: 'short_but_not_open', name: '工资未发足而不在未销号之列', severity: '提示', needs: ['projects', 'payroll', 'payments'],
    mend: '核实是否欠薪：是的填隐患等级和未支付工资；已付清的补记实发或清偿流水',
    sql: (c) => !c.has('projects') || !c.has('payroll') || !c.has('payments') ? null : onProjects(c, {
      from: shortfall(c), column: 'unpaid_wages', value: 'p.unpaid_wages', reason: REASON,
      where: `NOT p.open AND p.closed_on IS NULL AND ${LEFT} - coalesce(p.unpaid_wages, 0) > ${literal(c.rules.tolerances.unpaid_wages)}`,
    }),
  },
];
