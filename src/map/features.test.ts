import { describe, expect, it } from 'vitest';
import { placeFeatures } from './features.ts';

const square = {
  type: 'Topology',
  arcs: [[[0, 0], [1, 0], [1, 1], [0, 0]]],
  objects: {
    places: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', arcs: [[0]], properties: { code: '420828100', name: '太平镇' } }],
    },
  },
};

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
});
