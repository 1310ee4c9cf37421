import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import * as snapshot from '../../scripts/commands/snapshot.ts';
import { LIMITS } from '../../scripts/ledger/limits.ts';
import { OLE_MAGIC } from '../../scripts/ledger/ole-fixture.ts';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { literal } from '../../src/query/sql.ts';
import { call, STACK } from '../support/commands.ts';
import { rowsOf } from '../support/duckdb.ts';
import { ask, findings, freshFolder, run } from '../support/ledgers.ts';
import { readProblems } from '../support/problem-list.ts';

const DAY = '2026-11-20';
type Grid = (string | number | boolean | null)[][];
const HEADER = ['项目编号', '项目名称', '属地', '主管部门', '隐患等级', '未支付工资', '涉及人数', '备注'];
const line = (id: string, name: string = `${id}工程`, note: string | null = null): Grid[number] => [id, name, '甲镇', '住建局', '无欠薪', null, null, note];
const book = (rows: Grid, name = '项目台账') => writeXlsx({ sheets: [{ name, rows }] });

/** A folder 台账 that holds these files. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = freshFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, '台账', name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  }
  return root;
}
/** Publishes a ledger of these files; every row that was read must be accounted for. */
async function published(files: Readonly<Record<string, string | Uint8Array>>, accept: readonly string[] = []): Promise<Outcome> {
  const root = folderOf(files);
  const outcome = await run(root, join(root, '台账'), DAY, { accept: new Set(accept) });
  const { rowsIn, rowsOut, rowsQuarantined, rowsSetAside } = outcome.imported;
  expect(rowsIn).toBe(rowsOut + rowsQuarantined + rowsSetAside);
  return outcome;
}
const quarantined = (outcome: Outcome): Promise<Record<string, unknown>[]> =>
  withDatabase((c) => rowsOf(c, `SELECT * FROM read_parquet(${literal(join(outcome.report!, '..', 'quarantine', 'projects.parquet'))}) ORDER BY src, "row"`));

/** A worksheet given as its XML, in an otherwise good workbook. */
const worksheet = async (xml: string): Promise<Uint8Array> => {
  const parts = unzipSync(await book([HEADER]));
  const name = Object.keys(parts).find((n) => n.endsWith('worksheets/sheet1.xml'))!;
  return zipSync({ ...parts, [name]: strToU8(`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</worksheet>`) });
};

describe('a file that cannot be read ends with 1 and a Chinese message naming it', () => {
  it.each<[string, string, () => string | Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['workbook without cells', '空.xlsx', () => book([]), /空\.xlsx 是空的，没有任何内容。请确认/],
    ['0 bytes', '零.xlsx', () => '', /零\.xlsx 是 0 字节的空文件，多半没有传完/],
    ['CSV of blank lines', '空行.csv', () => '\r\n\r\n', /空行\.csv 是空的/],
    ['only sheets that are no ledger', '别的.xlsx', () => book([['值班表', null], ['周一', '张三']], '值班'), /没有找到项目表.*npm run template.*别的\.xlsx·值班：/],
    ['a ledger without projects', '线索.csv', () => '线索编号,受理日期\nX1,2026-11-01\n', /没有找到项目表.*线索\.csv：cases/],
    ['password', '密码.xlsx', () => writeXlsx({ sheets: [{ name: 'a', rows: [HEADER, line('A')] }], encryption: { password: '123456', spinCount: 10 } }), /密码\.xlsx 设有打开密码。.*去掉密码，另存后再读/],
    ['OLE without streams', '旧.xls', () => Uint8Array.from([...OLE_MAGIC, ...Buffer.alloc(600)]), /旧\.xls 设有打开密码，或者已损坏/],
    ['truncated zip', '半截.xlsx', async () => (await book([HEADER, line('A')])).slice(0, 1200), /半截\.xlsx 不完整或已损坏/],
    ['bytes in the middle overwritten', '坏块.xlsx', async () => (await book([HEADER, line('A')])).map((b, i) => (i > 60 && i < 400 ? b ^ 0x5a : b)), /坏块\.xlsx .*(损坏|不规范)/],
    ['zip bomb', '炸弹.xlsx', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(LIMITS.ratioFrom * 2) }, { level: 9 }), /炸弹\.xlsx 解压后有 \d+ MB，压缩比异常.*CSV/],
    ['two cells a million rows apart', '大.xlsx', () => worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="Z1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'), /大\.xlsx .*(单元格|范围超出上限).*CSV/],
    ['picture called .xlsx', '照片.xlsx', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /照片\.xlsx 的扩展名是 \.xlsx，内容却是图片/],
    ['Parquet cut short', '断.parquet', () => 'PAR1\0\0\0\0', /断\.parquet 不是完整的 Parquet 文件/],
  ])('%s', async (_, name, content, message) => {
    const at = folderOf({ [name]: await content() });
    const { status, out, err } = await call(snapshot, at, '--from', '台账', '--as-of', DAY);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err.split('\n').filter((l) => l.startsWith('✗ '))).toHaveLength(1);
    expect(err).not.toMatch(STACK);
    expect(err).not.toMatch(/✗.*[a-z]{4,} [a-z]{3,}/);
    expect(readdirSync(at)).toEqual(['台账']);
  });

  it('one bad file among good ones stops everything and is the one named', async () => {
    const at = folderOf({ '一.csv': '项目编号,项目名称\nA,甲\n', '二.xlsx': '', '三.csv': '项目编号,项目名称\nB,乙\n' });
    const { status, err } = await call(snapshot, at, '--from', '台账', '--as-of', DAY);
    expect([status, err]).toEqual([1, expect.stringContaining('✗ 二.xlsx 是 0 字节的空文件')]);
  });

  it('a sheet of more cells than the limit is refused and told to come as CSV, which is then read', { timeout: 60_000 }, async () => {
    const rows = Math.ceil(LIMITS.cells / 26) + 10;
    const at = folderOf({ '巨.xlsx': await worksheet(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>项目编号</t></is></c><c r="Z1"><v>1</v></c></row><row r="${rows}"><c r="A${rows}"><v>1</v></c></row></sheetData>`) });
    const { status, err } = await call(snapshot, at, '--from', '台账', '--as-of', DAY);
    expect([status, err]).toEqual([1, expect.stringMatching(/✗ 巨\.xlsx 到工作表“项目台账”为止已有 5\d\d 万个单元格，超过上限 500 万。.*“另存为 CSV UTF-8（逗号分隔）”/)]);
    const csv = await published({ '巨.csv': `项目编号,项目名称\n${Array.from({ length: 60_000 }, (_, i) => `G${i},第${i}项`).join('\n')}\n` });
    expect(await ask(csv, 'SELECT count(*) AS n FROM projects')).toEqual([{ n: 60_000 }]);
  });
});

describe('a cell that holds no value is reported with sheet, row and column', () => {
  const formulas = (): Promise<Uint8Array> => worksheet(`<sheetData><row r="1">${HEADER.map((h, i) => `<c r="${'ABCDEFGH'[i]}1" t="inlineStr"><is><t>${h}</t></is></c>`).join('')}</row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" t="inlineStr"><is><t>甲工程</t></is></c><c r="E2" t="inlineStr"><is><t>一般</t></is></c><c r="F2"><f>SUM(X1:X9)</f></c><c r="G2" t="e"><v>#REF!</v></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>B</t></is></c><c r="B3" t="inlineStr"><is><t>乙工程</t></is></c><c r="E3" t="inlineStr"><is><t>一般</t></is></c><c r="F3"><f>1+1</f><v>2</v></c><c r="G3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>`);
  it('formulas without a cached value and error cells block; the number is unknown, never 0', async () => {
    const files = { '台账.xlsx': await formulas() };
    const outcome = await published(files);
    expect(outcome.blocking.map((b) => [b.id, b.count])).toEqual([['cell_error', 2], ['formula_uncached', 1], ['open_amount_unknown', 3]]);
    const problems = (await readProblems(outcome.report)).filter((p) => p.severity === '阻断' && p.check !== '未销号而未支付工资或人数未填');
    expect(problems.map((p) => [p.sheet, p.row, p.column, p.value])).toEqual([['项目台账', 2, '涉及人数', '#REF!'], ['项目台账', 3, '涉及人数', '#DIV/0!'], ['项目台账', 2, '未支付工资', "'=SUM(X1:X9)"]]);
    const accepted = await published(files, ['cell_error', 'formula_uncached', 'open_amount_unknown']);
    expect(await ask(accepted, 'SELECT project_id, unpaid_wages, unpaid_workers FROM projects ORDER BY 1')).toEqual([{ project_id: 'A', unpaid_wages: null, unpaid_workers: null }, { project_id: 'B', unpaid_wages: 2, unpaid_workers: null }]);
    expect(accepted.published!.manifest.accepted).toEqual([{ check: 'cell_error', count: 2 }, { check: 'formula_uncached', count: 1 }, { check: 'open_amount_unknown', count: 3 }]);
  });
});

const HOSTILE: readonly [string, string, string][] = [
  ['emoji', '幸福🏗️家园👨‍👩‍👧一期', '幸福🏗️家园👨‍👩‍👧一期'],
  ['control characters', 'a\u0001\u0008路\u007f桥', 'a路桥'],
  ['right to left', '\u202e公路\u202c工程\u200f', '公路工程'],
  ['Arabic', 'مشروع مبنى', 'مشروع مبنى'],
  ['rare characters', '𠮷野㙍工程', '𠮷野㙍工程'],
  ['command', `=cmd|'/C calc'!A0`, `=cmd|'/C calc'!A0`],
  ['hyperlink formula', '=HYPERLINK("http://evil.example","点我")', '=HYPERLINK("http://evil.example","点我")'],
  ['at sign', '@SUM(1+1)*cmd', '@SUM(1+1)*cmd'],
  ['SQL', `'); DROP TABLE projects; --`, `'); DROP TABLE projects; --`],
  ['SQL quotes', `"; ATTACH '/etc/passwd'; -- ''`, `"; ATTACH '/etc/passwd'; -- ''`],
  ['HTML', `<img src=x onerror=alert(1)><script>fetch('//evil')</script>`, `<img src=x onerror=alert(1)><script>fetch('//evil')</script>`],
  ['template text', '${process.exit(1)}{{7*7}}', '${process.exit(1)}{{7*7}}'],
  ['backslash and comma', `C:\\工地\\"甲",乙`, `C:\\工地\\"甲",乙`],
  ['200 characters', '长'.repeat(200), '长'.repeat(200)],
  ['2,000 characters', '很长的名称'.repeat(400), '很长的名称'.repeat(400)],
];

describe('hostile text in a name is data and nothing else', () => {
  const csv = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  it.each([['XLSX', 'xlsx'], ['CSV', 'csv']])('through %s: kept as written but for what nobody can see, in every table that repeats it', async (_, kind) => {
    const rows = HOSTILE.map(([, written], i) => line(`P${String(i).padStart(2, '0')}`, written, written));
    // XML cannot hold most control characters at all, so a workbook has none to keep.
    const outcome = await published(kind === 'xlsx' ? { '台账.xlsx': await book([HEADER, ...rows.map((r) => r.map((c) => (typeof c === 'string' ? c.replaceAll('\u0001', '').replaceAll('\u0008', '') : c)))]) }
      : { '台账.csv': [HEADER, ...rows].map((r) => r.map((c) => csv(String(c ?? ''))).join(',')).join('\n') });
    expect(outcome.blocking).toEqual([]);
    expect(await ask(outcome, 'SELECT name, note FROM projects ORDER BY project_id')).toEqual(HOSTILE.map(([, , kept]) => ({ name: kept, note: kept })));
  });
  it('as names of places, departments and companies, and in ids', async () => {
    const bad = `') UNION SELECT name FROM places --`;
    const outcome = await published({ '项目台账.csv': `项目编号,项目名称,属地,主管部门\n'); DROP TABLE projects; --,甲,${bad},"<b>住建局"\nP2,乙,=1*1,-2*3\n` });
    expect(outcome.blocking).toEqual([]);
    expect(await ask(outcome, 'SELECT name FROM places ORDER BY sort')).toEqual([{ name: bad }, { name: '=1*1' }]);
    expect(await ask(outcome, 'SELECT name FROM departments ORDER BY sort')).toEqual([{ name: '<b>住建局' }, { name: '-2*3' }]);
    expect(await ask(outcome, 'SELECT project_id FROM projects ORDER BY 1 DESC')).toEqual([{ project_id: 'P2' }, { project_id: `');DROPTABLEPROJECTS;--` }]);
  });
  it('a cell that names several places is nobody’s, also where no row names one', async () => {
    for (const other of ['丙镇', '甲镇、乙镇']) {
      const outcome = await published({ '项目台账.csv': `项目编号,项目名称,属地\nA,甲,甲镇、乙镇\nB,乙,${other}\n` });
      expect([other, outcome.blocking.map((b) => [b.id, b.count])]).toEqual([other, [['unknown_place', other === '丙镇' ? 1 : 2]]]);
    }
  });
  it('in headers, sheet names and file names', async () => {
    const outcome = await published({ [`'); DROP TABLE sources; --.xlsx`]: await writeXlsx({ sheets: [{ name: `"><img src=x onerror=1>`, rows: [[...HEADER, `'); DROP TABLE issues; --`], [...line('A'), 'x']] }] }) });
    expect(findings(outcome)).toMatchObject({ column_unmapped: 1 });
    expect(await ask(outcome, `SELECT source, sheet, "rows" FROM checks WHERE check_id = 'column_unmapped'`)).toEqual([{ source: `'); DROP TABLE sources; --.xlsx`, sheet: `"><img src=x onerror=1>`, rows: '1' }]);
  });
  it('does not run when 问题清单.xlsx is opened: no formula, and a leading = + - @ has an apostrophe', async () => {
    const bad = [`=cmd|'/C calc'!A0`, '+1+cmd', '-2+3', '@SUM(A1)', '\t=1+1', '=HYPERLINK("http://evil")'];
    const outcome = await published({ '=1+1.csv': `项目编号,项目名称,隐患等级,=cmd\n${bad.map((b, i) => `P${i},"${b.replaceAll('"', '""')}","${b.replaceAll('"', '""')}",x`).join('\n')}\n` });
    expect(findings(outcome)).toMatchObject({ value_unreadable: bad.length, column_unmapped: 1 });
    const problems = await readProblems(outcome.report);
    expect(problems.filter((p) => p.check === '单元格无法识别').map((p) => p.value)).toEqual(bad.map((b) => `'${b}`));
    const { sheets } = await readXlsx(readFileSync(outcome.report!));
    expect([...(sheets[0]!.cells ?? [])].filter(([, cell]) => cell.formula !== undefined)).toEqual([]);
    const cells = sheets[0]!.rows.flat().filter((v) => typeof v === 'string');
    expect(cells.filter((v) => /^[=+\-@\t\r]/.test(v))).toEqual([]);
    expect(cells).toContain("'=1+1.csv");
  });
});

describe('rows that cannot be used stand in quarantine, whole', () => {
  it('equal ids: the first stays, the second is set apart; an equal row is a notice only', async () => {
    const outcome = await published({ '台账.xlsx': await book([HEADER, line('A', '甲'), line('A', '乙'), line('B', '丙'), line('B', '丙')]) }, ['duplicate_id']);
    expect(findings(outcome)).toMatchObject({ duplicate_id: 1, duplicate_row: 1 });
    expect(await ask(outcome, 'SELECT project_id, name FROM projects ORDER BY 1')).toEqual([{ project_id: 'A', name: '甲' }, { project_id: 'B', name: '丙' }]);
    expect(await quarantined(outcome)).toMatchObject([{ row: 3, project_id: 'A', name: '乙', quarantine_reason: expect.stringMatching(/编号与台账\.xlsx“项目台账”第 2 行重复/) }, { row: 5, name: '丙' }]);
    expect((await readProblems(outcome.report)).find((p) => p.check === '编号重复')).toMatchObject({ severity: '阻断', file: '台账.xlsx', sheet: '项目台账', row: 3, column: '项目编号', value: 'A' });
  });
  it('ids that differ by full-width digits, case and spaces are one id', async () => {
    const outcome = await published({ '台账.xlsx': await book([HEADER, line('GC-001', '甲'), line('ＧＣ－００１', '乙'), line(' gc-001 ', '丙'), line('GC-0 01', '丁'), line('GC-0001', '戊')]) }, ['duplicate_id']);
    expect(await ask(outcome, 'SELECT project_id, name FROM projects ORDER BY 1')).toEqual([{ project_id: 'GC-0001', name: '戊' }, { project_id: 'GC-001', name: '甲' }]);
    expect(outcome.imported).toMatchObject({ rowsIn: 5, rowsOut: 2, rowsQuarantined: 3 });
    expect((await quarantined(outcome)).map((r) => r['project_id'])).toEqual(['ＧＣ－００１', ' gc-001 ', 'GC-0 01']);
  });
  it('the same id in two files: the report names both places', async () => {
    const outcome = await published({ '甲.csv': '项目编号,项目名称,备注\nA,甲,\n', '乙.csv': '项目编号,项目名称,备注\nA,乙,\n' });
    expect(outcome.blocking.map((b) => b.id)).toEqual(['duplicate_id']);
    const [p] = (await readProblems(outcome.report)).filter((x) => x.severity === '阻断');
    expect([p!.file, p!.row, p!.reason]).toEqual(['甲.csv', 2, expect.stringMatching(/编号与乙\.csv第 2 行重复/)]);
  });
  it('rows without a name or a number', async () => {
    const outcome = await published({ '台账.xlsx': await book([HEADER, line('A', ''), line('', '无号工程'), line('不详', '工程'), line('B')]) }, ['required_missing']);
    expect(outcome.imported).toMatchObject({ rowsIn: 4, rowsOut: 1, rowsQuarantined: 3 });
    expect((await readProblems(outcome.report)).filter((p) => p.check === '必填项为空').map((p) => [p.row, p.column, p.reason])).toEqual([[2, '项目名称', '缺少“项目名称”'], [3, '项目编号', '缺少“项目编号”'], [4, '项目编号', '缺少“项目编号”']]);
  });
  it('every row of a ragged, stray-quoted, mixed CSV arrives somewhere', async () => {
    const text = ['项目编号,项目名称,备注', 'A,甲,好', 'B,"乙,没有关', 'C,丙,多,出,来', 'D', '', '  ', 'E,戊,"第一行', '第二行"', 'F,己"引号"中间,x', ',,', '合计,6,'].join('\r\n');
    const outcome = await published({ '台账.csv': text }, ['required_missing']);
    expect(outcome.imported.rowsIn).toBe(outcome.imported.rowsOut + outcome.imported.rowsQuarantined + outcome.imported.rowsSetAside);
    const all = [...(await ask(outcome, `SELECT project_id || name || coalesce(note, '') AS text FROM projects`)), ...(await quarantined(outcome)).map((r) => ({ text: Object.values(r).join(' ') }))].map((r) => String(r['text'])).join('\n');
    for (const word of ['甲', '乙', '丙', 'D', '戊', '己']) expect(all).toContain(word);
    expect(Object.keys(findings(outcome)).filter((id) => id.startsWith('csv_')).sort()).toEqual(['csv_quote', 'csv_width']);
  });
  it('random damage never loses a row: in = out + quarantined + set aside, in ten mangled ledgers', async () => {
    let seed = 7;
    const random = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n;
    const pieces = ['A', 'ＡＢ', '', '不详', '合计', '注：', '"', '\'', ',', '=1', '项目名称', '2026-11-03', '-', '\u202e', '🏗️', 'P1', '甲镇', '1e9', '无'];
    for (let i = 0; i < 10; i++) {
      const rows: Grid = [HEADER, ...Array.from({ length: 30 }, () => HEADER.map(() => pieces[random(pieces.length)]! + (random(3) === 0 ? pieces[random(pieces.length)]! : '')))];
      const outcome = await published({ '台账.csv': rows.map((r) => r.join(',')).join('\n') }, ['required_missing', 'duplicate_id', 'value_unreadable']);
      expect(outcome.imported.rowsIn).toBeGreaterThan(20);
    }
  });
});

describe('a folder with everything in it', () => {
  it('reads the ledgers, passes over companions and lock files, and says which files it did not read', async () => {
    const root = folderOf({
      '项目.csv': '项目编号,项目名称,属地\nA,甲,甲镇\n', '线索/线索.csv': '线索编号,受理日期\nX1,2026-11-01\n', '~$项目.xlsx': '', '.DS_Store': 'x', 'Thumbs.db': 'x', 'desktop.ini': 'x', 'rules.json': '{}', 'county.json': '{}', 'README.md': '# x',
      '边界.geojson': '{}', '说明.docx': 'PK', '汇报.pdf': '%PDF-1.7', '照片.jpg': 'x', '无扩展名': 'x', '压缩.zip': 'PK\u0003\u0004', '脚本.exe': 'MZ', '值班.csv': '姓名,日期\n张三,周一\n',
    });
    symlinkSync(join(root, '台账'), join(root, '台账', '循环'));
    symlinkSync(join(root, '没有'), join(root, '台账', '断链.xlsx'));
    const outcome = await run(root, join(root, '台账'), DAY);
    expect(outcome.blocking).toEqual([]);
    expect(outcome.imported.plans.filter((p) => p.table).map((p) => [p.file, p.table]).sort()).toEqual([['线索/线索.csv', 'cases'], ['项目.csv', 'projects']]);
    expect((await readProblems(outcome.report)).filter((p) => p.check === '有文件没有读取').map((p) => p.file).sort()).toEqual(['压缩.zip', '无扩展名', '汇报.pdf', '照片.jpg', '脚本.exe', '说明.docx'].sort());
    expect(outcome.imported.plans.find((p) => p.file === '值班.csv')).toMatchObject({ table: null, why: expect.stringMatching(/没有一行像表头|最接近/) });
  });
  it('of junk alone, or empty, is refused in words', async () => {
    for (const files of [{ '照片.jpg': 'x' }, { 'county.json': '{"code":"990101","name":"安澜县"}' }] as Record<string, string>[]) {
      const { status, err } = await call(snapshot, folderOf(files), '--from', '台账', '--as-of', DAY);
      expect([status, err]).toEqual([1, expect.stringMatching(/台账 里没有台账。请放入 \.xlsx、\.xls、\.csv 或 \.parquet 文件/)]);
    }
  });
  it('the same ledgers under another folder name give the same snapshot', async () => {
    const one = folderOf({ '项目.csv': '项目编号,项目名称,属地\nA,甲,甲镇\n', '线索/线索.csv': '线索编号,受理日期\nX1,2026-11-01\n' });
    const two = freshFolder();
    cpSync(join(one, '台账'), join(two, '另一个 文件夹'), { recursive: true });
    const [a, b] = [await run(one, join(one, '台账'), DAY), await run(two, join(two, '另一个 文件夹'), DAY)];
    expect(a.published!.sha256).toBe(b.published!.sha256);
  });
});
