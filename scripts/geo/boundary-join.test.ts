import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparableName, joinReport } from './boundary-join.ts';

test.each([
  ['城关街道办事处', '城关街道'],
  ['太平镇人民政府', '太平镇'],
  ['经开区管委会', '经开区'],
  ['经开区管理委员会', '经开区'],
  [' 太 平　镇 ', '太平镇'],
  ['经开区（高新区）', '经开区高新区'],
  ['经开区(高新区)', '经开区高新区'],
  ['ＡＢ区', 'AB区'],
  ['办事处', '办事处'],
  ['', ''],
])('comparableName(%j) is %j', (name, comparable) => {
  expect(comparableName(name)).toBe(comparable);
});

const places = [
  { place_code: '990101001', name: '城关街道' },
  { place_code: '990101100', name: '清源镇' },
  { place_code: '990101-JKQ', name: '经开区' },
  { place_code: '990101201', name: '云台乡' },
];

describe('joinReport', () => {
  test('joins by code first, the rest by name, and lists what is left on both sides', () => {
    const report = joinReport([{ code: '123456', name: '经开区管委会' }, { code: '990101100', name: '清源镇' }, { code: null, name: '城关街道办事处' }, { code: '990102100', name: '邻县镇' }, { code: null, name: null }], places);
    expect(report.rows).toEqual([
      { by: 'name', place_code: '990101001', feature: 2 },
      { by: 'code', place_code: '990101100', feature: 1 },
      { by: 'name', place_code: '990101-JKQ', feature: 0 },
      { by: null, place_code: '990101201', feature: null },
    ]);
    expect(report.placesWithoutBoundary).toEqual([places[3]]);
    expect(report.boundariesWithoutPlace).toEqual([3, 4]);
    expect(report.namedOtherwise).toEqual([]);
  });
  test('a boundary with a place’s code keeps it, whatever it is called, and says so', () => {
    const report = joinReport([{ code: '990101100', name: '城关街道' }], places);
    expect(report.rows[1]).toEqual({ by: 'code', place_code: '990101100', feature: 0 });
    expect(report.rows[0]?.by).toBeNull();
    expect(report.namedOtherwise).toEqual([{ place_code: '990101100', name: '清源镇', boundary: '城关街道' }]);
  });
  test('a name that occurs twice joins nothing', () => {
    expect(joinReport([{ code: null, name: '清源镇' }, { code: null, name: '清源镇人民政府' }], places).rows[1]?.by).toBeNull();
    expect(joinReport([{ code: null, name: '清源镇' }], [places[1]!, { place_code: 'x', name: '清源镇' }]).boundariesWithoutPlace).toEqual([0]);
  });
  test('is empty for nothing', () => {
    expect(joinReport([], [])).toEqual({ rows: [], placesWithoutBoundary: [], boundariesWithoutPlace: [], namedOtherwise: [] });
  });
  test('uses every boundary and every place at most once and loses none', () => {
    const value = fc.constantFrom('a', 'b', 'c', 'd');
    const boundaries = fc.array(fc.record({ code: fc.option(value), name: fc.option(value) }), { maxLength: 6 });
    fc.assert(
      fc.property(boundaries, fc.uniqueArray(fc.record({ place_code: value, name: value }), { selector: ({ place_code }) => place_code }), (drawn, ledger) => {
        const { rows, placesWithoutBoundary, boundariesWithoutPlace } = joinReport(drawn, ledger);
        const used = rows.flatMap(({ feature }) => (feature === null ? [] : [feature]));
        expect(new Set(used).size).toBe(used.length);
        expect([...used, ...boundariesWithoutPlace].sort()).toEqual(drawn.map((_, i) => i));
        expect(used.length + placesWithoutBoundary.length).toBe(ledger.length);
        for (const { by, place_code, feature } of rows) if (by === 'code') expect(drawn[feature!]?.code).toBe(place_code);
      }),
    );
  });
});
