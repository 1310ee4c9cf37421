import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../../model/rules.ts';
import { DEPOSIT_KINDS } from '../../../query/compliance.ts';
import { cellKeys, DEPOSIT_TERMS, keysOf, setsOf, stateOf, type OpenCell } from './matrix-state.ts';

const of = (page: Parameters<typeof stateOf>[0]) => stateOf(page, DEFAULT_RULES);

it('offers the sets of the rules, the default first, and all items', () => {
  expect(setsOf(DEFAULT_RULES).map((s) => [s.id, s.name])).toEqual([['', '八个100%'], ['2', '五项制度'], ['3', '一金三制'], ['4', '两金六制'], ['5', '五个一'], ['6', '三本台账'], ['all', null]]);
  expect(setsOf({ sets: { 甲: ['工伤保险'], 乙: ['工资保证金'] }, default_set: '乙' }).map((s) => s.name)).toEqual(['乙', '甲', null]);
  expect(setsOf(DEFAULT_RULES).at(-1)!.items).toHaveLength(18);
});

it('opens 八个100% by 属地 without keys and with keys that mean nothing', () => {
  for (const page of [{}, { by: 'x', set: '99', item: 'nonsense', who: '1', kind: 'y', term: '-1' }]) expect(of(page)).toMatchObject({ by: 'place', set: { name: '八个100%' }, measure: 'done', item: null, cell: null, deposits: null });
});

it.each<[Parameters<typeof stateOf>[0], Partial<ReturnType<typeof stateOf>>]>([
  [{ by: 'dept', kind: 'projects' }, { by: 'dept', measure: 'projects' }],
  [{ item: 'deposit' }, { item: '工资保证金', cell: null }],
  [{ item: 'manager' }, { item: null }],
  [{ set: 'all', item: 'manager' }, { item: '项目经理到岗' }],
  [{ term: '1' }, { deposits: 'short' }],
])('reads %j', (page, wanted) => expect(of(page)).toMatchObject(wanted));

describe('a cell', () => {
  const cells: OpenCell[] = [
    { item: '工资保证金', unit: { axis: 'place', code: '990101001' } }, { item: '工资保证金' }, { item: null, unit: { axis: 'place', code: null } }, { item: null },
  ];
  it.each(cells)('%j survives the link', (cell) => expect(of(cellKeys(cell)).cell).toEqual(cell));
  it('is closed by another axis, set or item', () => {
    const open = cellKeys(cells[0]!);
    for (const change of [keysOf({ by: 'dept' }), keysOf({ set: '2' }), keysOf({ item: '工伤保险' }), keysOf({ deposits: 'none' })]) expect(of({ ...open, ...change }).cell).toBeNull();
    expect(of({ ...open, ...keysOf({ measure: 'projects' }) }).cell).toEqual(cells[0]);
  });
});

it('names each list of deposits in the link', () => {
  expect(DEPOSIT_TERMS).toHaveLength(DEPOSIT_KINDS.length + 2);
  for (const list of DEPOSIT_TERMS) expect(of(keysOf({ deposits: list })).deposits).toBe(list);
});
