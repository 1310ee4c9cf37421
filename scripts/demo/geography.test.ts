import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { planeOf } from '../geo/plane.ts';
import { signedArea } from './geo-topology.ts';
import { COUNTY, countyOutline, demoBoundaries, labelPoint, PLACES, pointIn, river } from './geography.ts';

const ringsOf = (geometry: Polygon | MultiPolygon): Position[][] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat());
const edgesOf = (geometry: Polygon | MultiPolygon): string[] =>
  ringsOf(geometry).flatMap((ring) => ring.slice(1).map((point, i) => `${String(ring[i])} ${String(point)}`));
const turned = (edge: string): string => edge.split(' ').reverse().join(' ');
const areaOf = (geometry: Polygon | MultiPolygon): number => ringsOf(geometry).reduce((sum, ring) => sum + signedArea(ring), 0);

const county = demoBoundaries();
const outline = countyOutline();

describe('PLACES', () => {
  test('are 18 with their codes', () => {
    expect(PLACES).toHaveLength(18);
    expect(new Set(PLACES.map(({ place_code }) => place_code)).size).toBe(18);
    const digits = { 街道: /^9901010\d\d$/, 镇: /^9901011\d\d$/, 乡: /^9901012\d\d$/, 功能区: /^990101-[A-Z]+$/ };
    for (const { place_code, kind } of PLACES) expect(place_code).toMatch(digits[kind]);
    expect(PLACES.map(({ sort }) => sort)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  });
});

describe('demoBoundaries', () => {
  test('has one feature per place, with code and name', () => {
    expect(county.features.map(({ properties }) => properties)).toEqual(PLACES.map(({ place_code, name }) => ({ code: place_code, name })));
    expect(county.features.filter(({ geometry }) => geometry.type === 'MultiPolygon').map(({ properties }) => properties.name)).toEqual(['经开区']);
  });
  test('shares every edge: once on the county line, or once in each direction', () => {
    const edges = county.features.flatMap(({ geometry }) => edgesOf(geometry));
    const inner = new Set(edges);
    const line = new Set(edgesOf(outline.geometry));
    expect(inner.size).toBe(edges.length);
    for (const edge of edges) expect(inner.has(turned(edge)) !== line.has(edge)).toBe(true);
    for (const edge of line) expect(inner.has(edge)).toBe(true);
  });
  test('has borders that never cross', () => {
    expect(crossings(county.features.flatMap(({ geometry }) => edgesOf(geometry)))).toEqual([]);
  });
  test('fills the county exactly', () => {
    const whole = areaOf(outline.geometry);
    const sum = county.features.reduce((total, { geometry }) => total + areaOf(geometry), 0);
    expect(Math.abs(sum - whole) / whole).toBeLessThan(1e-9);
  });
  test('is about 70 by 50 km around 110 E, 35 N', () => {
    const [west, south, east, north] = planeOf(outline.geometry).box;
    expect((east - west) / 1000).toBeGreaterThan(66);
    expect((east - west) / 1000).toBeLessThan(76);
    expect((north - south) / 1000).toBeGreaterThan(47);
    expect((north - south) / 1000).toBeLessThan(56);
    expect(outline.geometry.type).toBe('Polygon');
    expect(ringsOf(outline.geometry)).toHaveLength(1);
  });
  test('has closed rings, outer ones counter-clockwise, with 5 decimals', () => {
    for (const { geometry } of county.features) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const rings of polygons) {
        rings.forEach((ring, i) => {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(Math.sign(signedArea(ring))).toBe(i === 0 ? 1 : -1);
          for (const value of ring.flat()) expect(Math.round(value * 1e5) / 1e5).toBe(value);
        });
      }
    }
  });
  test('is the same, byte for byte, every time, and its callers cannot spoil it', () => {
    const first = JSON.stringify([demoBoundaries(), countyOutline(), river()]);
    const spoilt = demoBoundaries();
    ringsOf(spoilt.features[0]!.geometry)[0]![0]![0] = 0;
    expect(JSON.stringify([demoBoundaries(), countyOutline(), river()])).toBe(first);
  });
});

describe('pointIn and labelPoint', () => {
  test.each(PLACES)('$name: 40 points inside, apart from the border, the label and each other', ({ place_code, name }) => {
    const geometry = county.features.find(({ properties }) => properties.code === place_code)!.geometry;
    const plane = planeOf(geometry);
    const points = Array.from({ length: 40 }, (_, k) => plane.toMetres(pointIn(place_code, k)));
    for (const point of points) expect(plane.clearance(...point), name).toBeGreaterThan(320);
    const label = plane.toMetres(labelPoint(place_code));
    expect(plane.clearance(...label)).toBeGreaterThan(2000);
    points.forEach((a, i) => {
      expect(Math.hypot(a[0] - label[0], a[1] - label[1])).toBeGreaterThan(1000);
      for (const b of points.slice(i + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(600);
    });
  });
  test('are the same every time', () => {
    expect(pointIn('990101001', 7)).toEqual(pointIn('990101001', 7));
    expect(labelPoint('990101001')).toEqual(labelPoint('990101001'));
  });
  test('say what is wrong', () => {
    expect(() => pointIn('990101999', 0)).toThrow('没有属地 990101999');
    expect(() => labelPoint('')).toThrow(RangeError);
    expect(() => pointIn('990101001', 500)).toThrow('城关街道只有');
    expect(() => pointIn('990101001', -1)).toThrow(RangeError);
  });
});

test('the river crosses the county from its north-west to its south-east', () => {
  const line = river().geometry.coordinates;
  const plane = planeOf(outline.geometry);
  const inside = line.filter((point) => plane.clearance(...plane.toMetres(point)) > 0);
  expect(inside.length).toBe(line.length);
  for (const end of [line[0]!, line.at(-1)!]) expect(plane.clearance(...plane.toMetres(end))).toBeLessThan(400);
  expect(line[0]![0]).toBeLessThan(line.at(-1)![0]!);
  expect(line[0]![1]).toBeGreaterThan(line.at(-1)![1]!);
});

test('the county has its code', () => {
  expect(outline.properties).toEqual({ code: COUNTY.code, name: '安澜县' });
});

/** Pairs of edges that cross, by trying those whose boxes overlap in a coarse grid. */
function crossings(edges: readonly string[]): string[] {
  const cell = 0.02;
  const seen = new Map<string, { a: Position; b: Position; text: string }[]>();
  const found: string[] = [];
  const turn = (o: Position, p: Position, q: Position): number => (p[0]! - o[0]!) * (q[1]! - o[1]!) - (p[1]! - o[1]!) * (q[0]! - o[0]!);
  for (const text of new Set(edges.map((edge) => (edge < turned(edge) ? edge : turned(edge))))) {
    const [a, b] = text.split(' ').map((point) => point.split(',').map(Number)) as [Position, Position];
    for (let x = Math.floor(Math.min(a[0]!, b[0]!) / cell); x <= Math.floor(Math.max(a[0]!, b[0]!) / cell); x++) {
      for (let y = Math.floor(Math.min(a[1]!, b[1]!) / cell); y <= Math.floor(Math.max(a[1]!, b[1]!) / cell); y++) {
        const others = seen.get(`${x} ${y}`) ?? [];
        for (const other of others) {
          const shared = [a, b].some((p) => String(p) === String(other.a) || String(p) === String(other.b));
          if (!shared && turn(a, b, other.a) * turn(a, b, other.b) <= 0 && turn(other.a, other.b, a) * turn(other.a, other.b, b) <= 0) found.push(`${text} × ${other.text}`);
        }
        seen.set(`${x} ${y}`, [...others, { a, b, text }]);
      }
    }
  }
  return found;
}
