import { expect, it } from 'vitest';
import type { Point } from './geometry.ts';
import type { Mark, MarkKind } from './markers.ts';
import type { PlaceShape } from './place-shapes.ts';
import type { PlaceValue } from './place-values.ts';
import { walkOf } from './walk.ts';

const mark = (id: string, kind: MarkKind): Mark => ({ id, name: id, place: null, kind, lon: 0, lat: 0, number: null, court: false, supervised: false, faded: false, unpaid: 0, workers: 0 });
const value = (code: string) => ({ code, name: code }) as PlaceValue;
const shape = (code: string, label: Point) => ({ code, label }) as PlaceShape;
const ask = (marks: readonly Mark[]) => walkOf({
  values: ['A', 'B', 'C'].map(value), shapes: [shape('B', [0.5, 0.5]), shape('A', [0, 1])], marks, words: { place: (v) => v.name, mark: (m) => m.name },
  scene: { singles: [], clusters: [], labels: [], callouts: [], raised: marks.filter((m) => m.id === 'S').map((m) => ({ mark: m, at: [30, 40], from: null })) },
  place: ([x, y]) => [x * 100, y * 100], inFrame: ([x, y]) => [x + 1, y + 1], size: { x: 100, y: 100 },
});

it('places with an area in stored order, then 严重 and 一般 as they are drawn from the top; the others are not walked', () =>
  expect(ask([mark('N', 'none'), mark('K', 'closed'), mark('G', 'general'), mark('S', 'severe')]).map((s) => s.name)).toEqual(['A', 'B', 'S', 'G']));
it('a spot lies over its label or its mark as drawn, inside the frame', () =>
  expect(ask([mark('S', 'severe')]).map(({ x, y }) => [x, y])).toEqual([[16, 84], [51, 51], [31, 41]]));
it('of very many marks the first 200 are walked', () => expect(ask(Array.from({ length: 500 }, (_, i) => mark(`G${i}`, 'general'))).slice(2).map((s) => s.name)).toHaveLength(200));
