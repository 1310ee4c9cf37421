import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByHand, openLedger, sheetByHand } from './by-hand.ts';
import { conservation } from './conservation.ts';
import { select } from './select.ts';
import { setAsideRows } from './set-aside-rows.ts';
import { stageTables } from './stage.ts';
import { typeTables } from './type.ts';

const AS = [null, 'project_id', 'name', 'place_code', 'contract_amount', 'workers', 'start_on', 'note'];
const HEADER = ['序号', '项目编号', '项目名称', '属地', '合同造价', '用工人数', '开工日期', '备注'];

/** Which rows below the header are set aside, as `row kind`. */
async function setAside(rows: ByHand['rows'], more: Partial<ByHand> = {}): Promise<string[]> {
  const connection = await openLedger();
  await stageTables(connection, [await sheetByHand(connection, { rows: [HEADER, ...rows], as: AS, ...more })]);
  return (await select<{ text: string }>(connection, `SELECT "row" || ' ' || kind AS text FROM set_aside ORDER BY "row"`)).map((r) => r.text);
}

const P1 = ['1', 'P001', '安置房', '太平镇', '100', '5', '2026-01-01', ''];

describe('rows that are not data', () => {
  test.each<[string, (string | null)[], string | null]>([
    ['小计', [null, null, '小计', null, '100', '5'], 'total'],
    ['合 计 in the counter column', ['合 计', null, null, null, '100', '5'], 'total'],
    ['总计 with the number of projects', ['总计', null, '66个', null, '100', '5'], 'total'],
    ['total beside a filled-down place', [null, null, '小计：', '太平镇', '100', '5'], 'total'],
    ['太平镇小计 in the id column', [null, '太平镇小计', null, null, '100', '5'], 'total'],
    ['本页合计（万元）', [null, '本页合计（万元）', '/', '/', '100', '5'], 'total'],
    ['a project called 合计大厦', ['2', 'P002', '合计大厦', '太平镇', '100', '5'], null],
    ['a project called 合计, with its number', ['2', 'P003', '合计', '太平镇', '100', '5', '2026-01-01', 'x'], null],
    ['a project of an institute of statistics', ['2', 'P004', '统计局办公楼', null, null, null], null],
    ['a project without number', ['2', null, '学校', '太平镇', '100', '5'], null],
    ['a note', ['注：金额含税'], 'note'],
    ['a note in the id column', [null, '备注：以上数据截至 11 月 20 日'], 'note'],
    ['a numbered note', [null, '说明1、本表按周报送'], 'note'],
    ['signatures', ['填表人：张三', null, null, '审核人：李四', null, '单位负责人（签字）：'], 'note'],
    ['signatures, label and name in cells of their own', ['', '填表人：', '张三', '审核人：', '李四'], 'note'],
    ['a heading inside the table', [null, '一、政府投资项目'], 'note'],
    ['a part of a total', [null, '其中：严重', null, null, '50', '2'], 'note'],
    ['the only cell of a row without keys', [null, null, null, null, null, null, null, '打印日期 2026-11-20'], 'note'],
    ['page number', ['第2页'], 'note'],
    ['the header again', HEADER, 'header'],
    ['the header again, in part and spaced', [null, '项目 编号', '项目名称', '属地'], 'header'],
    ['a row with nothing but an id', [null, 'P005'], null],
    ['a company whose name begins like a note', ['2', 'P006', '单位宿舍楼', '太平镇', '100', '5'], null],
    ['white space only', ['　', ' ', '\u200b', '\n'], null],
  ])('%s', async (_what, row, kind) => {
    expect(await setAside([P1, row])).toEqual(kind === null ? [] : [`3 ${kind}`]);
  });

  test('without an id column the label may stand to the left of a name cell that is filled', async () => {
    const sheet = { as: [null, 'place_code', 'name', 'contract_amount'], rows: [['序号', '属地', '名称', '造价'], ['1', '太平镇', '学校', '5'], ['合计', null, '1个', '5'], ['单位负责人：', null, '李四', null], ['2', '太平镇', '第一中学', '6']] };
    expect(await setAside([], sheet)).toEqual(['3 total', '4 note']);
  });

  test('rows the planner names are headers, whatever they hold', async () => {
    expect(await setAside([P1, ['x', 'P9', '名', '镇']], { repeatedHeaders: [3] })).toEqual(['3 header']);
  });

  test('上报口径 lists totals, so none is taken out', async () => {
    expect(await setAside([['合计', '66', '40+18+8']], { table: 'stated', as: ['name', 'value', 'parts'], rows: [['名称', '数值', '构成'], ['合计', '66', '40+18+8']] })).toEqual([]);
  });
});

test('every row set aside is listed with its sheet, row, kind and first words; personal numbers are masked, and of too many the rest is counted', async () => {
  const connection = await openLedger();
  const rows = [HEADER, P1, ['小计', null, '1个', null, '100', '5'], ['　'], [' '], ['注：联系人 13812345678'], ['合计', null, '1个', null, '100', '5'], HEADER, ['\u200b']];
  await stageTables(connection, [await sheetByHand(connection, { rows, as: AS })]);
  // White space alone is not even looked at by a reader of cells; here it stands for the blank rows of a sheet.
  await connection.run(`INSERT INTO blank_rows SELECT 1, "row" FROM (VALUES (4), (5), (9)) v("row") WHERE "row" NOT IN (SELECT "row" FROM blank_rows)`);
  const listed = await setAsideRows(connection);
  expect(listed.map((r) => [r.sheet, r.row, r.kind, r.text])).toEqual([
    ['Sheet1', '3', '合计', '小计 1个 100 5'], ['Sheet1', '4–5', '空行', ''], ['Sheet1', '6', '说明', '注:联系人138******78'], ['Sheet1', '7', '合计', '合计 1个 100 5'],
    ['Sheet1', '8', '表头', HEADER.join(' ')], ['Sheet1', '9', '空行', ''],
  ]);
  expect((await setAsideRows(connection, 1)).filter((r) => r.row === '').map((r) => [r.kind, r.why])).toEqual([['合计', '另有 1 行未列出'], ['空行', '另有 1 行未列出']]);
});

test('remarks and unmapped columns become issues, under the column the catalogue knows', async () => {
  const connection = await openLedger();
  const plan = await sheetByHand(connection, {
    rows: [[...HEADER, '验收情况'], [...P1, '合格']], as: [...AS, null],
    remarks: [{ check: 'cell_error', row: 2, column: 5, value: '#REF!', reason: '公式出错' }, { check: 'hidden_sheet', row: 0, column: 0, value: 'S', reason: '隐藏' }],
  });
  expect(await stageTables(connection, [plan, { ...plan, src: 2, table: null, columns: [], unmapped: [], remarks: [] }])).toEqual(['projects']);
  expect(await select(connection, 'SELECT check_id, "row", column_name, value FROM issues ORDER BY check_id')).toEqual([
    { check_id: 'cell_error', row: 2, column_name: 'contract_amount', value: '#REF!' },
    { check_id: 'column_unmapped', row: 1, column_name: 'c9', value: '验收情况' },
    { check_id: 'hidden_sheet', row: null, column_name: null, value: 'S' },
  ]);
  expect(await select(connection, 'SELECT src, table_name FROM sources ORDER BY src')).toEqual([{ src: 1, table_name: 'projects' }, { src: 2, table_name: null }]);
});

test('several sheets of one table are one table, columns a sheet lacks are NULL', async () => {
  const connection = await openLedger();
  const one = await sheetByHand(connection, { rows: [HEADER, P1], as: AS });
  const two = await sheetByHand(connection, { src: 2, rows: [['名称', '编号'], ['学校', 'P2']], as: ['name', 'project_id'] });
  await stageTables(connection, [one, two]);
  expect(await select(connection, 'SELECT src, "row", project_id, name, workers FROM staged_projects ORDER BY src')).toEqual([
    { src: 1, row: 2, project_id: 'P001', name: '安置房', workers: '5' }, { src: 2, row: 2, project_id: 'P2', name: '学校', workers: null },
  ]);
});

test('no row is lost or doubled, however messy the sheet', async () => {
  const cell = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom('', ' ', '　', '合计', '小计', '注：x', 'P001', 'p００１', '/', '太平镇', '12', '12.5', '2026-11-03', '项目编号', "x'); --", '\u200b'), fc.string({ maxLength: 6 }));
  const rows = fc.array(fc.array(cell, { minLength: 0, maxLength: 8 }), { maxLength: 25 });
  await fc.assert(fc.asyncProperty(rows, rows, async (one, two) => {
    const connection = await openLedger();
    const clean = (r: (string | null)[][]): (string | null)[][] => r.map((row) => row.map((c) => c?.replaceAll('\0', '') ?? null));
    const plans = [await sheetByHand(connection, { rows: [HEADER, ...clean(one)], as: AS }), await sheetByHand(connection, { src: 2, rows: [['题'], HEADER, ...clean(two)], as: [null, null, ...AS.slice(2)], headerRow: 2 })];
    await stageTables(connection, plans);
    await typeTables(connection, plans, { asOf: '2026-11-20' });
    for (const count of await conservation(connection)) {
      expect(count.rows).toBe(count.setAside + count.staged);
      expect(count.staged).toBe(count.typed + count.quarantined);
    }
    connection.closeSync();
  }), { numRuns: 12 });
}, 60_000);
