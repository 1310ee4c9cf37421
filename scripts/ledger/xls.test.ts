import { describe, expect, it } from 'vitest';
import { biff, double, oleFile, record, wide } from './ole-fixture.ts';
import { readOle } from './ole.ts';
import { Bench } from './testing.ts';

const format = (id: number): Uint8Array => record(0xe0, 0, id, new Uint8Array(16));
/** Cell formats: 0 General, 1 0%, 2 yyyy/m/d, 3 the Chinese built-in date 31, 4 0.00"万元". */
const GLOBALS = [record(0x41e, 200, wide('0.00"万元"')), format(0), format(9), format(14), format(31), format(200)];
const label = (row: number, column: number, text: string): Uint8Array => record(0x204, row, column, 0, wide(text));
const number = (row: number, column: number, xf: number, value: number): Uint8Array => record(0x203, row, column, xf, double(value));
const textFormula = (row: number, column: number): Uint8Array => record(0x06, row, column, 0, 0, 0, 0, 0xffff, 0, [0, 4], 0);
const xls = (globals: readonly Uint8Array[], records: readonly Uint8Array[], hidden = false): Uint8Array =>
  oleFile({ Workbook: biff(globals, [{ name: '台账', hidden, records }]) });

describe('old .xls', () => {
  it('reads text, numbers, percentages, units and dates', async () => {
    await using bench = await Bench.open();
    const records = [label(0, 0, '项目名称'), number(1, 0, 0, 0.1 + 0.2), number(1, 1, 1, 0.54), number(1, 2, 2, 46346), number(1, 3, 3, 46346), number(1, 4, 4, 5)];
    await bench.read(bench.write('旧.xls', xls(GLOBALS, records)));
    expect(await bench.cells()).toEqual([['项目名称', null, null, null, null], ['0.3', '54%', '2026-11-20', '2026-11-20', '5万元']]);
  });

  it('keeps the 1904 date system', async () => {
    await using bench = await Bench.open();
    await bench.read(bench.write('旧.xls', xls([record(0x22, 1), ...GLOBALS], [number(0, 0, 2, 46346 - 1462), number(0, 1, 3, 46346 - 1462)])));
    expect(await bench.cells()).toEqual([['2026-11-20', '2026-11-20']]);
  });

  it('sees hidden sheet, rows and columns', async () => {
    await using bench = await Bench.open();
    const records = [record(0x7d, 1, 1, 2304, 0, 1, 0), record(0x208, 1, 0, 2, 255, 0, 0, [0x20, 4]), label(0, 0, '甲'), label(0, 1, '乙'), label(1, 0, '丙')];
    const [sheet] = await bench.read(bench.write('旧.xls', xls(GLOBALS, records, true)));
    expect(sheet?.remarks.map((r) => [r.check, r.column])).toEqual([['hidden_sheet', 0], ['hidden_column', 2]]);
    expect(await bench.column('SELECT _hidden FROM raw_1 ORDER BY _row')).toEqual([false, true]);
  });

  it('reads the text of a shared formula, which hucre leaves out, and takes errors out', async () => {
    await using bench = await Bench.open();
    const records = [textFormula(0, 0), record(0x4bc, 0, 0, 0), record(0x207, wide('太平镇')), record(0x205, 0, 1, 0, [23, 1], [1, 1]), label(0, 2, '末')];
    const [sheet] = await bench.read(bench.write('旧.xls', xls(GLOBALS, records)));
    expect(await bench.cells()).toEqual([['太平镇', null, '末']]);
    expect(sheet?.remarks).toMatchObject([{ check: 'cell_error', row: 1, column: 2, value: '#REF!' }]);
  });

  it('fills merges', async () => {
    await using bench = await Bench.open();
    await bench.read(bench.write('旧.xls', xls(GLOBALS, [label(0, 0, '太平镇'), label(1, 1, 'x'), record(0xe5, 1, 0, 1, 0, 0)])));
    expect(await bench.cells()).toEqual([['太平镇', null], ['太平镇', 'x']]);
  });

  it('refuses an encrypted one instead of reading noise', async () => {
    await using bench = await Bench.open();
    const path = bench.write('密.xls', xls([record(0x2f, 1, 1), ...GLOBALS], [label(0, 0, 'x')]));
    await expect(bench.read(path)).rejects.toThrow(/密\.xls 设有打开密码/);
  });

  it('reads an .xls that is called .xlsx', async () => {
    await using bench = await Bench.open();
    await bench.read(bench.write('改名.xlsx', xls(GLOBALS, [label(0, 0, 'x')])));
    expect(await bench.cells()).toEqual([['x']]);
  });
});

describe('readOle', () => {
  it('returns null for damaged containers, never loops', () => {
    const good = xls(GLOBALS, [label(0, 0, 'x')]);
    expect(readOle(good.slice(0, 300))).toBeNull();
    expect(readOle(good.slice(0, 1024))).toBeNull();
    const loop = good.slice();
    new DataView(loop.buffer).setUint32(512 + 4, 1, true);
    expect(readOle(loop)).toBeNull();
  });
});
