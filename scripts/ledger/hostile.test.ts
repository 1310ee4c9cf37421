import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { LedgerError } from './contract.ts';
import { LIMITS, checkCells, checkFileSize } from './limits.ts';
import { Bench, PROJECT_HEADER } from './testing.ts';
import { OLE_MAGIC, oleFile } from './ole-fixture.ts';

const good = (): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: 'a', rows: [PROJECT_HEADER, ['P1', '甲', null, null, 1]] }] });

/** What readSources throws for one file: always a LedgerError in Chinese that names the file and says what to do. */
async function refusal(name: string, bytes: Uint8Array | string): Promise<string> {
  await using bench = await Bench.open();
  const error = await bench.read(bench.write(name, bytes)).then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(LedgerError);
  const { message, file } = error as LedgerError;
  expect(message.startsWith(name)).toBe(true);
  expect(message).toMatch(/请|如果/);
  expect(message).not.toMatch(/[a-z]{4,} [a-z]{2,}|\n|Error|\/tmp/);
  expect(file).toBe(name);
  return message;
}

/** A zip whose central directory claims that its first part unpacks to `size` bytes. */
function claim(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice();
  const at = Buffer.from(bytes.buffer).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(bytes.buffer).setUint32(at + 24, size, true);
  return bytes;
}

const worksheet = (data: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8('<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
    'xl/workbook.xml': strToU8('<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${data}</sheetData></worksheet>`),
  });

describe('files that cannot be read', () => {
  it.each<[string, string, () => Uint8Array | string | Promise<Uint8Array>, RegExp]>([
    ['0 bytes', '空.xlsx', () => '', /0 字节/],
    ['0-byte CSV', '空.csv', () => '', /0 字节/],
    ['CSV of blank lines', '空行.csv', () => '\n\r\n', /是空的/],
    ['truncated zip', '断.xlsx', async () => (await good()).slice(0, 900), /损坏/],
    ['zip with damaged bytes', '坏.xlsx', async () => (await good()).map((b, i) => (i > 60 && i < 400 ? b ^ 0x5a : b)), /损坏|不规范/],
    ['password (encrypted package)', '密.xlsx', () => writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }], encryption: { password: '1', spinCount: 10 } }), /打开密码/],
    ['OLE header only', '密2.xlsx', () => Uint8Array.from([...OLE_MAGIC, ...Buffer.alloc(100)]), /打开密码.*损坏/],
    ['Word document', '文.xls', () => oleFile({ WordDocument: new Uint8Array(600) }), /Word 文档/],
    ['zip without a workbook', '包.xlsx', () => zipSync({ 'a.txt': strToU8('x') }), /不是 Excel 工作簿/],
    ['text called .xlsx', '假.xlsx', () => '项目编号,项目名称\n1,2\n', /扩展名是 \.xlsx，内容却是文本.*\.csv/],
    ['web page called .xls', '网.xls', () => '<html><table><tr><td>1</td></tr></table></html>', /网页/],
    ['workbook called .csv', '簿.csv', good, /扩展名是 \.csv，内容却是 ?Excel/],
    ['PDF called .xlsx', '扫描.xlsx', () => '%PDF-1.7', /PDF/],
    ['text called .parquet', '假.parquet', () => 'PAR?', /扩展名是 \.parquet/],
    ['damaged Parquet', '坏.parquet', () => 'PAR1xxxxxxxxxxxxPAR1', /Parquet/],
    ['workbook without cells', '白.xlsx', () => writeXlsx({ sheets: [{ name: 'a', rows: [] }, { name: 'b', rows: [[null, null]] }] }), /是空的/],
    ['zip bomb by ratio', '弹.xlsx', () => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(LIMITS.ratioFrom + 1) }), /压缩比异常/],
    ['zip bomb by claim', '弹2.xlsx', () => claim(zipSync({ a: strToU8('x'.repeat(1000)) }), 0xfffffff0), /压缩比异常/],
    ['zip that claims nothing', '弹3.xlsx', () => claim(zipSync({ a: strToU8('abcabcabc'.repeat(100)) }), 0), /压缩比异常/],
    ['two cells at far corners', '远.xlsx', () => worksheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), /超出上限/],
    ['cell outside any sheet', '外.xlsx', () => worksheet('<row r="1"><c r="ZZZ9999999"><v>1</v></c></row>'), /超出上限/],
    ['too many columns', '宽.xlsx', () => worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'), /16384 列/],
    ['CSV with too many columns', '宽.csv', () => `a,b\n${','.repeat(5000)}\n`, /第 2 行有 5001 列/],
  ])('%s', async (_, name, bytes, message) => expect(await refusal(name, await bytes())).toMatch(message));

  it('limits cells and bytes', () => {
    expect(() => checkCells(LIMITS.cells + 1, 'a.xlsx', '大')).toThrow(/a\.xlsx 到工作表“大”.*500 万.*CSV/);
    expect(() => checkCells(LIMITS.cells, 'a.xlsx', '大')).not.toThrow();
    expect(() => checkFileSize(LIMITS.fileBytes + 1, 'a.xlsx')).toThrow(/101 MB.*100 MB.*CSV/);
  });

  it('says so when there is nothing to read', async () => {
    await using bench = await Bench.open();
    await expect(bench.read()).rejects.toThrow(/没有台账/);
    await expect(bench.read(`${bench.folder}/没有.xlsx`)).rejects.toThrow(/找不到台账/);
    bench.write('~$锁.xlsx', 'x');
    bench.write('说明.docx', 'x');
    await expect(bench.read()).rejects.toThrow(/没有台账/);
  });
});
