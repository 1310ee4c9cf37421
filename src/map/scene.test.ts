import { describe, expect, it } from 'vitest';
import { coverOf } from './callouts.ts';
import { clusterLevels } from './cluster-levels.ts';
import { clusterIndex } from './clusters.ts';
import { overlaps, type Point } from './geometry.ts';
import { hitAt } from './hits.ts';
import { DESK_SIZES, type Mark, type MarkKind, PHONE_SIZES } from './markers.ts';
import { placeShapes, unitPoint } from './place-shapes.ts';
import { layout, markBox, type SceneData, type SceneView } from './scene.ts';

const square = (code: string, west: number, south: number) => ({ type: 'Feature' as const, properties: { code, name: code }, geometry: { type: 'Polygon' as const, coordinates: [[[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]] } });
const shapes = placeShapes({ type: 'FeatureCollection', features: [square('A', 110, 35), square('B', 110.1, 35)] }, new Map());
const measure = (text: string) => [...text].length * 8;
const WORLD = 256 * 2 ** 11.5;
const [x0, y0] = unitPoint(109.95, 35.15);
const place = ([x, y]: Point): Point => [(x - x0) * WORLD, (y - y0) * WORLD];
const screen = { x: 0, y: 0, width: 900, height: 600 };
const view: SceneView = {
  place, project: (lon, lat) => place(unitPoint(lon, lat)), world: WORLD, screen, canvas: screen, bounds: { west: 109, south: 34, east: 111, north: 36 }, zoom: 11.5, controls: [],
  cover: () => coverOf(screen, ([x, y]) => { const [ux] = [x / WORLD + x0]; return ux > unitPoint(110, 35)[0] && ux < unitPoint(110.2, 35)[0] && y / WORLD + y0 > unitPoint(110, 35.1)[1] && y / WORLD + y0 < unitPoint(110, 35)[1]; }),
};
const mark = (id: string, kind: MarkKind, lon: number, lat: number, more: Partial<Mark> = {}): Mark => ({ id, name: '<script>1</script>', place: 'A', kind, lon, lat, number: null, court: false, supervised: false, faded: false, unpaid: 1, workers: 1, ...more });
const dataOf = (marks: Mark[], more: Partial<SceneData> = {}): SceneData => ({
  shapes, marks, labels: new Map([['A', { name: '太平镇', value: '85.7% 6/7', parts: '6/7' }], ['B', { name: '白马镇', value: '2/2', parts: null }]]), clusters: clusterIndex(marks.filter((m) => m.kind === 'none'), 11, clusterLevels), selectedPlaces: new Set(), selected: null,
  sizes: DESK_SIZES, phone: false, callout: (m) => ({ title: m.name, text: '', width: 150 }), ...more,
});
const severe = mark('s', 'severe', 110.05, 35.05);
const general = mark('g', 'general', 110.15, 35.05);
const circle = mark('n', 'none', 110.02, 35.02);

describe('layout', () => {
  it('labels keep off 严重 and 一般; three open marks get boxes, four do not', () => {
    const scene = layout(dataOf([circle, severe, general]), view, measure);
    expect(scene.labels.map((l) => l.code).sort()).toEqual(['A', 'B']);
    for (const { box } of scene.labels) for (const d of scene.raised) expect(overlaps(markBox(d, DESK_SIZES), box)).toBe(false);
    expect(scene.callouts.map((c) => c.id).sort()).toEqual(['g', 's']);
    const more = [severe, general, mark('t', 'severe', 110.02, 35.08), mark('u', 'general', 110.18, 35.02)];
    expect(layout(dataOf(more), view, measure).callouts).toEqual([]);
  });
  it('a mark outside the filter has no box and is not counted', () => {
    const others = [mark('t', 'severe', 110.02, 35.08), mark('u', 'general', 110.18, 35.02), mark('v', 'general', 110.02, 35.06)].map((m) => ({ ...m, faded: true }));
    expect(layout(dataOf([severe, ...others]), view, measure).callouts.map((c) => c.id)).toEqual(['s']);
  });
  it('on a phone there are no labels, circles or boxes', () => {
    const scene = layout(dataOf([circle, severe], { phone: true, sizes: PHONE_SIZES }), view, measure);
    expect([scene.labels, scene.singles, scene.callouts]).toEqual([[], [], []]);
    expect(scene.raised).toHaveLength(1);
  });
  it('two on one spot stand apart with leaders', () => {
    const scene = layout(dataOf([severe, mark('t', 'general', 110.05, 35.05)]), view, measure);
    expect(scene.raised.map((d) => d.from !== null)).toEqual([true, true]);
  });
});

describe('hitAt', () => {
  const scene = layout(dataOf([circle, severe, general]), view, measure);
  const at = (p: Point) => hitAt(scene, shapes, DESK_SIZES, p, [p[0] / WORLD + x0, p[1] / WORLD + y0]);
  const [sx, sy] = view.project(110.05, 35.05);
  const [cx, cy] = view.project(110.02, 35.02);
  it.each<[string, Point, unknown]>([
    ['a diamond', [sx + 15, sy], { kind: 'mark', id: 's' }], ['a circle', [cx, cy + 3], { kind: 'mark', id: 'n' }], ['near a circle', [cx - 14, cy], { kind: 'mark', id: 'n' }],
    ['the place', view.project(110.01, 35.09), { kind: 'place', code: 'A' }], ['the other place', view.project(110.19, 35.09), { kind: 'place', code: 'B' }], ['outside the county', [850, 580], null],
  ])('%s', (_, point, want) => expect(at(point)).toEqual(want));
  it("a label wins over a circle's outer ring, a box is its mark", () => {
    const label = scene.labels.find((l) => l.code === 'A')!;
    const near = layout(dataOf([severe, mark('n', 'none', 110.05, 35.05)]), view, measure);
    expect(hitAt({ ...near, singles: [{ mark: circle, at: [label.at[0] + 10, label.at[1]], from: null }] }, shapes, DESK_SIZES, label.at, [0, 0])).toEqual({ kind: 'place', code: 'A' });
    const { box, id } = scene.callouts[0]!;
    expect(at([box.x + 5, box.y + 5])).toEqual({ kind: 'mark', id });
  });
});
