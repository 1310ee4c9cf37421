import { expect, it } from 'vitest';
import { clusterIndex, countIn } from './clusters.ts';
import type { Mark } from './markers.ts';

const mark = (i: number, lon: number, lat: number): Mark => ({ id: `P${i}`, name: `<i>${i}</i>`, place: null, kind: 'none', lon, lat, number: null, court: false, supervised: false, faded: false, unpaid: 0, workers: 0 });
const grid = (n: number): Mark[] => Array.from({ length: n }, (_, i) => mark(i, 109.7 + ((i * 7919) % 6007) / 10_000, 34.7 + ((i * 104_729) % 6011) / 10_000));
const county = { west: 109.6, south: 34.6, east: 110.4, north: 35.4 };
const FIT = 10.2;

it('80 marks in view are drawn one by one, 81 are clustered', () => {
  expect(clusterIndex(grid(80), FIT).in(county, FIT, 80)).toEqual({ singles: grid(80), clusters: [] });
  expect(clusterIndex(grid(81), FIT).in(county, FIT, 81).clusters.length).toBeGreaterThan(0);
});
it('every one of 100,000 marks is drawn once or counted once, and few things are drawn', () => {
  const marks = grid(100_000);
  const index = clusterIndex(marks, FIT);
  const { singles, clusters } = index.in(county, FIT, countIn(marks, county));
  expect(singles.length + clusters.reduce((n, c) => n + c.count, 0)).toBe(100_000);
  expect(singles.length + clusters.length).toBeLessThan(1000);
});
it('from fit + 2 on nothing is clustered, and only what is in view is drawn', () => {
  const marks = grid(10_000);
  const part = { west: 109.8, south: 34.8, east: 109.95, north: 34.95 };
  const { singles, clusters } = clusterIndex(marks, FIT).in(part, FIT + 2, countIn(marks, part));
  expect(clusters).toEqual([]);
  expect(singles).toHaveLength(countIn(marks, part));
  expect(clusterIndex(marks, FIT).in(part, FIT + 1.9, 625).clusters.length).toBeGreaterThan(0);
});
it('no marks, no clusters', () => expect(clusterIndex([], FIT).in(county, FIT, 100)).toEqual({ singles: [], clusters: [] }));
