import { expect, it } from 'vitest';
import { clickText, type FilterClick, filtersAfter } from './filter-click.ts';
import type { FilterState } from './filters.ts';

it.each<[FilterState, FilterClick, FilterState]>([
  [{}, ['dept', 'D01'], { dept: ['D01'] }],
  [{ dept: ['D01'] }, ['dept', 'D01'], { dept: [] }],
  [{ dept: ['D01', 'D02'] }, ['dept', 'D01'], { dept: ['D01'] }],
  [{ dept: ['D01'], g: ['严重'] }, ['dept', 'D02'], { dept: ['D02'], g: ['严重'] }],
  [{ dept: ['D01'] }, ['dept', null, true], { dept: ['D01', null] }],
  [{ dept: ['D01', null] }, ['dept', null, true], { dept: ['D01'] }],
  [{ dept: ['D01'], g: ['严重'] }, ['dept'], { dept: [], g: ['严重'] }],
  [{ dept: ['D01'], g: ['严重'] }, ['dept', ['D02', null]], { dept: ['D02', null], g: ['严重'] }],
  [{ dept: ['D01'] }, ['dept', []], { dept: [] }],
  [{ dept: ['D01'], g: ['严重'] }, [], {}],
])('%j after a click on %j: %j', (filters, click, after) => {
  expect(filtersAfter(filters, click)).toEqual(after);
  expect(filtersAfter(filters, JSON.parse(clickText(...click)) as FilterClick)).toEqual(after);
});
