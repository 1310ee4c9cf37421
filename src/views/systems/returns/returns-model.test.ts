import { expect, it } from 'vitest';
import { gridOf, historyCell, sentOf } from './returns-model.ts';
import { pointsOf } from './points-model.ts';
import { keysOf, kindOf, listOf, monthOf } from './returns-state.ts';

const asOf = '2026-11-20';
const row = (unit: string, change: Record<string, string | number | null> = {}) => ({ axis: '属地', unit_code: unit, table_name: '项目台账', kind: '周报', period: '2026W47', due_on: '2026-11-19', received_on: '2026-11-19', rows_due: 4, rows_in: 4, ...change });

it.each([
  ['on the due day', {}, { status: 'onTime', days: 0, short: null }],
  ['before it', { received_on: '2026-11-18' }, { status: 'onTime' }],
  ['two days after', { received_on: '2026-11-21', due_on: '2026-11-19' }, { status: 'missing', received: null }],
  ['late', { received_on: '2026-11-20', due_on: '2026-11-18' }, { status: 'late', days: 2 }],
  ['never', { received_on: null }, { status: 'missing', short: null }],
  ['not due yet', { received_on: null, due_on: '2026-11-21' }, { status: 'pending' }],
  ['without a due day', { due_on: null }, { status: 'undated' }],
  ['with fewer rows', { rows_in: 3 }, { status: 'onTime', short: 1 }],
  ['零报告', { rows_due: 0, rows_in: 0 }, { status: 'onTime', short: null }],
])('a return %s', (_, change, expected) => expect(sentOf(row('A', change), asOf)).toMatchObject(expected));

it('the grid has units in their stored order; a cell nothing was due for is none, not 未报送', () => {
  const grid = gridOf([row('B'), row('A', { received_on: null }), row('C', { kind: '零报告' }), { ...row('D1'), axis: '主管部门' }], [
    { axis: '属地', unit_code: 'A', period: '2026W47', due_on: '2026-11-19', due: 1, on_time: 0, late: 0, missing: 1, late_days: null }, { axis: '属地', unit_code: 'A', period: '2026W46', due_on: '2026-11-12', due: 2, on_time: 1, late: 1, missing: 0, late_days: 3 },
    { axis: '属地', unit_code: 'B', period: '2026W47', due_on: '2026-11-19', due: 1, on_time: 1, late: 0, missing: 0, late_days: null },
  ], '属地', ['B', 'A'], asOf);
  expect(grid.rows.map((r) => r.code)).toEqual(['B', 'A', 'C']);
  expect(grid.columns.map((c) => c.kind)).toEqual(['周报', '零报告']);
  expect(grid.rows.map((r) => grid.columns.map((c) => r.cells[c.key]?.status ?? null))).toEqual([['onTime', null], ['missing', null], [null, 'onTime']]);
  expect(grid.periods).toEqual(['2026W46', '2026W47']);
  expect(grid.rows.map((r) => r.history.map((h) => h?.status ?? null))).toEqual([[null, 'onTime'], ['late', 'missing'], [null, null]]);
  expect(historyCell({ period: 'x', due: 1, on_time: 0, late: 0, missing: 0, late_days: null }).status).toBe('pending');
});

const points = (unit: string, item: string, got: number | null, full: number | null, reason: string | null = null) => ({ axis: '属地', unit_code: unit, item, points: got, points_full: full, reason });
it('ranks by points, equal points share a place; lost points have their item and reason', () => {
  const { items, rows } = pointsOf([points('A', '线索', 36.1, 40, '退回重办'), points('A', '报送', 24.2, 25), points('B', '线索', 40, 40), points('B', '报送', 20.3, 25, '迟报'), points('C', '线索', 40, 40), points('C', '报送', 25, 25), points('D', '线索', 1, null), { ...points('Z', '线索', 99, 99), axis: '主管部门' }], '属地', ['C', 'B', 'A']);
  expect(items).toEqual(['线索', '报送']);
  expect(rows.map((r) => [r.code, r.rank, r.tied, r.points, r.full])).toEqual([['C', 1, false, 65, 65], ['B', 2, true, 60.3, 65], ['A', 2, true, 60.3, 65], ['D', 4, false, 1, null]]);
  expect(rows[2]!.lost.map((i) => [i.item, i.lost, i.reason])).toEqual([['线索', 3.9, '退回重办'], ['报送', 0.8, null]]);
});

it.each([['history', 'dept', 'D11', 'dept:D11'], ['missing', 'place', null, 'place:'], ['points', 'place', '990101-JKQ', 'place:990101-JKQ']] as const)('the open list %s of %s %s is kept in the link', (list, axis, unit, who) => {
  expect(keysOf({ list, axis, unit })).toEqual({ term: list, who });
  expect(listOf(list, who)).toEqual({ list, axis, unit });
});
it('a link that says nonsense opens nothing', () => {
  expect([listOf('x', 'dept:1'), listOf('late', 'x:1'), listOf(undefined, undefined), kindOf('9'), kindOf(undefined), monthOf('2026-13'), monthOf('x')]).toEqual([null, null, null, null, null, null, null]);
  expect([kindOf('1'), monthOf('2026-10')]).toEqual(['周报', '2026-10-01']);
});
