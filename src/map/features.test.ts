import { describe, expect, it } from 'vitest';
import { countyFeatures, placeFeatures } from './features.ts';

const places = { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: '420828100', name: '太平镇' } }] };
const square = { type: 'Topology', arcs: [[[0, 0], [1, 0], [1, 1], [0, 0]]], objects: { places } };

describe('placeFeatures', () => {
  it('turns the object places into polygons with code and name', () => {
    const { features } = placeFeatures(square);
    expect(features).toHaveLength(1);
    expect(features[0]?.properties).toEqual({ code: '420828100', name: '太平镇' });
    expect(features[0]?.geometry.coordinates).toEqual([[[0, 0], [1, 0], [1, 1], [0, 0]]]);
  });

  it.each([null, [], {}, { objects: {}, arcs: [] }, { objects: { towns: {} }, arcs: [] }])('refuses %j', (value) => {
    expect(() => placeFeatures(value)).toThrow('places');
  });
  it('leaves out what has no code or no area, and refuses a file without any', () => {
    const odd = [{ type: 'Polygon', arcs: [[0]], properties: { name: '无码' } }, { type: 'Point', coordinates: [0, 0], properties: { code: 'x' } }, { type: null, properties: { code: 'y' } }];
    const file = (geometries: unknown[]) => ({ ...square, objects: { places: { type: 'GeometryCollection', geometries } } });
    expect(placeFeatures(file([...odd, ...places.geometries])).features.map((f) => f.properties.code)).toEqual(['420828100']);
    expect(() => placeFeatures(file(odd))).toThrow('没有带编码的面');
  });
});

describe('countyFeatures', () => {
  it('outline and river are null where the file has none', () => expect(countyFeatures(square)).toMatchObject({ outline: null, river: null }));
  it('reads them by their kind', () => {
    const objects = { places, outline: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]] }] }, river: { type: 'GeometryCollection', geometries: [{ type: 'LineString', arcs: [0] }, { type: 'Polygon', arcs: [[0]] }] } };
    const county = countyFeatures({ ...square, objects });
    expect(county.outline?.features).toHaveLength(1);
    expect(county.river?.features.map((f) => f.geometry.type)).toEqual(['LineString']);
  });
});
