import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Cell, CellValue } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readSources } from './read.ts';
import { Bench, PROJECT_HEADER } from './testing.ts';

const cells = (entries: Record<string, Partial<Cell>>): Map<string, Partial<Cell>> => new Map(Object.entries(entries));
const day = (text: string): Date => new Date(`${text}Z`);

describe('cells of a workbook', () => {
  it('become the text a reader of the sheet sees', async () => {
    await using bench = await Bench.open();
    const rows: CellValue[][] = [[0.1 + 0.2, 1e-7, 0.54, true, false, day('2026-11-20T00:00:00'), day('2026-11-20T15:30:00'), ' 甲 ', '', null, 5, 110101199003071230]];
    await bench.book('a.xlsx', [{ name: 'a', rows, cells: cells({ '0,2': { value: 0.54, style: { numFmt: '0%' } }, '0,10': { value: 5, style: { numFmt: '0.00"万元"' } } }) }]);
    const [sheet] = await bench.read();
    expect(await bench.cells()).toEqual([['0.3', '0.0000001', '54%', '是', '否', '2026-11-20', '2026-11-20', ' 甲 ', null, null, '5万元', '110101199003071000']]);
    expect(sheet).toMatchObject({ file: 'a.xlsx', sheet: 'a', src: 1, width: 12, rows: 1, bigNumbers: [{ row: 1, column: 12 }], remarks: [] });
    expect(sheet?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keep emoji, control characters, formulas-as-text, SQL and HTML as they are', async () => {
    await using bench = await Bench.open();
    const hostile = ['😀👷‍♂️', 'a\u0001b\tc\nd', "=cmd|' /C calc'!A0", "Robert'); DROP TABLE raw_1;--", '<img src=x onerror=alert(1)>', '@SUM(1)', '\u202e逆'];
    await bench.book('a.xlsx', [{ name: "x'; DROP--", rows: [hostile] }]);
    await bench.read();
    expect(await bench.cells()).toEqual([hostile]);
  });

  it.each(['1900', '1904'] as const)('read dates and times in the %s date system', async (dateSystem) => {
    await using bench = await Bench.open();
    const rows = [[day('2026-11-20T00:00:00'), 0.35416666667]];
    await bench.book('a.xlsx', [{ name: 'a', rows, cells: cells({ '0,1': { value: 0.35416666667, style: { numFmt: 'h:mm' } } }) }], { dateSystem });
    await bench.read();
    expect(await bench.cells()).toEqual([['2026-11-20', '08:30:00']]);
  });

  it('are NULL with a remark for errors and formulas nobody calculated', async () => {
    await using bench = await Bench.open();
    const entries = cells({ '1,0': { value: '#REF!', type: 'error' }, '1,1': { formula: 'SUM(A1:A9)' }, '1,2': { formula: '1+1', formulaResult: 2, value: 2 } });
    await bench.book('a.xlsx', [{ name: 'a', rows: [['x', 'y', 'z'], [null, null, null]], cells: entries }]);
    const [sheet] = await bench.read();
    expect(await bench.cells()).toEqual([['x', 'y', 'z'], [null, null, '2']]);
    expect(sheet?.remarks).toMatchObject([
      { check: 'cell_error', row: 2, column: 1, value: '#REF!' },
      { check: 'formula_uncached', row: 2, column: 2, value: '=SUM(A1:A9)' },
    ]);
  });

  it('report at most a thousand of the same kind, and count the rest', async () => {
    await using bench = await Bench.open();
    const entries = Object.fromEntries(Array.from({ length: 1005 }, (_, r) => [`${r},0`, { formula: 'A1' }]));
    await bench.book('a.xlsx', [{ name: 'a', rows: [...Array.from({ length: 1005 }, () => [null]), ['x']], cells: cells(entries) }]);
    const [sheet] = await bench.read();
    expect(sheet?.remarks).toHaveLength(1001);
    expect(sheet?.remarks.at(-1)?.reason).toContain('另有 5 处');
  });
});

describe('sheets', () => {
  it('number rows as Excel does, blank ones counted, ends cut off', async () => {
    await using bench = await Bench.open();
    await bench.book('a.xlsx', [{ name: 'a', rows: [[null], ['x', null], [null], ['y', null, ' '], [null, null, null, null]] }]);
    await bench.read();
    expect(await bench.column("SELECT _row || coalesce(c1, '') FROM raw_1 ORDER BY _row")).toEqual(['1', '2x', '3', '4y']);
    expect((await bench.cells())[0]).toHaveLength(3);
  });

  it('read hidden rows, columns and sheets, and say so', async () => {
    await using bench = await Bench.open();
    await bench.book('a.xlsx', [
      { name: '开', rows: [['a', 'b'], ['c', 'd']], rowDefs: new Map([[1, { hidden: true }]]), columns: [{}, { hidden: true }] },
      { name: '藏', rows: [['x']], hidden: true },
      { name: '深藏', rows: [['y']], veryHidden: true },
      { name: '空', rows: [] },
    ]);
    const sheets = await bench.read();
    expect(sheets.map((s) => [s.src, s.sheet, s.remarks.map((r) => r.check)])).toEqual([[1, '开', ['hidden_column']], [2, '藏', ['hidden_sheet']], [3, '深藏', ['hidden_sheet']]]);
    expect(await bench.column('SELECT _hidden FROM raw_1 ORDER BY _row')).toEqual([false, true]);
  });

  it('fill merges down, never across, with the format of the merged cell', async () => {
    await using bench = await Bench.open();
    const rows = [['太平镇', 0.5, day('2026-11-20T00:00:00'), '合计', null], [null, null, null, 1, 2]];
    const down = (c: number): object => ({ startRow: 0, endRow: 1, startCol: c, endCol: c });
    const merges = [...[0, 1, 2].map(down), { startRow: 0, endRow: 0, startCol: 3, endCol: 4 }] as { startRow: number; endRow: number; startCol: number; endCol: number }[];
    await bench.book('a.xlsx', [{ name: 'a', rows, merges, cells: cells({ '0,1': { value: 0.5, style: { numFmt: '0%' } } }) }]);
    const [sheet] = await bench.read();
    expect(await bench.cells()).toEqual([['太平镇', '50%', '2026-11-20', '合计', null], ['太平镇', '50%', '2026-11-20', '1', '2']]);
    expect(sheet?.spans).toEqual([{ row: 1, from: 4, to: 5 }]);
    expect(sheet?.filled?.map((f) => [f.column, f.number])).toEqual([[1, false], [2, true], [3, false]]);
  });
});

/** A minimal .xlsb: one sheet with a text and a number. */
function xlsb(): Uint8Array {
  const u32 = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >> 24) & 255];
  const text = (t: string): number[] => [...u32(t.length), ...Buffer.from(t, 'utf16le')];
  const rec = (id: number, ...body: number[]): number[] => [...(id < 128 ? [id] : [(id & 127) | 128, id >> 7]), body.length, ...body];
  const rels = (type: string, target: string): Uint8Array =>
    strToU8(`<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`);
  const real = [...new Uint8Array(new Float64Array([12.5]).buffer)];
  return zipSync({
    '_rels/.rels': rels('officeDocument', 'xl/workbook.bin'),
    'xl/_rels/workbook.bin.rels': rels('worksheet', 'worksheets/sheet1.bin'),
    'xl/workbook.bin': Uint8Array.from(rec(156, ...u32(0), ...u32(1), ...text('rId1'), ...text('台账'))),
    'xl/worksheets/sheet1.bin': Uint8Array.from([...rec(0, ...u32(0)), ...rec(6, ...u32(0), ...u32(0), ...text('甲')), ...rec(5, ...u32(1), ...u32(0), ...real)]),
  });
}

describe('a folder', () => {
  it('is read in the order of names; lock, hidden and known files are passed over, others listed', async () => {
    await using bench = await Bench.open();
    mkdirSync(join(bench.folder, '2 子 夹'));
    for (const name of ['~$1.xlsx', '.隐.csv', 'county.json', 'rules.json', '边界.topojson']) bench.write(name, '{}');
    bench.write('说明.docx', 'x');
    bench.write('2 子 夹/乙.csv', 'a,b\n1,2\n');
    bench.write('3.tsv', 'a\tb\n1\t2\n');
    bench.write('4.xlsb', xlsb());
    await bench.book("1'甲.xlsm", [{ name: 'S', rows: [['x']] }]);
    const sheets = await bench.read();
    expect(sheets.map((s) => [s.file, s.sheet, s.width, s.rows])).toEqual([["1'甲.xlsm", 'S', 1, 1], ['2 子 夹/乙.csv', '', 2, 2], ['3.tsv', '', 2, 2], ['4.xlsb', '台账', 2, 1], ['说明.docx', '', 0, 0]]);
    expect(sheets[4]?.remarks).toMatchObject([{ check: 'file_skipped' }]);
    expect(await bench.column('SELECT count(*) FROM raw_5')).toEqual(['0']);
    expect(await bench.cells(4)).toEqual([['甲', '12.5']]);
    expect(sheets[3]?.remarks).toMatchObject([{ check: 'plain_format' }]);
  });

  it('can be read in part', async () => {
    await using bench = await Bench.open();
    bench.write('a.csv', 'a,b\n');
    bench.write('b.csv', '');
    const sheets = await readSources(bench.connection, bench.folder, { only: (file) => file === 'a.csv' });
    expect(sheets.map((s) => s.file)).toEqual(['a.csv']);
  });

  it('gives the same tables from a workbook, a CSV and a Parquet file of the same rows', async () => {
    await using bench = await Bench.open();
    await bench.book('a.xlsx', [{ name: 'S', rows: [PROJECT_HEADER, ['P1', '甲', '太平镇', '住建局', 12.5, 3, '无']] }]);
    bench.write('b.csv', `${PROJECT_HEADER.join(',')}\nP1,甲,太平镇,住建局,12.5,3,无\n`);
    const values = `SELECT 'P1' AS "项目编号", '甲' AS "项目名称", '太平镇' AS "属地", '住建局' AS "主管部门", 12.5::DOUBLE AS "未支付工资（万元）", 3 AS "涉及人数", '无' AS "备注"`;
    await bench.connection.run(`COPY (${values}) TO '${join(bench.folder, 'c.parquet').replaceAll("'", "''")}' (FORMAT parquet)`);
    await bench.read();
    expect(await bench.cells(2)).toEqual(await bench.cells(1));
    expect(await bench.cells(3)).toEqual(await bench.cells(1));
  });
});

describe('Parquet', () => {
  it('becomes text: days, 是/否, plain numbers', async () => {
    await using bench = await Bench.open();
    const values = `SELECT * FROM (VALUES
      (DATE '2026-11-20', TIMESTAMP '2026-11-20 15:30:00', true, 0.1::DOUBLE + 0.2, 123456789.12::DECIMAL(18,2), 110101199003071234::BIGINT),
      (NULL, NULL, false, 1e21, NULL, NULL), (NULL, NULL, NULL, 'nan'::DOUBLE, 0, 0), (NULL, NULL, NULL, -1e-7, NULL, NULL), (NULL, NULL, NULL, 0, NULL, NULL), (NULL, NULL, NULL, 1200, NULL, NULL)) t(a, b, c, d, e, "f ""甲")`;
    const path = join(bench.folder, 'a.parquet');
    await bench.connection.run(`COPY (${values}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
    await bench.read(path);
    expect(await bench.cells()).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'f "甲'],
      ['2026-11-20', '2026-11-20', '是', '0.3', '123456789.12', '110101199003071234'],
      [null, null, '否', '1000000000000000000000', null, null],
      [null, null, null, null, '0.00', '0'],
      [null, null, null, '-0.0000001', null, null],
      [null, null, null, '0', null, null],
      [null, null, null, '1200', null, null],
    ]);
  });
});
