import type { DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { type ByHand, openLedger, sheetByHand } from './by-hand.ts';
import { select } from './select.ts';
import { stageTables } from './stage.ts';
import { type TypeOptions, typeTables } from './type.ts';

const OPTIONS: TypeOptions = { asOf: '2026-11-20' };

/** Stages and types sheets; the first row of each is its header. */
async function read(sheets: readonly ByHand[], options: TypeOptions = OPTIONS): Promise<{ connection: DuckDBConnection; tables: string[] }> {
  const connection = await openLedger();
  const plans = [];
  for (const [i, sheet] of sheets.entries()) plans.push(await sheetByHand(connection, { src: i + 1, ...sheet }));
  await stageTables(connection, plans);
  return { connection, tables: await typeTables(connection, plans, options) };
}

const issues = (connection: DuckDBConnection, check: string): Promise<{ row: number | null; column: string; value: string | null; reason: string }[]> =>
  select(connection, `SELECT "row", column_name AS "column", value, reason FROM issues WHERE check_id = '${check}' ORDER BY src, "row", column_name`);

const P = ['project_id', 'name', 'place_code', 'contract_amount', 'start_on', 'supervised'];
const HEADER = ['编号', '名称', '属地', '造价', '开工', '督办'];

describe('cells that cannot be read', () => {
  test('are unknown, with the reason; forms of “not known” are no problem', async () => {
    const { connection } = await read([{ rows: [HEADER, ['P1', 'A', '太平镇', '一百', '26-1-3', '部分'], ['P2', 'B', '太平镇', '/', '不详', ''], ['P3', 'C', '太平镇', '5', '2026-02-30', '无']], as: P }]);
    expect(await issues(connection, 'value_unreadable')).toEqual([
      { row: 2, column: 'contract_amount', value: '一百', reason: '不是金额，应为数字，可带“元”“万元”“亿元”' },
      { row: 2, column: 'start_on', value: '26-1-3', reason: '年份只有两位，请写四位年份' },
      { row: 2, column: 'supervised', value: '部分', reason: '应填“是”或“否”' },
      { row: 4, column: 'start_on', value: '2026-02-30', reason: '日历上没有这一天，或年份超出合理范围' },
    ]);
    expect(await select(connection, 'SELECT project_id, contract_amount, supervised FROM typed_projects ORDER BY 1')).toEqual([
      { project_id: 'P1', contract_amount: null, supervised: null }, { project_id: 'P2', contract_amount: null, supervised: null }, { project_id: 'P3', contract_amount: 5, supervised: false },
    ]);
  });

  test('types are the catalogue’s, columns no sheet holds are NULL', async () => {
    const { connection } = await read([{ rows: [HEADER, ['P1', 'A', '太平镇', '5', '2026-01-01', '是']], as: P }]);
    const types = await select<{ t: string }>(connection, `SELECT DISTINCT typeof(contract_amount) || typeof(start_on) || typeof(lon) || typeof(workers) || typeof(note) || typeof(place_code) AS t FROM typed_projects`);
    expect(types).toEqual([{ t: 'DECIMAL(18,2)DATEDOUBLEINTEGERVARCHARVARCHAR' }]);
  });
});

describe('amounts', () => {
  test('each sheet has its own unit', async () => {
    const { connection } = await read([
      { rows: [HEADER, ['P1', 'A', '太平镇', '1.5']], as: [...P.slice(0, 3), 'contract_amount*10000'] }, { rows: [HEADER, ['P2', 'B', '太平镇', '1.5']], as: P.slice(0, 4) },
      { rows: [HEADER, ['P3', 'C', '太平镇', '1.5']], as: [...P.slice(0, 3), 'contract_amount*100000000'] },
    ]);
    expect((await select<{ a: number }>(connection, 'SELECT contract_amount AS a FROM typed_projects ORDER BY project_id')).map((r) => r.a)).toEqual([15_000, 1.5, 150_000_000]);
  });

  test('more than two decimals of 元 are rounded half up, and said unless it is noise', async () => {
    const { connection } = await read([{ rows: [HEADER, ['P1', 'A', '太平镇', '1.005'], ['P2', 'B', '太平镇', '1,234.5678'], ['P3', 'C', '太平镇', '0.30000000000000004'], ['P4', 'D', '太平镇', '1.500'], ['P5', 'E', '太平镇', '1.23456789万']], as: P.slice(0, 4) }]);
    expect((await select<{ a: number }>(connection, 'SELECT contract_amount AS a FROM typed_projects ORDER BY project_id')).map((r) => r.a)).toEqual([1.01, 1234.57, 0.3, 1.5, 12_345.68]);
    expect((await issues(connection, 'value_rounded')).map((i) => [i.row, i.reason])).toEqual([
      [2, '不足一分的部分四舍五入为 1.01 元'], [3, '不足一分的部分四舍五入为 1234.57 元'], [6, '不足一分的部分四舍五入为 12345.68 元'],
    ]);
  });

  test('percent columns that only hold fractions are fractions', async () => {
    const as = ['project_id', 'name', 'progress_pct'];
    const { connection } = await read([{ rows: [['编号', '名称', '进度'], ['P1', 'A', '0.54'], ['P2', 'B', '1'], ['P3', 'C', '30%']], as }, { rows: [['编号', '名称', '进度'], ['P4', 'D', '0.54'], ['P5', 'E', '80']], as }]);
    expect((await select<{ p: number }>(connection, 'SELECT progress_pct AS p FROM typed_projects ORDER BY project_id')).map((r) => r.p)).toEqual([54, 100, 30, 0.54, 80]);
    expect(await issues(connection, 'percent_as_fraction')).toHaveLength(1);
  });
});

describe('rows that cannot be used', () => {
  test('without a required value they go to quarantine, whole', async () => {
    const { connection } = await read([{ rows: [HEADER, ['', '无编号', '太平镇', '1,000'], ['P2', '不详', '太平镇', 'x'], ['P3', 'C', '太平镇', '1']], as: P }]);
    expect(await select(connection, 'SELECT "row", quarantine_reason AS reason, name, contract_amount FROM quarantine_projects ORDER BY "row"')).toEqual([
      { row: 2, reason: '缺少“项目编号”', name: '无编号', contract_amount: '1,000' }, { row: 3, reason: '缺少“项目名称”', name: '不详', contract_amount: 'x' },
    ]);
    expect((await issues(connection, 'required_missing')).map((i) => [i.row, i.column])).toEqual([[2, 'project_id'], [3, 'name']]);
  });

  test('a required cell that could not be read says what it holds', async () => {
    const { connection } = await read([{ table: 'cases', rows: [['编号', '受理日期'], ['C1', '去年']], as: ['case_id', 'received_on'] }]);
    expect(await select(connection, 'SELECT quarantine_reason AS reason FROM quarantine_cases')).toEqual([{ reason: '“受理日期”填的“去年”不能用' }]);
  });

  test('of one id the first row stays; ids that differ in width, space and case are one', async () => {
    const { connection } = await read([
      { rows: [HEADER, ['p001', 'A', '太平镇', '1'], ['P002', 'B', '太平镇', '1'], ['Ｐ００１ ', '甲', '太平镇', '1'], ['P002', 'B', '太平镇', '1']], as: P.slice(0, 4) }, { rows: [HEADER, ['P 001', 'Z', '太平镇', '1']], as: P.slice(0, 4) },
    ]);
    expect(await select(connection, 'SELECT project_id, name FROM typed_projects ORDER BY 1')).toEqual([{ project_id: 'P001', name: 'A' }, { project_id: 'P002', name: 'B' }]);
    expect((await issues(connection, 'duplicate_id')).map((i) => i.reason)).toEqual([
      '编号与第1份.xlsx“Sheet1”第 2 行重复（项目编号 P001），内容不同，只保留先出现的一行', '编号与第1份.xlsx“Sheet1”第 2 行重复（项目编号 P001），内容不同，只保留先出现的一行',
    ]);
    expect((await issues(connection, 'duplicate_row')).map((i) => [i.row, i.reason])).toEqual([[5, '与第1份.xlsx“Sheet1”第 3 行完全相同，只保留先出现的一行']]);
  });

  test('a key of two columns', async () => {
    const { connection } = await read([
      { rows: [HEADER.slice(0, 2), ['P1', 'A']], as: P.slice(0, 2) },
      { table: 'payroll', rows: [['项目', '月份', '应发'], ['P1', '2026年10月', '1'], ['P1', '2026-10', '2'], ['P1', '2026-11', '3'], ['P9', '2026-11', '3']], as: ['project_id', 'month', 'wages_due'] },
    ]);
    expect(await select(connection, 'SELECT month::VARCHAR AS m, wages_due AS w FROM typed_payroll ORDER BY 1')).toEqual([{ m: '2026-10-01', w: 1 }, { m: '2026-11-01', w: 3 }]);
    expect((await select<{ r: string }>(connection, 'SELECT quarantine_reason AS r FROM quarantine_payroll ORDER BY "row"')).map((r) => r.r)).toEqual([
      '主键与第1份.xlsx“Sheet1”第 2 行重复（项目编号 P1、工资月份 2026-10-01），内容不同，只保留先出现的一行'.replace('第1份', '第2份'), '“项目编号”填的“P9”不能用',
    ]);
    expect((await issues(connection, 'unknown_project')).map((i) => [i.value, i.reason])).toEqual([['P9', '项目台账里没有这个项目']]);
  });
});

describe('ids that no column gives', () => {
  const as = ['name', 'place_code', 'owner_unit', 'contract_amount'];
  const header = ['名称', '属地', '业主', '造价'];
  const ids = async (rows: ByHand['rows']): Promise<string[]> => {
    const { connection } = await read([{ rows: [header, ...rows], as }]);
    return (await select<{ id: string }>(connection, 'SELECT project_id AS id FROM typed_projects ORDER BY "row"')).map((r) => r.id);
  };

  test('stay the same however name, place and owner are spelt and whatever else changes', async () => {
    const [a, b] = [await ids([['安置房（二期）', '太平镇', '城投公司', '1']]), await ids([['学校', '太平镇', 'x', '1'], ['安置房(二期) ', '太平镇人民政府', '城投 公司', '99']])];
    expect(a[0]).toMatch(/^P[0-9A-F]{12}$/);
    expect(b[1]).toBe(a[0]);
    expect(b[0]).not.toBe(a[0]);
  });

  test('are told, and are found by name from other tables', async () => {
    const { connection } = await read([{ rows: [header, ['安置房', '太平镇', '城投', '1']], as }, { table: 'payroll', rows: [['项目', '月份'], ['安置 房', '2026-10']], as: ['project_id', 'month'] }, { table: 'payments', rows: [['项目', '金额'], ['安置房', '5'], ['安置房', '6'], ['安置房', '6']], as: ['project_id', 'amount'] }]);
    expect(await select(connection, 'SELECT count(*) AS n FROM typed_payroll JOIN typed_projects USING (project_id)')).toEqual([{ n: 1 }]);
    expect(await select(connection, `SELECT count(*) AS n, bool_and(payment_id SIMILAR TO 'F[0-9A-F]{12}') AS ok FROM typed_payments`)).toEqual([{ n: 2, ok: true }]);
    expect((await issues(connection, 'id_derived')).map((i) => i.column)).toEqual(['project_id', 'payment_id']);
    expect(await issues(connection, 'duplicate_row')).toHaveLength(1);
  });
});

describe('references', () => {
  const places: ByHand = { table: 'places', rows: [['编码', '名称'], ['420922100000', '太平镇'], ['420922101', '城关镇']], as: ['place_code', 'name'] };
  const departments: ByHand = { table: 'departments', rows: [['编码', '名称', '简称'], ['D1', '住房和城乡建设局', '住建局']], as: ['dept_code', 'name', 'short_name'] };
  const codes = async (connection: DuckDBConnection): Promise<unknown[]> => (await select<{ c: string | null }>(connection, 'SELECT place_code AS c FROM typed_projects ORDER BY "row"')).map((r) => r.c);

  test('are found by code, name, short name and office; unknown ones are NULL and said', async () => {
    const { connection, tables } = await read([{ rows: [HEADER, ['P1', 'A', '太平镇人民政府'], ['P2', 'B', '420922101'], ['P3', 'C', '新平镇'], ['P4', 'D', '/'], ['P5', 'E', null]], as: P.slice(0, 3) }, places, departments]);
    expect(tables).toEqual(['places', 'departments', 'projects']);
    expect(await codes(connection)).toEqual(['420922100', '420922101', null, null, null]);
    expect(await issues(connection, 'unknown_place')).toEqual([{ row: 4, column: 'place_code', value: '新平镇', reason: '属地名册里没有这个属地' }]);
    expect(await issues(connection, 'places_created')).toEqual([]);
  });

  test('without a list in the ledger one is made, after what is known', async () => {
    const rows = [HEADER, ['P1', 'A', '新平镇'], ['P2', 'B', '太平'], ['P3', 'C', '太平镇人民政府']];
    const { connection } = await read([{ rows, as: P.slice(0, 3) }], { ...OPTIONS, known: { places: [{ place_code: '420922100', name: '太平镇', kind: '镇', head: '张三', aliases: ['老太平'] }] } });
    expect(await codes(connection)).toEqual(['X001', '420922100', '420922100']);
    expect(await select(connection, 'SELECT place_code, name, kind, sort, head FROM typed_places ORDER BY sort')).toEqual([
      { place_code: '420922100', name: '太平镇', kind: '镇', sort: 1, head: '张三' }, { place_code: 'X001', name: '新平镇', kind: '镇', sort: 2, head: null },
    ]);
    expect((await issues(connection, 'places_created')).map((i) => i.value)).toEqual(['新平镇']);
  });

  test('where no cell names one place, there is no list and nothing stays as written', async () => {
    const { connection, tables } = await read([{ rows: [HEADER, ['P1', 'A', '甲镇、乙镇']], as: P.slice(0, 3) }]);
    expect([tables, await codes(connection)]).toEqual([['projects'], [null]]);
    expect(await issues(connection, 'unknown_place')).toHaveLength(1);
  });

  test('报送单位 is a place or a department by its 单位类型', async () => {
    const { connection } = await read([{ rows: [HEADER, ['P1', 'A', '太平镇']], as: P.slice(0, 3) }, places, departments, {
      table: 'returns', rows: [['类型', '单位', '表', '周报', '期'], ['乡镇', '太平', '项目台账', '周报', '1'], ['主管部门', '住建局', '项目台账', '周报', '1'], ['部门', '教育局', '项目台账', '周报', '1']], as: ['axis', 'unit_code', 'table_name', 'kind', 'period'],
    }]);
    expect(await select(connection, 'SELECT axis, unit_code FROM typed_returns ORDER BY "row"')).toEqual([{ axis: '属地', unit_code: '420922100' }, { axis: '主管部门', unit_code: 'D1' }]);
    expect((await issues(connection, 'unknown_department')).map((i) => i.value)).toEqual(['教育局']);
  });

  test('two projects of one name need the number; cases are found by theirs', async () => {
    const { connection } = await read([
      { rows: [HEADER, ['P1', '学校', '太平镇'], ['P2', '学校', '城关镇'], ['P3', '医院', '城关镇']], as: P.slice(0, 3) }, places,
      { table: 'cases', rows: [['编号', '项目', '日期'], ['c1', '学校', '2026-01-01'], ['C2', '医院', '2026-01-01'], ['C3', 'ｐ1', '2026-01-01'], ['C4', '不详', '2026-01-01']], as: ['case_id', 'project_id', 'received_on'] },
      { table: 'actions', rows: [['编号', '线索'], ['A1', 'C1'], ['A2', 'C9']], as: ['action_id', 'case_id'] },
    ]);
    expect((await select<{ p: string }>(connection, 'SELECT project_id AS p FROM typed_cases ORDER BY case_id')).map((r) => r.p)).toEqual([null, 'P3', 'P1', null]);
    expect((await issues(connection, 'unknown_project')).map((i) => [i.value, i.reason])).toEqual([['学校', '有 2 个同名项目，请改填项目编号']]);
    expect((await select<{ c: string }>(connection, 'SELECT case_id AS c FROM typed_actions ORDER BY action_id')).map((r) => r.c)).toEqual(['C1', null]);
    expect(await issues(connection, 'unknown_case')).toHaveLength(1);
  });
});

test('hostile cells pass through unharmed', async () => {
  const names = ["'); DROP TABLE issues; --", '<img src=x onerror=alert(1)>', '👨‍👩‍👧 之家', 'مرحبا بالعالم', '"; SELECT 1', '=cmd|calc', "O'Brien"];
  const { connection } = await read([{ rows: [HEADER, ...names.map((n, i) => [`P${i}`, n, n])], as: P.slice(0, 3) }]);
  expect((await select<{ name: string }>(connection, 'SELECT name FROM typed_projects ORDER BY "row"')).map((r) => r.name)).toEqual(names);
  expect((await select<{ name: string }>(connection, 'SELECT name FROM typed_places ORDER BY sort')).map((r) => r.name)).toEqual(names.filter((n) => !n.includes(';')));
});
