import { expect, it } from 'vitest';
import type { PlaceFeatures } from './features.ts';
import { placeAt, placeShapes, unitPoint } from './place-shapes.ts';

const area = (code: string, x: number) => ({ type: 'Feature' as const, properties: { code, name: code }, geometry: { type: 'Polygon' as const, coordinates: [[[x, 35], [x + 0.1, 35], [x + 0.1, 35.1], [x, 35.1], [x, 35]]] } });
const places: PlaceFeatures = { type: 'FeatureCollection', features: [area('A', 110), area('B', 110.1)] };

it('finds the place under a point', () => {
  const shapes = placeShapes(places, new Map());
  expect([[110.05, 35.05], [110.15, 35.05], [110.3, 35.05]].map(([lon, lat]) => placeAt(shapes, unitPoint(lon!, lat!)))).toEqual(['A', 'B', null]);
});
it("labels stand on the register's point if it is inside, else on the pole", () => {
  const [a, b] = placeShapes(places, new Map([['A', [110.02, 35.02]], ['B', [109, 34]]]));
  expect(a!.label).toEqual(unitPoint(110.02, 35.02));
  expect(a!.radius).toBeCloseTo(0.02 / 360, 6);
  expect(b!.label[0]).toBeCloseTo(unitPoint(110.15, 35)[0], 5);
  expect(b!.radius).toBeCloseTo(0.05 / 360, 5);
});
it.each([[0, 0, 0.5, 0.5], [-180, 0, 0, 0.5], [180, 85.051129, 1, 0]])('%d, %d is %d, %d', (lon, lat, x, y) => {
  expect(unitPoint(lon, lat)[0]).toBeCloseTo(x, 6);
  expect(unitPoint(lon, lat)[1]).toBeCloseTo(y, 6);
});
