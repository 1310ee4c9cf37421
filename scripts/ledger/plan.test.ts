import type { CellValue, MergeRange } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { SheetPlan } from './contract.ts';
import { planSheets } from './plan.ts';
import { Bench, PROJECT_HEADER } from './testing.ts';

const merge = (startRow: number, startCol: number, endRow: number, endCol: number): MergeRange => ({ startRow, startCol, endRow, endCol });

async function planOf(bench: Bench, rows: CellValue[][], { sheet = 'Sheet1', file = '1.xlsx', merges = [] as MergeRange[] } = {}): Promise<SheetPlan> {
  const path = await bench.book(file, [{ name: sheet, rows, merges }]);
  const [plan] = await planSheets(bench.connection, await bench.read(path));
  if (!plan) throw new Error('no sheet');
  return plan;
}
const mapping = (plan: SheetPlan): string[] => plan.columns.map((c) => `${c.raw} ${c.column} ${c.factor}`);

describe('planSheets', () => {
  it('reads a real ledger: title, unit row, header of two rows, merges', async () => {
    await using bench = await Bench.open();
    const rows: CellValue[][] = [
      ['XX县在建工程项目台账', null, null, null, null, null, null, null, null],
      ['填报单位：治欠办', null, null, null, null, null, '单位：万元', null, null],
      ['序号', '所属乡镇', '工程名称', '行业主管单位', '风险等级', '欠薪金额\n（元）', '工程款', null, '经办人'],
      [null, null, null, null, null, null, '应付', '已付', null],
      [1, '太平镇', '太平小学', '教育局', '一般', 12.5, 3, 4, '张三'],
      [2, null, '乙', '水利局', '严重', 3, 4, 5, null],
    ];
    const merges = [merge(0, 0, 0, 8), merge(2, 6, 2, 7), merge(4, 1, 5, 1), ...[0, 1, 2, 3, 4, 5, 8].map((c) => merge(2, c, 3, c))];
    const plan = await planOf(bench, rows, { merges });
    expect(plan).toMatchObject({ table: 'projects', headerRow: 4, repeatedHeaders: [], remarks: [] });
    expect(mapping(plan)).toEqual([
      'c2 place_code 1', 'c3 name 1', 'c4 dept_code 1', 'c5 risk_grade 1', 'c6 unpaid_wages 1', 'c7 progress_payment_due 10000', 'c8 progress_payment_paid 10000',
    ]);
    expect(plan.columns.at(-1)?.header).toBe('工程款·已付');
    expect(plan.columns[4]?.header).toBe('欠薪金额 （元）');
    expect(plan.unmapped).toEqual([{ raw: 'c9', header: '经办人', cells: 1 }]);
  });

  it('finds the header of two rows without merges too (CSV, .xls)', async () => {
    await using bench = await Bench.open();
    const plan = await planOf(bench, [['项目名称', '工程款', null, '人工费', null, '备注'], [null, '应付', '已付', '应拨', '实拨', null], ['甲', 1, 2, 3, 4, 'x']]);
    expect(plan.headerRow).toBe(2);
    expect(mapping(plan)).toEqual(['c1 name 1', 'c2 progress_payment_due 1', 'c3 progress_payment_paid 1', 'c4 labour_cost_due 1', 'c5 labour_cost_paid 1', 'c6 note 1']);
  });

  it('lists the loser of two columns for one, and columns without a header that hold something', async () => {
    await using bench = await Bench.open();
    const plan = await planOf(bench, [['序号', '项目名称', '项目编号', '月份', '应发工资', null, ' '], [1, '甲', 'P1', '2026-10', 100, '藏', null], [2, '乙', 'P2', '2026-10', 100, null, null]]);
    expect(plan.table).toBe('payroll');
    expect(mapping(plan)).toEqual(['c3 project_id 1', 'c4 month 1', 'c5 wages_due 1']);
    expect(plan.unmapped).toEqual([{ raw: 'c2', header: '项目名称', cells: 2 }, { raw: 'c6', header: '', cells: 1 }]);
  });

  it('returns headers that are repeated further down', async () => {
    await using bench = await Bench.open();
    const page: CellValue[][] = [['XX县项目台账'], ['项目编号', '项目名称', '工程款', null], [null, null, '应付', '已付']];
    const rows = [...page, ['P1', '甲', 1, 2], ...page.slice(1), ['P2', '乙', 1, 2], [' 项目编号', '项目名称 ', '工程款', null]];
    const plan = await planOf(bench, rows, { merges: [merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 2, 1, 3), merge(4, 0, 5, 0), merge(4, 1, 5, 1), merge(4, 2, 4, 3)] });
    expect(plan.headerRow).toBe(3);
    expect(plan.repeatedHeaders).toEqual([5, 6, 8]);
  });

  it('does not add up a number merged over several rows', async () => {
    await using bench = await Bench.open();
    const rows: CellValue[][] = [['项目编号', '项目名称', '未支付工资', '涉及人数'], [7, '甲', 300, 5], [null, '乙', null, null], [8, '丙', 1, 1]];
    const plan = await planOf(bench, rows, { merges: [merge(1, 0, 2, 0), merge(1, 2, 2, 2), merge(1, 3, 2, 3)] });
    expect(plan.remarks.map((r) => [r.check, r.row, r.column])).toEqual([['merged_number', 2, 3], ['merged_number', 2, 4]]);
    expect((await bench.cells()).slice(1)).toEqual([['7', '甲', '300', '5'], ['7', '乙', null, null], ['8', '丙', '1', '1']]);
  });

  it('says what a sheet that is no ledger lacks', async () => {
    await using bench = await Bench.open();
    const path = await bench.book('1.xlsx', [
      { name: '填表说明', rows: [['一、请逐项填写。'], ['二、金额为万元。']] },
      { name: '汇总', rows: [['属地', '属地类别', '负责人'], ['太平镇', '镇', '张三']] },
    ]);
    const [first, second] = await planSheets(bench.connection, await bench.read(path));
    expect(first).toMatchObject({ table: null, headerRow: 0 });
    expect(first?.why).toContain('没有一行像表头');
    expect(second).toMatchObject({ table: null, headerRow: 1 });
    expect(second?.why).toMatch(/最接近“属地”.*属地名称、属地类别、属地责任人.*缺少必需的列：属地编码/);
  });

  it('keeps remarks only about cells that are read', async () => {
    await using bench = await Bench.open();
    const error = { value: '#DIV/0!', type: 'error' } as const;
    const cells = new Map([['0,0', error], ['2,1', error], ['2,2', error]]);
    const path = await bench.book('1.xlsx', [
      { name: '台账', rows: [[null], ['项目名称', '未支付工资', '占比'], ['甲', null, null]], cells },
      { name: '汇总', rows: [['甲'], ['x']], cells: new Map([['1,1', error]]) },
    ]);
    const plans = await planSheets(bench.connection, await bench.read(path));
    expect(plans.map((p) => p.remarks.map((r) => [r.check, r.row, r.column]))).toEqual([[['cell_error', 3, 2]], []]);
  });

  it('keeps a unit it cannot use as a remark', async () => {
    await using bench = await Bench.open();
    const plan = await planOf(bench, [['项目名称', '未支付工资（人）'], ['甲', 1]]);
    expect(mapping(plan)).toEqual(['c1 name 1', 'c2 unpaid_wages 1']);
    expect(plan.remarks).toMatchObject([{ check: 'header_unit', row: 1, column: 2 }]);
  });

  it('reads every sheet of a workbook, hostile names included', async () => {
    await using bench = await Bench.open();
    const path = await bench.book("x' or 1=1.xlsx", [
      { name: '项目台账', rows: [PROJECT_HEADER, ["P'1", "'); DROP TABLE raw_1;--", '太平镇', '住建局', 1, 1, '<b>']] },
      { name: '属地', rows: [['属地编码', '属地名称'], ['420828100', '太平镇']] },
      { name: '主管部门', rows: [['部门编码', '部门名称'], ['D1', '住建局']] },
    ]);
    const plans = await planSheets(bench.connection, await bench.read(path));
    expect(plans.map((p) => p.table)).toEqual(['projects', 'places', 'departments']);
    expect(plans[0]?.columns.find((c) => c.column === 'unpaid_wages')?.factor).toBe(10_000);
  });

  it('plans a skipped file as no table', async () => {
    await using bench = await Bench.open();
    bench.write('a.csv', '项目名称,属地\n甲,太平镇\n');
    bench.write('b.docx', 'x');
    const plans = await planSheets(bench.connection, await bench.read());
    expect(plans.map((p) => [p.file, p.table])).toEqual([['a.csv', 'projects'], ['b.docx', null]]);
    expect(plans[1]?.why).toContain('不认识扩展名');
  });
});
