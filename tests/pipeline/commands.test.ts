import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre';
import { beforeAll, describe, expect, it } from 'vitest';
import * as boundaries from '../../scripts/commands/boundaries.ts';
import * as demo from '../../scripts/commands/demo.ts';
import * as snapshot from '../../scripts/commands/snapshot.ts';
import * as template from '../../scripts/commands/template.ts';
import * as verify from '../../scripts/commands/verify.ts';
import { planSheets } from '../../scripts/ledger/plan.ts';
import { readSources } from '../../scripts/ledger/read.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { listPublished, readPublished } from '../../scripts/snapshot/index-file.ts';
import { sha256Hex } from '../../src/shared/hash.ts';
import { literal } from '../../src/query/sql.ts';
import { ledgerColumns, LEDGER_TABLES } from '../../src/model/tables.ts';
import { call, type Called, STACK } from '../support/commands.ts';
import { type Cell, freshFolder, type Rows, writeLedger } from '../support/ledgers.ts';
import { readProblems } from '../support/problem-list.ts';
import { fillTemplate } from '../support/template-filler.ts';

const COMMANDS = { snapshot, verify, template, boundaries, demo };
const CLI = fileURLToPath(new URL('../../scripts/cli.ts', import.meta.url));
const DAY = '2026-11-20';
const row = (id: string, more: Record<string, Cell> = {}): Record<string, Cell> => ({ project_id: id, name: `${id}工程`, place_code: '甲镇', dept_code: '住建局', stage: '在建', risk_grade: '无欠薪', ...more });
const GOOD: Rows = [row('A'), row('B', { risk_grade: '一般', unpaid_wages: 20_000, unpaid_workers: 3, found_on: '2026-09-01', owed_since: '2026-08-01' })];
/** 无欠薪 with money owed: blocks, and may be accepted. */
const CONTRADICTED: Rows = [row('A', { unpaid_wages: 500 }), row('B')];
const PHONE = '13812345678';

/** A folder with 本周 台账/台账.xlsx in it: where the user stands. */
async function standing(rows: Rows = GOOD): Promise<string> {
  const at = freshFolder();
  await writeLedger(join(at, '本周 台账'), { projects: rows });
  return at;
}
const publish = (at: string, ...more: string[]) => call(snapshot, at, '--from', '本周 台账', '--as-of', DAY, ...more);

describe('usage of every command', () => {
  it.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])('%s --help says what it does in both languages and ends with 0', async (name) => {
    for (const flag of ['--help', '-h']) {
      const { status, out, err } = await call(COMMANDS[name], freshFolder(), flag);
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`^npm run ${name} -- `));
      expect(out).toMatch(/[\u4e00-\u9fff]{6}/);
      expect(out).toMatch(/[a-z]+ [a-z]+ [a-z]+/);
      expect(out).toContain('退出状态 / exit status: 0 完成 done · 1 数据不可发布 refused · 2 用法有误 usage');
    }
  });
  it.each<[keyof typeof COMMANDS, string[], RegExp]>([
    ['snapshot', [], /缺少选项 --from <path> \/ missing option/],
    ['snapshot', ['--from', 'x'], /缺少选项 --as-of <day>/],
    ['snapshot', ['--form', 'x'], /不认识的选项 --form \/ unknown option/],
    ['snapshot', ['--from', '没有.xlsx', '--as-of', DAY], /找不到台账 .*没有\.xlsx/],
    ['snapshot', ['--from', '本周 台账', '--as-of', '2026-2-3'], /--as-of 须是日期，如 2026-11-20，而不是「2026-2-3」/],
    ['snapshot', ['--from', '本周 台账', '--as-of', '2026-02-30'], /--as-of 须是日期/],
    ['snapshot', ['--from', '本周 台账', '--as-of', '20261120'], /而不是「20261120」/],
    ['snapshot', ['--from', '本周 台账', '--as-of'], /选项 --as-of 缺少值 \/ needs a value/],
    ['snapshot', ['--from', '', '--as-of', DAY], /选项 --from 缺少值/],
    ['snapshot', ['--from', 'a', '--from', 'b', '--as-of', DAY], /选项 --from 只能给一次/],
    ['snapshot', ['--from', '本周', '台账', '--as-of', DAY], /多余的参数「台账」：路径中有空格时请加引号/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--rules', '没有.json'], /找不到 --rules 所指的文件 .*没有\.json/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--county', '没有.json'], /找不到 --county 所指的文件/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--decisions', '没有.json'], /找不到 --decisions 所指的文件/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--previous', '本周 台账'], /--previous .* 不是快照：没有 manifest\.json/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--to', '本周 台账/台账.xlsx'], /--to .*台账\.xlsx 是一个文件/],
    ['snapshot', ['--from', '.', '--as-of', DAY], /--to .*snapshots 在台账文件夹里面/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--report', '本周 台账/问题'], /--report .* 在台账文件夹里面/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--accept', 'no_such_check'], /--accept no_such_check：没有这项阻断检查.*total_mismatch/],
    ['snapshot', ['--from', '本周 台账', '--as-of', DAY, '--accept', 'personal_data'], /个人信息不能放行.*--mask/],
    ['verify', [], /请给出一个快照、快照文件夹或已发布的网站/],
    ['verify', ['a', 'b'], /请给出一个快照/],
    ['verify', ['没有'], /找不到 .*没有/],
    ['verify', ['--all', '.'], /不认识的选项 --all/],
    ['template', [], /缺少选项 --to/],
    ['template', ['--to', '模板.csv'], /--to 须以 \.xlsx 结尾/],
    ['boundaries', ['--from', 'a.geojson'], /缺少选项 --to/],
    ['boundaries', ['--from', '没有.shp', '--to', 'b.topojson'], /找不到边界文件 .*没有\.shp/],
    ['boundaries', ['--from', '本周 台账', '--to', 'b.topojson', '--bytes', '1.5'], /--bytes 须是正整数/],
    ['boundaries', ['--from', '本周 台账', '--to', 'b.topojson', '--places', '本周 台账/台账.xlsx'], /不是属地名册，须是/],
    ['demo', [], /缺少选项 --to/],
    ['demo', ['--to', 'x', '--counties', '101'], /--counties 须是 1–100 的整数，而不是「101」/],
    ['demo', ['--to', 'x', '--weeks', '2.0'], /--weeks 须是 1–25 的整数，而不是「2\.0」/],
  ])('%s %j ends with 2, says what is wrong and prints the help', async (name, args, message) => {
    const at = await standing();
    const { status, out, err } = await call(COMMANDS[name], at, ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.split('\n\n')[0]).toMatch(message);
    expect(err).toContain(`npm run ${name} -- `);
    expect(err).not.toMatch(STACK);
    expect(readdirSync(at)).toEqual(['本周 台账']);
  });
});

describe('paths', () => {
  it('are resolved against where the user stands, with spaces and 中文, not against the working directory', async () => {
    const at = await standing();
    const { status, out } = await publish(at, '--to', '已 发布/快照', '--report', '报告 文件夹');
    expect(status).toBe(0);
    expect(out).toContain(`✓ 已封存 ${join(at, '已 发布/快照', DAY)}`);
    expect(existsSync(join(at, '已 发布/快照', DAY, 'manifest.json'))).toBe(true);
    expect(readdirSync(join(at, '报告 文件夹'))).toEqual([DAY]);
    expect(existsSync(join(at, 'snapshots'))).toBe(false);
  });
  it('stay as typed when they look like numbers', async () => {
    const at = freshFolder();
    await writeLedger(join(at, '2026.10'), { projects: GOOD });
    const { status } = await call(snapshot, at, '--from', '2026.10', '--as-of', DAY, '--to=007', '--report', '1e3');
    expect(status).toBe(0);
    expect(readdirSync(at).sort()).toEqual(['007', '1e3', '2026.10']);
    expect((await call(verify, at, '007')).status).toBe(0);
  });
  it('the real command line: npm’s INIT_CWD from another working directory, statuses 0, 1 and 2', { timeout: 60_000 }, async () => {
    const at = await standing(CONTRADICTED);
    const cli = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', CLI, ...args], { cwd: fileURLToPath(new URL('../..', import.meta.url)), env: { ...process.env, INIT_CWD: at }, encoding: 'utf8', timeout: 50_000 });
    const refused = cli('snapshot', '--from', '本周 台账', '--as-of', DAY);
    expect([refused.status, refused.stdout.match(/✗ 未发布：.*/)?.[0]]).toEqual([1, '✗ 未发布：无欠薪却有未支付工资。按问题清单改正台账后重新运行；确认无误要放行的，加 --accept no_arrears_but_unpaid']);
    expect(refused.stderr).not.toMatch(STACK);
    expect(cli('snapshot', '--from', '本周 台账', '--as-of', DAY, '--accept', 'no_arrears_but_unpaid').status).toBe(0);
    const unknown = cli('publish');
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringMatching(/没有命令「publish」.*snapshot/)]);
  });
});

describe('snapshot', () => {
  it('refuses a blocking check, writes the problem list, and publishes when it is accepted, which the manifest records', async () => {
    const at = await standing(CONTRADICTED);
    const refused = await publish(at);
    expect(refused.status).toBe(1);
    expect(refused.out).toMatch(/阻断 {2}无欠薪却有未支付工资（no_arrears_but_unpaid）1 处/);
    expect(existsSync(join(at, 'snapshots'))).toBe(false);
    const problems = await readProblems(join(at, 'reports', DAY, '问题清单.xlsx'));
    expect(problems[0]).toMatchObject({ check: '无欠薪却有未支付工资', severity: '阻断', file: '台账.xlsx', sheet: '项目台账', row: 2, column: '未支付工资', value: '500.00' });
    expect(problems[0]!.mend).toMatch(/改正隐患等级/);
    expect((await publish(at, '--accept', 'total_mismatch')).status).toBe(1);
    const accepted = await publish(at, '--accept', 'no_arrears_but_unpaid', '--accept', 'total_mismatch');
    expect([accepted.status, accepted.out]).toEqual([0, expect.stringContaining('no_arrears_but_unpaid）1 处，已接受')]);
    expect(readPublished(join(at, 'snapshots', DAY)).manifest.accepted).toEqual([{ check: 'no_arrears_but_unpaid', count: 1 }]);
  });
  it('a clean ledger accepts nothing', async () => {
    const at = await standing();
    expect((await publish(at, '--accept', 'no_arrears_but_unpaid')).status).toBe(0);
    expect(readPublished(join(at, 'snapshots', DAY)).manifest.accepted).toEqual([]);
  });
  it('--mask publishes a ledger with a phone number and counts it; without it the ledger is refused with what to do', async () => {
    const at = await standing([row('A', { note: `联系 ${PHONE}` }), row('B')]);
    const refused = await publish(at);
    expect([refused.status, refused.out]).toEqual([1, expect.stringMatching(/台账里有个人信息；删除后重新运行，或加 --mask 遮盖后发布/)]);
    expect(refused.out).not.toContain('--accept personal_data');
    expect(refused.out + refused.err).not.toContain(PHONE);
    const masked = await publish(at, '--mask');
    expect([masked.status, masked.out]).toEqual([0, expect.stringContaining('个人信息 1 处，已遮盖')]);
    expect(readPublished(join(at, 'snapshots', DAY)).manifest.masked).toBe(1);
  });
  it('--replace seals a corrected revision and says what changed; without it the day is refused', async () => {
    const at = await standing();
    expect((await publish(at)).status).toBe(0);
    await writeLedger(join(at, '本周 台账'), { projects: [...GOOD, row('C')] });
    const again = await publish(at);
    expect([again.status, again.err]).toEqual([1, expect.stringMatching(/✗ 2026-11-20 已有快照 2026-11-20。.*请加 --replace，会另存为 2026-11-20-r2/)]);
    const replaced = await publish(at, '--replace');
    expect([replaced.status, replaced.out]).toEqual([0, expect.stringMatching(/更正了 2026-11-20：[\s\S]*projects：新增 1 行，减少 0 行，改动 0 行/)]);
    expect(listPublished(join(at, 'snapshots')).map((p) => p.id)).toEqual(['2026-11-20', '2026-11-20-r2']);
  });
  it('a correction of an older week names --rebuild-later, and with it rebuilds the later one', async () => {
    const at = await standing();
    for (const day of ['2026-11-06', '2026-11-13']) expect((await call(snapshot, at, '--from', '本周 台账', '--as-of', day)).status).toBe(0);
    const older = ['--from', '本周 台账', '--as-of', '2026-11-06', '--replace'];
    const said = await call(snapshot, at, ...older);
    expect([said.status, said.out]).toEqual([0, expect.stringMatching(/更正的不是最新一周：2026-11-13 .*加 --rebuild-later 重算/)]);
    expect((await call(verify, at, 'snapshots')).status).toBe(0);
    const rebuilt = await call(snapshot, at, ...older, '--rebuild-later');
    expect([rebuilt.status, rebuilt.out]).toEqual([0, expect.stringContaining('✓ 重算 2026-11-13 → 2026-11-13-r2')]);
    expect(readPublished(join(at, 'snapshots', '2026-11-13-r2')).manifest.previous?.id).toBe('2026-11-06-r3');
    expect((await call(verify, at, 'snapshots')).status).toBe(0);
  });
  it('--previous builds on the named snapshot instead of the newest', async () => {
    const at = await standing();
    for (const day of ['2026-11-06', '2026-11-13']) expect((await call(snapshot, at, '--from', '本周 台账', '--as-of', day)).status).toBe(0);
    expect((await publish(at, '--previous', 'snapshots/2026-11-06')).status).toBe(0);
    expect(readPublished(join(at, 'snapshots', DAY)).manifest.previous?.id).toBe('2026-11-06');
    const later = await call(snapshot, at, '--from', '本周 台账', '--as-of', '2026-11-01', '--previous', 'snapshots/2026-11-06');
    expect([later.status, later.err]).toEqual([1, expect.stringMatching(/上一份快照 2026-11-06 不早于 2026-11-01/)]);
  });
  it('reads county.json and rules.json beside the ledger, and names the field or key that is wrong', async () => {
    const at = await standing();
    const beside = (name: string, content: string) => writeFileSync(join(at, '本周 台账', name), content);
    beside('county.json', '{"code":"990101","name":"安澜县","publisher":"治欠办"}');
    beside('rules.json', '{"stale_days":12,"windows":3}');
    const unknown = await publish(at);
    expect([unknown.status, unknown.out]).toEqual([1, expect.stringContaining('规则文件：规则文件有未知的键 windows，已忽略')]);
    expect((await publish(at, '--accept', 'rules_problem')).status).toBe(0);
    expect(readPublished(join(at, 'snapshots', DAY)).manifest.county).toMatchObject({ code: '990101', name: '安澜县', publisher: '治欠办', sample: false });
    expect(JSON.parse(readFileSync(join(at, 'snapshots', DAY, 'rules.json'), 'utf8'))).toMatchObject({ stale_days: 12 });
    for (const [name, content, message] of [
      ['county.json', '{"code":"99","name":"安澜县"}', /✗ county\.json：字段 code 不符合要求/], ['county.json', '{"code":"990101"', /✗ county\.json：读不出 JSON/],
      ['county.json', '{"code":"990101","name":"安澜县","boundaries":"没有.topojson"}', /✗ county\.json：边界文件 没有\.topojson 不存在；用 npm run boundaries 生成/],
    ] as const) {
      beside(name, content);
      const wrong = await publish(at, '--replace');
      expect([wrong.status, wrong.err]).toEqual([1, expect.stringMatching(message)]);
      expect(wrong.err).not.toMatch(STACK);
    }
    beside('county.json', '{"code":"990101","name":"安澜县"}');
    beside('rules.json', '{"stale_days":}');
    const rules = await publish(at, '--replace');
    expect([rules.status, rules.err]).toEqual([1, expect.stringMatching(/✗ rules\.json：读不出 JSON/)]);
  });
  it('a problem list that is open in Excel is a message, not a crash', async () => {
    const at = await standing(CONTRADICTED);
    mkdirSync(join(at, 'reports', DAY, '问题清单.xlsx'), { recursive: true });
    const { status, err } = await publish(at);
    expect([status, err]).toEqual([1, expect.stringMatching(/✗ 写不了 .*问题清单\.xlsx：可能正在 Excel 或 WPS 中打开/)]);
    expect(err).not.toMatch(/^\s+at /m);
  });
  it('a boundary file that is none, and a folder that cannot be made, are messages too', async () => {
    const at = await standing();
    writeFileSync(join(at, '本周 台账', 'county.json'), '{"code":"990101","name":"安澜县"}');
    writeFileSync(join(at, '本周 台账', 'boundaries.topojson'), '{"type":"Topology"}');
    const boundary = await publish(at);
    expect([boundary.status, boundary.err]).toEqual([1, expect.stringMatching(/✗ boundaries\.topojson：不是可用的边界文件.*请用 npm run boundaries 重新生成/)]);
    rmSync(join(at, '本周 台账', 'boundaries.topojson'));
    writeFileSync(join(at, '文件'), '');
    const folder = await publish(at, '--to', '文件/快照');
    expect([folder.status, folder.err]).toEqual([1, expect.stringMatching(/✗ 写不了 .*文件.快照：.*没有写入权限/)]);
    for (const { err } of [boundary, folder]) expect(err).not.toMatch(/^\s+at /m);
  });
  it.each<[string, (folder: string) => void, RegExp]>([
    ['lost a table', (s) => rmSync(join(s, 'projects.parquet')), /上一份快照 2026-11-13 .*projects\.parquet.*npm run verify/],
    ['has a changed table', (s) => writeFileSync(join(s, 'flow.parquet'), 'PAR1'), /上一份快照 2026-11-13 .*flow\.parquet.*npm run verify/],
    ['has half a manifest', (s) => writeFileSync(join(s, 'manifest.json'), '{"format":1,'), /2026-11-13.*manifest\.json.*npm run verify/],
  ])('does not build on a previous snapshot that %s: the account would be wrong', async (_, harm, message) => {
    const at = await standing();
    expect((await call(snapshot, at, '--from', '本周 台账', '--as-of', '2026-11-13')).status).toBe(0);
    harm(join(at, 'snapshots', '2026-11-13'));
    const outcome = await publish(at).catch((error: unknown) => String(error));
    expect(outcome).toEqual({ status: 1, out: '', err: expect.stringMatching(message) as string });
    expect(existsSync(join(at, 'snapshots', DAY))).toBe(false);
  });
  it('says on which check a ledger without a project sheet, or with no rows, fails', async () => {
    const at = freshFolder();
    await writeLedger(join(at, '本周 台账'), { payments: [{ payment_id: 'F1', project_id: 'A', amount: 1 }] });
    const missing = await publish(at);
    expect([missing.status, missing.err]).toEqual([1, expect.stringMatching(/台账里没有找到项目表，不能发布。.*npm run template.*台账\.xlsx·清偿流水与还款计划：payments/)]);
  });
});

describe('template', () => {
  let at: string;
  let written: Called;
  beforeAll(async () => {
    at = freshFolder();
    written = await call(template, at, '--to', '本周 台账/台账 模板.xlsx');
  });
  it('is written where the user stands', () => {
    expect(written).toEqual({ status: 0, out: `已写出 ${join(at, '本周 台账/台账 模板.xlsx')}\n`, err: '' });
  });
  it('has a guide and a sheet per table with every column, and no sample data', async () => {
    const { sheets } = await readXlsx(readFileSync(join(at, '本周 台账/台账 模板.xlsx')));
    expect(sheets.map((s) => s.name)).toEqual(['填写说明', ...LEDGER_TABLES.map((t) => t.title)]);
    for (const t of LEDGER_TABLES) expect(sheets.find((s) => s.name === t.title)!.rows).toEqual([ledgerColumns(t).map((c) => (c.unit === '元' ? `${c.title}（元）` : c.title))]);
  });
  it('is recognised sheet by sheet, every column', async () => {
    const plans = await withDatabase(async (c) => planSheets(c, await readSources(c, join(at, '本周 台账'))));
    expect(plans.map((p) => [p.sheet, p.table])).toEqual([['填写说明', null], ...LEDGER_TABLES.map((t) => [t.title, t.name])]);
    for (const t of LEDGER_TABLES) {
      const plan = plans.find((p) => p.table === t.name)!;
      expect([plan.sheet, plan.columns.map((c) => c.column), plan.unmapped]).toEqual([t.title, ledgerColumns(t).map((c) => c.name), []]);
    }
  });
  it('left empty is refused: it has no projects', async () => {
    const { status, out, err } = await publish(at);
    expect({ status, sealed: existsSync(join(at, 'snapshots', DAY)) }).toEqual({ status: 1, sealed: false });
    expect(out + err).toMatch(/没有.*项目/);
    expect(out + err).not.toMatch(STACK);
  });
  it('filled in, one row per table, publishes every table', async () => {
    const filling = freshFolder();
    cpSync(join(at, '本周 台账'), join(filling, '本周 台账'), { recursive: true });
    const tables = await fillTemplate(join(filling, '本周 台账/台账 模板.xlsx'), {
      places: { name: '甲镇', county_code: '990101' }, departments: { name: '住房和城乡建设局' }, projects: { contractor_code: '91990101MA0000001X', unpaid_wages: 0, lon: null, lat: null },
      companies: { company_code: '91990101MA0000001X' }, stated: { value: '1', parts: null, indicator: null, scope: null }, payroll: { workers_due: 2, wages_due: 2 },
    });
    expect(tables).toEqual(LEDGER_TABLES.map((t) => t.name));
    const { status, out } = await publish(filling);
    expect([status, out.match(/阻断.*/g)]).toEqual([0, null]);
    const { manifest } = readPublished(join(filling, 'snapshots', DAY));
    expect(manifest.freshness.filter((f) => !f.imported)).toEqual([]);
    const rowsOf = new Map(manifest.files.map((f) => [f.table, f.rows]));
    for (const t of LEDGER_TABLES.filter((l) => l.origin === 'ledger')) expect([t.name, rowsOf.get(t.name)]).toEqual([t.name, 1]);
  });
  it('over a file that cannot be written says so', async () => {
    mkdirSync(join(at, '占用.xlsx'), { recursive: true });
    const { status, err } = await call(template, at, '--to', '占用.xlsx');
    expect([status, err]).toEqual([1, expect.stringMatching(/✗ 写不了 .*占用\.xlsx：可能正在 Excel 或 WPS 中打开/)]);
  });
});

describe('verify', () => {
  let at: string;
  beforeAll(async () => {
    at = await standing();
    for (const day of ['2026-11-13', DAY]) await call(snapshot, at, '--from', '本周 台账', '--as-of', day);
  });
  /** A copy of the snapshots with one thing done to it, and what verify says. */
  async function after(harm: (folder: string) => void | Promise<void>): Promise<{ status: number; err: string[] }> {
    const copy = freshFolder();
    cpSync(join(at, 'snapshots'), join(copy, 'snapshots'), { recursive: true });
    await harm(join(copy, 'snapshots'));
    const { status, out, err } = await call(verify, copy, 'snapshots');
    expect(out).toBe(status === 0 ? out : `✗ ${err.trim().split('\n').length} 处不符\n`);
    return { status, err: err.trim().split('\n') };
  }
  const edit = (path: string, change: (bytes: Buffer) => Buffer) => writeFileSync(path, change(readFileSync(path)));
  const flip = (at_: number) => (bytes: Buffer) => {
    bytes[at_]! ^= 1;
    return bytes;
  };

  it('counts what it found in order: folder, one snapshot, published site', async () => {
    const files = listPublished(join(at, 'snapshots')).map((p) => p.manifest.files.length);
    expect(await call(verify, at, 'snapshots')).toEqual({ status: 0, out: `✓ 2 份快照、${files[0]! + files[1]!} 个文件，全部相符\n`, err: '' });
    expect((await call(verify, at, `snapshots/${DAY}`)).out).toBe(`✓ 1 份快照、${files[1]} 个文件，全部相符\n`);
    expect((await call(verify, at, '.')).out).toBe(`✓ 2 份快照、${files[0]! + files[1]!} 个文件，全部相符\n`);
  });
  it('one flipped byte, in any file of a snapshot, names that file', async () => {
    for (const { path } of readPublished(join(at, 'snapshots', DAY)).manifest.files) {
      expect(await after((s) => edit(join(s, DAY, path), flip(20)))).toEqual({ status: 1, err: [`✗ ${DAY}/${path}：内容已改变，SHA-256 与清单不符`] });
    }
  });
  it('one flipped byte in the manifest is caught by the index', async () => {
    const { status, err } = await after((s) => edit(join(s, DAY, 'manifest.json'), (b) => Buffer.from(b.toString().replace('"sample": false', '"sample": true'))));
    expect([status, err]).toEqual([1, [`✗ ${DAY}/manifest.json：内容与索引登记的 SHA-256 不符`]]);
  });
  it('one flipped byte in the manifest of the previous week breaks the chain as well', async () => {
    const { err } = await after((s) => edit(join(s, '2026-11-13', 'manifest.json'), (b) => Buffer.from(b.toString().replace('"sample": false', '"sample": true'))));
    expect(err).toEqual([`✗ 2026-11-13/manifest.json：内容与索引登记的 SHA-256 不符`, `✗ ${DAY}：上一份快照 2026-11-13 已不是发布时的那一份`]);
  });
  it('one missing file is named, and one that does not belong', async () => {
    expect(await after((s) => rmSync(join(s, DAY, 'cube.parquet')))).toEqual({ status: 1, err: [`✗ ${DAY}/cube.parquet：文件缺失`] });
    expect(await after((s) => writeFileSync(join(s, DAY, '备注.txt'), ''))).toEqual({ status: 1, err: [`✗ ${DAY}/备注.txt：清单里没有这个文件`] });
    expect(await after((s) => rmSync(join(s, '2026-11-13'), { recursive: true }))).toMatchObject({ status: 1, err: [expect.stringMatching(/2026-11-13：索引里有，文件夹里没有 manifest\.json/), expect.stringMatching(/上一份快照 2026-11-13 不在这里/)] });
  });
  it('one extra column, even with manifest and index made to match, is named', async () => {
    const { status, err } = await after(async (s) => {
      const path = join(s, DAY, 'projects.parquet');
      await withDatabase(async (c) => {
        await c.run(`COPY (SELECT *, '420922' AS id_card FROM read_parquet(${literal(join(at, 'snapshots', DAY, 'projects.parquet'))})) TO ${literal(path)} (FORMAT parquet)`);
      });
      const bytes = readFileSync(path);
      edit(join(s, DAY, 'manifest.json'), (b) => {
        const manifest = JSON.parse(b.toString()) as { files: { path: string; bytes: number; sha256: string }[] };
        Object.assign(manifest.files.find((f) => f.path === 'projects.parquet')!, { bytes: bytes.length, sha256: sha256Hex(bytes) });
        return Buffer.from(JSON.stringify(manifest));
      });
      const sha256 = sha256Hex(readFileSync(join(s, DAY, 'manifest.json')));
      edit(join(s, 'index.json'), (b) => Buffer.from(b.toString().replace(readPublished(join(at, 'snapshots', DAY)).sha256, sha256)));
    });
    expect([status, err]).toEqual([1, [`✗ ${DAY}/projects.parquet：多出目录中没有的列 id_card`]]);
  });
  it('a manifest or index that is no JSON is named', async () => {
    expect((await after((s) => writeFileSync(join(s, 'index.json'), '{'))).err.join('\n')).toMatch(/index\.json：不是有效的 JSON[\s\S]*重新运行 npm run snapshot 会重写它/);
    expect((await after((s) => writeFileSync(join(s, DAY, 'manifest.json'), '[]'))).err.join('\n')).toMatch(/2026-11-20\/manifest\.json：不是有效的快照清单/);
  });
  it('a folder of something else is refused in words', async () => {
    const { status, err } = await call(verify, at, '本周 台账');
    expect([status, err]).toEqual([1, expect.stringMatching(/不是快照、快照文件夹或已发布的网站/)]);
  });
});

describe('boundaries', () => {
  const square = (code: string, name: string, x: number) => ({ type: 'Feature', properties: { code, name }, geometry: { type: 'Polygon', coordinates: [[[x, 30], [x + 0.1, 30], [x + 0.1, 30.1], [x, 30.1], [x, 30]]] } });
  const two = JSON.stringify({ type: 'FeatureCollection', features: [square('990101001', '甲镇', 112), square('990101002', '乙镇', 112.1)] });
  it('converts, joins to the list of places, and ends with 0', async () => {
    const at = freshFolder();
    writeFileSync(join(at, '乡 镇.geojson'), two);
    writeFileSync(join(at, '名册.json'), JSON.stringify([{ place_code: '990101001', name: '甲镇' }, { place_code: '990101009', name: '丙镇' }]));
    const { status, out } = await call(boundaries, at, '--from', '乡 镇.geojson', '--to', '边 界/boundaries.topojson', '--places', '名册.json');
    expect([status, out]).toEqual([0, expect.stringMatching(/乡 镇\.geojson：2 个属地边界[\s\S]*按代码 1 个[\s\S]*无边界的属地：丙镇[\s\S]*没有对应属地的边界：乙镇/)]);
    expect(JSON.parse(readFileSync(join(at, '边 界/boundaries.topojson'), 'utf8'))).toMatchObject({ type: 'Topology' });
  });
  it.each<[string, string]>([['空文件', ''], ['不是 JSON', '{'], ['没有面', '{"type":"FeatureCollection","features":[]}']])('%s ends with 1 and names the file', async (_, content) => {
    const at = freshFolder();
    writeFileSync(join(at, '坏.geojson'), content);
    const { status, out, err } = await call(boundaries, at, '--from', '坏.geojson', '--to', 'b.topojson');
    expect([status, existsSync(join(at, 'b.topojson'))]).toEqual([1, false]);
    expect(out + err).toMatch(/坏\.geojson.*[\u4e00-\u9fff]/);
    expect(out + err).not.toMatch(STACK);
  });
});

describe('demo', () => {
  it('writes the newest week where the user stands; it publishes, and its own file verifies', { timeout: 60_000 }, async () => {
    const at = freshFolder();
    const { status, out } = await call(demo, at, '--to', '示例 县', '--weeks', '1');
    expect([status, out]).toEqual([0, `已写出 1 份台账：${join(at, '示例 县')}\n`]);
    expect((await call(snapshot, at, '--from', '示例 县', '--as-of', DAY)).status).toBe(0);
    expect(readPublished(join(at, 'snapshots', DAY)).manifest.county).toMatchObject({ name: '安澜县', sample: true });
    expect((await call(verify, at, 'snapshots')).status).toBe(0);
  });
});
