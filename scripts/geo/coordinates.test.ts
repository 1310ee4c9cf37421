import * as fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, test } from 'vitest';
import { demoBoundaries, PLACES, pointIn } from '../demo/geography.ts';
import { randomOf } from '../demo/random.ts';
import { type LonLat, SYSTEMS, type System, detectSystem, makeLocator, toWgs84 } from './coordinates.ts';

const county = demoBoundaries();
const forward = ([lon, lat]: LonLat, system: System): LonLat => gcoord.transform<[number, number]>([lon, lat], gcoord.WGS84, gcoord[system]);

/** 30 points of every place: what a full ledger of the demo county looks like. */
const sites = PLACES.flatMap(({ place_code }) => Array.from({ length: 30 }, (_, k) => ({ place: place_code, point: pointIn(place_code, k) as LonLat })));

/** 300 points anywhere in the county, each with the place it lies in. */
const anywhere = (() => {
  const random = randomOf('anywhere');
  const locate = makeLocator(county);
  const found: { place: string; point: LonLat }[] = [];
  while (found.length < 300) {
    const point: LonLat = [109.6 + random() * 0.8, 34.7 + random() * 0.6];
    const place = locate(...point);
    if (place !== null) found.push({ place, point });
  }
  return found;
})();

describe('toWgs84', () => {
  test.each(['GCJ02', 'BD09'] as const)('undoes %s to 1 m all over China', (system) => {
    fc.assert(
      fc.property(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }), (lon, lat) => {
        const [x, y] = toWgs84(...forward([lon, lat], system), system);
        expect(Math.abs(x - lon)).toBeLessThan(1e-5);
        expect(Math.abs(y - lat)).toBeLessThan(1e-5);
      }),
    );
  });
  test.each<[number, number]>([[0, 0], [72.0041, 35], [NaN, 35], [Infinity, 35], [110, 35000], [34, 110]])('leaves %d, %d outside China alone', (lon, lat) => {
    for (const system of SYSTEMS) expect(toWgs84(lon, lat, system)).toEqual([lon, lat]);
  });
});

describe('detectSystem', () => {
  const places = (list: typeof sites): string[] => list.map(({ place }) => place);
  for (const [name, list] of [['sites', sites], ['points anywhere', anywhere]] as const) {
    test.each(SYSTEMS)(`knows ${name} of the demo county written in %s`, (system) => {
      const found = detectSystem(list.map(({ point }) => forward(point, system)), county, places(list));
      expect(found).toMatchObject({ system, confident: true, tested: list.length, swapped: [] });
      expect(found.fitting[system]).toBeGreaterThanOrEqual(list.length - 1);
    });
    test.each(SYSTEMS)(`knows ${name} in %s with every tenth point wrong`, (system) => {
      const points = list.map(({ point }, i) => (i % 10 === 3 ? (list[(i * 7 + 101) % list.length]?.point ?? point) : point));
      const found = detectSystem(points.map((point) => forward(point, system)), county, places(list));
      expect(found).toMatchObject({ system, confident: true });
    });
  }
  test('says WGS84, without confidence, when the points do not tell', () => {
    const middle = PLACES.map(({ place_code }) => place_code);
    const points = middle.map((place) => forward(pointIn(place, 0), 'WGS84'));
    expect(detectSystem(points, county, middle)).toMatchObject({ system: 'WGS84', confident: false, tested: 18 });
  });
  test('is not confident about points of another county, of none, or of no coordinates', () => {
    expect(detectSystem(sites.map(({ point: [lon, lat] }) => [lon + 3, lat]), county)).toMatchObject({ system: 'WGS84', confident: false, fitting: { WGS84: 0 } });
    expect(detectSystem([], county)).toMatchObject({ confident: false, tested: 0 });
    expect(detectSystem([[NaN, 35]], county)).toMatchObject({ confident: false, tested: 0 });
  });
  test('asks only for the county where the place is unknown or has no boundary', () => {
    const { point } = sites[0]!;
    expect(detectSystem([point, point, point], county, [null, '990101999', '990101201']).fitting.WGS84).toBe(2);
  });
  test('reports exchanged longitude and latitude and counts them right', () => {
    const points = sites.map(({ point }) => forward(point, 'GCJ02')).map(([lon, lat], i): LonLat => (i % 50 === 0 ? [lat, lon] : [lon, lat]));
    const found = detectSystem(points, county, places(sites));
    expect(found).toMatchObject({ system: 'GCJ02', fitting: { GCJ02: sites.length } });
    expect(found.swapped).toEqual(points.flatMap((_, i) => (i % 50 === 0 ? [i] : [])));
  });
  test('does not call a point outside the county exchanged', () => {
    expect(detectSystem([[121.5, 31.2], [31.2, 121.5], [0, 0]], county).swapped).toEqual([]);
  });
});
