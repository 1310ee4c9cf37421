import { type Check, onProjects } from './check.ts';

/** Against the previous snapshot (domain §4): nothing leaves the account without a closing. Said, not blocking: the account itself keeps 漏报. */
export const HISTORY_CHECKS: readonly Check[] = [
  {
    id: 'closed_without_date', name: '不再未销号而无销号日期', severity: '提示', mend: '补填销号日期和销号依据；尚未付清的改回一般或严重', needs: ['prev_projects', 'projects'],
    sql: (c) => onProjects(c, {
      from: 'projects p JOIN prev_projects b ON b.project_id = p.project_id', where: 'b.open AND NOT p.open AND p.closed_on IS NULL', column: 'closed_on', value: 'p.project_id',
      reason: `'上期未销号，本期不是，没有销号日期'`,
    }),
  },
  {
    id: 'absent_open', name: '漏报：上期未销号，本期缺席', severity: '提示', mend: '补报该项目；已销号的也要列出并填销号日期', needs: ['prev_projects', 'projects'],
    sql: (c) => {
      const missing = c.has('absent') ? 'SELECT project_id FROM absent WHERE open' : 'SELECT b.project_id FROM prev_projects b WHERE b.open AND b.project_id NOT IN (SELECT project_id FROM projects)';
      return `SELECT NULL::INTEGER AS src, NULL::BIGINT AS "row", 'projects' AS table_name, 'project_id' AS column_name, project_id AS value, '最近一次出现时未销号，本期台账没有这一行' AS reason FROM (${missing})`;
    },
  },
];
