import { type Check, onProjects, onRows, union } from './check.ts';

const OWED = 't.closed_on IS NULL AND t.unpaid_wages > 0';
const OPEN = `(t.risk_grade IN ('一般', '严重') AND t.closed_on IS NULL)`;

/** Grade, closing and what is still owed must tell one story. 无欠薪 or no grade with money owed blocks: it would count among 无欠薪. */
export const GRADE_CHECKS: readonly Check[] = [
  {
    id: 'no_arrears_but_unpaid', name: '无欠薪却有未支付工资', severity: '阻断', mend: '改正隐患等级（未填的补填），或将已付清项目的未支付工资改为 0 并填销号日期', needs: ['projects'],
    sql: (c) => union([
      onRows(c, 'projects', 'unpaid_wages', `t.risk_grade = '无欠薪' AND ${OWED}`, '隐患等级为无欠薪，未支付工资大于 0'),
      onRows(c, 'projects', 'unpaid_wages', `t.risk_grade IS NULL AND ${OWED}`, '隐患等级未填，会计入无欠薪，未支付工资大于 0'),
    ]),
  },
  {
    id: 'closed_but_unpaid', name: '已销号仍有未支付工资', severity: '提示', mend: '付清的改为 0；没有付清的不应销号', needs: ['projects'],
    sql: (c) => onRows(c, 'projects', 'unpaid_wages', 't.closed_on IS NOT NULL AND t.unpaid_wages > 0', '已填销号日期，未支付工资大于 0（不计入未支付合计）'),
  },
  {
    id: 'open_but_nothing_owed', name: '未销号而未支付为零', severity: '提示', mend: '已付清的填销号日期和依据；未付清的填未支付工资', needs: ['projects'],
    sql: (c) => onRows(c, 'projects', 'unpaid_wages', `${OPEN} AND t.unpaid_wages = 0`, '未销号，未支付工资为 0'),
  },
  {
    id: 'risk_grade_unknown', name: '隐患等级未填', severity: '提示', mend: '补填隐患等级；未填的按没有未销号隐患计', needs: ['projects'],
    sql: (c) => onRows(c, 'projects', 'risk_grade', 't.risk_grade IS NULL', '隐患等级未填'),
  },
  {
    id: 'open_definition', name: '未销号与等级、销号日期不符', severity: '阻断', mend: '程序自检：请把检查结果发给维护者', needs: ['projects'],
    sql: (c) => c.has('projects') ? onProjects(c, {
      from: 'projects p', column: 'open', value: 'p.open', reason: `'未销号应为：等级为一般或严重，且没有销号日期'`,
      where: `p.open IS DISTINCT FROM coalesce(p.risk_grade IN ('一般', '严重') AND p.closed_on IS NULL, FALSE) OR p.grade_now IS DISTINCT FROM CASE WHEN p.open THEN p.risk_grade ELSE '无欠薪' END`,
    }) : null,
  },
];
