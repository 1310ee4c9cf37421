import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { beforeAll, describe, expect, it } from 'vitest';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { literal } from '../../src/query/sql.ts';
import { ask, findings, freshFolder, run, writeLedger } from '../support/ledgers.ts';
import { cardNumber, idNumber, wide } from '../support/personal-numbers.ts';
import { type Problem, readProblems } from '../support/problem-list.ts';
import { searchFiles } from '../support/search-files.ts';

const DAY = '2026-11-20';
type Grid = (string | number | null)[][];
const HEADER = ['项目编号', '项目名称', '属地', '主管部门', '隐患等级', '备注'];
const line = (id: string, note: string | number | null = null, ...more: (string | number | null)[]): Grid[number] => [id, `${id}工程`, '甲镇', '住建局', '无欠薪', note, ...more];

const ID18 = idNumber('42092219900101123');
const ID18_X = idNumber('42092219900101118');
const ID15 = '420922680307512';
const MOBILE = '13907221358';
const SPACED = '159 7222 4681';
const CARD = cardNumber('622848112345678901');
const ACCOUNT = cardNumber('431102298765432');
const NUMERIC = 420922198506151230;
const MEMO = '18671234590';
const COVERED = '13677123456';
const ALL = [ID18, ID18_X, ID15, MOBILE, SPACED, wide(SPACED), CARD, ACCOUNT, '42092219850615', MEMO, COVERED];

/** A ledger with a personal number in every seat one hides in. */
async function hidden(): Promise<string> {
  const root = freshFolder();
  const folder = join(root, '台账');
  mkdirSync(folder);
  const rows: Grid = [
    [`XX县在建工程项目台账（联系人王五 ${MOBILE}）`],
    [...HEADER, '经办', '工资卡账号', '登记号'],
    line('A', `班组长身份证${ID18}，已联系`),
    line('B', null, null, CARD),
    line('C', ID15),
    line('D', null, `李四 ${wide(SPACED)}`, ACCOUNT),
    line('E', null, null, null, NUMERIC),
    line('F', ID18_X.toLowerCase()),
    line('G', '见附件'),
    line('H', `王五${COVERED}`),
  ];
  writeFileSync(join(folder, '台账.xlsx'), await writeXlsx({
    sheets: [
      { name: '项目台账', rows, rowDefs: new Map([[7, { hidden: true }]]), columns: [...HEADER.map(() => ({})), {}, {}, { hidden: true }], merges: [{ startRow: 8, endRow: 9, startCol: 5, endCol: 5 }] },
      { name: '通讯录', rows: [['姓名', '电话'], ['赵六', Number(MEMO)]], hidden: true },
    ],
  }));
  writeFileSync(join(folder, '线索.csv'), `线索编号,受理日期,核处结论,反映人\nX1,2026-11-01,已答复,张三\nX2,2026-11-02,"电话 ${MOBILE}",张三\n`);
  return root;
}
const SEATS = ['台账.xlsx·项目台账·1', '台账.xlsx·项目台账·3', '台账.xlsx·项目台账·4', '台账.xlsx·项目台账·5', '台账.xlsx·项目台账·6', '台账.xlsx·项目台账·7', '台账.xlsx·项目台账·8', '台账.xlsx·通讯录·2', '线索.csv··3'];

describe('personal numbers in every seat of a ledger', () => {
  let root: string;
  let refused: Outcome;
  let problems: Problem[];
  beforeAll(async () => {
    root = await hidden();
    refused = await run(root, join(root, '台账'), DAY);
    problems = (await readProblems(refused.report)).filter((p) => p.check === '含身份证号、手机号或银行卡号');
  });

  it('refuse publication; nothing is sealed', () => {
    expect(refused.published === null).toBe(true);
    expect(refused.blocking.map((b) => b.id)).toContain('personal_data');
    expect(existsSync(join(root, 'snapshots'))).toBe(false);
    expect(findings(refused)).toMatchObject({ merged_covered: 1, hidden_sheet: 1, hidden_column: 1 });
  });
  it('are listed by file, sheet, row and column, without the value', () => {
    const seats = new Set(problems.map((p) => `${p.file}·${p.sheet}·${p.row}`));
    expect([...seats].sort()).toEqual([...SEATS].sort());
    expect(problems.map((p) => p.value).filter((v) => v !== '')).toEqual([]);
    expect(new Set(problems.map((p) => p.severity))).toEqual(new Set(['阻断']));
    const at = (row: number, sheet = '项目台账') => problems.filter((p) => p.sheet === sheet && p.row === row).map((p) => p.reason);
    expect(at(1)).toEqual(['A 列“项目编号”有手机号']);
    expect(at(3)).toEqual(['F 列“备注”有身份证号']);
    expect(at(4)).toEqual(['H 列“工资卡账号”有银行卡号']);
    expect(at(5)).toContain('F 列“备注”有15 位身份证号');
    expect(at(6).sort()).toEqual(['G 列“经办”有手机号', 'H 列“工资卡账号”有银行卡号']);
    expect(at(7)).toEqual(['I 列“登记号”有15–19 位数字（按数值存储，可能是证件号或卡号）']);
    expect(at(8)).toEqual(['F 列“备注”有身份证号']);
    expect(at(2, '通讯录')).toEqual(['B 列“电话”有手机号']);
    expect(at(3, '')).toEqual(['C 列“核处结论”有手机号']);
    expect(problems.every((p) => p.mend.includes('--mask'))).toBe(true);
  });
  it('stand in no file of the report folder, the quarantine included', async () => {
    const again = freshFolder();
    writeFileSync(join(root, '台账', '重复.csv'), `项目编号,项目名称,备注\nA,另一个A工程,${ID18}\n,无编号,${MOBILE}\n`);
    const outcome = await run(again, join(root, '台账'), DAY);
    expect(existsSync(join(again, 'reports', DAY, 'quarantine', 'projects.parquet'))).toBe(true);
    expect(outcome.imported.rowsQuarantined).toBeGreaterThanOrEqual(2);
    const { files, found } = await searchFiles(join(again, 'reports'), ALL);
    expect([files >= 2, found]).toEqual([true, []]);
  });
  it('with --mask are in no file and no cell of the snapshot, and are counted', async () => {
    const masked = freshFolder();
    const outcome = await run(masked, join(await hidden(), '台账'), DAY, { mask: true });
    expect(outcome.blocking).toEqual([]);
    expect(outcome.published!.manifest.masked).toBe(outcome.imported.masked);
    expect(outcome.imported.masked).toBe(new Set(problems.map((p) => `${p.file}·${p.sheet}·${p.row}·${p.reason.split(' ')[0]}`)).size);
    const { files, found } = await searchFiles(masked, ALL);
    expect([files >= outcome.published!.manifest.files.length + 3, found]).toEqual([true, []]);
    expect(await ask(outcome, 'SELECT project_id, note FROM projects WHERE note IS NOT NULL ORDER BY 1')).toEqual([
      { project_id: 'A', note: `班组长身份证420*************${ID18.slice(-2)}，已联系` }, { project_id: 'C', note: `420**********${ID15.slice(-2)}` }, { project_id: 'F', note: expect.stringMatching(/^420\*{13}\d[\dxX]$/) as string },
      { project_id: 'G', note: '见附件' }, { project_id: 'H', note: '见附件' },
    ]);
  });
  it('search itself finds what is there, in a workbook, a table and a text', async () => {
    const at = freshFolder();
    await writeLedger(at, { projects: [{ project_id: 'A', name: 'A', note: SPACED }] }, 'a.xlsx');
    await withDatabase((c) => c.run(`COPY (SELECT ${literal(wide(MOBILE))} AS note) TO ${literal(join(at, 'b.parquet'))} (FORMAT parquet, COMPRESSION zstd)`));
    writeFileSync(join(at, 'c.json'), JSON.stringify({ a: ID18 }));
    expect((await searchFiles(at, ALL)).found.sort()).toEqual([`a.xlsx: ${SPACED}`, `a.xlsx: ${wide(SPACED)}`, `b.parquet: ${MOBILE}`, `c.json: ${ID18}`]);
  });
});

describe('one seat at a time', () => {
  const published = async (name: string, content: string | Uint8Array, mask = false): Promise<{ outcome: Outcome; root: string }> => {
    const root = freshFolder();
    mkdirSync(join(root, 'l'));
    writeFileSync(join(root, 'l', name), content);
    return { outcome: await run(root, join(root, 'l'), DAY, { mask }), root };
  };
  const csv = (note: string, header = '备注'): string => `项目编号,项目名称,属地,隐患等级,${header}\nA,A工程,甲镇,无欠薪,"${note}"\nB,B工程,甲镇,无欠薪,\n`;

  it.each<[string, string, string]>([
    ['18 digits', ID18, '备注'], ['18 with X', ID18_X, '备注'], ['lower x', ID18_X.toLowerCase(), '备注'], ['full width', wide(ID18), '备注'], ['in groups', `${ID18.slice(0, 6)} ${ID18.slice(6, 14)} ${ID18.slice(14)}`, '备注'],
    ['15 digits', ID15, '备注'], ['mobile', MOBILE, '备注'], ['mobile +86', `+86 ${MOBILE}`, '备注'], ['mobile in words', `请联系张三${MOBILE}或李四`, '备注'], ['two lines', `张三\n${MOBILE}`, '备注'],
    ['card', CARD, '备注'], ['card in fours', CARD.replace(/(.{4})(?=.)/g, '$1 '), '备注'], ['any card under a header of accounts', ACCOUNT, '开户账号'], ['in the name of a project column', MOBILE, '责任人'], ['in a date column', ID18, '开工日期'],
    ['in an amount column', ID18, '合同造价'],
  ])('%s: refused, and masked away', async (_, value, header) => {
    const { outcome } = await published('台账.csv', csv(value, header));
    expect(outcome.blocking.map((b) => b.id)).toContain('personal_data');
    const masked = await published('台账.csv', csv(value, header), true);
    expect(masked.outcome.imported.masked).toBe(1);
    for (const root of [masked.root]) {
      const { found } = await searchFiles(join(root, 'reports'), [value]);
      expect(found).toEqual([]);
    }
    if (masked.outcome.published) expect((await searchFiles(join(masked.root, 'snapshots'), [value])).found).toEqual([]);
  });

  it.each<[string, string]>([['GB18030', 'gb'], ['UTF-16', 'utf16'], ['UTF-8 with byte order mark', 'bom']])('a CSV in %s is scanned too', async (_, encoding) => {
    const note = `电话${MOBILE}`;
    const gb = Buffer.concat([Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0a]), Buffer.from(`A,A,${MOBILE}\nB,B,\n`)]);
    const bytes = encoding === 'gb' ? gb : encoding === 'bom' ? Buffer.from(`\ufeff${csv(note)}`) : Buffer.from(`\ufeff${csv(note)}`, 'utf16le');
    const { outcome, root } = await published('台账.csv', bytes);
    expect(outcome.blocking.map((b) => b.id)).toEqual(['personal_data']);
    expect((await searchFiles(join(root, 'reports'), [MOBILE])).found).toEqual([]);
  });

  it('a Parquet ledger is scanned, numbers stored as numbers too', async () => {
    const root = freshFolder();
    const path = join(root, '项目台账.parquet');
    await withDatabase((c) => c.run(`COPY (SELECT * FROM (VALUES ('A', 'A工程', ${MOBILE}::BIGINT, ${ID18.slice(0, 17)}${ID18.slice(17) === 'X' ? '0' : ID18.slice(17)}::BIGINT), ('B', 'B工程', NULL, NULL)) t(项目编号, 项目名称, 备注, 证件)) TO ${literal(path)} (FORMAT parquet)`));
    const outcome = await run(root, path, DAY);
    expect(findings(outcome)['personal_data']).toBe(2);
    expect((await readProblems(outcome.report)).filter((p) => p.check.startsWith('含身份证')).map((p) => [p.row, p.reason])).toEqual([[2, 'C 列“备注”有手机号'], [2, 'D 列“证件”有身份证号']]);
    expect((await searchFiles(join(root, 'reports'), [MOBILE, ID18])).found).toEqual([]);
  });

  it('a header cell and a column that is not read are masked before they are quoted', async () => {
    const { outcome, root } = await published('台账.csv', csv('', `经办人${MOBILE}`), true);
    expect(findings(outcome)['column_unmapped']).toBe(1);
    expect((await searchFiles(root, [MOBILE])).found.filter((f) => !f.startsWith('l/'))).toEqual([]);
  });

  it.each<[string, string, string]>([['a file name', `台账（联系人${MOBILE}）.csv`, ''], ['a sheet name', '台账.xlsx', `张三${MOBILE}`]])('%s with a number is refused or masked: it is copied into the manifest', async (_, name, sheet) => {
    const bytes = sheet === '' ? csv('') : await writeXlsx({ sheets: [{ name: sheet, rows: [HEADER, line('A')] }] });
    const { outcome, root } = await published(name, bytes);
    expect(outcome.published === null).toBe(true);
    expect(outcome.blocking.map((b) => b.id)).toEqual(['personal_data']);
    expect((await searchFiles(join(root, 'reports'), [MOBILE])).found).toEqual([]);
  });
});

describe('what looks like a personal number and is none', () => {
  it('is published as written', async () => {
    const root = freshFolder();
    const rows: Grid = [
      ['项目编号', '项目名称', '属地', '主管部门', '隐患等级', '总包统一社会信用代码', '合同造价', '专户余额', '合同签订日期', '备注', '施工许可证编号'],
      ['2303-420922-04-01-138123', '一期', '甲镇', '住建局', '无欠薪', '91420922MA4000123X', 138_123_456.78, 13_812_345_678.9, '2026-11-03', '文号 420922〔2026〕13812345号', '420922202303150101'],
      ['GX20260101138', '二期', '甲镇', '住建局', '无欠薪', '914209221234567890', '13,812.35万元', 1_381_234.5, '2026年11月3日', '2026-11-03至2026-12-03', '420922202303150102'],
      ['P4209222026110312', '三期', '甲镇', '住建局', '无欠薪', '52420922MJ0000123Y', '1.3812345678亿元', null, 46_329, '面积13812.345678平方米', null],
      ['202611031381', '四期', '甲镇', '住建局', '无欠薪', null, '138123456', null, '20261103', '0713-8123456', null],
    ];
    const path = join(root, '项目台账.xlsx');
    writeFileSync(path, await writeXlsx({ sheets: [{ name: '项目台账', rows }] }));
    const outcome = await run(root, path, DAY);
    expect(findings(outcome)).not.toHaveProperty('personal_data');
    expect(await ask(outcome, 'SELECT project_id, contractor_code, contract_amount, note FROM projects ORDER BY 1')).toEqual([
      { project_id: '202611031381', contractor_code: null, contract_amount: 138_123_456, note: '0713-8123456' },
      { project_id: '2303-420922-04-01-138123', contractor_code: '91420922MA4000123X', contract_amount: 138_123_456.78, note: '文号 420922〔2026〕13812345号' },
      { project_id: 'GX20260101138', contractor_code: '914209221234567890', contract_amount: 138_123_500, note: '2026-11-03至2026-12-03' },
      { project_id: 'P4209222026110312', contractor_code: '52420922MJ0000123Y', contract_amount: 138_123_456.78, note: '面积13812.345678平方米' },
    ]);
    expect(outcome.published!.manifest.masked).toBe(0);
  });
});
