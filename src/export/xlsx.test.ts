import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { type XlsxSheet, xlsxOf } from './xlsx.ts';

const MADE = new Date('2026-11-23T01:05:00Z');
const SHEET: XlsxSheet = {
  name: '本次交办[1]：会/议', head: ['快照 2026-11-20', '=1+1'], columns: [{ title: '序号', width: 6 }, { title: '-内容', width: 40 }, { title: '期限', width: 12 }],
  rows: [[1, '=HYPERLINK("http://evil.example","点我")', '2026-11-27'], [2, '+1', null], [3, '@SUM(A1)', ''], [4, '-2', '<b>&"\'👷‍♀️\u202e'], [5, 'a\u0000b\u0007c\uFFFE', 'x\ny']],
};
const readAll = async (sheets: readonly XlsxSheet[]) => (await readXlsx(new Uint8Array(await (await xlsxOf(sheets, MADE)).arrayBuffer()), { readStyles: true })).sheets;
const read = async (sheet: XlsxSheet) => (await readAll([sheet]))[0]!;

it('reads back as it was given: what the file is about, a free row, heading, rows; numbers stay numbers', async () => {
  const { name, rows, cells } = await read(SHEET);
  expect(name).not.toMatch(/[\\/?*[\]:]/);
  expect(rows.map((row) => row.slice(0, 3)).filter((row) => row.length > 0)).toEqual(expect.arrayContaining([
    expect.arrayContaining(['快照 2026-11-20']), ['序号', "'-内容", '期限'], [1, `'=HYPERLINK("http://evil.example","点我")`, '2026-11-27'], [4, "'-2", '<b>&"\'👷‍♀️\u202e'],
  ]));
  expect(rows[0]![0]).toBe('快照 2026-11-20');
  expect(rows[3]![0]).toBe('序号');
  expect(rows[8]!.slice(1)).toEqual(['abc', 'x\ny']);
  // No cell is a formula, and none begins like one.
  expect([...(cells?.values() ?? [])].filter((c) => c.formula !== undefined)).toEqual([]);
  expect(rows.flat().filter((v) => typeof v === 'string' && /^[=+\-@]/.test(v))).toEqual([]);
});
it('is an .xlsx of one sheet, also without rows', async () => {
  const blob = await xlsxOf([{ ...SHEET, rows: [] }], MADE);
  expect([blob.type, (await blob.slice(0, 2).text())]).toEqual(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK']);
});
it('holds several sheets; numbers are shown with their decimals and kept exact; text longer than a cell takes is cut', async () => {
  const money: XlsxSheet = { name: '逐项', head: [], columns: [{ title: '金额', width: 8, decimals: 1 }, { title: '个', width: 8, decimals: 0 }, { title: '备注', width: 8 }], rows: [[128.6375, 3, '长'.repeat(40_000)]] };
  const [first, second] = await readAll([SHEET, money]);
  expect([first!.rows.length, second!.name]).toEqual([SHEET.rows.length + 4, '逐项']);
  expect(second!.rows[2]!.slice(0, 2)).toEqual([128.6375, 3]);
  expect(String(second!.rows[2]![2])).toHaveLength(32_767);
  expect(['2,0', '2,1', '2,2'].map((at) => second!.cells?.get(at)?.style?.numFmt)).toEqual(['#,##0.0', '#,##0', undefined]);
});
