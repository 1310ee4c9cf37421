import type { Point } from './geometry.ts';
import type { Hit } from './hits.ts';
import type { Mark } from './markers.ts';
import { type PlaceShape, unitPoint } from './place-shapes.ts';
import type { PlaceValue } from './place-values.ts';
import type { Scene } from './scene.ts';

/** A button the keyboard walks, over its place or mark. */
export interface WalkSpot {
  readonly hit: NonNullable<Hit>;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface WalkAsk {
  readonly values: readonly PlaceValue[];
  readonly shapes: readonly PlaceShape[];
  readonly marks: readonly Mark[];
  readonly scene: Scene;
  readonly words: { readonly place: (value: PlaceValue) => string; readonly mark: (mark: Mark) => string };
  /** Unit square → px, and those px → px of the frame. */
  readonly place: (unit: Point) => Point;
  readonly inFrame: (at: Point) => Point;
  readonly size: { readonly x: number; readonly y: number };
}

const MOST_MARKS = 200;
/** Half a button: kept inside the frame so that focus never scrolls it. */
const EDGE = 16;

/** Places in stored order, then the open marks, 严重 before 一般. */
export function walkOf({ values, shapes, marks, scene, words, place, inFrame, size }: WalkAsk): readonly WalkSpot[] {
  const spot = (hit: NonNullable<Hit>, name: string, layer: Point): WalkSpot => {
    const [x, y] = inFrame(layer);
    return { hit, name, x: Math.max(EDGE, Math.min(size.x - EDGE, x)), y: Math.max(EDGE, Math.min(size.y - EDGE, y)) };
  };
  const labels = new Map(shapes.map((s) => [s.code, s.label]));
  const open = marks.filter((m) => m.kind === 'severe' || m.kind === 'general').reverse().slice(0, MOST_MARKS);
  const raised = new Map(scene.raised.map((d) => [d.mark.id, d.at]));
  return [
    ...values.flatMap((v) => {
      const at = labels.get(v.code);
      return at ? [spot({ kind: 'place', code: v.code }, words.place(v), place(at))] : [];
    }),
    ...open.map((m) => spot({ kind: 'mark', id: m.id }, words.mark(m), raised.get(m.id) ?? place(unitPoint(m.lon, m.lat)))),
  ];
}
