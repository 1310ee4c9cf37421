import type L from 'leaflet';
import { clusterIndex } from './clusters.ts';
import { buildLevels } from './cluster-apart.ts';
import { fitText } from './fit-text.ts';
import type { MapText } from './map-props.ts';
import { type Mark, type MarkSizes, DESK_SIZES, PHONE_SIZES } from './markers.ts';
import { paint } from './paint.ts';
import { internals } from './paint-layer.ts';
import type { Palette } from './palette.ts';
import { placeInk } from './place-paint.ts';
import type { PlaceShape } from './place-shapes.ts';
import type { PlaceValue } from './place-values.ts';
import { coverCache, viewOf } from './scene-view.ts';
import { layout, type Scene, type SceneView } from './scene.ts';
import { textWidths } from './text-width.ts';

/** What a scene is made of, as it is now. */
export interface SceneSource {
  readonly shapes: readonly PlaceShape[];
  readonly values: readonly PlaceValue[];
  readonly marks: readonly Mark[];
  readonly selectedPlaces: readonly string[];
  readonly selected: string | null;
  readonly phone: boolean;
  readonly words: Pick<MapText, 'label' | 'callout' | 'supervised'>;
  readonly palette: Palette;
}

const WIDEST_CALLOUT = 220;
const CALLOUT_PADDING = 18;
export const sizesFor = (phone: boolean): MarkSizes => (phone ? PHONE_SIZES : DESK_SIZES);
export const byCode = (values: readonly PlaceValue[]): ReadonlyMap<string, PlaceValue> => new Map(values.map((v) => [v.code, v]));

/** The laid-out map, kept until what it shows or where it looks changes. */
export interface SceneKeeper {
  readonly scene: () => Scene;
  readonly view: () => SceneView;
  readonly draw: (ctx: CanvasRenderingContext2D) => void;
  /** The next `scene` is laid out anew. */
  readonly drop: () => void;
  /** Also what was kept of the county's area, for another county. */
  readonly dropCounty: () => void;
  /** Words are measured again: the font has come. */
  readonly remeasure: () => void;
  /** Clusters of these marks from now on, for a county that fits at this zoom. */
  readonly recluster: (marks: readonly Mark[], fit: number) => void;
  readonly end: () => void;
}

/** `laid`: a new layout was made · `clustered`: clusters that took a while are there. */
export function sceneKeeper(map: L.Map, renderer: L.Canvas, source: () => SceneSource, { laid, clustered }: { readonly laid: () => void; readonly clustered: () => void }): SceneKeeper {
  const { measure, forget } = textWidths(() => source().palette.font);
  let kept: Scene | null = null;
  let clusters = clusterIndex([], 0, buildLevels);
  let coverAt = coverCache();

  const view = (): SceneView => viewOf(map, internals(renderer)._bounds, source().shapes, coverAt);
  function scene(): Scene {
    if (kept) return kept;
    const { shapes, values, marks, selectedPlaces, selected, phone, words } = source();
    const labels = new Map(values.map((v) => [v.code, { name: v.name, ...words.label(v) }]));
    const callout = (mark: Mark) => {
      const { title, text } = words.callout(mark);
      const short = fitText(title, WIDEST_CALLOUT, (cut) => measure(cut, 'name'));
      return { title: short, text, width: Math.ceil(Math.max(measure(short, 'name'), measure(text, 'value'))) + CALLOUT_PADDING };
    };
    kept = layout({ shapes, labels, marks, clusters, selectedPlaces: new Set(selectedPlaces), selected, sizes: sizesFor(phone), phone, callout }, view(), measure);
    laid();
    return kept;
  }
  function draw(ctx: CanvasRenderingContext2D): void {
    const { shapes, values, selectedPlaces, selected, phone, words, palette } = source();
    const { place } = view();
    const known = byCode(values);
    paint({ ctx, palette }, {
      scene: scene(), sizes: sizesFor(phone), selected, supervised: words.supervised, ink: (code) => placeInk(known.get(code), palette),
      outlines: shapes.filter((s) => selectedPlaces.includes(s.code)).map((s) => s.rings.map((ring) => ring.map(place))),
    });
  }
  return {
    scene, view, draw, remeasure: forget,
    drop: () => (kept = null),
    dropCounty: () => {
      kept = null;
      coverAt = coverCache();
    },
    recluster: (marks, fit) => {
      clusters.drop();
      clusters = clusterIndex(marks.filter((m) => m.kind === 'none'), fit, buildLevels, clustered);
    },
    end: () => clusters.drop(),
  };
}
