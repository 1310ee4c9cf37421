import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseRules } from '../../src/model/rules.ts';
import { ISSUES_DDL, SOURCES_DDL } from '../ledger/contract.ts';
import { makeCalendar } from '../rules/calendar.ts';
import { fill, fillTyped, openMemory, select } from '../snapshot/testing.ts';
import { CHECKS, checkOf } from './registry.ts';
import { runChecks } from './run.ts';

const AS_OF = '2026-11-20';
const { rules } = parseRules({ calendar: makeCalendar([2026, 2027]) });
type Cells = Record<string, string | number | boolean | null>;
let connection: DuckDBConnection;
beforeEach(async () => {
  connection = await openMemory();
});
const run = (options: { accepted?: string[]; ruleProblems?: string[] } = {}) =>
  runChecks(connection, { asOf: AS_OF, rules, accepted: new Set(options.accepted ?? []), ...(options.ruleProblems ? { ruleProblems: options.ruleProblems } : {}) });
const found = async () => (await select(connection, `SELECT check_id, count(*) AS n FROM issues WHERE check_id <> 'calendar_unpublished' GROUP BY check_id ORDER BY check_id`)).map((r) => `${String(r['check_id'])} ${String(r['n'])}`);

/** A ledger row nobody could object to, and what single cells turn it into. */
const PROJECT: Cells = { project_id: 'P1', name: '甲', place_code: 'A', dept_code: 'D', invest_kind: '国企', stage: '在建', risk_grade: '无欠薪' };
const CASE: Cells = { case_id: 'C1', received_on: '2026-10-01' };
const OPEN: Cells = { risk_grade: '一般', unpaid_wages: 1000, unpaid_workers: 3 };

describe('each ledger check finds its row and only that', () => {
  it.each<[check: string, table: string, wrong: Cells, right: Cells]>([
    ['closed_before_received', 'cases', { closed_on: '2026-09-30' }, { closed_on: '2026-10-01' }],
    ['closed_before_found', 'projects', { found_on: '2026-10-02', closed_on: '2026-10-01' }, { found_on: '2026-10-01', closed_on: '2026-10-01' }],
    ['filed_before_received', 'cases', { filed_on: '2026-09-30' }, { filed_on: '2026-10-01' }],
    ['dates_out_of_order', 'projects', { start_on: '2026-05-02', completed_on: '2026-05-01' }, { start_on: '2026-05-02', completed_on: '2026-05-02' }],
    ['dates_out_of_order', 'cases', { due_on: '2026-09-30' }, { due_on: '2026-10-16' }],
    ['date_after_as_of', 'projects', { found_on: '2026-11-21' }, { found_on: AS_OF, promised_on: '2026-12-31', hearing_on: '2026-12-01', end_on_planned: '2028-01-01', start_on: '2027-01-01' }],
    ['date_after_as_of', 'payments', { payment_id: 'Y', project_id: 'P1', paid_on: '2026-11-21' }, { payment_id: 'Y', project_id: 'P1', paid_on: AS_OF, plan_due_on: '2027-01-01' }],
    ['date_after_as_of', 'payroll', { project_id: 'P1', month: '2026-12-01' }, { project_id: 'P1', month: '2026-11-01', pay_day: '2026-12-15' }],
    ['wages_over_due', 'payroll', { project_id: 'P1', month: '2026-10-01', wages_due: 1, wages_paid: 2 }, { project_id: 'P1', month: '2026-10-01', wages_due: 2, wages_paid: 2 }],
    ['workers_over_due', 'payroll', { project_id: 'P1', month: '2026-10-01', workers_due: 1, workers_paid: 2 }, { project_id: 'P1', month: '2026-10-01', workers_due: null, workers_paid: 2 }],
    ['open_amount_unknown', 'projects', { ...OPEN, unpaid_wages: null }, OPEN],
    ['open_amount_unknown', 'projects', { ...OPEN, unpaid_workers: null }, { ...OPEN, unpaid_wages: null, unpaid_workers: null, closed_on: AS_OF }],
    ['open_amount_unknown', 'projects', { ...OPEN, risk_grade: '严重', unpaid_workers: null }, { unpaid_wages: null, unpaid_workers: null }],
    ['done_over_total', 'compliance', { project_id: 'P1', item: '银行代发', done: 2, total: 1 }, { project_id: 'P1', item: '银行代发', done: 1, total: 1 }],
    ['unlawful_over_inspected', 'inspections', { inspected_on: '2026-10-01', kind: '专项', employers: 10, unlawful: 11 }, { inspected_on: '2026-10-01', kind: '专项', employers: 57, unlawful: 11 }],
    ['negative_amount', 'projects', { deposit_amount: -1 }, { deposit_amount: 0, lon: 110, lat: 30 }],
    ['overpaid', 'projects', { labour_cost_due: 1, labour_cost_paid: 2 }, { labour_cost_due: 2, labour_cost_paid: 2 }],
    ['recovered_over_amount', 'cases', { amount: 1, recovered_amount: 2 }, { amount: 2, recovered_amount: 2 }],
    ['returned_over_due', 'returns', { axis: '属地', unit_code: 'A', table_name: '项目', kind: '周报', period: '47', received_on: AS_OF, rows_due: 1, rows_in: 2 }, { axis: '属地', unit_code: 'A', table_name: '项目', kind: '周报', period: '47', rows_due: 1, rows_in: 1 }],
    ['points_over_full', 'assessments', { axis: '属地', unit_code: 'A', month: '2026-10-01', item: 'x', points_full: 10, points: 11 }, { axis: '属地', unit_code: 'A', month: '2026-10-01', item: 'x', points_full: 10, points: -2 }],
    ['percent_out_of_range', 'projects', { progress_pct: 8500 }, { progress_pct: 100 }],
    ['unpaid_over_contract', 'projects', { ...OPEN, contract_amount: 500 }, { ...OPEN, contract_amount: 1000 }],
    ['no_arrears_but_unpaid', 'projects', { unpaid_wages: 1 }, { unpaid_wages: 0 }],
    ['closed_but_unpaid', 'projects', { ...OPEN, closed_on: AS_OF }, { ...OPEN, closed_on: AS_OF, unpaid_wages: 0 }],
    ['open_but_nothing_owed', 'projects', { ...OPEN, unpaid_wages: 0 }, OPEN],
    ['risk_grade_unknown', 'projects', { risk_grade: null }, {}],
    ['axis_missing', 'projects', { dept_code: null }, {}],
    ['coordinates_odd', 'projects', { lon: 30, lat: 110 }, { lon: 110, lat: 30 }],
    ['coordinates_odd', 'projects', { lon: 110, lat: null }, { lon: null, lat: null }],
    ['not_reported', 'returns', { axis: '属地', unit_code: 'A', table_name: '项目', kind: '周报', period: '47', due_on: AS_OF }, { axis: '属地', unit_code: 'A', table_name: '项目', kind: '周报', period: '48', due_on: '2026-11-27' }],
    ['reported_short', 'returns', { axis: '属地', unit_code: 'A', table_name: '项目', kind: '周报', period: '47', due_on: AS_OF, received_on: AS_OF, rows_due: 2, rows_in: 1 }, { axis: '属地', unit_code: 'A', table_name: '项目', kind: '周报', period: '47', due_on: AS_OF, received_on: AS_OF, rows_due: 2, rows_in: 2 }],
  ])('%s in %s', async (check, table, wrong, right) => {
    const base = table === 'projects' ? PROJECT : table === 'cases' ? CASE : {};
    await fillTyped(connection, table, [{ ...base, ...wrong }]);
    await run();
    expect(await found()).toEqual([`${check} 1`]);
    expect(await select(connection, `SELECT src, "row", table_name FROM issues WHERE check_id = '${check}'`)).toEqual([{ src: 1, row: 5, table_name: table }]);
    await fillTyped(connection, table, [{ ...base, ...right }]);
    await run();
    expect(await found()).toEqual([]);
  });
});

it.each<[string, Cells, string[]]>([
  ['money owed under no grade would count as 无欠薪', { risk_grade: null, unpaid_wages: 500_000 }, ['隐患等级未填，会计入无欠薪，未支付工资大于 0']],
  ['money owed under 无欠薪', { unpaid_wages: 500_000 }, ['隐患等级为无欠薪，未支付工资大于 0']],
  ['no grade and nothing owed', { risk_grade: null, unpaid_wages: 0 }, []],
  ['no grade and nothing said', { risk_grade: null }, []],
  ['closed', { risk_grade: null, unpaid_wages: 1, closed_on: AS_OF }, []],
])('%s', async (_, cells, reasons) => {
  await fillTyped(connection, 'projects', [{ ...PROJECT, ...cells }]);
  await run();
  expect((await select(connection, `SELECT reason FROM issues WHERE check_id = 'no_arrears_but_unpaid'`)).map((r) => r['reason'])).toEqual(reasons);
});

describe('checks on final tables', () => {
  const finals = async (projects: readonly Cells[], rest: Record<string, readonly Cells[]> = {}) => {
    await fillTyped(connection, 'projects', projects.map(({ open: _o, grade_now: _g, ...row }) => row));
    await fill(connection, 'projects', projects);
    for (const [table, rows] of Object.entries(rest)) await fill(connection, table, rows);
  };
  const open = { ...PROJECT, ...OPEN, open: true, grade_now: '一般' };
  const month = (cells: Cells) => ({ project_id: 'P1', month: '2026-09-01', pay_day: '2026-10-15', ...cells });

  it.each<[string, number | null, Cells[], Cells[] | null, string[]]>([
    ['equal', 1000, [month({ wages_due: 5000, wages_paid: 4000 })], [], []],
    ['a payment counted', 600, [month({ wages_due: 5000, wages_paid: 4000 })], [{ payment_id: 'Y', project_id: 'P1', paid_on: '2026-11-01', amount: 400 }], []],
    ['a payment forgotten', 1000, [month({ wages_due: 5000, wages_paid: 4000 })], [{ payment_id: 'Y', project_id: 'P1', paid_on: '2026-11-01', amount: 400 }], ['unpaid_mismatch 1']],
    ['a planned payment is not paid', 1000, [month({ wages_due: 5000, wages_paid: 4000 })], [{ payment_id: 'Y', project_id: 'P1', plan_due_on: '2026-11-01', plan_amount: 400 }], []],
    ['rounding of 万元', 1050, [month({ wages_due: 5000, wages_paid: 4000 })], [], []],
    ['more than rounding', 1051, [month({ wages_due: 5000, wages_paid: 4000 })], [], ['unpaid_mismatch 1']],
    ['a month not yet due', 1000, [month({ wages_due: 5000, wages_paid: 4000 }), month({ month: '2026-10-01', pay_day: '2026-11-25', wages_due: 5000, wages_paid: 0 })], [], []],
    ['an unknown month', 7, [month({ wages_due: 5000, wages_paid: null })], [], []],
    ['an unknown amount', null, [month({ wages_due: 5000, wages_paid: 4000 })], [], ['open_amount_unknown 1']],
    ['less, without 清偿流水', 400, [month({ wages_due: 5000, wages_paid: 4000 })], null, []],
    ['more, without 清偿流水', 1400, [month({ wages_due: 5000, wages_paid: 4000 })], null, ['unpaid_mismatch 1']],
  ])('unpaid wages: %s', async (_, unpaid, payroll, payments, expected) => {
    await finals([{ ...open, unpaid_wages: unpaid }], { payroll, ...(payments ? { payments } : {}) });
    await run();
    expect(await found()).toEqual(expected);
  });

  it('a return that is missing is found though another table was due later; one of an earlier period is not', async () => {
    const row = (cells: Cells): Cells => ({ axis: '属地', table_name: '项目', kind: '周报', period: '47', due_on: '2026-11-19', received_on: '2026-11-19', rows_due: 2, rows_in: 2, ...cells });
    const zero = { kind: '零报告', due_on: AS_OF, received_on: AS_OF };
    await fillTyped(connection, 'returns', [row({ unit_code: '甲镇', received_on: null }), row({ unit_code: '乙镇', rows_in: 1 }), row({ unit_code: '甲镇', ...zero }), row({ unit_code: '乙镇', ...zero }), row({ unit_code: '甲镇', table_name: '旧表', due_on: '2026-11-13', received_on: null })]);
    await run();
    expect(await select(connection, `SELECT check_id, "row", value FROM issues WHERE table_name = 'returns' ORDER BY 1`)).toEqual([{ check_id: 'not_reported', row: 5, value: '甲镇' }, { check_id: 'reported_short', row: 6, value: 1 }]);
  });

  it('wages short without arrears are said', async () => {
    await finals([{ ...PROJECT, open: false, grade_now: '无欠薪' }], { payroll: [month({ wages_due: 5000, wages_paid: 4000 })], payments: [] });
    await run();
    expect(await found()).toEqual(['short_but_not_open 1']);
  });

  it('what left the account without a closing', async () => {
    await finals([{ ...PROJECT, open: false, grade_now: '无欠薪' }]);
    await connection.run(`CREATE TABLE prev_projects AS SELECT * REPLACE (TRUE AS open, '一般' AS grade_now) FROM projects UNION ALL SELECT * REPLACE ('P9' AS project_id, '乙' AS name, TRUE AS open) FROM projects`);
    await run();
    expect(await found()).toEqual(['absent_open 1', 'closed_without_date 1']);
    expect(await select(connection, `SELECT "row", value FROM issues WHERE check_id = 'closed_without_date'`)).toEqual([{ row: 5, value: 'P1' }]);
    await fill(connection, 'absent', [{ project_id: 'P7', name: '丙', last_seen: '2026-11-06', open: true }, { project_id: 'P8', name: '丁', last_seen: '2026-11-06', open: false }]);
    await run();
    expect(await select(connection, `SELECT value FROM issues WHERE check_id = 'absent_open'`)).toEqual([{ value: 'P7' }]);
  });

  it('one project under two numbers', async () => {
    const none = { open: false, grade_now: '无欠薪' };
    await finals([{ ...PROJECT, ...none }, { ...PROJECT, ...none, project_id: 'P2', name: '甲 ' }, { ...PROJECT, ...none, project_id: 'P3', place_code: 'B' }, { ...PROJECT, ...none, project_id: 'P5', name: '丁' }]);
    await connection.run(`CREATE TABLE prev_projects AS SELECT * REPLACE ('P4' AS project_id, '丁' AS name) FROM projects WHERE project_id = 'P5' UNION ALL SELECT * FROM projects WHERE project_id <> 'P5'`);
    await run();
    expect(await found()).toEqual(['id_changed 1', 'project_named_twice 2']);
    expect(await select(connection, `SELECT "row", reason FROM issues WHERE check_id = 'id_changed'`)).toEqual([{ row: 8, reason: '上期同名同属地的项目编号是 P4，本期没有这个编号' }]);
  });

  it('points and the derived columns', async () => {
    await finals([{ ...PROJECT, open: true, grade_now: '一般', lon: 110, lat: 30 }, { ...PROJECT, project_id: 'P2', name: '乙', open: false, grade_now: '无欠薪', lon: 110, lat: 30, invest_kind: null }, { ...PROJECT, project_id: 'P3', name: '丙', open: false, grade_now: '无欠薪' }]);
    await connection.run(`CREATE TABLE located AS SELECT * FROM (VALUES ('P1', NULL, '落在县界外'), ('P2', 'B', NULL), ('P3', NULL, '坐标为空')) AS t(project_id, place_code_of_point, reason)`);
    await run();
    expect(await found()).toEqual(['invest_kind_unknown 1', 'open_definition 1', 'other_place 1', 'outside_county 1']);
  });
});

describe('口径自检', () => {
  it('finds F3, F4, F6, F11 and compares with the data, blocking nothing', async () => {
    await fillTyped(connection, 'stated', [
      { name: '在建项目', value: '66', parts: '37+9' }, { name: '在建项目', value: '66', parts: '40+26+8' }, { name: '无欠薪比例', value: '98.5%', parts: '65/66' },
      { name: '某镇未拨付占比', value: '超过10%', parts: '6/55' }, { name: '某局未拨付占比', value: '超过10%', parts: '5/55' }, { name: '群体性占比', value: '42.86%', parts: '18/42' },
      { name: '未支付工资', value: '0.81亿元', scope: '截至11月20日' }, { name: '追缴补发', value: '9652万元', scope: '本年' }, { name: '评价', value: '良好' },
    ]);
    const summary = await runChecks(connection, { asOf: AS_OF, rules, accepted: new Set(), indicatorValue: (id) => (id === 'no_arrears_rate' ? { n: 64, d: 66 } : null) });
    expect(await found()).toEqual(['stated_claim 1', 'stated_data 1', 'stated_parts 2', 'stated_scope 1', 'stated_unreadable 1']);
    expect(summary.blocking).toEqual([]);
    expect(await select(connection, `SELECT count, severity, rows, detail FROM checks WHERE check_id = 'stated_parts'`)).toEqual([{
      count: 2, severity: '提示', rows: '5,6', detail: '37 + 9 = 46 ≠ 66，差 20 未填。40 + 26 + 8 = 74 ≠ 66；去掉 8 即相符：26 中可能已含 8，重复计算。核对各分项是否有未填或重复计算，改正上报口径',
    }]);
  });
});

describe('table checks', () => {
  const issue = (check: string, row: number, value: string) => `INSERT INTO issues VALUES ('${check}', 1, ${row}, 'projects', 'note', '${value}', '含身份证号')`;
  beforeEach(async () => {
    await connection.run(ISSUES_DDL);
    await connection.run(SOURCES_DDL);
    await connection.run(`INSERT INTO sources VALUES (1, '台账.xlsx', 'x', '项目', 'projects', 80)`);
  });

  it('names file, sheet and at most 50 rows, and no value', async () => {
    for (let row = 60; row > 0; row--) await connection.run(issue('personal_data', row, '110101199001011237'));
    const summary = await run();
    const [row] = await select(connection, `SELECT * FROM checks WHERE check_id = 'personal_data'`);
    expect(row).toEqual({
      check_id: 'personal_data', name: '含身份证号、手机号或银行卡号', severity: '阻断', count: 60, source: '台账.xlsx', sheet: '项目', rows: Array.from({ length: 50 }, (_, i) => i + 1).join(','),
      detail: '项目台账·备注。从台账中删去个人号码，或加 --mask 以掩码发布', accepted: false,
    });
    expect(JSON.stringify(await select(connection, 'SELECT * FROM checks'))).not.toContain('110101');
    expect(summary.blocking.map((c) => [c.id, c.count])).toEqual([['personal_data', 60]]);
  });

  it('marks what was accepted', async () => {
    await connection.run(issue('value_unreadable', 7, '约三百'));
    await connection.run(issue('column_unmapped', 7, 'x'));
    const summary = await run({ accepted: ['value_unreadable', 'personal_data'] });
    expect(summary.blocking).toEqual([]);
    expect(summary.accepted.map((c) => c.id)).toEqual(['value_unreadable']);
    expect(summary.notices.map((c) => c.id)).toEqual(['column_unmapped', 'calendar_unpublished']);
    expect(await select(connection, 'SELECT check_id FROM checks WHERE accepted')).toEqual([{ check_id: 'value_unreadable' }]);
  });

  it('has a row for every check, and says which could not be made', async () => {
    await run();
    const rows = await select(connection, 'SELECT check_id, detail FROM checks WHERE count = 0');
    expect(rows).toHaveLength(CHECKS.length - 1);
    expect(rows.find((r) => r['check_id'] === 'wages_over_due')?.['detail']).toBe('未检：工资支付未导入');
    expect(rows.find((r) => r['check_id'] === 'cell_error')?.['detail']).toBeNull();
    expect(await select(connection, `SELECT detail FROM checks WHERE check_id = 'calendar_unpublished'`)).toEqual([{ detail: '2027年假期未公布。国务院办公厅公布后更新规则文件的日历；在此之前该年只按周末计算工作日' }]);
  });

  it('names only what is missing of what a check needs', async () => {
    const reason = async () => (await select(connection, `SELECT detail FROM checks WHERE check_id = 'closed_without_date'`))[0]?.['detail'];
    await run();
    expect(await reason()).toBe('未检：上期快照、项目台账未导入');
    await fillTyped(connection, 'projects', [PROJECT]);
    await run();
    expect(await reason()).toBe('未检：上期快照未导入');
  });

  it('counts the columns of one sheet together: a check is listed once per sheet', async () => {
    await connection.run(SOURCES_DDL);
    await connection.run(`INSERT INTO sources VALUES (8, '台账.xlsx', 'h', '八个100%', 'compliance', 3), (9, '台账.xlsx', 'h', '八个100%', 'compliance', 3), (10, '台账.xlsx', 'h', '其他', 'projects', 3)`);
    for (const [src, row] of [[8, 4], [9, 4], [9, 5], [10, 2]]) await connection.run(`INSERT INTO issues VALUES ('value_unreadable', ${src}, ${row}, 'compliance', 'done', 'x', 'y')`);
    await run();
    expect(await select(connection, `SELECT count, sheet, "rows" FROM checks WHERE check_id = 'value_unreadable'`)).toEqual([{ count: 3, sheet: '八个100%', rows: '4,5' }, { count: 1, sheet: '其他', rows: '2' }]);
  });

  it('does not grow when run twice, and keeps what the reader found', async () => {
    await connection.run(issue('cell_error', 7, '#N/A'));
    await fillTyped(connection, 'projects', [{ ...PROJECT, progress_pct: 101 }]);
    await run();
    await run();
    expect(await found()).toEqual(['cell_error 1', 'percent_out_of_range 1']);
  });

  it('problems of the rules file block', async () => {
    expect((await run({ ruleProblems: ['规则文件有未知的键 x，已忽略'] })).blocking.map((c) => c.id)).toEqual(['rules_problem']);
  });

  it('an unregistered check is a programming error', async () => {
    await connection.run(issue('no_such_check', 1, 'x'));
    await expect(run()).rejects.toThrow('检查登记表中没有 no_such_check');
    expect(() => checkOf('nothing')).toThrow('nothing');
  });
});

it('the registry has each id once, with a name and how to mend', () => {
  expect(new Set(CHECKS.map((c) => c.id)).size).toBe(CHECKS.length);
  expect(CHECKS.filter((c) => c.name === '' || c.mend === '' || !/^[a-z_]+$/.test(c.id))).toEqual([]);
});
