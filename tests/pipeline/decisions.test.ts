import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as snapshot from '../../scripts/commands/snapshot.ts';
import type { Decisions } from '../../src/model/decisions.ts';
import { withDatabase } from '../../scripts/snapshot/database.ts';
import { listPublished } from '../../scripts/snapshot/index-file.ts';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { literal } from '../../src/query/sql.ts';
import { call, STACK } from '../support/commands.ts';
import { ask, type Cell, freshFolder, type Rows, run, writeLedger } from '../support/ledgers.ts';
import { rowsOf } from '../support/duckdb.ts';
import { readProblems } from '../support/problem-list.ts';
import { idNumber } from '../support/personal-numbers.ts';
import { fraction } from '../support/values.ts';

const [BEFORE, MEETING, AFTER, NEXT] = ['2026-11-20', '2026-11-23', '2026-11-27', '2026-12-04'];
const COUNTY = '000000';
const project = (id: string, more: Record<string, Cell> = {}): Record<string, Cell> => ({ project_id: id, name: `${id}工程`, place_code: '甲镇', dept_code: '住建局', stage: '在建', risk_grade: '一般', unpaid_wages: 10_000, unpaid_workers: 2, found_on: '2026-09-01', owed_since: '2026-08-01', ...more });
const PROJECTS: Rows = [project('A'), project('B', { place_code: '乙镇' })];
const entry = (id: string, more: Partial<Decisions['entries'][number]> = {}): Decisions['entries'][number] => ({ id, project_id: 'A', content: '11月27日前付清', unit: '住建局', responsible: '张三', due_on: AFTER!, note: null, ...more });
const decided = (entries: Decisions['entries'], more: Partial<Decisions> = {}): Decisions => ({ format: 1, county: COUNTY, snapshot: BEFORE!, manifest_sha256: 'a'.repeat(64), meeting_on: MEETING!, entries, ...more });
const TWO = decided([entry('m1123-1'), entry('m1123-2', { project_id: null, content: '各镇本周排查', unit: null, responsible: null, due_on: null, note: '下周汇报' })]);

/** Where a week's ledger and the meeting's file stand; the snapshot of the week before is published. */
async function week(): Promise<{ root: string; ledger: (name: string, tables: Record<string, Rows>) => Promise<string>; file: (d: unknown, name?: string) => string }> {
  const root = freshFolder();
  const ledger = (name: string, tables: Record<string, Rows>) => writeLedger(join(root, name), tables);
  await run(root, await ledger('38', { projects: PROJECTS }), BEFORE!);
  const file = (d: unknown, name = `交办-${MEETING}.json`): string => {
    writeFileSync(join(root, name), typeof d === 'string' ? d : JSON.stringify(d));
    return join(root, name);
  };
  return { root, ledger, file };
}
const actions = (o: Outcome) => ask(o, 'SELECT action_id, meeting_on, project_id, kind, content, unit, responsible, due_on, done_on, result FROM actions ORDER BY action_id');

describe('decisions of a meeting', () => {
  let at: Awaited<ReturnType<typeof week>>;
  let first: Outcome;
  beforeAll(async () => {
    at = await week();
    first = await run(at.root, await at.ledger('39', { projects: PROJECTS }), AFTER!, { decisions: [at.file(TWO)] });
  });

  it('become 交办 of the next snapshot, also where the ledger has no such table', async () => {
    expect(first.decisionsAdded).toBe(2);
    expect(await actions(first)).toEqual([
      { action_id: 'M1123-1', meeting_on: MEETING, project_id: 'A', kind: '交办', content: '11月27日前付清', unit: '住建局', responsible: '张三', due_on: AFTER, done_on: null, result: null },
      { action_id: 'M1123-2', meeting_on: MEETING, project_id: null, kind: '交办', content: '各镇本周排查', unit: null, responsible: null, due_on: null, done_on: null, result: '下周汇报' },
    ]);
    expect(first.published!.manifest.freshness.find((f) => f.table === 'actions')).toEqual({ table: 'actions', latest: AFTER, imported: true });
  });
  it('are 上周交办: they are the denominator of 上周交办办结, by place too', async () => {
    expect(await fraction(first, 'action_done_rate')).toBe('0/2');
    expect(await fraction(first, 'action_done_rate', { filters: { area: ['X001'] } })).toBe('0/1');
    expect(await fraction(first, 'action_done_rate', { filters: { area: ['X002'] } })).toBe('0/0');
    expect(await fraction(first, 'enforce_assign')).toBe('2');
  });
  it('given twice, in one run or again with a correction, change nothing', async () => {
    const twice = await run(at.root, join(at.root, '39'), AFTER!, { decisions: [at.file(TWO), at.file(TWO, '副本.json')], replace: true });
    expect(twice.decisionsAdded).toBe(2);
    const sha = (o: Outcome) => o.published!.manifest.files.map((f) => [f.path, f.sha256]);
    expect(sha(twice)).toEqual(sha(first));
  });
  it('that the next ledger lists, in capitals, full width or done, stay as the ledger has them', async () => {
    const listed: Rows = [{ action_id: 'Ｍ1123-1', meeting_on: MEETING!, project_id: 'A', kind: '交办', content: '11月27日前付清', unit: '住建局', done_on: '2026-12-02', result: '已付清' }];
    const own = freshFolder();
    const outcome = await run(own, await writeLedger(join(own, '40'), { projects: PROJECTS, actions: listed }), NEXT!, { decisions: [at.file(TWO)], previous: first.published!.folder });
    expect(outcome.decisionsAdded).toBe(1);
    expect((await actions(outcome)).map((a) => [a['action_id'], a['done_on'], a['result']])).toEqual([['M1123-1', '2026-12-02', '已付清'], ['M1123-2', null, '下周汇报']]);
    expect(await fraction(outcome, 'action_done_rate')).toBe('1/2');
  });
  it('of a later meeting: what was still open then counts beside the new', async () => {
    const own = freshFolder();
    const later = decided([entry('m1130-1', { project_id: 'B' })], { meeting_on: '2026-11-30' });
    const outcome = await run(own, await writeLedger(join(own, '40'), { projects: PROJECTS }), NEXT!, { decisions: [at.file(TWO), at.file(later, '交办-2026-11-30.json')], previous: first.published!.folder });
    expect(await fraction(outcome, 'action_done_rate')).toBe('0/3');
  });
  it('may name a project this ledger leaves out, as long as an earlier snapshot had it', async () => {
    const own = freshFolder();
    const outcome = await run(own, await writeLedger(join(own, '40'), { projects: [project('B')] }), NEXT!, { decisions: [at.file(TWO)], previous: first.published!.folder });
    expect(outcome.decisionsAdded).toBe(2);
  });
});

describe('decisions of the week before', () => {
  const [ID_A, ID_B, ID_C] = ['JY20261120-23456789ABCD', 'JY20261120-EFGHJKMNPQRS', 'JY20261120-TVWXYZ234567'];
  const kept = (at: string, day: string): Promise<Rows> => withDatabase((c) => rowsOf(c, `SELECT action_id, done_on::VARCHAR AS done_on, result FROM read_parquet(${literal(join(at, 'snapshots', day, 'actions.parquet'))}) ORDER BY 1`) as Promise<Rows>);
  const publishWeek = (at: string, folder: string, day: string, ...more: string[]) => call(snapshot, at, '--from', folder, '--as-of', day, ...more);

  it('stay for three weeks through the command; what a ledger lists is the ledger’s, and nothing else is carried', async () => {
    const at = freshFolder();
    const listed = (more: Record<string, Cell>): Record<string, Cell> => ({ meeting_on: MEETING!, project_id: 'A', kind: '交办', content: '台账的', unit: '住建局', ...more });
    await writeLedger(join(at, '38'), { projects: PROJECTS });
    expect((await publishWeek(at, '38', BEFORE!)).status).toBe(0);
    const { sha256 } = listPublished(join(at, 'snapshots'))[0]!;
    writeFileSync(join(at, '交办.json'), JSON.stringify(decided([entry(ID_A), entry(ID_B, { project_id: 'B', note: '先付一半' }), entry(ID_C, { project_id: null })], { manifest_sha256: sha256 })));
    await writeLedger(join(at, '39'), { projects: PROJECTS, actions: [listed({ action_id: 'T-1', content: '台账自己的' })] });
    const first = await publishWeek(at, '39', AFTER!, '--decisions', '交办.json');
    expect(first.out).toContain('并入交办 3 项，结转上期快照的交办 0 项\n');
    expect(first.out).not.toContain('decisions_');
    // The ledger reports one of them done, in small letters; its own T-1 is no longer listed.
    await writeLedger(join(at, '40'), { projects: [project('A')], actions: [listed({ action_id: ID_A.toLowerCase(), done_on: '2026-12-02', result: '已付清' })] });
    const second = await publishWeek(at, '40', NEXT!);
    expect([second.status, second.out]).toEqual([0, expect.stringContaining('并入交办 0 项，结转上期快照的交办 2 项（本期台账没有列出，办理结果照旧）')]);
    // No list of tasks at all, and the file by mistake once more.
    await writeLedger(join(at, '41'), { projects: PROJECTS });
    const third = await publishWeek(at, '41', '2026-12-11', '--decisions', '交办.json');
    expect([third.status, third.out]).toEqual([0, expect.stringContaining('并入交办 0 项，结转上期快照的交办 3 项')]);
    const want = (done: string | null, result: string | null) => [{ action_id: ID_A, done_on: done, result }, { action_id: ID_B, done_on: null, result: '先付一半' }, { action_id: ID_C, done_on: null, result: null }];
    expect(await kept(at, AFTER!)).toEqual([...want(null, null), { action_id: 'T-1', done_on: null, result: null }]);
    expect(await kept(at, NEXT!)).toEqual(want('2026-12-02', '已付清'));
    expect(await kept(at, '2026-12-11')).toEqual(want('2026-12-02', '已付清'));
    // 上周交办 of the meeting: the two open ones are still asked about, the one that is done counts.
    const last = await run(freshFolder(), join(at, '41'), '2026-12-11', { previous: join(at, 'snapshots', NEXT!) });
    expect([last.decisionsCarried, await fraction(last, 'action_done_rate')]).toEqual([3, '1/3']);
  });
  it('stay in the later weeks that are rebuilt after a correction brought them', async () => {
    const at = freshFolder();
    for (const [folder, day] of [['38', BEFORE!], ['39', AFTER!], ['40', NEXT!]] as const) {
      await writeLedger(join(at, folder), { projects: PROJECTS });
      expect((await publishWeek(at, folder, day)).status).toBe(0);
    }
    writeFileSync(join(at, '交办.json'), JSON.stringify(decided([entry(ID_A)])));
    const { status, out } = await publishWeek(at, '39', AFTER!, '--decisions', '交办.json', '--replace', '--rebuild-later');
    expect([status, out]).toEqual([0, expect.stringContaining(`重算 ${NEXT} → ${NEXT}-r2`)]);
    expect((await kept(at, `${NEXT}-r2`)).map((a) => a['action_id'])).toEqual([ID_A]);
  });
});

describe('a decisions file made against another seal', () => {
  it.each<[string, (sha256: string) => Partial<Decisions>, RegExp | null]>([
    ['the published one', (sha256) => ({ manifest_sha256: sha256 }), null],
    ['another seal of that day', () => ({}), /^文件针对快照 2026-11-20（清单 SHA-256 aaaaaaaa…），快照文件夹里的 2026-11-20 是 [0-9a-f]{8}…$/],
    ['a snapshot that is not there', () => ({ snapshot: '2026-11-13' }), /^文件针对快照 2026-11-13（清单 SHA-256 aaaaaaaa…），快照文件夹里没有这一份$/],
  ])('%s: merged, and said with the file where it is not the published one', async (_, more, reason) => {
    const { root, ledger, file } = await week();
    const { sha256, id } = listPublished(join(root, 'snapshots'))[0]!;
    await ledger('39', { projects: PROJECTS });
    const path = file(decided([entry('JY20261120-23456789ABCD')], { snapshot: id, ...more(sha256) }), '交办-本周.json');
    const { status, out } = await call(snapshot, root, '--from', '39', '--as-of', AFTER!, '--decisions', path);
    expect([status, out]).toEqual([0, expect.stringContaining('并入交办 1 项')]);
    const said = (await readProblems(join(root, 'reports', AFTER!, '问题清单.xlsx'))).filter((p) => p.check.startsWith('交办'));
    expect(out.includes('提示  交办文件所依据的快照不符（decisions_seal）1 处')).toBe(reason !== null);
    expect(said).toEqual(reason === null ? [] : [expect.objectContaining({ check: '交办文件所依据的快照不符', severity: '提示', file: '交办-本周.json', reason: expect.stringMatching(reason) as string, mend: expect.stringContaining('交办已并入') as string })]);
    if (reason !== null) expect(said[0]!.reason.includes(sha256.slice(0, 8))).toBe(more(sha256).snapshot === undefined);
  });
  it('says which numbers cannot be carried to the next week', async () => {
    const { root, ledger, file } = await week();
    const outcome = await run(root, await ledger('39', { projects: PROJECTS }), AFTER!, { decisions: [file(TWO)] });
    const said = await readProblems(outcome.report);
    expect(said.filter((p) => p.check === '交办编号不是调度会页面的').map((p) => [p.file, p.value])).toEqual([[`交办-${MEETING}.json`, 'm1123-1'], [`交办-${MEETING}.json`, 'm1123-2']]);
    const next = await run(root, await ledger('40', { projects: PROJECTS }), NEXT!);
    expect(next.decisionsCarried).toBe(0);
  });
});

describe('a decisions file that is not taken', () => {
  let at: Awaited<ReturnType<typeof week>>;
  beforeAll(async () => {
    at = await week();
    await at.ledger('39', { projects: PROJECTS });
  });
  it.each<[string, unknown, RegExp]>([
    ['another county', decided(TWO.entries, { county: '990101' }), /✗ 交办\.json：这份交办是为县区 990101 作出的，本次发布的是 000000，未并入/],
    ['an unknown project', decided([entry('x'), entry('y', { project_id: 'Z9' })]), /✗ 交办\.json：第 2 项交办「11月27日前付清」所指的项目 Z9 不在台账中，未并入；请核对项目编号/],
    ['an identity number in a task', decided([entry('x'), entry('y', { content: `请找张三 ${idNumber('42092219900101123')}` })]), /✗ 交办\.json：第 2 项交办里有身份证号、手机号或银行卡号，未并入/],
    ['a mobile number of the responsible', decided([entry('x', { responsible: '张三13812345678' })]), /✗ 交办\.json：第 1 项交办里有/],
    ['no JSON', '{"format":1,', /✗ 交办\.json：读不出交办文件，请从调度会页面重新导出/],
    ['another JSON', { format: 1, county: COUNTY }, /✗ 交办\.json：不是交办文件（snapshot 不符合格式）/],
    ['another format', { ...decided([]), format: 2 }, /✗ 交办\.json：不是交办文件（format 不符合格式）/],
    ['a task without words', decided([entry('x', { content: '' })]), /✗ 交办\.json：不是交办文件（entries\.0\.content 不符合格式）/],
    ['a day that is none', decided([entry('x', { due_on: '2026-02-30' })]), /✗ 交办\.json：日历上没有 2026-02-30 这一天/],
    ['SQL in ids and project', decided([entry(`x'); DROP TABLE actions; --`, { project_id: `A'; DROP TABLE projects; --` })]), /所指的项目 A'; DROP TABLE projects; -- 不在台账中/],
  ])('%s: exit status 1, the reason, nothing sealed', async (_, content, message) => {
    const path = at.file(content, '交办.json');
    const { status, err } = await call(snapshot, at.root, '--from', '39', '--as-of', AFTER!, '--decisions', path);
    expect([status, err]).toEqual([1, expect.stringMatching(message)]);
    expect(err).not.toMatch(STACK);
    expect(err).not.toMatch(/13812345678|4209221990/);
    expect(existsSync(join(at.root, 'snapshots', AFTER!))).toBe(false);
  });
  it('through the command: two files, hostile words kept as data, and how many were merged', async () => {
    const bad = `'); DROP TABLE actions; --<img src=x onerror=alert(1)>`;
    mkdirSync(join(at.root, '会 议'));
    at.file(decided([entry('a', { content: bad, unit: bad, note: bad })]), '会 议/一.json');
    at.file(decided([entry('b')]), '会 议/二.json');
    const { status, out } = await call(snapshot, at.root, '--from', '39', '--as-of', AFTER!, '--decisions', '会 议/一.json', '--decisions', '会 议/二.json');
    expect([status, out]).toEqual([0, expect.stringContaining('并入交办 2 项')]);
    const outcome = await run(at.root, join(at.root, '39'), AFTER!, { decisions: [join(at.root, '会 议/一.json'), join(at.root, '会 议/二.json')], replace: true });
    expect((await actions(outcome)).map((a) => [a['action_id'], a['content']])).toEqual([['A', bad], ['B', '11月27日前付清']]);
  });
  it('formulas, HTML, emoji and right-to-left text come out as they went in', async () => {
    const texts = ['=HYPERLINK("http://evil.example","点我")', '+1+1', '@SUM(A1)', '-2+3', '<script>window.hacked=1</script>', '👷‍♀️🏗️安置房', '\u202eمشروع الطريق\u202c', '"双引号",逗号', '%s{n}|@:x'];
    const own = freshFolder();
    await run(own, await writeLedger(join(own, '38'), { projects: PROJECTS }), BEFORE!);
    const path = join(own, `交办-${BEFORE}.json`);
    writeFileSync(path, JSON.stringify(decided(texts.map((text, i) => entry(`H${i}`, { content: text, unit: text, responsible: text, note: text })))));
    const outcome = await run(own, await writeLedger(join(own, '39'), { projects: PROJECTS }), AFTER!, { decisions: [path] });
    expect((await actions(outcome)).map((a) => [a['content'], a['unit'], a['responsible'], a['result']])).toEqual(texts.map((text) => [text, text, text, text]));
  });
});
