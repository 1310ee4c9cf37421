import { describe, expect, it } from 'vitest';
import { inverted, optionsOf, searchOptions, selectedLabel, totalsOf, withAll } from './filter-options.ts';
import { unknownUnits, validComparison } from './link-check.ts';

const counts = [
  { filter: 'all', value: null, n: 66 }, { filter: 'on', value: null, n: 4 },
  { filter: 'dept', value: 'D01', n: 48 }, { filter: 'dept', value: null, n: 2 }, { filter: 'g', value: '严重', n: 1 },
];
const departments = [{ dept_code: 'D02', name: '交通运输局', short_name: '交通局' }, { dept_code: 'D01', name: '住房和城乡建设局', short_name: null }];
const rows = { counts, places: [{ place_code: '990101001', name: '<img src=x onerror=alert(1)>' }], departments };
const name = (value: string | null): string => value ?? '未填';
const said = (...given: Parameters<typeof optionsOf>) => optionsOf(...given).map((o) => [o.value, o.label, o.n]);

describe('options of a filter', () => {
  it('are the units in stored order with their counts, 未填 where there is any', () =>
    expect(said('dept', rows, [], name)).toEqual([['D02', '交通局', 0], ['D01', '住房和城乡建设局', 48], [null, '未填', 2]]));
  it('are the catalogue’s values, those without a project too', () => expect(said('g', rows, [], name)).toEqual([['无欠薪', '无欠薪', 0], ['一般', '一般', 0], ['严重', '严重', 1]]));
  it('keep what is selected though the snapshot does not list it', () => expect(said('dept', rows, ['D99'], name)).toContainEqual(['D99', 'D99', 0]));
  it('take hostile names for text', () => expect(said('area', rows, [], name)).toEqual([['990101001', '<img src=x onerror=alert(1)>', 0]]));
  it('have no counts before there are any', () => expect(said('g', { ...rows, counts: null }, [], name)[0]).toEqual(['无欠薪', '无欠薪', null]));
  it('are empty while the units are not known', () => expect(said('area', { counts: null, places: null, departments: null }, [], name)).toEqual([]));
});

describe('search, 全选 and 反选', () => {
  const options = ['太平镇', '石桥镇', 'PPP'].map((label, i) => ({ value: `0${i}`, label, n: 1 }));
  it.each([['', 3], ['  ', 3], ['镇', 2], ['ppp', 1], ['02', 1], ['.*', 0], ["'; DROP TABLE places; --", 0], ['<script>', 0]])('finds for %j %i', (text, n) => expect(searchOptions(options, text)).toHaveLength(n));
  const shown = searchOptions(options, '镇');
  it('全选 adds what is shown', () => expect(withAll(options, shown, ['02'])).toEqual(['00', '01', '02']));
  it('反选 turns over what is shown and leaves the rest', () => expect(inverted(options, shown, ['00', '02'])).toEqual(['01', '02']));
  it.each([[[], null], [['02'], { first: 'PPP', more: 0 }], [['02', '00', '01'], { first: '太平镇', more: 2 }]])('%j is said as %j', (selected, expected) => expect(selectedLabel(options, selected)).toEqual(expected));
});

it('reads the totals', () => expect([totalsOf(counts), totalsOf(null), totalsOf([])]).toEqual([{ on: 4, all: 66 }, null, null]));

describe('a link', () => {
  const units = { places: rows.places, departments };
  it.each([
    ['known', { dept: ['D01'], area: ['990101001'] }, {}],
    ['unknown department', { dept: ['D01', 'D99'] }, { dept: ['D99'] }],
    ['unknown place and department', { dept: ['D99'], area: ['x', 'y'] }, { area: ['x', 'y'], dept: ['D99'] }],
    ['未填 is always known', { dept: [null] }, {}],
    ['enumerated values are checked where they are read', { g: ['严重'] }, {}],
  ])('%s', (_what, filters, expected) => expect(unknownUnits(filters, units)).toEqual(expected));
  it('is not judged by units that did not load', () => expect(unknownUnits({ dept: ['D99'] }, { places: null, departments: null })).toEqual({}));

  const entry = (id: string) => ({ id, as_of: id, revision: 1, manifest_sha256: '' });
  const index = ['2026-11-06', '2026-11-13', '2026-11-20'].map(entry);
  it.each([[null, true], ['none', true], ['2026-11-06', true], ['2026-11-13', false], ['2026-11-20', false], ['2026-10-02', false]])('may compare 第46周 with %s: %s', (asked, valid) => expect(validComparison(index, asked, entry('2026-11-13'))).toBe(valid));
});
