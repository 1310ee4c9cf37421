import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { INDICATORS } from '../../src/model/indicators.ts';
import { LEDGER_TABLES } from '../../src/model/tables.ts';
import { FACTS } from '../../src/query/facts.ts';
import { ask, findings, freshFolder, run } from '../support/ledgers.ts';
import { gb18030 } from '../support/gb18030.ts';
import { readProblems } from '../support/problem-list.ts';
import { fraction, valueOf } from '../support/values.ts';

const [FIRST, SECOND] = ['2026-11-13', '2026-11-20'];
const HEADER = '项目名称,属地,主管部门,建设单位,隐患等级,未支付工资（万元）,涉及人数,发现日期,拖欠起始';
const WEEK = [HEADER, '实验小学扩建工程,城关街道,住建局,县教育局,一般,12.5,8,2026-09-01,2026-08-01', '太平镇卫生院（二期）,太平镇,卫健局,太平镇人民政府,无欠薪,,,,', '沿河公路,太平镇,交通运输局,交投公司,严重,30,20,2026-10-01,2026-07-01'].join('\n');
type Bytes = string | Uint8Array;

async function publish(root: string, asOf: string, content: Bytes, name = '在建项目.csv'): Promise<Outcome> {
  const folder = join(root, asOf);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  return run(root, folder, asOf);
}
const ids = async (o: Outcome): Promise<Record<string, string>> => Object.fromEntries((await ask(o, 'SELECT name, project_id FROM projects ORDER BY name')).map((r) => [String(r['name']), String(r['project_id'])]));
const codes = async (o: Outcome) => [await ask(o, 'SELECT place_code, name, kind FROM places ORDER BY sort'), await ask(o, 'SELECT dept_code, name FROM departments ORDER BY sort')];

describe('one CSV of projects is enough', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await publish(freshFolder(), FIRST!, WEEK);
  });
  it('is published without accepting anything', () => {
    expect(outcome.blocking).toEqual([]);
    expect(outcome.published!.manifest.accepted).toEqual([]);
    expect(outcome.imported).toMatchObject({ rowsIn: 3, rowsOut: 3, rowsQuarantined: 0, rowsSetAside: 0 });
  });
  it('makes the lists of places and departments from the names, and reports each', async () => {
    expect(await codes(outcome)).toEqual([
      [{ place_code: 'X001', name: '城关街道', kind: '街道' }, { place_code: 'X002', name: '太平镇', kind: '镇' }],
      [{ dept_code: 'X001', name: '住建局' }, { dept_code: 'X002', name: '卫健局' }, { dept_code: 'X003', name: '交通运输局' }],
    ]);
    expect(findings(outcome)).toMatchObject({ places_created: 2, departments_created: 3, id_derived: 1 });
    const problems = await readProblems(outcome.report);
    expect(problems.filter((p) => p.check === '属地名册由台账推出').map((p) => [p.row, p.value, p.severity])).toEqual([[2, '城关街道', '提示'], [3, '太平镇', '提示']]);
    expect(problems.find((p) => p.check === '没有编号，已由名称推出')).toMatchObject({ file: '在建项目.csv', row: 1, reason: '没有编号列，3 行的编号由内容生成；请在台账里加一列固定的编号' });
  });
  it('derives an id of one letter and twelve digits per project, all different', async () => {
    const derived = Object.values(await ids(outcome));
    expect(derived.map((id) => /^P[0-9A-F]{12}$/.test(id))).toEqual([true, true, true]);
    expect(new Set(derived).size).toBe(3);
  });
  it('converts the unit of the header and counts what the ledger says', async () => {
    expect(await fraction(outcome, 'unpaid_wages')).toBe('425000');
    expect(await fraction(outcome, 'open_risk')).toBe('2');
    expect(await fraction(outcome, 'no_arrears_rate')).toBe('1/3');
  });
  it('says of every other table that it is 未导入, and writes no file for it', () => {
    const imported = outcome.published!.manifest.freshness.filter((f) => f.imported).map((f) => f.table);
    expect(imported).toEqual(['places', 'departments', 'projects']);
    const absent = LEDGER_TABLES.filter((t) => t.origin === 'ledger' && !imported.includes(t.name)).map((t) => t.name);
    expect(outcome.published!.manifest.freshness.filter((f) => !f.imported)).toEqual(absent.map((table) => ({ table, latest: null, imported: false })));
    expect(outcome.published!.manifest.files.map((f) => f.table).filter((t) => t !== null && absent.includes(t))).toEqual([]);
  });
  it('leaves every indicator of a table it lacks unknown, not 0: numerator and denominator are NULL in cube and compiler', async () => {
    const here = new Set(outcome.published!.manifest.files.flatMap((f) => (f.table ? [f.table] : [])));
    const lacking = INDICATORS.filter((i) => [...i.n, ...i.d].some((part) => FACTS[part.fact].tables.some((t) => !here.has(t))));
    expect(lacking.map((i) => i.id)).toEqual(expect.arrayContaining(['clue_close_rate', 'group_rate', 'paid_week', 'plan_kept_rate', 'systems_rate', 'action_done_rate', 'returns_rate', 'unlawful_rate', 'account_months']));
    for (const { id, d } of lacking) {
      const [row] = await valueOf(outcome, id);
      expect([id, row![`${id}_n`], d.length > 0 ? row![`${id}_d`] : null]).toEqual([id, null, null]);
    }
    const columns = new Set((await ask(outcome, 'DESCRIBE cube')).map((r) => String(r['column_name'])));
    const parts = lacking.flatMap(({ id }) => [`${id}_n`, `${id}_d`]).filter((c) => columns.has(c));
    expect(parts.length).toBeGreaterThan(20);
    const [filled] = await ask(outcome, `SELECT ${parts.map((c) => `count(${c}) AS ${c}`).join(', ')} FROM cube`);
    expect(Object.entries(filled!).filter(([, n]) => n !== 0)).toEqual([]);
  });
  it('names the checks that could not be made, with the table that is missing', async () => {
    const rows = await ask(outcome, `SELECT check_id, "count", detail FROM checks WHERE detail LIKE '未检：%' ORDER BY 1`);
    expect(rows).toContainEqual({ check_id: 'wages_over_due', count: 0, detail: '未检：工资支付未导入' });
    expect(rows).toContainEqual({ check_id: 'closed_before_received', count: 0, detail: '未检：线索案件未导入' });
  });
});

describe('the encoding of the file', () => {
  it.each<[string, Bytes]>([['UTF-8 with byte order mark', `\ufeff${WEEK}`], ['GB18030', gb18030(WEEK)], ['UTF-16', Buffer.from(`\ufeff${WEEK}`, 'utf16le')], ['UTF-8 with Windows line ends', WEEK.replaceAll('\n', '\r\n')], ['tabs', WEEK.replaceAll(',', '\t')]])('%s gives the very tables plain UTF-8 gives', async (_, content) => {
    const [plain, other] = [await publish(freshFolder(), FIRST!, WEEK), await publish(freshFolder(), FIRST!, content)];
    const tables = (o: Outcome) => o.published!.manifest.files.map((f) => [f.path, f.sha256]);
    expect(other.blocking).toEqual([]);
    expect(tables(other)).toEqual(tables(plain));
  });
  it('the writer of GB18030 used here writes what Chinese Excel writes', () => {
    expect([...gb18030('项目A')]).toEqual([0xcf, 0xee, 0xc4, 0xbf, 0x41]);
    expect(new TextDecoder('gb18030').decode(gb18030(WEEK))).toBe(WEEK);
  });
});

describe('the next week', () => {
  let first: Outcome;
  beforeAll(async () => {
    first = await publish(freshFolder(), FIRST!, WEEK);
  });
  /** A second week beside the first, from other bytes; each in a folder of its own. */
  const next = async (content: Bytes): Promise<Outcome> => {
    const own = freshFolder();
    mkdirSync(join(own, 'l'));
    writeFileSync(join(own, 'l', '本周.csv'), content);
    return run(own, join(own, 'l'), SECOND!, { previous: first.published!.folder });
  };

  it('keeps the ids of the same projects, in another order, with other amounts and grades', async () => {
    const [header, ...rows] = WEEK.replace('一般,12.5,8', '严重,20,9').split('\n');
    const second = await next([header, ...rows.reverse()].join('\n'));
    expect(await ids(second)).toEqual(await ids(first));
    expect(await ask(second, `SELECT event, count(*) AS n FROM flow WHERE as_of = DATE '${SECOND}' GROUP BY 1`)).toEqual([{ event: '延续', n: 2 }]);
    expect(await ask(second, 'SELECT count(*) AS n FROM absent')).toEqual([{ n: 0 }]);
  });
  it.each<[string, (text: string) => string]>([
    ['spaces in names', (t) => t.replace('实验小学扩建工程', ' 实验 小学\u3000扩建工程 ').replace('县教育局', '县 教育局')],
    ['full-width brackets', (t) => t.replace('（二期）', '(二期)')],
    ['square brackets and quotes', (t) => t.replace('（二期）', '【二期】')],
    ['the office instead of the place', (t) => t.replaceAll(',太平镇,', ',太平镇人民政府,').replaceAll(',城关街道,', ',城关街道办事处,')],
    ['the place without its kind', (t) => t.replaceAll(',太平镇,', ',太平,')],
    ['a department in another spelling', (t) => t.replace('住建局', '住房和城乡建设局')],
    ['another column order', (t) => t.split('\n').map((l) => l.split(',').reverse().join(',')).join('\n')],
    ['a title and a unit row above', (t) => `在建工程项目台账,,,,,,,,\n单位：万元,,,,,,,,\n${t.replace('（万元）', '')}`],
  ])('keeps the ids with %s', async (_, change) => {
    const changed = change(WEEK);
    expect(changed).not.toBe(WEEK);
    const second = await next(changed);
    expect(second.blocking).toEqual([]);
    expect(Object.values(await ids(second)).sort()).toEqual(Object.values(await ids(first)).sort());
    expect(await fraction(second, 'unpaid_wages')).toBe('425000');
  });
  it('a project that is renamed is new, and the old one is missed: both are said', async () => {
    const second = await next(WEEK.replace('沿河公路', '滨河大道'));
    expect((await ask(second, `SELECT event FROM flow WHERE as_of = DATE '${SECOND}' ORDER BY 1`)).map((r) => r['event']).sort()).toEqual(['延续', '新增', '漏报'].sort());
    expect(findings(second)).toMatchObject({ absent_open: 1 });
  });
  it('keeps the codes of places and departments, whatever comes first; new ones take the next', async () => {
    const second = await next([HEADER, '新桥,龙凤乡,水利局,水务公司,无欠薪,,,,', ...WEEK.split('\n').slice(1).reverse()].join('\n'));
    const [places, departments] = await codes(second);
    expect(places).toEqual([{ place_code: 'X001', name: '城关街道', kind: '街道' }, { place_code: 'X002', name: '太平镇', kind: '镇' }, { place_code: 'X003', name: '龙凤乡', kind: '乡' }]);
    expect(departments).toEqual([{ dept_code: 'X001', name: '住建局' }, { dept_code: 'X002', name: '卫健局' }, { dept_code: 'X003', name: '交通运输局' }, { dept_code: 'X004', name: '水利局' }]);
    expect(findings(second)).toMatchObject({ places_created: 1, departments_created: 1 });
    expect(await ask(second, `SELECT name, place_code FROM projects WHERE name = '沿河公路'`)).toEqual([{ name: '沿河公路', place_code: 'X002' }]);
  });
  it('keeps them also when a place has no project this week', async () => {
    const second = await next(WEEK.split('\n').filter((l) => !l.includes('城关街道')).join('\n'));
    const [places] = await codes(second);
    expect(places!.map((p) => [p['place_code'], p['name']])).toEqual([['X001', '城关街道'], ['X002', '太平镇']]);
  });
  it('ends with a manifest that names the file, its sheet and its rows', () => {
    const { sources } = first.published!.manifest;
    expect(sources.map(({ name, sheet, table, rows }) => ({ name, sheet, table, rows }))).toEqual([{ name: '在建项目.csv', sheet: '', table: 'projects', rows: 4 }]);
  });
});
