import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as snapshot from '../../scripts/commands/snapshot.ts';
import type { Decisions } from '../../src/model/decisions.ts';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { call, STACK } from '../support/commands.ts';
import { ask, type Cell, freshFolder, type Rows, run, writeLedger } from '../support/ledgers.ts';
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
