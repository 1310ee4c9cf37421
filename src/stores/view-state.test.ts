import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAP_METRICS } from '../query/overview.ts';
import { DEFAULT_VIEW, formatView, isStep, PAGE_KEYS, parseView, RANK_TABS, RISK_SORTS, SIDE_TABS, type ViewState } from './view-state.ts';

const day = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const snapshot = fc.tuple(day, fc.option(fc.integer({ min: 2, max: 9 }))).map(([d, r]) => (r ? `${d}-r${r}` : d));
const values = (...list: (string | null)[]) => fc.uniqueArray(fc.constantFrom(...list), { minLength: 1 });
const codes = fc.uniqueArray(fc.oneof(fc.string({ minLength: 1 }), fc.constant(null)), { minLength: 1, maxLength: 5 });

const views: fc.Arbitrary<ViewState> = fc.record({
  snapshot: fc.option(snapshot), compare: fc.option(fc.oneof(snapshot, fc.constant('none'))), metric: fc.constantFrom(...MAP_METRICS),
  filters: fc.record({ dept: codes, area: codes, inv: values('政府投资', 'PPP', null), g: values('严重', '一般'), stage: values('在建', null) }, { requiredKeys: [] }),
  selected: fc.option(fc.string({ minLength: 1, maxLength: 50 })), search: fc.string({ maxLength: 50 }), rank: fc.constantFrom(...RANK_TABS), sort: fc.constantFrom(...RISK_SORTS), side: fc.constantFrom(...SIDE_TABS),
  tables: fc.subarray(['map', 'trend', 'ranking', 'risks', 'bottom'] as const), weeks: fc.option(fc.tuple(day, day).map(([a, b]): [string, string] => (a <= b ? [a, b] : [b, a]))),
  map: fc.option(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: -8000, max: 8000 }), fc.integer({ min: -17_000, max: 17_000 })).map(([z, y, x]): [number, number, number] => [z / 4, y / 100, x / 100])),
  page: fc.dictionary(fc.constantFrom(...PAGE_KEYS), fc.string({ minLength: 1, maxLength: 60 }), { noNullPrototype: true }),
  theme: fc.constantFrom(null, 'light' as const, 'dark' as const), language: fc.constantFrom(null, 'zh-CN' as const, 'en' as const),
});

it('reads back what it writes, through the text of a URL', () => {
  fc.assert(fc.property(views, (view) => {
    const query = Object.fromEntries(new URLSearchParams(new URLSearchParams(formatView(view)).toString()));
    expect(parseView(query)).toEqual({ view, problems: [], unknown: {} });
  }));
});

it('leaves defaults out', () => expect(formatView(DEFAULT_VIEW)).toEqual({}));

it.each([
  [{ s: 'x', m: 'no_arrears_rate' }, ['s']],
  [{ g: '2,9' }, ['g']],
  [{ v: '1,2' }, ['v']],
  [{ w: '2026-11-20~2026-01-01' }, ['w']],
  [{ m: 'step_closed' }, ['m']],
  [{ m: 'toString', rank: '__proto__' }, ['m', 'rank']],
  [{ tab: 'map,<img>' }, ['tab']],
])('takes what is good of %j', (query, problems) => expect(parseView(query as Record<string, string>).problems).toEqual(problems));

it('keeps keys it does not know', () => {
  const { view, unknown } = parseView({ g: '2', x: 'y' });
  expect(formatView(view, unknown)).toEqual({ g: '2', x: 'y' });
});

it.each([
  ['the same', {}, {}, false],
  ['a filter', {}, { g: '2' }, true],
  ['a filter cleared', { dept: 'D02' }, {}, true],
  ['the snapshot', { s: '2026-11-13' }, {}, true],
  ['the comparison', {}, { c: 'none' }, true],
  ['the indicator', {}, { m: 'projects' }, true],
  ['the selection', { sel: 'A' }, { sel: 'B' }, true],
  ['the map view', {}, { v: '10,35,110' }, false],
  ['search, sort and tabs', { q: 'a', sort: 'amount' }, { q: 'ab', side: 'trend', tab: 'map' }, false],
])('knows whether %s is a step of the history', (_what, from, to, step) => expect(isStep(from as Record<string, string>, to as Record<string, string>)).toBe(step));
