import { expect, it } from 'vitest';
import type { TableColumn, TableRow } from '../model/table-model.ts';
import { nextSort, sortRows, type SortKey, windowOf } from './table-order.ts';

const columns: TableColumn[] = [{ key: 'name', title: '名称' }, { key: 'n', title: '数' }, { key: 'half', title: '半', value: (r) => Number(r['n']) / 2 }];
const rows: TableRow[] = [{ name: '丙', n: 2 }, { name: '甲', n: null }, { name: '乙', n: 10 }, { name: '丁', n: 2 }];
const down = (key: string): SortKey => ({ key, descending: true });
const up = (key: string): SortKey => ({ key, descending: false });

it.each<[string, readonly SortKey[], string, boolean, readonly SortKey[]]>([
  ['first click: down', [], 'n', false, [down('n')]],
  ['second: up', [down('n')], 'n', false, [up('n')]],
  ['third: none', [up('n')], 'n', false, []],
  ['another column replaces', [down('n')], 'name', false, [down('name')]],
  ['Shift adds', [down('n')], 'name', true, [down('n'), down('name')]],
  ['Shift turns in place', [down('n'), up('name')], 'n', true, [up('n'), up('name')]],
  ['Shift takes away', [up('n'), up('name')], 'n', true, [up('name')]],
])('%s', (_, keys, key, add, want) => expect(nextSort(keys, key, add)).toEqual(want));

it.each<[string, readonly SortKey[], string]>([
  ['nothing: as given', [], '丙甲乙丁'],
  ['numbers as numbers, missing last', [down('n')], '乙丙丁甲'],
  ['missing last upwards too', [up('n')], '丙丁乙甲'],
  ['ties by the second key, in Chinese order', [up('n'), up('name')], '丙丁乙甲'],
  ['Chinese text by pinyin', [up('name')], '丙丁甲乙'],
  ['by a computed value', [down('half')], '乙丙丁甲'],
  ['a column that is not there', [down('x')], '丙甲乙丁'],
])('sorts %s', (_, keys, want) => expect(sortRows(rows, columns, keys).map((r) => r['name']).join('')).toBe(want));

it.each([
  [200, 28, 5000, 400, { from: 0, to: 200 }],
  [1000, 28, 0, 400, { from: 0, to: 40 }],
  [1000, 28, 28 * 500, 400, { from: 488, to: 528 }],
  [1000, 28, 28 * 990, 400, { from: 960, to: 1000 }],
  [1000, 0, 0, 400, { from: 0, to: 1000 }],
  [1000, 10, 5000, 800, { from: 495, to: 585 }],
])('draws of %i rows (%i px, at %i of %i)', (total, row, top, height, want) => expect(windowOf(total, row, top, height)).toEqual(want));
