import { unpublishedYears } from '../../src/query/clocks.ts';
import { lastDueSql } from '../../src/query/last-due.ts';
import { literal } from '../../src/query/sql.ts';
import { type Check, type CheckContext, onProjects, onRows, union } from './check.ts';

const MANAGED = `(p.stage IS DISTINCT FROM '已完工已结算' OR p.open)`;
const notice = (texts: readonly string[]): string | null =>
  union(texts.map((text) => `SELECT NULL::INTEGER AS src, NULL::BIGINT AS "row", NULL::VARCHAR AS table_name, NULL::VARCHAR AS column_name, NULL::VARCHAR AS value, ${literal(text)} AS reason`));

/** The return t is one of this period. */
const thisPeriod = (c: CheckContext): string => `(t.axis, t.table_name, t.kind, t.due_on) IN ${lastDueSql(c.rows('returns') ?? 'returns', c.day)}`;

/** Who is counted where: unknown 投资性质, units without return, the calendar and the rules file. */
export const SCOPE_CHECKS: readonly Check[] = [
  {
    id: 'invest_kind_unknown', name: '投资性质未填', severity: '提示', mend: '补填投资性质；未填的清零时限按12月31日计', needs: ['projects'],
    sql: (c) => c.has('projects') ? onProjects(c, { from: 'projects p', where: `p.invest_kind IS NULL AND ${MANAGED}`, column: 'invest_kind', value: 'p.project_id', reason: `'投资性质未填，清零时限按 12 月 31 日计'` }) : null,
  },
  {
    id: 'axis_missing', name: '属地或主管部门未填', severity: '提示', mend: '补填属地和主管部门；未填的不计入任何单位', needs: ['projects'],
    sql: (c) => union([onRows(c, 'projects', 'place_code', 't.place_code IS NULL', '属地未填'), onRows(c, 'projects', 'dept_code', 't.dept_code IS NULL', '主管部门未填')]),
  },
  {
    id: 'not_reported', name: '单位未报送', severity: '提示', mend: '催报；补报后重新发布', needs: ['returns'],
    sql: (c) => onRows(c, 'returns', 'unit_code', `t.received_on IS NULL AND ${thisPeriod(c)}`, '本期应报未报'),
  },
  {
    id: 'reported_short', name: '实报少于应报', severity: '提示', mend: '催报缺少的项目', needs: ['returns'],
    sql: (c) => onRows(c, 'returns', 'rows_in', `t.received_on IS NOT NULL AND t.rows_in < t.rows_due AND ${thisPeriod(c)}`, '本期实报数少于应报数'),
  },
  {
    id: 'calendar_unpublished', name: '假期未公布', severity: '提示', mend: '国务院办公厅公布后更新规则文件的日历；在此之前该年只按周末计算工作日', reasonsPublished: true,
    sql: (c) => notice(unpublishedYears(c.rules.calendar, c.asOf).map((year) => `${year}年假期未公布`)),
  },
  { id: 'rules_problem', name: '规则文件有问题', severity: '阻断', mend: '改正规则文件中所列的键', sql: (c) => notice(c.ruleProblems ?? []) },
];
