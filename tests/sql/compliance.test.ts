import { describe, expect, it } from 'vitest';
import { ITEM_IDS } from '../../src/model/compliance.ts';
import type { FilterState } from '../../src/model/filters.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { depositListQuestion, depositRule, DEPOSIT_KINDS, ITEMS, lackQuestion, systemsQuestions, type SystemsAsk } from '../../src/query/compliance.ts';
import { buildCube } from '../../scripts/snapshot/cube.ts';
import { compile } from '../../src/query/compile.ts';
import { askDemo } from '../support/demo.ts';
import { emptySnapshot, rowsOf } from '../support/duckdb.ts';
import { TEST_SCOPE } from '../support/scope.ts';

const [asOf, compare] = ['2026-11-20', '2026-11-13'];
const rule = depositRule(DEFAULT_RULES);
const ask = (filters: FilterState = {}): SystemsAsk => ({ asOf, compare, filters, tables: new Set(['cube', 'projects', 'compliance']) });
type Rows = Record<string, unknown>[];

/** The tables themselves: n and d of every item and unit, written without the app's SQL. */
async function byHand(day: string, unit: string, where = 'TRUE'): Promise<Rows> {
  return askDemo(day, `SELECT item, ${unit} AS unit, CAST(sum(done) AS INTEGER) AS done, CAST(sum(total) AS INTEGER) AS total, CAST(count(CASE WHEN done >= total AND total > 0 THEN 1 END) AS INTEGER) AS met,
    CAST(count(CASE WHEN total > 0 AND done IS NOT NULL THEN 1 END) AS INTEGER) AS looked FROM compliance JOIN projects USING (project_id) WHERE ${where} GROUP BY ALL`);
}
const WHERE: [string, FilterState, string][] = [
  ['no filter', {}, 'TRUE'],
  ['投资性质', { inv: ['政府投资', '国企'] }, `invest_kind IN ('政府投资', '国企')`],
  ['投资性质 未填', { inv: [null] }, 'invest_kind IS NULL'],
  ['隐患等级', { g: ['严重', '一般'] }, `grade_now IN ('严重', '一般')`],
  ['属地 and 阶段', { area: ['990101001', '990101002'], stage: ['在建'] }, `place_code IN ('990101001', '990101002') AND stage = '在建'`],
];

describe('the matrix', () => {
  it.each(WHERE)('%s: every cell is the sum over the tables, now and at the comparison', async (_, filters, where) => {
    const rows = await askDemo(asOf, systemsQuestions(ask(filters), rule).units!.sql);
    const levels = [['place', 'place_code'], ['dept', 'dept_code'], ['all', 'NULL']] as const;
    let seen = 0;
    for (const day of [asOf, compare]) {
      for (const [level, column] of levels) {
        for (const hand of await byHand(day, column, where)) {
          const id = ITEM_IDS[hand['item'] as keyof typeof ITEM_IDS];
          const cell = rows.filter((r) => r['as_of'] === day && r['level'] === level && (level === 'all' || r[column] === hand['unit']));
          expect(cell).toHaveLength(1);
          expect(['sys', 'sysp'].flatMap((p) => [cell[0]![`${p}_${id}_n`], cell[0]![`${p}_${id}_d`]]).map(Number)).toEqual([hand['done'], hand['total'], hand['met'], hand['looked']]);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(40);
  });

  it('counts 在管项目 beside, so that no project and not collected stay apart', async () => {
    const rows = await askDemo(asOf, systemsQuestions(ask(), rule).units!.sql);
    const hand = await askDemo(asOf, `SELECT place_code, CAST(count(*) AS INTEGER) AS n FROM projects WHERE stage <> '已完工已结算' OR stage IS NULL OR (risk_grade IN ('一般', '严重') AND closed_on IS NULL) GROUP BY 1`);
    for (const { place_code, n } of hand) expect(Number(rows.find((r) => r['level'] === 'place' && r['place_code'] === place_code && r['as_of'] === asOf)?.['projects_n'])).toBe(n);
    expect(Number(rows.find((r) => r['level'] === 'all' && r['as_of'] === asOf)?.['projects_n'])).toBe(66);
  });

  it('has no row where the filters leave nothing', async () => {
    expect(await askDemo(asOf, systemsQuestions(ask({ area: ['nowhere'] }), rule).units!.sql)).toEqual([]);
  });
});

it('each published week is the state of that week’s own tables', async () => {
  const rows = await askDemo(asOf, systemsQuestions(ask({ inv: ['政府投资'] }), rule).weeks!.sql);
  expect(rows.length).toBeGreaterThan(20);
  for (const day of ['2026-09-18', '2026-10-30', compare, asOf]) {
    const row = rows.find((r) => r['as_of'] === day)!;
    for (const hand of await byHand(day, 'NULL', `invest_kind = '政府投资'`)) {
      const id = ITEM_IDS[hand['item'] as keyof typeof ITEM_IDS];
      expect([row[`sys_${id}_n`], row[`sys_${id}_d`], row[`sysp_${id}_n`], row[`sysp_${id}_d`]].map(Number)).toEqual([hand['done'], hand['total'], hand['met'], hand['looked']]);
    }
  }
});

describe('the list behind a cell', () => {
  it('has the rows that make d − n of the cell, for every item, county and place', async () => {
    for (const item of ITEMS) {
      const all = await askDemo(asOf, lackQuestion({ items: [item], filters: {} }).sql);
      const hand = await askDemo(asOf, `SELECT project_id, done, total, evidence FROM compliance WHERE item = '${item}' AND done < total ORDER BY total - done DESC, project_id`);
      expect(all.map((r) => ({ project_id: r['project_id'], done: r['done'], total: r['total'], evidence: r['evidence'] }))).toEqual(hand);
      expect(all.every((r) => r['of_all'] === hand.length)).toBe(true);
    }
    const one = await askDemo(asOf, lackQuestion({ items: ['劳动合同签订'], unit: { axis: 'place', code: '990101001' }, filters: { inv: ['政府投资'] } }).sql);
    const hand = await askDemo(asOf, `SELECT p.project_id, p.name, p.contractor, p.leader FROM compliance c, projects p WHERE c.project_id = p.project_id AND c.item = '劳动合同签订' AND c.done < c.total AND p.place_code = '990101001' AND p.invest_kind = '政府投资'`);
    expect(one.map((r) => r['project_id']).sort()).toEqual(hand.map((r) => r['project_id']).sort());
    expect(one.length).toBeGreaterThan(0);
  });

  it('lists a set in its order, and takes codes as text', async () => {
    const rows = await askDemo(asOf, lackQuestion({ items: ['维权告示牌', '工资保证金'], filters: {} }).sql);
    expect(rows.map((r) => r['item'])).toEqual(['维权告示牌', '工资保证金']);
    expect(await askDemo(asOf, lackQuestion({ items: ['工资保证金'], unit: { axis: 'dept', code: `'); DROP TABLE projects; --` }, filters: {} }).sql)).toEqual([]);
  });
});

describe('保证金', () => {
  const managed = `(stage IS DISTINCT FROM '已完工已结算' OR (risk_grade IN ('一般', '严重') AND closed_on IS NULL))`;
  it.each(WHERE)('%s: by form, against the contract, with those below the rule', async (_, filters, where) => {
    const rows = await askDemo(asOf, systemsQuestions(ask(filters), rule).deposits!.sql);
    const hand = await askDemo(asOf, `SELECT CASE WHEN deposit_form IS NULL THEN CASE WHEN coalesce(deposit_amount, 0) = 0 THEN 'none' ELSE 'unstated' END ELSE deposit_form END AS kind, CAST(count(*) AS INTEGER) AS projects,
      CAST(sum(deposit_amount) AS DOUBLE) AS amount, CAST(sum(CASE WHEN deposit_amount IS NOT NULL THEN contract_amount END) AS DOUBLE) AS contract FROM projects WHERE ${managed} AND ${where} GROUP BY 1`);
    const total = rows.find((r) => r['kind'] === null)!;
    expect(rows.filter((r) => r['kind'] !== null)).toHaveLength(hand.length);
    for (const h of hand) {
      const r = rows.find((x) => x['kind'] === h['kind'])!;
      expect(DEPOSIT_KINDS).toContain(h['kind']);
      expect([r['projects'], r['amount'], r['deposit_d']]).toEqual([h['projects'], h['amount'], h['contract']]);
    }
    const fired = await askDemo(asOf, `SELECT count(*)::INTEGER AS n FROM warnings w JOIN projects p USING (project_id) WHERE rule_id = 'deposit_share' AND ${where}`);
    expect([total['projects'], total['short_n']]).toEqual([hand.reduce((n, h) => n + Number(h['projects']), 0), fired[0]!['n']]);
  });

  it('finds what is below a rule, in the row and in its list', async () => {
    const hard = { ...rule!, percent: 2.5 };
    const rows = await askDemo(asOf, systemsQuestions(ask(), hard).deposits!.sql);
    const hand = await askDemo(asOf, `SELECT project_id FROM projects WHERE ${managed} AND deposit_form IS DISTINCT FROM '减免' AND deposit_amount / contract_amount < 0.025 ORDER BY 1`);
    const list = await askDemo(asOf, depositListQuestion('short', {}, hard).sql);
    expect(hand.length).toBeGreaterThan(0);
    expect(rows.find((r) => r['kind'] === null)!['short_n']).toBe(hand.length);
    expect(list.map((r) => r['project_id']).sort()).toEqual(hand.map((r) => r['project_id']));
    for (const kind of DEPOSIT_KINDS) expect(await askDemo(asOf, depositListQuestion(kind, {}, rule).sql)).toHaveLength(Number(rows.find((r) => r['kind'] === kind)?.['projects'] ?? 0));
  });

  it('judges nothing where the county switched the rule off', async () => {
    expect(depositRule({ warnings: DEFAULT_RULES.warnings.map((w) => ({ ...w, enabled: false })) })).toBeNull();
    const rows = await askDemo(asOf, systemsQuestions(ask(), null).deposits!.sql);
    expect(rows.every((r) => r['short_n'] === null && r['short_d'] === null)).toBe(true);
  });
});

describe('what was not collected', () => {
  it('counts in neither part, on both routes, and lacks nothing', async () => {
    const connection = await emptySnapshot();
    const tables = new Set(['projects', 'compliance', 'cube']);
    await connection.run(`INSERT INTO projects BY NAME SELECT unnest(['A', 'B', 'C']) AS project_id, '甲镇' AS place_code, '在建' AS stage, FALSE AS open`);
    await connection.run(`INSERT INTO compliance BY NAME SELECT * FROM (VALUES ('A', '工伤保险', NULL, 12), ('B', '工伤保险', 10, 10), ('C', '工伤保险', 3, 0), ('A', '银行代发', 5, NULL), ('A', '劳动合同签订', NULL, 4)) t(project_id, item, done, total)`);
    await buildCube(connection, { scope: TEST_SCOPE, tables, carry: false });
    for (const route of ['cube', 'rows'] as const) {
      const [row] = await rowsOf(connection, compile({ indicators: ['systems_rate', 'sys_injury', 'sys_bankpay', 'sys_contract', 'sysp_injury'], by: [], filters: {}, scope: TEST_SCOPE, tables, route }).sql);
      expect([route, row]).toEqual([route, { systems_rate_n: 10, systems_rate_d: 10, sys_injury_n: 10, sys_injury_d: 10, sys_bankpay_n: 0, sys_bankpay_d: 0, sys_contract_n: 0, sys_contract_d: 0, sysp_injury_n: 1, sysp_injury_d: 1 }]);
    }
    expect(await rowsOf(connection, lackQuestion({ items: ITEMS, filters: {} }).sql)).toEqual([]);
  });
});

it('without the ledger of 制度落实 only the deposits are asked', () => {
  expect(Object.keys(systemsQuestions({ ...ask(), tables: new Set(['cube', 'projects']) }, rule))).toEqual(['deposits']);
});
