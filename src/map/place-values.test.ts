import { describe, expect, it } from 'vitest';
import { indicatorOf } from '../model/indicators.ts';
import { DEFAULT_RULES } from '../model/rules/defaults.ts';
import { legendCounts, placeValues, unreportedPlaces } from './place-values.ts';

const day = '2026-11-20';
const before = '2026-11-13';
const places = ['A', 'B', 'C', 'D', '<img onerror=1>'].map((code) => ({ place_code: code, name: `${code}镇` }));
const cell = (place_code: string, n: number | null, d: number | null, projects: number, more = {}) =>
  ({ as_of: day, place_code, clue_on_time_rate_n: n, clue_on_time_rate_d: d, unpaid_wages_n: 0, projects_n: projects, ...more });
const byPlace = [cell('A', 6, 7, 4, { unpaid_wages_n: 3_864_000 }), cell('B', 2, 2, 2), cell('C', 0, 0, 3), cell('<img onerror=1>', 5, 5, 5), { ...cell('A', 5, 7, 4), as_of: before }];
const rows = { places, byPlace, returns: [], asOf: day, compare: before, sites: [{ place_code: 'A', open: true, grade_now: '严重' }, { place_code: 'A', open: true, grade_now: '一般' }, { place_code: 'A', open: false, grade_now: '无欠薪' }] };
const values = (id: string, more = {}) => placeValues(indicatorOf(id), DEFAULT_RULES, { ...rows, ...more });

describe('placeValues', () => {
  it('tells value, small denominator, none and missing apart', () => {
    expect(values('clue_on_time_rate').map((v) => [v.state, v.level, v.shown.value, v.shown.parts])).toEqual([
      ['value', 3, '85.7', '6/7'], ['small', 1, '100', '2/2'], ['none', null, '—', '0/0'], ['none', null, '—', '0/0'], ['value', 1, '100', '5/5'],
    ]);
    expect(values('clue_on_time_rate', { byPlace: byPlace.map((r) => ({ ...r, clue_on_time_rate_n: null, clue_on_time_rate_d: null })) }).map((v) => v.state)).toEqual(Array.from({ length: 5 }, () => 'missing'));
  });
  it('an amount of 0 is a value where there are projects, none where there are not', () => {
    expect(values('unpaid_wages').map((v) => [v.state, v.level])).toEqual([['value', 4], ['value', 1], ['value', 1], ['none', null], ['value', 1]]);
    expect(values('projects').map((v) => [v.state, v.level])).toEqual([['value', 2], ['value', 1], ['value', 2], ['none', null], ['value', 3]]);
  });
  it('未报送 comes before any number', () => {
    const returns = [{ axis: '属地', unit_code: 'A', due: 2, received: 1 }, { axis: '属地', unit_code: 'B', due: 1, received: 1 }, { axis: '主管部门', unit_code: 'C', due: 1, received: 0 }, { axis: '属地', unit_code: 'D', due: 0, received: 0 }];
    expect([...unreportedPlaces(returns)]).toEqual(['A']);
    expect(values('clue_on_time_rate', { returns })[0]).toMatchObject({ state: 'unreported', level: null });
  });
  it('keeps order, names as they are, the value before, and counts open projects', () => {
    const all = values('clue_on_time_rate');
    expect(all[4]!.name).toBe('<img onerror=1>镇');
    expect(all[0]).toMatchObject({ before: { n: 5, d: 7 }, open: 2, severe: 1, projects: 4, unpaid: 3_864_000 });
    expect(values('clue_on_time_rate', { compare: null })[0]!.before).toBeNull();
  });
  it('the legend counts every place once by class or state', () => {
    const legend = legendCounts(values('clue_on_time_rate'));
    expect(legend).toEqual({ classes: [5, 4, 3, 2, 1].map((level) => ({ level, count: { 3: 1, 1: 2 }[level] ?? 0 })), small: 1, none: 2, unreported: 0, missing: 0 });
  });
});
