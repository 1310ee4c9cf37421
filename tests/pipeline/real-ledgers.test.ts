import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WriteOptions, writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { tableOf } from '../../src/model/tables.ts';
import { ask, findings, freshFolder, type Rows, run } from '../support/ledgers.ts';
import { readProblems, readSetAside } from '../support/problem-list.ts';
import { csvOf, gridOf, parquetOf } from '../support/table-files.ts';
import { fraction } from '../support/values.ts';

const DAY = '2026-11-20';
type Grid = (string | number | boolean | Date | null)[][];
type Sheet = WriteOptions['sheets'][number];

/** Publishes a folder of these files; every row is accounted for. */
async function publish(files: Readonly<Record<string, string | Uint8Array>>, accept: readonly string[] = []): Promise<Outcome> {
  const root = freshFolder();
  mkdirSync(join(root, '台账'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, '台账', name), content);
  const outcome = await run(root, join(root, '台账'), DAY, { accept: new Set(accept) });
  const { rowsIn, rowsOut, rowsQuarantined, rowsSetAside } = outcome.imported;
  expect(rowsIn).toBe(rowsOut + rowsQuarantined + rowsSetAside);
  return outcome;
}
const book = (sheet: Partial<Sheet> & { rows: Grid }, options: Partial<WriteOptions> = {}): Promise<Uint8Array> => writeXlsx({ ...options, sheets: [{ name: 'Sheet1', ...sheet } as Sheet] });
const projects = (o: Outcome, columns: string) => ask(o, `SELECT ${columns} FROM projects ORDER BY project_id`);

/** 在建项目台账 as a county keeps it: title, unit, two-row header, places merged down, subtotals, blank rows, footnotes, a hidden row, a total. */
const HEAD: Grid = [
  ['XX县在建工程项目农民工工资支付情况台账', null, null, null, null, null, null, null, null, null, null],
  ['填报单位：XX县治欠办', null, null, null, null, null, null, null, '单位：万元、人', null, null],
  ['序号', '所属乡镇', '项目编码', '工程名称', '行业主管单位', '风险等级', '工程款', null, '拖欠金额', '涉及人数', '备注'],
  [null, null, null, null, null, null, '应付', '已付', null, null, null],
];
const BODY: Grid = [
  [1, '太平镇', 'G1', '学校', '住建局', '一般隐患', 100, 80, 12.5, 3, null],
  [2, null, 'G2', '医院', '住建局', '无', '２，０００', '1，000', '-', '-', '不详'],
  [3, null, 'G3', '公路', '交通运输局', '重大', '3,000', 2_000, '0.5亿元', '20人', '见 附件'],
  ['小计', null, '3个', null, null, null, 5_100, 3_080, 5_012.5, null, null],
  [null, null, null, null, null, null, null, null, null, null, null],
  [4, '城关街道', 'G4', '桥', '交通运输局', '正常', 50.25, 50.25, '/', '/', null],
  ['小计', null, '1个', null, null, null, 50.25, 50.25, null, null, null],
  ['合计', null, '4个', null, null, null, 5_150.25, 3_130.25, 5_012.5, null, null],
  ['注：1. 拖欠金额截至2026年11月20日。', null, null, null, null, null, null, null, null, null, null],
  ['填表人：李四', null, null, '审核人：王五', null, null, null, null, null, null, null],
];
const MERGES = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 10 }, ...[0, 1, 2, 3, 4, 5, 8, 9, 10].map((c) => ({ startRow: 2, startCol: c, endRow: 3, endCol: c })), { startRow: 2, startCol: 6, endRow: 2, endCol: 7 }, { startRow: 4, startCol: 1, endRow: 6, endCol: 1 }];
const real = (body: Grid = BODY): Promise<Uint8Array> => book({ rows: [...HEAD, ...body], merges: MERGES, rowDefs: new Map([[5, { hidden: true }]]) });

describe('a ledger as a county keeps it', () => {
  it('is read whole: units, merged places, hidden rows, text numbers, other words for grades and headers', async () => {
    const outcome = await publish({ '在建项目台账.xlsx': await real() });
    expect(outcome.blocking).toEqual([]);
    expect(await projects(outcome, `project_id, name, (SELECT q.name FROM places q WHERE q.place_code = projects.place_code) AS place, risk_grade, progress_payment_due AS due, progress_payment_paid AS paid, unpaid_wages, note`)).toEqual([
      { project_id: 'G1', name: '学校', place: '太平镇', risk_grade: '一般', due: 1_000_000, paid: 800_000, unpaid_wages: 125_000, note: null },
      { project_id: 'G2', name: '医院', place: '太平镇', risk_grade: '无欠薪', due: 20_000_000, paid: 10_000_000, unpaid_wages: null, note: null },
      { project_id: 'G3', name: '公路', place: '太平镇', risk_grade: '严重', due: 30_000_000, paid: 20_000_000, unpaid_wages: 50_000_000, note: '见 附件' },
      { project_id: 'G4', name: '桥', place: '城关街道', risk_grade: '无欠薪', due: 502_500, paid: 502_500, unpaid_wages: null, note: null },
    ]);
    expect(outcome.imported).toMatchObject({ rowsIn: 9, rowsOut: 4, rowsQuarantined: 0, rowsSetAside: 5 });
    expect(findings(outcome)).not.toHaveProperty('total_mismatch');
    expect(findings(outcome)).not.toHaveProperty('column_unmapped');
    expect((await readSetAside(outcome.report)).map(([, sheet, row, kind, words]) => [sheet, row, kind, words])).toEqual([
      ['Sheet1', '8', '合计', '小计 3个 5100 3080 5012.5'], ['Sheet1', '9', '空行', ''], ['Sheet1', '11', '合计', '小计 1个 50.25 50.25'], ['Sheet1', '12', '合计', '合计 4个 5150.25 3130.25 5012.5'],
      ['Sheet1', '13', '说明', '注:1.拖欠金额截至2026年11月20日。'], ['Sheet1', '14', '说明', '填表人:李四 审核人:王五'],
    ]);
  });
  it.each<[string, number, number, number, string]>([
    ['合计', 7, 8, 5_112.5, '“合计”行的“未支付工资”写的是 5,112.5万元，明细 4 行相加是 5,012.5万元'],
    ['小计', 3, 6, 5_101, '“小计”行的“应付工程进度款”写的是 5,101万元，明细 3 行相加是 5,100万元'],
  ])('a wrong %s is reported with row and column and blocks; the rows are kept', async (_, at, column, value, reason) => {
    const body = BODY.map((r, i) => (i === at ? r.map((c, k) => (k === column ? value : c)) : r));
    const outcome = await publish({ '在建项目台账.xlsx': await real(body) });
    expect(outcome.blocking.map((b) => [b.id, b.count])).toEqual([['total_mismatch', 1]]);
    const [problem] = (await readProblems(outcome.report)).filter((p) => p.severity === '阻断');
    expect([problem!.row, problem!.reason]).toEqual([5 + at, reason]);
    const accepted = await publish({ '在建项目台账.xlsx': await real(body) }, ['total_mismatch']);
    expect(await projects(accepted, 'project_id, unpaid_wages')).toHaveLength(4);
    expect(await fraction(accepted, 'unpaid_wages')).toBe('50125000');
  });
  it('an amount merged over several projects is nobody’s: it blocks instead of being counted three times', async () => {
    const rows: Grid = [['项目编号', '项目名称', '隐患等级', '未支付工资', '涉及人数'], ['A', '甲', '一般', 300, 1], ['B', '乙', '一般', null, 1], ['C', '丙', '一般', null, 1]];
    const outcome = await publish({ '项目.xlsx': await book({ rows, merges: [{ startRow: 1, startCol: 3, endRow: 3, endCol: 3 }] }) });
    expect(outcome.blocking.map((b) => [b.id, b.count])).toEqual([['merged_number', 1], ['open_amount_unknown', 2]]);
    const accepted = await publish({ '项目.xlsx': await book({ rows, merges: [{ startRow: 1, startCol: 3, endRow: 3, endCol: 3 }] }) }, ['merged_number', 'open_amount_unknown']);
    expect(await fraction(accepted, 'unpaid_wages')).toBe('300');
  });
  it('a printed ledger that repeats its header on every page loses no row and gains none', async () => {
    const header = ['项目编号', '项目名称', '属地', '合同造价（元）'];
    const page = (n: number): Grid => Array.from({ length: 3 }, (_, i) => [`P${n}${i}`, `第${n}-${i}项`, '甲镇', 10]);
    const outcome = await publish({ '项目.xlsx': await book({ rows: [['XX县在建项目台账'], header, ...page(1), ['第1页'], ['XX县在建项目台账'], header, ...page(2), ['第2页']] }) });
    expect(await projects(outcome, 'project_id')).toHaveLength(6);
    expect(outcome.imported).toMatchObject({ rowsOut: 6, rowsQuarantined: 0 });
  });
  it('a project whose name holds 合计 or 注 stays data', async () => {
    const outcome = await publish({ '项目.csv': '项目编号,项目名称\nA,合计大厦\nB,注塑厂小计\nC,附属医院\nD,说明书印刷厂\n' });
    expect(await projects(outcome, 'name')).toEqual([{ name: '合计大厦' }, { name: '注塑厂小计' }, { name: '附属医院' }, { name: '说明书印刷厂' }]);
  });
});

describe('dates', () => {
  const FORMS: readonly (string | number | Date)[] = ['2026-11-03', '2026/11/3', '2026.11.3', '2026年11月3日', '2026年11月3号', '2026 年 11 月 3 日', '20261103', '２０２６－１１－０３', '2026－11－3', '2026-11-03 10:30:00', '2026/11/3 0:00', 46_329, '46329', new Date('2026-11-03T00:00:00Z'), new Date('2026-11-03T23:59:59Z')];
  const rows: Grid = [['项目编号', '项目名称', '开工日期'], ...FORMS.map((f, i): Grid[number] => [`P${String(i).padStart(2, '0')}`, `${i}号`, f])];
  it('every form is the same day', async () => {
    const outcome = await publish({ '项目.xlsx': await book({ rows, cells: new Map(FORMS.map((f, i) => [`${i + 1},2`, f instanceof Date ? { style: { numFmt: 'yyyy-mm-dd' } } : {}])) }) });
    expect(findings(outcome)).not.toHaveProperty('value_unreadable');
    expect((await projects(outcome, 'start_on')).map((r) => r['start_on'])).toEqual(FORMS.map(() => '2026-11-03'));
  });
  it('of a workbook with the 1904 system too', async () => {
    const dates: Grid = [['项目编号', '项目名称', '开工日期'], ['A', '甲', new Date('2026-11-03T00:00:00Z')], ['B', '乙', new Date('2024-02-29T00:00:00Z')]];
    const outcome = await publish({ '项目.xlsx': await book({ rows: dates }, { dateSystem: '1904' }) });
    expect((await projects(outcome, 'start_on')).map((r) => r['start_on'])).toEqual(['2026-11-03', '2024-02-29']);
  });
  it.each<[string, RegExp]>([['26-11-3', /年份只有两位/], ['11月3日', /缺少年份/], ['2026年11月', /缺少日/], ['2026-02-30', /日历上没有这一天/], ['2206-11-03', /超出合理范围/], ['下个月', /不是可识别的日期/]])('%s is unknown and reported', async (written, reason) => {
    const outcome = await publish({ '项目.csv': `项目编号,项目名称,开工日期\nA,甲,${written}\nB,乙,2026-11-03\n` });
    expect(outcome.blocking.map((b) => b.id)).toEqual(['value_unreadable']);
    expect((await readProblems(outcome.report))[0]).toMatchObject({ file: '项目.csv', row: 2, column: '开工日期', value: written, reason: expect.stringMatching(reason) });
  });
});

describe('yes, no and unknown', () => {
  it('every form', async () => {
    const yes = ['是', '有', '√', '✓', '☑', 'Y', 'yes', 1, true, '已'];
    const no = ['否', '无', '×', '✗', 'X', 'N', 'no', 0, false, '未', '没有'];
    const unknown = ['', '/', '-', '—', '不详', '未知', '待定', 'N/A', '…', null];
    const rows: Grid = [['项目编号', '项目名称', '挂牌督办', '备注'], ...[...yes, ...no, ...unknown].map((v, i): Grid[number] => [`P${String(i).padStart(2, '0')}`, `${i}号`, v, 'x'])];
    const outcome = await publish({ '项目.xlsx': await book({ rows }) });
    expect(findings(outcome)).not.toHaveProperty('value_unreadable');
    expect((await projects(outcome, 'supervised')).map((r) => r['supervised'])).toEqual([...yes.map(() => true), ...no.map(() => false), ...unknown.map(() => null)]);
  });
  it('unknown is NULL in amounts, counts, dates, names and lists: never 0, never empty text', async () => {
    const forms = ['/', '-', '——', '不详', '无', '', '　', '待核实'];
    const outcome = await publish({ '项目.csv': `项目编号,项目名称,合同造价,用工人数,开工日期,建设单位,投资性质,主管部门\nA,甲,1,1,2026-01-01,业主,国企,住建局\n${forms.map((f, i) => `P${i},${i}号,${f},${f},${f},${f},${f === '无' ? '' : f},${f}`).join('\n')}\n` });
    expect(findings(outcome)).not.toHaveProperty('value_unreadable');
    const rows = await projects(outcome, `* EXCLUDE (project_id, name, open, grade_now, closings, promise_changes, unchanged_weeks)`);
    for (const row of rows.slice(1)) expect(Object.values(row).filter((v) => v !== null)).toEqual([]);
    expect(rows).toHaveLength(forms.length + 1);
  });
});

describe('names', () => {
  it('太平镇, 太平, 太平镇人民政府 and stray spaces are one place; 12345 by its other names is one channel', async () => {
    const spellings = ['太平镇', '太平', '太平镇人民政府', ' 太 平 镇 ', '太平镇政府', '太平镇（人民政府）'];
    const channels = ['12345', '12345热线', '县长热线', '政务服务热线', '市长热线', '１２３４５热线'];
    const outcome = await publish({
      '项目.csv': `项目编号,项目名称,所属乡镇\n${spellings.map((s, i) => `P${i},${i}号,${s}`).join('\n')}\n`,
      '线索.csv': `线索编号,受理日期,线索来源,属地\n${channels.map((c, i) => `X${i},2026-11-0${i + 1},${c},太平`).join('\n')}\n`,
    });
    expect(await ask(outcome, 'SELECT name, count(*) AS n FROM places GROUP BY 1')).toEqual([{ name: '太平镇', n: 1 }]);
    expect(await ask(outcome, 'SELECT count(DISTINCT place_code) AS places, count(place_code) AS n FROM projects')).toEqual([{ places: 1, n: spellings.length }]);
    expect(await ask(outcome, 'SELECT channel, count(*) AS n, count(DISTINCT place_code) AS places FROM cases GROUP BY 1')).toEqual([{ channel: '12345热线', n: channels.length, places: 1 }]);
  });
  it('with a list of places in the ledger every spelling finds its code, and a stranger blocks', async () => {
    const list = '属地编码,属地名称\n990101101,太平镇\n990101001,城关街道\nZ01,经济开发区\n';
    const ledger = (places: string[]): string => `项目编号,项目名称,属地\n${places.map((p, i) => `P${i},${i}号,${p}`).join('\n')}\n`;
    const good = await publish({ '属地.csv': list, '项目.csv': ledger(['太平镇', '太平', '太平镇人民政府', '990101101', '城关街道办', '城关街道办事处', '经济开发区管委会']) });
    expect((await projects(good, 'place_code')).map((r) => r['place_code'])).toEqual(['990101101', '990101101', '990101101', '990101101', '990101001', '990101001', 'Z01']);
    const stranger = await publish({ '属地.csv': list, '项目.csv': ledger(['太平镇', '龙凤乡']) });
    expect(stranger.blocking.map((b) => [b.id, b.count])).toEqual([['unknown_place', 1]]);
    expect((await readProblems(stranger.report))[0]).toMatchObject({ file: '项目.csv', row: 3, column: '属地', value: '龙凤乡' });
  });
  it('headers in other words, with brackets, stars, spaces and line breaks', async () => {
    const rows: Grid = [['*项目代码', '工 程\n名称', '乡镇街道', '行业主管部门', '风险等级', '欠薪金额（万元）', '欠薪人数（人）', '是否挂牌督办', '包保领导', '化解时限', '业主单位', '施工单位'], ['A', '甲', '甲镇', '住建局', '较小', '1.5', '3人', '是', '张县长', '2026年12月底前', '业主', '总包']];
    const outcome = await publish({ '项目.xlsx': await book({ rows }) });
    expect(findings(outcome)).not.toHaveProperty('column_unmapped');
    expect(await projects(outcome, 'project_id, name, risk_grade, unpaid_wages, unpaid_workers, supervised, leader, promised_on, owner_unit, contractor')).toEqual([
      { project_id: 'A', name: '甲', risk_grade: '一般', unpaid_wages: 15_000, unpaid_workers: 3, supervised: true, leader: '张县长', promised_on: '2026-12-31', owner_unit: '业主', contractor: '总包' },
    ]);
  });
});

describe('units of money', () => {
  it.each<[string, string, string, number]>([
    ['元 by default', '未支付工资', '125000', 125_000], ['万元 in the header', '未支付工资（万元）', '12.5', 125_000], ['亿元 in the header', '未支付工资(亿元)', '0.00125', 125_000], ['behind a slash', '未支付工资/万元', '12.5', 125_000],
    ['a unit in the cell wins', '未支付工资（万元）', '125000元', 125_000], ['万 in the cell', '未支付工资', '12.5万', 125_000], ['thousands', '未支付工资', '"125,000.00"', 125_000], ['full width', '未支付工资', '１２５，０００．００', 125_000], ['currency', '未支付工资', '￥125000元整', 125_000],
    ['千元', '未支付工资（千元）', '125', 125_000], ['a cent', '未支付工资（万元）', '12.500001', 125_000.01],
  ])('%s', async (_, header, cell, yuan) => {
    const outcome = await publish({ '项目.csv': `项目编号,项目名称,隐患等级,涉及人数,${header}\nA,甲,一般,3,${cell}\n` });
    expect(outcome.blocking).toEqual([]);
    expect(await projects(outcome, 'unpaid_wages')).toEqual([{ unpaid_wages: yuan }]);
  });
  it('a unit that cannot be money blocks', async () => {
    expect((await publish({ '项目.csv': '项目编号,项目名称,隐患等级,涉及人数,未支付工资（人）\nA,甲,一般,3,3\n' })).blocking.map((b) => b.id)).toEqual(['header_unit']);
  });
});

describe('several files and formats', () => {
  const PROJECTS: Rows = Array.from({ length: 40 }, (_, i) => ({
    project_id: `GC-${String(i).padStart(3, '0')}`, name: `${i}号工程（一期）`, place_code: ['太平镇', '城关街道', '经开区'][i % 3]!, dept_code: ['住建局', '交通运输局'][i % 2]!, stage: '在建', risk_grade: i % 4 === 0 ? '一般' : '无欠薪', contract_amount: 1_000_000.5 + i,
    unpaid_wages: i % 4 === 0 ? 1234.56 + i : null, unpaid_workers: i % 4 === 0 ? i + 1 : null, found_on: i % 4 === 0 ? '2026-09-01' : null, start_on: '2026-03-05', supervised: i % 5 === 0, progress_pct: 54.5, note: i % 7 === 0 ? '第一行，"引号"' : null,
  }));
  const CASES: Rows = Array.from({ length: 10 }, (_, i) => ({ case_id: `XS${i}`, project_id: `GC-00${i}`, place_code: '太平镇', received_on: '2026-11-01', channel: '信访', verified: i % 2 === 0, amount: 100.25 * i }));
  const TABLES = { projects: PROJECTS, cases: CASES };
  const sheetOf = (table: string, rows: Rows): Sheet => ({ name: tableOf(table).title, rows: gridOf(table, rows) });
  /** Table files with their hashes; `checks` names the files it read, so it is left out. */
  const shas = (o: Outcome) => Object.fromEntries(o.published!.manifest.files.filter((f) => f.table !== null && f.table !== 'checks').map((f) => [f.path, f.sha256]));

  it('the same data as XLSX, CSV and Parquet, in one file or many, give the same tables byte for byte', async () => {
    const xlsx = await publish({ '台账.xlsx': await writeXlsx({ sheets: Object.entries(TABLES).map(([t, rows]) => sheetOf(t, rows)) }) });
    expect(xlsx.blocking).toEqual([]);
    const csv = await publish({ '项目台账.csv': csvOf('projects', PROJECTS), '线索案件.csv': csvOf('cases', CASES) });
    const parquet = await publish({ '项目台账.parquet': await parquetOf(freshFolder(), 'projects', PROJECTS), '线索案件.parquet': await parquetOf(freshFolder(), 'cases', CASES) });
    const mixed = await publish({ '项目台账.xlsx': await writeXlsx({ sheets: [sheetOf('projects', PROJECTS)] }), '线索案件.csv': csvOf('cases', CASES) });
    const split = await publish({ '1 太平.csv': csvOf('projects', PROJECTS.slice(0, 13)), '2 城关.csv': csvOf('projects', PROJECTS.slice(13)), '3 线索.xlsx': await writeXlsx({ sheets: [sheetOf('cases', CASES)] }) });
    expect(Object.keys(shas(xlsx))).toEqual(expect.arrayContaining(['projects.parquet', 'cases.parquet', 'places.parquet', 'departments.parquet', 'cube.parquet', 'warnings.parquet', 'risks.parquet', 'flow.parquet', 'absent.parquet']));
    for (const [name, other] of Object.entries({ csv, parquet, mixed, split })) expect([name, other.blocking, shas(other)]).toEqual([name, [], shas(xlsx)]);
  });
  it('the order of rows and columns does not matter to the tables of projects', async () => {
    const places = '属地编码,属地名称\nA1,太平镇\nA2,城关街道\nA3,经开区\n';
    const departments = '部门编码,部门名称\nD1,住建局\nD2,交通运输局\n';
    const lists = { '属地.csv': places, '主管部门.csv': departments };
    const one = await publish({ ...lists, '项目台账.csv': csvOf('projects', PROJECTS) });
    const turned = csvOf('projects', [...PROJECTS].reverse()).split('\n').map((l) => l.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).reverse().join(',')).join('\n');
    const other = await publish({ ...lists, '项目台账.csv': turned });
    expect(shas(other)).toEqual(shas(one));
  });
  it('sources of the manifest name every file and sheet with its rows and hash', async () => {
    const outcome = await publish({ 'a.csv': csvOf('projects', PROJECTS), 'b.xlsx': await writeXlsx({ sheets: [sheetOf('cases', CASES), { name: '说明', rows: [['本表每周五填报']] }] }) });
    expect(outcome.published!.manifest.sources.map(({ name, sheet, table, rows, sha256 }) => [name, sheet, table, rows, sha256.length])).toEqual([['a.csv', '', 'projects', 41, 64], ['b.xlsx', '线索案件', 'cases', 11, 64], ['b.xlsx', '说明', null, 1, 64]]);
  });
});
