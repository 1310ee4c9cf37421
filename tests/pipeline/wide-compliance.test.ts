import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import * as snapshot from '../../scripts/commands/snapshot.ts';
import { listPublished } from '../../scripts/snapshot/index-file.ts';
import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { call } from '../support/commands.ts';
import { ask, freshFolder } from '../support/ledgers.ts';
import { readProblems } from '../support/problem-list.ts';
import { fraction } from '../support/values.ts';

type Grid = (string | number | null)[][];
const PROJECTS: Grid = [['项目编号', '项目名称', '属地', '主管部门', '隐患等级'], ['P1', '学校', '甲镇', '住建局', '无欠薪'], ['P2', '医院', '乙镇', '住建局', '无欠薪'], ['P3', '公路', '乙镇', '交通局', '无欠薪']];
const nothing = (n: number): null[] => Array.from({ length: n }, () => null);
/** As counties keep it: title, 八个100% above the items, other words for them, a row of totals. */
const WIDE: Grid = [
  ['XX县“八个100%”落实情况一览表', ...nothing(10)], [null, null, null, '八个100%', ...nothing(7)],
  ['序号', '工程名称', '属地', '劳动合同签订率', '实名制考勤', '工伤保险', '工资保证金', '专户', '银行代发', '按月足额支付', '维权告示牌'],
  [1, '学校', '甲镇', '12/15', '√', '√', '×', '是', '是', '√', '有'], [2, '医院', '乙镇', '20/20', '√', '/', '√', '是', '否', '√', '无'], [3, '公路', '乙镇', '3/5（60%）', '×', '√', '√', '是', '是', '不详', '有'],
  ['合计', '3个', null, '35/40', 2, 2, 2, 3, 2, 2, 2],
];
const MERGES = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 10 }, { startRow: 1, startCol: 3, endRow: 1, endCol: 10 }];
const book = (rows: Grid): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: '项目台账', rows: PROJECTS }, { name: '八个100%', rows, merges: MERGES }] });
const csv = (rows: Grid): string => rows.map((r) => r.map((c) => c ?? '').join(',')).join('\n');

/** Runs npm run snapshot over these files; the outcome as far as `ask` and `fraction` need it. */
async function command(files: Readonly<Record<string, string | Uint8Array>>, ...more: string[]) {
  const at = freshFolder();
  mkdirSync(join(at, '台账'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(at, '台账', name), content);
  const called = await call(snapshot, at, '--from', '台账', '--as-of', '2026-11-20', ...more);
  const published = listPublished(join(at, 'snapshots'))[0] ?? null;
  return { ...called, outcome: { published, blocking: [], report: null } as unknown as Outcome, problems: await readProblems(join(at, 'reports', '2026-11-20', '问题清单.xlsx')) };
}
const numbers = async (o: Outcome): Promise<string[]> => Promise.all(['sys_contract', 'sys_realname', 'sys_injury', 'sys_notice', 'systems_rate'].map((id) => fraction(o, id)));
const GIVES = ['35/40', '2/3', '2/2', '2/3', '50/59'];

describe('制度落实 with one row per project and one column per item', () => {
  it('gives the sys_ indicators n and d from .xlsx; every cell is accounted for, and the command says so', async () => {
    const { status, out, outcome } = await command({ '台账.xlsx': await book(WIDE) });
    expect(out).toContain('台账.xlsx · 八个100% → compliance（每项一列：3 个项目 × 8 项 = 24 格 = 22 行入库 + 0 格隔离 + 2 格未填）（未对应的列：属地）');
    expect(out).toContain('26 行 = 25 行入库 + 0 行隔离 + 1 行合计、说明和重复表头');
    expect(status).toBe(0);
    expect(await numbers(outcome)).toEqual(GIVES);
    expect(outcome.published!.manifest.sources.map((s) => [s.sheet, s.table, s.rows])).toEqual([['项目台账', 'projects', 4], ['八个100%', 'compliance', 7]]);
  });
  it('gives the same from CSV, where nothing is merged', async () => {
    expect(await numbers((await command({ '项目.csv': csv(PROJECTS), '八个100%.csv': csv(WIDE) })).outcome)).toEqual(GIVES);
  });
  it('quarantines 80% with sheet, row, column and what to write instead; accepted or not, nobody publishes the cell', async () => {
    const bytes = await book(WIDE.map((r) => r.map((c) => (c === '12/15' ? '80%' : c))));
    const refused = await command({ '台账.xlsx': bytes });
    expect(refused.status).toBe(1);
    expect(refused.problems.filter((p) => p.severity === '阻断')).toEqual([expect.objectContaining({
      check: '单元格无法识别', sheet: '八个100%', row: 4, column: '劳动合同签订率', value: '80%', reason: '只有百分比，没有落实数和应落实数；请写成“12/15”，全部落实的可填“√”',
    })]);
    const accepted = await command({ '台账.xlsx': bytes }, '--accept', 'value_unreadable');
    expect(accepted.out).toContain('24 格 = 21 行入库 + 1 格隔离 + 2 格未填');
    expect(await fraction(accepted.outcome, 'sys_contract')).toBe('23/25');
    expect(await ask(accepted.outcome, `SELECT "count", source, sheet, "rows" FROM checks WHERE check_id = 'value_unreadable'`)).toEqual([{ count: 1, source: '台账.xlsx', sheet: '八个100%', rows: '4' }]);
  });
});
