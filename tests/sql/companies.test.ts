import { describe, expect, it } from 'vitest';
import type { FilterState } from '../../src/model/filters.ts';
import { firmsQuestion, ROLE_IDS, ROLES, type Role } from '../../src/query/companies.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { askDemo } from '../support/demo.ts';
import { rowsOf } from '../support/duckdb.ts';
import { TEST_SCOPE } from '../support/scope.ts';

const asOf = '2026-11-20';
const ask = (role: Role, filters: FilterState = {}, tables = new Set(['projects', 'companies'])) => firmsQuestion({ role, filters, scope: TEST_SCOPE, tables });
const MANAGED = `(stage IS DISTINCT FROM '已完工已结算' OR (risk_grade IN ('一般', '严重') AND closed_on IS NULL))`;
const OPEN = `risk_grade IN ('一般', '严重') AND closed_on IS NULL`;
const WHERE: [string, FilterState, string][] = [['all', {}, 'TRUE'], ['投资性质', { inv: ['社会投资'] }, `invest_kind = '社会投资'`], ['主管部门 and 隐患等级', { dept: ['D01', 'D02'], g: ['严重', '一般'] }, `dept_code IN ('D01', 'D02') AND ${OPEN}`]];

describe.each(ROLE_IDS)('firms of the role %s', (role) => {
  const { name } = ROLES[role];
  it.each(WHERE)('%s: their projects, open ones, wages and people are those of the tables', async (_, filters, where) => {
    const rows = await askDemo(asOf, ask(role, filters).sql);
    const hand = await askDemo(asOf, `SELECT ${name} AS name, CAST(count(CASE WHEN ${MANAGED} THEN 1 END) AS INTEGER) AS projects, CAST(count(CASE WHEN ${OPEN} THEN 1 END) AS INTEGER) AS open,
      CAST(sum(CASE WHEN ${OPEN} THEN unpaid_wages ELSE 0 END) AS DOUBLE) AS unpaid, CAST(sum(CASE WHEN ${OPEN} THEN unpaid_workers ELSE 0 END) AS INTEGER) AS workers FROM projects WHERE ${where} AND ${name} IS NOT NULL GROUP BY 1`);
    for (const h of hand) {
      const found = rows.filter((r) => r['name'] === h['name']);
      expect(found).toHaveLength(1);
      expect([found[0]!['projects_n'], found[0]!['open_risk_n'], found[0]!['unpaid_wages_n'], found[0]!['unpaid_workers_n']].map(Number)).toEqual([h['projects'], h['open'], h['unpaid'], h['workers']]);
    }
    if (where === 'TRUE') {
      const registered = await askDemo(asOf, `SELECT company_code, name, review_grade, times_in_arrears, listed_on, listed_until, liaison, monitored FROM companies WHERE role = '${ROLES[role].role}' ORDER BY 1`);
      for (const h of registered) expect(rows.find((r) => r['firm'] === h['company_code'])).toMatchObject(Object.fromEntries(Object.entries(h).filter(([key]) => key !== 'company_code')));
      expect(rows).toHaveLength(new Set([...registered.map((r) => r['name']), ...hand.map((h) => h['name'])]).size);
    } else expect(rows).toHaveLength(hand.length);
  });
});

it('begins with those most often in arrears', async () => {
  const times = (await askDemo(asOf, ask('contractor').sql)).map((r) => r['times_in_arrears']);
  const hand = await askDemo(asOf, `SELECT max(times_in_arrears) AS most FROM companies WHERE role = '施工总承包'`);
  expect(times[0]).toBe(hand[0]!['most']);
  expect(times.filter((t) => t !== null)).toEqual(times.filter((t) => t !== null).sort((a, b) => Number(b) - Number(a)));
});

it('without the ledger of firms lists those the projects name, and says nothing of them', async () => {
  const { sql, tables } = ask('contractor', {}, new Set(['projects']));
  expect([tables, sql.includes('FROM companies')]).toEqual([['projects'], false]);
  const rows = await askDemo(asOf, sql);
  expect(rows).toHaveLength(22);
  expect(rows.every((r) => r['registered'] === false && r['times_in_arrears'] === null && r['monitored'] === null)).toBe(true);
});

/** Firms under two names and two codes: one table of each, made by hand. */
const ODD = `CREATE TABLE companies AS SELECT * FROM (VALUES ('C1', '甲建设', '施工总承包'), ('C2', '乙建设', '施工总承包'), ('C3', '乙建设', '施工总承包'), ('C9', '=HYPERLINK("x")', '施工总承包')) t(company_code, name, role);
ALTER TABLE companies ADD COLUMN review_grade VARCHAR; ALTER TABLE companies ADD COLUMN times_in_arrears INTEGER; ALTER TABLE companies ADD COLUMN listed_on DATE; ALTER TABLE companies ADD COLUMN listed_until DATE; ALTER TABLE companies ADD COLUMN liaison VARCHAR; ALTER TABLE companies ADD COLUMN monitored BOOLEAN;
CREATE TABLE projects AS SELECT * FROM (VALUES ('C1', '甲建设集团'), ('C1', '甲建设'), ('C1', '甲建设集团'), (NULL, '甲建设'), (NULL, '乙建设'), ('C4', '丙建设'), (NULL, '丙建设'), (NULL, NULL)) t(contractor_code, contractor);
ALTER TABLE projects ADD COLUMN stage VARCHAR DEFAULT '在建'; ALTER TABLE projects ADD COLUMN open BOOLEAN DEFAULT TRUE; ALTER TABLE projects ADD COLUMN unpaid_wages DECIMAL(18,2) DEFAULT 100; ALTER TABLE projects ADD COLUMN unpaid_workers INTEGER DEFAULT 2`;

it('keeps a firm under two names as one, and two codes of one name apart, and says both', async () => {
  await withDatabase(async (connection) => {
    for (const statement of ODD.split(';')) await connection.run(statement);
    const rows = await rowsOf(connection, ask('contractor').sql);
    const of = (firm: string) => {
      const r = rows.find((row) => row['firm'] === firm)!;
      return [r['name'], String(r['names']).split('\u001f'), r['same_name'], Number(r['projects_n']), Number(r['unpaid_wages_n']), r['code']];
    };
    // A project without a code goes to the firm whose name is unmistakable.
    expect(of('C1')).toEqual(['甲建设', ['甲建设', '甲建设集团'], 1, 4, 400, 'C1']);
    // 乙建设 has two codes: the project without one is nobody's of them.
    expect([of('C2'), of('C3'), of('乙建设')]).toEqual([['乙建设', ['乙建设'], 3, 0, 0, 'C2'], ['乙建设', ['乙建设'], 3, 0, 0, 'C3'], ['乙建设', ['乙建设'], 3, 1, 100, null]]);
    expect([of('C4').slice(2), of('丙建设').slice(2)]).toEqual([[2, 1, 100, 'C4'], [2, 1, 100, null]]);
    expect(rows.reduce((n, r) => n + Number(r['projects_n']), 0)).toBe(7);
  });
});
