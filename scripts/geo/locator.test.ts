import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { demoBoundaries, PLACES, pointIn } from '../demo/geography.ts';
import { areaIndex, makeLocator } from './locator.ts';

const square = (x: number, y: number, size: number): Position[] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];

/** A: a 10 × 10 square with a hole · B: fills A's hole and has a part of its own at 20,0 · a place without code · a road. */
const county: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { code: 'A' }, geometry: { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2).reverse()] } },
    { type: 'Feature', properties: { code: 'B' }, geometry: { type: 'MultiPolygon', coordinates: [[square(4, 4, 2)], [square(20, 0, 5)]] } },
    { type: 'Feature', properties: { name: '无代码' }, geometry: { type: 'Polygon', coordinates: [square(10, 0, 10)] } },
    { type: 'Feature', properties: { code: 'road' }, geometry: { type: 'LineString', coordinates: [[0, 0], [30, 30]] } },
  ],
};

describe('makeLocator', () => {
  const locate = makeLocator(county);
  test.each<[number, number, string | null, string]>([
    [1, 1, 'A', 'inside'],
    [5, 5, 'B', 'inside a hole that another place fills'],
    [22, 2, 'B', 'in the second part'],
    [15, 5, null, 'in a place without code'],
    [18, 18, null, 'outside'],
    [-1, 5, null, 'left of everything, on a level with a vertex-free side'],
    [-1, 0, null, 'on a level with a horizontal side'],
    [0, 5, 'A', 'on the county line, west'],
    [5, 10, 'A', 'on the county line, north'],
    [0, 0, 'A', 'on a corner'],
    [10, 5, 'A', 'on a shared border: the first place'],
    [4, 5, 'A', 'on the border of the hole: the first place'],
    [20, 5, 'B', 'on a corner of two places: the first'],
    [NaN, 5, null, 'no coordinate'],
  ])('%d, %d → %s (%s)', (lon, lat, code) => {
    expect(locate(lon, lat)).toBe(code);
  });
  test('finds every site of the demo county in its place', () => {
    const inCounty = makeLocator(demoBoundaries());
    for (const { place_code } of PLACES) for (let k = 0; k < 30; k++) expect(inCounty(...pointIn(place_code, k))).toBe(place_code);
  });
  test('gives every vertex of a shared border to exactly one place, the first', () => {
    const boundaries = demoBoundaries();
    const { indexAt } = areaIndex(boundaries);
    boundaries.features.forEach(({ geometry }, index) => {
      const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
      for (const [lon = NaN, lat = NaN] of rings.flat()) expect(indexAt(lon, lat)).toBeLessThanOrEqual(index);
    });
  });
});

test('bounds are those of the areas, empty for none', () => {
  expect(areaIndex(county).bounds).toEqual([0, 0, 25, 10]);
  expect(areaIndex({ type: 'FeatureCollection', features: [] }).bounds).toEqual([Infinity, Infinity, -Infinity, -Infinity]);
});
