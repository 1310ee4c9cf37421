import { type Callout, type Cover, MOST_CALLOUTS, placeCallouts } from './callouts.ts';
import { CLUSTER_ABOVE, type ClusterIndex } from './clusters.ts';
import { type Box, boxAround, holds, type Point } from './geometry.ts';
import { type LabelWish, type Measure, type PlacedLabel, placeLabels, shortName } from './labels.ts';
import type { Mark, MarkSizes } from './markers.ts';
import type { PlaceShape } from './place-shapes.ts';
import { spread } from './spread.ts';

/** What is to be drawn, apart from where the map looks. */
export interface SceneData {
  readonly shapes: readonly PlaceShape[];
  /** Name and lines of each place by code; a place without has no label. */
  readonly labels: ReadonlyMap<string, { readonly name: string; readonly value: string; readonly parts: string | null }>;
  readonly marks: readonly Mark[];
  readonly clusters: ClusterIndex;
  readonly selectedPlaces: ReadonlySet<string>;
  readonly selected: string | null;
  readonly sizes: MarkSizes;
  /** Phone: no labels, no 无欠薪 marks, no call-outs. */
  readonly phone: boolean;
  readonly callout: (mark: Mark) => { readonly title: string; readonly text: string; readonly width: number } | null;
}

/** Where the map looks. */
export interface SceneView {
  /** Longitude, latitude → px. */
  readonly project: (lon: number, lat: number) => Point;
  /** Unit square → px. */
  readonly place: (at: Point) => Point;
  /** Px of the whole world. */
  readonly world: number;
  /** What is on screen, and what the canvas also holds around it. */
  readonly screen: Box;
  readonly canvas: Box;
  readonly bounds: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly zoom: number;
  readonly cover: () => Cover;
  /** Boxes of controls over the map. */
  readonly controls: readonly Box[];
}

export interface DrawnMark {
  readonly mark: Mark;
  readonly at: Point;
  readonly from: Point | null;
}
/** Everything with its place, in px. */
export interface Scene {
  readonly singles: readonly DrawnMark[];
  readonly clusters: readonly { readonly at: Point; readonly count: number; readonly faded: boolean }[];
  readonly labels: readonly PlacedLabel[];
  /** 销号, 一般, 严重 in draw order. */
  readonly raised: readonly DrawnMark[];
  readonly callouts: readonly (Callout & { readonly title: string; readonly text: string; readonly mark: Mark })[];
}

const CALLOUT_HEIGHT = 42;
const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

/** The room a mark needs for itself, with its tag at the upper right. */
export function markBox({ mark, at }: DrawnMark, sizes: MarkSizes): Box {
  const { x, y, width, height } = mark.kind === 'severe' ? boxAround(at, sizes.ring + 4) : mark.kind === 'general' ? boxAround(at, sizes.general[0] + 4, sizes.general[1] + 4) : boxAround(at, sizes.closed + 4);
  return mark.supervised ? { x, y: y - 4, width: width + 4, height: height + 4 } : { x, y, width, height };
}

/** Boxes along a leader: labels rather stand beside it. */
function alongLeader({ from, to }: Callout): Box[] {
  const steps = Math.ceil(Math.hypot(from[0] - to[0], from[1] - to[1]) / 8);
  return Array.from({ length: steps }, (_, i) => boxAround([from[0] + ((to[0] - from[0]) * i) / steps, from[1] + ((to[1] - from[1]) * i) / steps], 4));
}

/** Lays the map out for one view: who is single, who is in a cluster, who steps aside, which words fit. */
export function layout(data: SceneData, view: SceneView, measure: Measure): Scene {
  const { marks, sizes, phone } = data;
  const around = grown(view.canvas, 40);
  const drawn = (mark: Mark): DrawnMark => ({ mark, at: view.project(mark.lon, mark.lat), from: null });
  const onCanvas = ({ at }: DrawnMark): boolean => holds(around, at);

  const of = byKind(marks);
  const open = of.open.map(drawn).filter(onCanvas);
  const apart = spread(open.map((d) => d.at));
  const risky = open.map((d, i): DrawnMark => ({ mark: d.mark, ...apart[i]! }));
  const closed = of.closed.map(drawn).filter(onCanvas);
  const inView = countInView(marks, view.bounds, phone);
  const { singles, clusters } = phone ? { singles: [], clusters: [] } : data.clusters.in(view.bounds, view.zoom, inView);

  const onScreen = risky.filter(({ mark, at }) => !mark.faded && holds(view.screen, at));
  const wishes = phone || onScreen.length > MOST_CALLOUTS ? [] : onScreen.flatMap((d) => {
    const words = data.callout(d.mark);
    return words ? [{ id: d.mark.id, at: d.at, width: words.width, height: CALLOUT_HEIGHT, words, mark: d.mark }] : [];
  });
  const callouts = wishes.length === 0 ? [] : placeCallouts(wishes, view.cover(), view.controls).map((c) => {
    const { words, mark } = wishes.find((w) => w.id === c.id)!;
    return { ...c, title: words.title, text: words.text, mark };
  });

  const hard = [...risky.map((d) => markBox(d, sizes)), ...callouts.map((c) => c.box), ...view.controls];
  const alone = singles.map(drawn);
  const circles = [...alone.map((d) => boxAround(d.at, sizes.none + 2)), ...clusters.map((c) => boxAround(view.project(c.lon, c.lat), sizes.closed))];
  const labels = phone ? [] : placeLabels(labelWishes(data, view), { hard, closed: closed.map((d) => markBox(d, sizes)), circles, leaders: callouts.flatMap(alongLeader) }, measure);
  return { singles: alone, clusters: clusters.map((c) => ({ at: view.project(c.lon, c.lat), count: c.count, faded: c.faded })), labels, raised: [...closed, ...risky], callouts };
}

/** How many marks are in view, as far as it matters: more than are drawn one by one is enough. */
function countInView(marks: readonly Mark[], { west, south, east, north }: SceneView['bounds'], phone: boolean): number {
  let n = 0;
  for (const m of marks) {
    if (m.lon >= west && m.lon <= east && m.lat >= south && m.lat <= north && !(phone && m.kind === 'none') && (n += 1) > CLUSTER_ABOVE) break;
  }
  return n;
}

interface ByKind {
  readonly open: readonly Mark[];
  readonly closed: readonly Mark[];
}
/** The few that stand out, looked for once per list: a scene is laid out at every move, and the list can hold a hundred thousand. */
const sorted = new WeakMap<readonly Mark[], ByKind>();
function byKind(marks: readonly Mark[]): ByKind {
  const known = sorted.get(marks) ?? { open: marks.filter((m) => m.kind === 'severe' || m.kind === 'general'), closed: marks.filter((m) => m.kind === 'closed') };
  sorted.set(marks, known);
  return known;
}

const labelWishes = ({ shapes, labels, selectedPlaces }: SceneData, view: SceneView): LabelWish[] =>
  shapes.flatMap((shape) => {
    const words = labels.get(shape.code);
    const at = view.place(shape.label);
    if (!words || !holds(view.canvas, at)) return [];
    return [{ code: shape.code, name: words.name, short: shortName(words.name), value: words.value, parts: words.parts, at, radius: shape.radius * view.world, selected: selectedPlaces.has(shape.code) }];
  });
