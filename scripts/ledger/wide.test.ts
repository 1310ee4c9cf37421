import type { CellValue } from 'hucre';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COMPLIANCE_ITEMS, type ComplianceItem, EIGHT } from '../../src/model/compliance.ts';
import { conservation } from './conservation.ts';
import { createMacros } from './macros.ts';
import { planSheets } from './plan.ts';
import { select } from './select.ts';
import { stageTables } from './stage.ts';
import { Bench } from './testing.ts';
import { typeTables } from './type.ts';
import { mergeRepeats, unfoldWide } from './unfold.ts';
import { itemOf } from './wide-header.ts';

type Grid = CellValue[][];
const PROJECTS: Grid = [['项目编号', '项目名称'], ['P1', '学校'], ['P2', '医院'], ['P3', '公路']];

/** Reads a workbook of these sheets as importLedger does. */
async function read(bench: Bench, sheets: Readonly<Record<string, Grid>>, more: Partial<Parameters<Bench['book']>[1][number]> = {}) {
  await createMacros(bench.connection);
  const path = await bench.book('台账.xlsx', Object.entries(sheets).map(([name, rows]) => ({ name, rows, ...(name === '项目' ? {} : more) })));
  const plans = await planSheets(bench.connection, await bench.read(path));
  const unfolded = await unfoldWide(bench.connection, plans);
  await stageTables(bench.connection, unfolded);
  await typeTables(bench.connection, unfolded, { asOf: '2026-11-20' });
  await mergeRepeats(bench.connection);
  return { plans, counts: await conservation(bench.connection) };
}
const typed = (bench: Bench) => select<{ text: string }>(bench.connection, `SELECT concat_ws(' ', project_id, item, done || '/' || total) AS text FROM typed_compliance ORDER BY "row", item`).then((rows) => rows.map((r) => r.text));
const issues = (bench: Bench) => select<{ text: string }>(bench.connection, `SELECT concat_ws(' ', i.check_id, s.sheet, i."row", c.header, i.value, i.reason) AS text FROM issues i LEFT JOIN sources s ON s.src = i.src
  LEFT JOIN source_columns c ON c.src = i.src AND c.column_name = i.column_name WHERE i.check_id <> 'column_unmapped' ORDER BY i.src, i."row"`).then((rows) => rows.map((r) => r.text));

describe('itemOf', () => {
  test.each<[string, ComplianceItem | null]>([
    ['劳动合同签订', '劳动合同签订'], ['1.劳动合同签订率', '劳动合同签订'], ['①劳动合同签订100%', '劳动合同签订'], ['劳动合同签订（是/否）', '劳动合同签订'], ['是否签订劳动合同', '劳动合同签订'],
    ['实名制考勤覆盖率', '实名制考勤'], ['是否落实实名制', '实名制考勤'], ['实名制管理制度落实情况', '实名制考勤'], ['实名制更新率', '实名制更新'], ['保证金', '工资保证金'], ['是否缴纳保证金', '工资保证金'], ['专户', '工资专用账户'],
    ['是否开设专户', '工资专用账户'], ['维权信息\n告示牌', '维权告示牌'], ['二、银行代发工资', '银行代发'], ['总包代发制度', '总包代发'], ['工程款支付担保制度', '工程款支付担保'],
    ['专户银行', null], ['保证金形式', null], ['项目名称', null], ['100%', null], ['率', null], ['', null],
  ])('%s → %s', (text, item) => {
    expect(itemOf(text)?.item ?? null).toBe(item);
  });
  it('knows every item and alias of the catalogue as itself', () => {
    for (const [item, aliases] of Object.entries(COMPLIANCE_ITEMS)) expect([item, ...aliases].map((name) => [name, itemOf(name)?.item])).toEqual([item, ...aliases].map((name) => [name, item]));
  });
});

describe('a cell of an item', () => {
  const listed = (n: number): Grid => [['项目编号', '项目名称'], ...Array.from({ length: n }, (_, i) => [`P${i}`, `${i}号楼`])];
  const column = (cells: readonly CellValue[]): Grid => [['项目编号', '劳动合同签订率', '实名制', '工伤保险'], ...cells.map((cell, i) => [`P${i}`, cell, '√', null])];

  it('says done and due, or nothing', async () => {
    const cases: [CellValue, string | null][] = [
      ['√', '1/1'], ['×', '0/1'], ['是', '1/1'], ['否', '0/1'], ['有', '1/1'], ['无', '0/1'], ['已签订', '1/1'], ['未办理', '0/1'], [true, '1/1'], [1, '1/1'], [0, '0/1'],
      ['12/15', '12/15'], ['１２／１５', '12/15'], ['12人/15人', '12/15'], ['12 / 15', '12/15'], ['1,200/1,500', '1200/1500'], ['80%（12/15）', '12/15'], ['12/15(80.0%)', '12/15'], ['66.67%(2/3)', '2/3'], ['0/0', '0/0'],
      [null, null], ['/', null], ['-', null], ['——', null], ['不详', null], ['　', null], ['不适用', null], ['不涉及', null],
    ];
    await using bench = await Bench.open();
    const { counts } = await read(bench, { 项目: listed(cases.length), 制度落实: column(cases.map(([cell]) => cell)) });
    const says = new Map((await select<{ id: string; text: string }>(bench.connection, `SELECT project_id AS id, done || '/' || total AS text FROM typed_compliance WHERE item = '劳动合同签订'`)).map((r) => [r.id, r.text]));
    expect(cases.map(([cell], i) => [cell, says.get(`P${i}`) ?? null])).toEqual(cases);
    expect(await issues(bench)).toEqual([]);
    const blank = cases.filter(([, text]) => text === null).length;
    expect(counts.find((c) => c.unfolded)?.unfolded).toEqual({ projects: cases.length, items: 3, typed: 2 * cases.length - blank, quarantined: 0, blank: blank + cases.length });
  });

  it('that cannot be read is quarantined whole, with what to write instead', async () => {
    const cases: [CellValue, string][] = [
      ['80%', '只有百分比，没有落实数和应落实数'], ['100%', '只有百分比'], ['0.8', '只有百分比'], [12, '只有一个数，不知道应落实多少'], ['80%（10/15）', '写的百分比与分数不符'], ['5%(0/0)', '写的百分比与分数不符'],
      [new Date('2026-12-15T00:00:00Z'), '成了日期'], ['12月15日', '成了日期'], ['整改中', '应填“√”“×”'], ['减免', '应填“√”“×”'], ['12/', '应填“√”“×”'],
    ];
    await using bench = await Bench.open();
    const { counts } = await read(bench, { 项目: listed(cases.length), 八个100: column(cases.map(([cell]) => cell)) });
    expect(await select(bench.connection, `SELECT count(*) AS n FROM typed_compliance WHERE item <> '实名制考勤'`)).toEqual([{ n: 0 }]);
    expect(await issues(bench)).toEqual(cases.map(([, reason], i) => expect.stringMatching(new RegExp(`^value_unreadable 八个100 ${i + 2} 劳动合同签订率 .*${reason}`))));
    expect(await select(bench.connection, 'SELECT "row", project_id, item, quarantine_reason AS why FROM quarantine_compliance ORDER BY "row"'))
      .toEqual(cases.map(([, reason], i) => ({ row: i + 2, project_id: `P${i}`, item: '劳动合同签订', why: expect.stringContaining(reason) })));
    expect(counts.find((c) => c.unfolded)?.unfolded).toEqual({ projects: cases.length, items: 3, typed: cases.length, quarantined: cases.length, blank: cases.length });
  });
});

describe('a wide sheet', () => {
  const span = (row: number, from: number, to: number, last = row) => ({ startRow: row, startCol: from, endRow: last, endCol: to });
  it('is read as a county keeps it: title, header of two rows, other columns, totals, notes, blank rows', async () => {
    await using bench = await Bench.open();
    const rows: Grid = [
      ['XX县“八个100%”落实情况统计表', null, null, null, null, null, null],
      ['序号', '工程名称', '所属乡镇', '八个100%', null, null, '备注'],
      [null, null, null, '劳动合同签订率', '实名制考勤', '专户', null],
      [1, '学校', '太平镇', '12/15', '√', '×', '在办'], [2, '医院', '太平镇', '20/20', '√', '/', null], [null, null, null, null, null, null, null],
      ['合计', '2个', null, '32/35', 2, 0, null], ['注：数据截至11月20日', null, null, null, null, null, null],
    ];
    const { plans, counts } = await read(bench, { 项目: PROJECTS, Sheet2: rows }, { merges: [span(0, 0, 6), span(1, 3, 5), ...[0, 1, 2, 6].map((c) => span(1, c, c, 2))] });
    expect(plans[1]).toMatchObject({ table: 'compliance', headerRow: 3, unmapped: [{ header: '所属乡镇', cells: 2 }, { header: '备注', cells: 1 }] });
    expect(await typed(bench)).toEqual(['P1 劳动合同签订 12/15', 'P1 实名制考勤 1/1', 'P1 工资专用账户 0/1', 'P2 劳动合同签订 20/20', 'P2 实名制考勤 1/1']);
    expect(await issues(bench)).toEqual([]);
    expect(await select(bench.connection, `SELECT "row", kind FROM set_aside WHERE table_name = 'compliance'`)).toEqual([{ row: 7, kind: 'total' }, { row: 8, kind: 'note' }]);
    expect(counts.find((c) => c.unfolded)?.unfolded).toEqual({ projects: 2, items: 3, typed: 5, quarantined: 0, blank: 1 });
  });
  it('takes the number done and the number due from two columns under an item', async () => {
    await using bench = await Bench.open();
    const rows: Grid = [['项目编号', '劳动合同签订', null, null, '工伤保险', null, '银行代发'], [null, '应签人数', '已签人数', '签订率', '应参保', '已参保', '是否落实'], ['P1', 15, 12, '80%', 15, 15, '是'], ['P2', 8, null, null, null, null, null]];
    await read(bench, { 项目: PROJECTS, 制度: rows }, { merges: [span(0, 0, 0, 1), span(0, 1, 3), span(0, 4, 5)] });
    expect(await typed(bench)).toEqual(['P1 劳动合同签订 12/15', 'P1 工伤保险 15/15', 'P1 银行代发 1/1']);
    expect(await issues(bench)).toEqual([expect.stringMatching(/^value_unreadable 制度 4 劳动合同签订·已签人数 \/8 /)]);
  });
  it('names the row that is on two sheets, and a project that is on no list once', async () => {
    await using bench = await Bench.open();
    await read(bench, {
      项目: PROJECTS, 长表: [['项目编号', '制度项目', '落实数', '应落实数'], ['P1', '工伤保险', 1, 1]],
      横表: [['项目编号', '劳动合同签订', '实名制考勤', '工伤保险'], ['P1', '√', '√', '√'], ['P9', '√', '√', '√']],
    });
    expect(await typed(bench)).toEqual(['P1 劳动合同签订 1/1', 'P1 实名制考勤 1/1', 'P1 工伤保险 1/1']);
    const [unknown, missing, duplicate, ...rest] = await issues(bench);
    expect([unknown, missing].map((t) => t?.split(' ').slice(0, 4).join(' ')).sort()).toEqual(['required_missing 横表 3 项目编号', 'unknown_project 横表 3 项目编号']);
    expect([duplicate, rest]).toEqual([expect.stringMatching(/^duplicate_row 横表 2 .*与台账.xlsx“长表”第 2 行完全相同/), []]);
  });
  it('does not count a fraction merged over two projects twice', async () => {
    await using bench = await Bench.open();
    await read(bench, { 项目: PROJECTS, 横表: [['项目编号', '劳动合同签订', '实名制考勤', '工伤保险'], ['P1', '12/15', '√', '√'], ['P2', null, null, '√']] }, { merges: [span(1, 1, 1, 2), span(1, 2, 2, 2)] });
    expect(await typed(bench)).toEqual(['P1 劳动合同签订 12/15', 'P1 实名制考勤 1/1', 'P1 工伤保险 1/1', 'P2 实名制考勤 1/1', 'P2 工伤保险 1/1']);
    expect(await issues(bench)).toEqual([expect.stringMatching(/^merged_number 横表 2 /)]);
  });
  it('a project ledger with words of items stays one, also when it is the only sheet', async () => {
    await using bench = await Bench.open();
    const { plans } = await read(bench, { 项目: [['项目编号', '项目名称', '属地', '主管部门', '建设单位', '监理', '实名制', '专户', '保证金'], ['P1', '学校', '甲镇', '住建局', '业主', '监理', '√', '√', '5']], 只有: [['序号', '说明']] });
    expect(plans[0]?.table).toBe('projects');
    await using other = await Bench.open();
    expect((await read(other, { 项目: [['项目名称', '属地', '实名制', '专户', '银行代发', '总包代发'], ['学校', '甲镇', '√', '√', '√', '√']] })).plans[0]?.table).toBe('projects');
  });
});

it('a wide sheet gives what the long sheet of the same facts gives', async () => {
  const cell = fc.oneof(fc.constantFrom('√', '×', null), fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => `${Math.min(a, b)}/${Math.max(a, b)}`));
  const facts = fc.tuple(fc.uniqueArray(fc.constantFrom(...EIGHT), { minLength: 3 }), fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 8 }));
  await fc.assert(fc.asyncProperty(facts, async ([items, rows]) => {
    const project = (r: number): string => `P${r + 1}`;
    const listed: Grid = [['项目编号', '项目名称'], ...rows.map((_, r) => [project(r), `${r}号楼`])];
    const long: Grid = rows.flatMap((cells, r) => items.flatMap((item, i) => {
      const text = cells[i] ?? null;
      const [done, total] = text === '√' ? ['1', '1'] : text === '×' ? ['0', '1'] : (text ?? '').split('/');
      return text === null ? [] : [[project(r), item, Number(done), Number(total)]];
    }));
    const results = [];
    for (const sheet of [[['项目编号', ...items], ...rows.map((cells, r) => [project(r), ...items.map((_, i) => cells[i] ?? null)])], [['项目编号', '制度项目', '落实数', '应落实数'], ...long]]) {
      await using bench = await Bench.open();
      await read(bench, { 项目: listed, 制度落实: sheet });
      results.push(await select(bench.connection, 'SELECT project_id, item, done, total FROM typed_compliance ORDER BY ALL'));
    }
    expect(results[0]).toEqual(results[1]);
    expect(results[0]).toHaveLength(long.length);
  }), { numRuns: 5 });
}, 120_000);
