import { expect, it } from 'vitest';
import type { CountyFeatures } from './features.ts';
import { siteInset } from './inset.ts';

const square = (code: string, west: number) => ({
  type: 'Feature' as const, properties: { code, name: code }, geometry: { type: 'Polygon' as const, coordinates: [[[west, 30], [west + 1, 30], [west + 1, 31], [west, 31], [west, 30]]] },
});
const county: CountyFeatures = { places: { type: 'FeatureCollection', features: [square('A', 110), square('B', 111)] }, outline: null, river: null };
const size = { width: 400, height: 200 };

it('fills the box with the site’s own place and puts the site where it is', () => {
  const inset = siteInset(county, 'A', [110.5, 30.5], size);
  expect(inset.places.map((p) => [p.code, p.own])).toEqual([['A', true], ['B', false]]);
  expect(inset.site![0]).toBeCloseTo(200, 0);
  expect(Math.abs(inset.site![1] - 100)).toBeLessThan(2);
});
it('keeps a site outside of its place in the picture', () => {
  const { site } = siteInset(county, 'A', [112.5, 30.5], size);
  expect(site![0]).toBeGreaterThan(0);
  expect(site![0]).toBeLessThanOrEqual(400);
});
it('shows the county where neither place nor point is known', () => {
  const inset = siteInset(county, null, null, size);
  expect([inset.site, inset.places.some((p) => p.own)]).toEqual([null, false]);
});
