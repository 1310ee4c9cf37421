import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import { describe, expect, test } from 'vitest';
import { countyOutline, demoBoundaries, river } from '../demo/geography.ts';
import { testFolder } from './test-shapefile.ts';
import { readTopology, topologyText, toTopology } from './topology.ts';

const extras = { outline: countyOutline(), river: river() };

describe('toTopology', () => {
  test('keeps places, outline and river to 1 m, with one copy of each border', async () => {
    const topology = await toTopology(demoBoundaries(), extras);
    expect(Object.keys(topology.objects)).toEqual(['places', 'outline', 'river']);
    const path = join(await testFolder(), 'boundaries.topojson');
    await writeFile(path, topologyText(topology));
    const read = readTopology(path);
    expect(read.features.map(({ properties }) => properties)).toEqual(demoBoundaries().features.map(({ properties }) => properties));
    read.features.forEach(({ geometry }, i) => {
      const original = demoBoundaries().features[i]!.geometry.coordinates.flat(3) as number[];
      const known = new Set(original.map((value) => value.toFixed(4)));
      const found = new Set((geometry.coordinates.flat(3) as number[]).map((value) => value.toFixed(4)));
      expect([...known].filter((value) => !found.has(value)).length).toBeLessThan(known.size * 0.1);
    });
    const geometry = feature(topology, 'river') as unknown as { features: { geometry: { coordinates: unknown[] } }[] };
    expect(geometry.features[0]?.geometry.coordinates.length).toBe(river().geometry.coordinates.length);
    expect(topologyText(topology).length).toBeLessThan(60_000);
  });
  test('gives the same bytes twice, simplified or not', async () => {
    for (const targetBytes of [Infinity, 25_000]) {
      const [first, second] = [await toTopology(demoBoundaries(), { ...extras, targetBytes }), await toTopology(demoBoundaries(), { ...extras, targetBytes })];
      expect(topologyText(first)).toBe(topologyText(second));
      expect(topologyText(first).length).toBeLessThanOrEqual(targetBytes);
    }
  });
  test('throws when the target is out of reach', async () => {
    await expect(toTopology(demoBoundaries(), { targetBytes: 100 })).rejects.toThrow(RangeError);
  });
});

describe('readTopology', () => {
  test.each([['nothing', ''], ['no JSON', '{'], ['no places', '{"type":"Topology","objects":{},"arcs":[]}'], ['an arc that is not there', '{"type":"Topology","objects":{"places":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[7]]}]}},"arcs":[]}']])('refuses %s', async (_, text) => {
    const path = join(await testFolder(), 'b.topojson');
    await writeFile(path, text);
    expect(() => readTopology(path)).toThrow('b.topojson：不是可用的边界文件');
  });
  test('refuses a file that is not there', () => {
    expect(() => readTopology('/none/b.topojson')).toThrow('b.topojson');
  });
});
