import { expect, it } from 'vitest';
import type { PlaceFeatures } from './features.ts';
import { placesWithoutArea, unplacedSites } from './unplaced.ts';

const area = (code: string, x: number) => ({ type: 'Feature' as const, properties: { code, name: code }, geometry: { type: 'Polygon' as const, coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]] } });
const places: PlaceFeatures = { type: 'FeatureCollection', features: [area('A', 0), area('B', 1)] };
const site = (id: string, lon: number | null, lat: number | null, place_code: string | null = 'A') => ({ project_id: id, name: `<b>${id}</b>`, place_code, lon, lat });
const sites = [site('in', 0.5, 0.5), site('neighbour', 1.5, 0.5), site('empty', null, null), site('half', 0.5, null), site('out', 5, 5), site('nowhere', 9, 9, null)];

it('tells empty from outside; in a neighbouring place is on the map', () => {
  expect(unplacedSites(sites, places, false).map((u) => [u.id, u.reason, u.place])).toEqual([['empty', 'empty', 'A'], ['half', 'empty', 'A'], ['out', 'outside', 'A'], ['nowhere', 'outside', null]]);
  expect(unplacedSites(sites, places, false)[0]!.name).toBe('<b>empty</b>');
});
it('outside under an assumed coordinate system is 坐标系不明', () => expect(unplacedSites(sites, places, true).map((u) => u.reason)).toEqual(['empty', 'empty', 'system', 'system']));
it('without boundaries nothing is outside', () => expect(unplacedSites(sites, null, false).map((u) => u.reason)).toEqual(['empty', 'empty']));
it('lists places without an area', () => {
  expect(placesWithoutArea(['A', 'C', 'B'], places)).toEqual(['C']);
  expect(placesWithoutArea(['A'], null)).toEqual([]);
});
