import { describe, expect, it } from 'vitest';
import { indicatorOf } from '../../model/indicators.ts';
import { rankRows, sortRanking, type RankAsk, type RankRow } from './ranking-model.ts';

/** name → [n, d] of a rate, [n] of a count; undefined: no row in the answer. */
type Given = Readonly<Record<string, readonly (number | null)[] | undefined>>;

const cells = (id: string, given: Given) =>
  new Map(Object.entries(given).flatMap(([code, parts]) => (parts ? [[code, { projects_n: parts[2] ?? 1, [`${id}_n`]: parts[0], [`${id}_d`]: parts[1] ?? null }] as const] : [])));

function ranking(id: string, now: Given, before: Given | null = null, more: Partial<RankAsk> = {}): RankRow[] {
  const units = Object.keys(now).map((code, sort) => ({ code, name: code, sort }));
  return rankRows({ indicator: indicatorOf(id), units, now: cells(id, now), before: before && cells(id, before), minimum: 5, target: 95, decimals: 1, unreported: new Map(), ...more });
}
const line = (r: RankRow) => [r.name, r.rank, r.tied ? '并' : '', r.kind, r.moved === null ? '—' : r.moved === 'new' ? '新进' : r.moved.by].join(' ');

/** Week 47 and 46 of the demo county, stored order. */
const WEEK_47: Given = {
  住建局: [46, 48], 交通局: [16, 18], 水利局: [9, 11], 教育局: [8, 8], 农业农村局: [11, 11], 自然资源局: [3, 3], 重点工程处: [7, 7], 经开区管委会: [11, 12], 卫健局: [1, 1], 文旅局: [0, 0], 城管局: [0, 0],
};
const WEEK_46: Given = { 住建局: [42, 44], 交通局: [15, 17], 水利局: [8, 11], 教育局: [6, 7], 农业农村局: [10, 10], 自然资源局: [3, 3], 重点工程处: [7, 7], 经开区管委会: [11, 12], 卫健局: [1, 1], 文旅局: [0, 0], 城管局: [0, 0] };

describe('rankRows', () => {
  it('ranks week 47 of the demo county as ui/README.md §13 states it', () => {
    const rows = ranking('clue_on_time_rate', WEEK_47, WEEK_46, { unreported: new Map([['城管局', { last: '2026W46', due: 1, received: 0 }]]) });
    expect(rows.map(line)).toEqual([
      '农业农村局 1 并 ranked 0', '教育局 1 并 ranked 5', '重点工程处 1 并 ranked 0', '住建局 4  ranked -1', '经开区管委会 5  ranked -1', '交通局 6  ranked -1', '水利局 7  ranked 0',
      '自然资源局   small —', '卫健局   small —', '文旅局   none —', '城管局   unreported —',
    ]);
    expect(rows.map((r) => r.reached).slice(0, 5)).toEqual([true, true, true, true, false]);
    expect(rows[3]).toMatchObject({ shown: { value: '95.8', unit: '%', parts: '46/48' }, moved: { by: -1, verdict: 'worse' } });
    expect(rows[10]!.returned).toEqual({ last: '2026W46', due: 1, received: 0 });
  });

  it.each<[string, Given, Given | null, Partial<RankAsk>, string[]]>([
    ['ties share the first rank, also at the end', { 甲: [9, 10], 乙: [18, 20], 丙: [4, 5], 丁: [8, 10] }, null, {}, ['乙 1 并 ranked —', '甲 1 并 ranked —', '丁 3 并 ranked —', '丙 3 并 ranked —']],
    ['equal rates of other denominators are one rate', { 甲: [1, 7], 乙: [2, 14], 丙: [3, 21] }, null, {}, ['丙 1 并 ranked —', '乙 1 并 ranked —', '甲 1 并 ranked —']],
    ['a denominator at the minimum is ranked, below it is not', { 甲: [4, 4], 乙: [0, 5] }, null, {}, ['乙 1  ranked —', '甲   small —']],
    ['the county may ask for more', { 甲: [4, 4], 乙: [0, 5] }, null, { minimum: 6 }, ['乙   small —', '甲   small —']],
    ['units without a row are listed', { 甲: [5, 5], 乙: undefined }, null, {}, ['甲 1  ranked —', '乙   none —']],
    ['unknown parts are neither zero nor none', { 甲: [null, null], 乙: [0, 5] }, null, {}, ['乙 1  ranked —', '甲   unknown —']],
    ['new among the ranked: too small or absent before', { 甲: [5, 5], 乙: [5, 6], 丙: [6, 6] }, { 甲: [4, 4], 丙: [6, 6] }, {}, ['丙 1 并 ranked 0', '甲 1 并 ranked 新进', '乙 3  ranked 新进']],
    ['a comparison that answers nothing compares nothing', { 甲: [5, 5] }, {}, {}, ['甲 1  ranked —']],
    ['nobody', {}, null, {}, []],
  ])('%s', (_, now, before, more, expected) => {
    expect(ranking('clue_on_time_rate', now, before, more).map(line)).toEqual(expected);
  });

  it('keeps a missing return below whatever its numbers say, and 未填 at the very end', () => {
    const id = 'no_arrears_rate';
    const units = [{ code: null, name: '未填', sort: 9 }, { code: '甲', name: '甲', sort: 1 }, { code: '乙', name: '乙', sort: 2 }];
    const now = new Map<string | null, Record<string, number>>([[null, { [`${id}_n`]: 9, [`${id}_d`]: 9 }], ['甲', { [`${id}_n`]: 9, [`${id}_d`]: 9 }], ['乙', { [`${id}_n`]: 1, [`${id}_d`]: 9 }]]);
    const rows = rankRows({ indicator: indicatorOf(id), units, now, before: null, minimum: 5, target: null, decimals: 1, unreported: new Map([['甲', { last: null, due: 1, received: 0 }]]) });
    expect(rows.map((r) => `${r.name} ${r.kind} ${r.rank}`)).toEqual(['乙 ranked 1', '甲 unreported null', '未填 blank null']);
    expect(rows[2]).toMatchObject({ shown: { value: '100', parts: '9/9' }, moved: null });
  });

  it('ranks amounts worst first: a place says nothing of better or worse, zero is a value and has no change, no project is none', () => {
    const rows = ranking('unpaid_wages', { 甲: [0, null, 4], 乙: [3_864_000, null, 9], 丙: [1_286_000, null, 7], 丁: [0, null, 0] }, { 甲: [0], 乙: [100], 丙: [4_000_000], 丁: [0] }, { target: null });
    expect(rows.map(line)).toEqual(['乙 1  ranked 1', '丙 2  ranked -1', '甲 3  ranked —', '丁   none —']);
    expect(rows[0]).toMatchObject({ bar: 100, reached: null, moved: { verdict: null }, shown: { value: '386.4', unit: '万元', parts: null } });
    expect(rows[1]).toMatchObject({ moved: { verdict: null } });
    expect(rows[2]).toMatchObject({ bar: 0, shown: { value: '0.0' } });
  });

  it('says nothing of better or worse where the indicator has no direction', () => {
    expect(ranking('projects', { 甲: [3], 乙: [9] }, { 甲: [9], 乙: [3] }, { target: null })[0]).toMatchObject({ name: '乙', moved: { by: 1, verdict: null } });
  });

  it('draws nothing but zeros when all are zero', () => {
    expect(ranking('unpaid_workers', { 甲: [0], 乙: [0] }, null, { target: null }).map((r) => [r.rank, r.bar])).toEqual([[1, 0], [1, 0]]);
  });

  it('keeps any name as it is', () => {
    const names = ['<img src=x onerror=alert(1)>', `'; DROP TABLE projects; --`, '‮右至左', '😀', '长'.repeat(200), '__proto__', 'constructor'];
    const now = new Map(names.map((n) => [n, { no_arrears_rate_n: 5, no_arrears_rate_d: 5 }]));
    const rows = rankRows({ indicator: indicatorOf('no_arrears_rate'), units: names.map((n, i) => ({ code: n, name: n, sort: i })), now, before: now, minimum: 5, target: null, decimals: 1, unreported: new Map() });
    expect(rows.map((r) => r.name)).toEqual(names);
    expect(rows.every((r) => r.rank === 1 && r.moved !== 'new')).toBe(true);
  });
});

it('sorts by any column and keeps the unranked below', () => {
  const rows = ranking('clue_on_time_rate', WEEK_47, WEEK_46);
  const names = (by: Parameters<typeof sortRanking>[1], direction: 1 | -1) => sortRanking(rows, by, direction).map((r) => r.name);
  expect(names('rank', 1)).toEqual(rows.map((r) => r.name));
  expect(names('value', 1).slice(0, 2)).toEqual(['水利局', '交通局']);
  expect(names('parts', -1).slice(0, 2)).toEqual(['住建局', '交通局']);
  expect(names('moved', -1)[0]).toBe('教育局');
  expect(names('name', 1).slice(0, 2)).toEqual(['交通局', '教育局']);
  for (const by of ['rank', 'name', 'value', 'parts', 'moved'] as const) expect(names(by, -1).slice(7)).toEqual(rows.slice(7).map((r) => r.name));
});
