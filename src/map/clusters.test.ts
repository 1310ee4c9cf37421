import { describe, expect, it, vi } from 'vitest';
import { buildLevels } from './cluster-apart.ts';
import { type ClusterLevel, clusterLevels } from './cluster-levels.ts';
import { type Build, clusterIndex, countIn } from './clusters.ts';
import type { Mark } from './markers.ts';

const mark = (i: number, lon: number, lat: number, faded = false): Mark => ({ id: `P${i}`, name: `<i>${i}</i>`, place: null, kind: 'none', lon, lat, number: null, court: false, supervised: false, faded, unpaid: 0, workers: 0 });
const grid = (n: number, faded: (i: number) => boolean = () => false): Mark[] => Array.from({ length: n }, (_, i) => mark(i, 109.7 + ((i * 7919) % 6007) / 10_000, 34.7 + ((i * 104_729) % 6011) / 10_000, faded(i)));
const county = { west: 109.6, south: 34.6, east: 110.4, north: 35.4 };
const FIT = 10.2;
const sum = (all: readonly { readonly count: number }[]): number => all.reduce((n, c) => n + c.count, 0);

it('80 marks in view are drawn one by one, 81 are clustered', () => {
  expect(clusterIndex(grid(80), FIT, clusterLevels).in(county, FIT, 80)).toEqual({ singles: grid(80), clusters: [] });
  expect(clusterIndex(grid(81), FIT, clusterLevels).in(county, FIT, 81).clusters.length).toBeGreaterThan(0);
});
it('every one of 100,000 marks is drawn once or counted once, and few things are drawn', () => {
  const marks = grid(100_000);
  const index = clusterIndex(marks, FIT, clusterLevels);
  const { singles, clusters } = index.in(county, FIT, countIn(marks, county));
  expect(singles.length + sum(clusters)).toBe(100_000);
  expect(singles.length + clusters.length).toBeLessThan(1000);
});
it('from fit + 2 on nothing is clustered, and only what is in view is drawn', () => {
  const marks = grid(10_000);
  const part = { west: 109.8, south: 34.8, east: 109.95, north: 34.95 };
  const { singles, clusters } = clusterIndex(marks, FIT, clusterLevels).in(part, FIT + 2, countIn(marks, part));
  expect(clusters).toEqual([]);
  expect(singles).toHaveLength(countIn(marks, part));
  expect(clusterIndex(marks, FIT, clusterLevels).in(part, FIT + 1.9, 625).clusters.length).toBeGreaterThan(0);
});
it('marks outside the filter are never counted with those inside', () => {
  const { singles, clusters } = clusterIndex(grid(1000, (i) => i % 4 === 0), FIT, clusterLevels).in(county, FIT, 1000);
  const of = (faded: boolean) => sum(clusters.filter((c) => c.faded === faded)) + singles.filter((m) => m.faded === faded).length;
  expect([of(true), of(false)]).toEqual([250, 750]);
});
it('no marks, no clusters', () => expect(clusterIndex([], FIT, clusterLevels).in(county, FIT, 100)).toEqual({ singles: [], clusters: [] }));

describe('very many marks', () => {
  const later = () => {
    const waiting: (() => void)[] = [];
    const build: Build = (points, fit) => new Promise<readonly ClusterLevel[]>((resolve) => waiting.push(() => resolve(clusterLevels(points, fit))));
    return { waiting, build: vi.fn<Build>(build), ready: vi.fn<() => void>() };
  };
  it('are asked for once, nothing is drawn meanwhile, and their coming is told once', async () => {
    const { waiting, build, ready } = later();
    const index = clusterIndex(grid(500), FIT, build, ready);
    expect(build).not.toHaveBeenCalled();
    for (let k = 0; k < 3; k += 1) expect(index.in(county, FIT, 500)).toEqual({ singles: [], clusters: [] });
    expect(build).toHaveBeenCalledTimes(1);
    waiting.forEach((done) => done());
    await vi.waitFor(() => expect(ready).toHaveBeenCalledTimes(1));
    const { singles, clusters } = index.in(county, FIT, 500);
    expect(singles.length + sum(clusters)).toBe(500);
  });
  it('that were dropped are told of by nobody, and their builder is stopped', async () => {
    const { waiting, build, ready } = later();
    const index = clusterIndex(grid(500), FIT, build, ready);
    index.in(county, FIT, 500);
    index.drop();
    expect(build.mock.calls[0]![2].aborted).toBe(true);
    waiting.forEach((done) => done());
    await new Promise((resolve) => setTimeout(resolve));
    expect(ready).not.toHaveBeenCalled();
    expect(index.in(county, FIT, 500)).toEqual({ singles: [], clusters: [] });
  });
  it('where no worker starts the page clusters them itself', async () => {
    vi.stubGlobal('Worker', function Refused() { throw new Error('no workers here'); });
    const marks = grid(5000);
    const points = { lon: Float64Array.from(marks, (m) => m.lon), lat: Float64Array.from(marks, (m) => m.lat) };
    expect(await buildLevels(points, FIT, new AbortController().signal)).toEqual(clusterLevels(points, FIT));
    vi.unstubAllGlobals();
  });
});
