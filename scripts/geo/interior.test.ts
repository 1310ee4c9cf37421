import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { poleOfInaccessibility } from './interior.ts';
import { planeOf } from './plane.ts';

/** 0.1 degree is about 11.1 km north and 9.1 km east at latitude 35. */
const square: Polygon = { type: 'Polygon', coordinates: [[[110, 35], [110.1, 35], [110.1, 35.1], [110, 35.1], [110, 35]]] };
const crescent: Polygon = {
  type: 'Polygon',
  coordinates: [[[110, 35], [110.2, 35], [110.2, 35.2], [110, 35.2], [110, 35.17], [110.15, 35.17], [110.15, 35.03], [110, 35.03], [110, 35]]],
};
const ringed: Polygon = { type: 'Polygon', coordinates: [...square.coordinates, [[110.02, 35.02], [110.02, 35.08], [110.06, 35.08], [110.06, 35.02], [110.02, 35.02]]] };
const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[[109, 35], [109.02, 35], [109.02, 35.02], [109, 35]]], square.coordinates] };

describe('poleOfInaccessibility', () => {
  test.each<[string, Polygon | MultiPolygon, number, number]>([
    ['the middle of a square', square, 110.05, 35.05],
    ['the thick back of a crescent, not its empty middle', crescent, 110.177, 35.177],
    ['beside a hole', ringed, 110.08, 35.05],
    ['the larger of two parts', parts, 110.05, 35.05],
  ])('is %s', (_, geometry, lon, lat) => {
    const { point, radius } = poleOfInaccessibility(geometry);
    const plane = planeOf(geometry);
    const [x, y] = plane.toMetres(point);
    expect(plane.clearance(x, y)).toBeCloseTo(radius, 6);
    // Where several circles are equally large any is right: the known one must not be larger by more than the precision.
    expect(radius).toBeGreaterThan(plane.clearance(...plane.toMetres([lon, lat])) * 0.98);
    expect(radius).toBeGreaterThan(0);
  });
  test('gives the radius in metres', () => {
    const { point, radius } = poleOfInaccessibility(square);
    expect(point[0]).toBeCloseTo(110.05, 2);
    expect(radius).toBeGreaterThan(4500);
    expect(radius).toBeLessThan(4560);
  });
});

describe('planeOf', () => {
  test('clearance is negative outside and inside a hole', () => {
    const plane = planeOf(ringed);
    expect(plane.clearance(...plane.toMetres([110.04, 35.05]))).toBeLessThan(0);
    expect(plane.clearance(...plane.toMetres([110.2, 35.05]))).toBeCloseTo(-0.1 * 111195 * Math.cos((35.05 * Math.PI) / 180), 0);
  });
  test('goes to metres and back', () => {
    const plane = planeOf(square);
    const [x, y] = plane.toMetres([110.03, 35.04]);
    const [lon, lat] = plane.toDegrees(x, y);
    expect(lon).toBeCloseTo(110.03, 9);
    expect(lat).toBeCloseTo(35.04, 9);
  });
});
