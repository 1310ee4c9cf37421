import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../../model/rules.ts';
import { gridStep, matrixOf, setParts, type MatrixAsk } from './matrix-model.ts';

const day = '2026-11-20';
/** Two items in three places: 甲 has both, 乙 has projects but collected nothing, 丙 has no project. */
const row = (level: string, place: string | null, projects: number, deposit: readonly [number | null, number | null], notice: readonly [number | null, number | null]) => ({
  as_of: day, level, place_code: place, projects_n: projects, sys_deposit_n: deposit[0], sys_deposit_d: deposit[1], sysp_deposit_n: deposit[0], sysp_deposit_d: deposit[1],
  sys_notice_n: notice[0], sys_notice_d: notice[1], sysp_notice_n: notice[0], sysp_notice_d: notice[1],
});
const rows = [row('place', '1', 3, [2, 3], [3, 3]), row('place', '2', 2, [0, 0], [1, 2]), row('place', null, 1, [0, 1], [1, 1]), row('all', null, 6, [2, 4], [5, 6]), row('dept', null, 6, [2, 4], [5, 6]), { ...row('all', null, 9, [9, 9], [9, 9]), as_of: '2026-11-13' }];
const ask = (change: Partial<MatrixAsk> = {}): MatrixAsk => ({
  rows, day, by: 'place', stored: [{ code: '1', name: '甲' }, { code: '2', name: '乙' }, { code: '3', name: '丙' }], chosen: [], blank: '未填', items: ['工资保证金', '维权告示牌'], measure: 'done', rules: DEFAULT_RULES, ...change,
});

describe('cells', () => {
  it('keep 100 %, —, · and 0 apart and carry class and n/d', () => {
    const { units, rows: [deposit, notice, set] } = matrixOf(ask());
    expect(units.map((u) => u.name)).toEqual(['甲', '乙', '丙', '未填']);
    expect(deposit!.cells.map((c) => [c.kind, c.shown.value, c.shown.parts, c.level, c.lacking])).toEqual([['value', '66.7', '2/3', 4, 1], ['uncollected', '—', '0/0', null, 0], ['none', '—', null, null, 0], ['value', '0', '0/1', 5, 1]]);
    expect(notice!.cells.map((c) => [c.shown.parts, c.level])).toEqual([['3/3', 1], ['1/2', 5], [null, null], ['1/1', 1]]);
    expect([set!.item, set!.indicator.id, set!.cells[0]!.shown.parts, set!.total.shown.parts]).toEqual([null, 'systems_rate', '5/6', '7/10']);
  });

  it('take totals from the query’s own row, not from the cells: rates are not averaged', () => {
    const [deposit] = matrixOf(ask()).rows;
    expect([deposit!.total.shown.value, deposit!.total.shown.parts]).toEqual(['50.0', '2/4']);
  });

  it('are columns of the chosen units only, and unknown codes have one too', () => {
    expect(matrixOf(ask({ chosen: ['2', null] })).units.map((u) => u.name)).toEqual(['乙', '未填']);
    expect(matrixOf(ask({ stored: [{ code: '1', name: '甲' }] })).units.map((u) => u.name)).toEqual(['甲', '2', '未填']);
  });

  it('leave out 未填 where only clues are without a unit', () => {
    expect(matrixOf(ask({ rows: [...rows.filter((r) => r.place_code !== null), row('place', null, 0, [0, 0], [0, 0])] })).units.map((u) => u.name)).toEqual(['甲', '乙', '丙']);
  });

  it('are all · without any row: the filters leave nothing', () => {
    const { rows: [deposit] } = matrixOf(ask({ rows: [] }));
    expect([...deposit!.cells, deposit!.total].map((c) => c.kind)).toEqual(['none', 'none', 'none', 'none']);
  });

  it('write 99.96 % as 99.9 in the class of 90–99.9', () => {
    const [deposit] = matrixOf(ask({ rows: [row('all', null, 1, [9996, 10000], [1, 1])] })).rows;
    expect([deposit!.total.shown.value, deposit!.total.level]).toEqual(['99.9', 2]);
  });
});

it('knows a set only when all its items are known', () => {
  expect(setParts({ sys_deposit_n: 1, sys_deposit_d: 2, sys_notice_n: null, sys_notice_d: null }, ['工资保证金', '维权告示牌'], 'done')).toEqual({ n: null, d: null });
});

it.each<[string, boolean, readonly [number, number], readonly [number, number] | null]>([
  ['ArrowUp', false, [0, 2], [0, 2]], ['ArrowDown', false, [0, 2], [1, 2]], ['ArrowLeft', false, [1, 0], [1, 0]], ['ArrowRight', false, [1, 3], [1, 4]], ['ArrowRight', false, [1, 4], [1, 4]],
  ['Home', false, [2, 3], [2, 0]], ['End', true, [0, 0], [2, 4]], ['Home', true, [2, 3], [0, 0]], ['Enter', false, [0, 0], null],
])('%s (ctrl %s) from %j leads to %j', (key, ctrl, from, to) => expect(gridStep(key, ctrl, from, [3, 5])).toEqual(to));
