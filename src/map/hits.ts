import { holds, type Point } from './geometry.ts';
import type { MarkSizes } from './markers.ts';
import { placeAt, type PlaceShape } from './place-shapes.ts';
import type { DrawnMark, Scene } from './scene.ts';

/** What lies under the pointer. */
export type Hit = { readonly kind: 'mark'; readonly id: string } | { readonly kind: 'place'; readonly code: string } | null;

function nearest(marks: readonly DrawnMark[], [x, y]: Point, within: number): DrawnMark | null {
  let best: DrawnMark | null = null;
  let least = within;
  for (const mark of marks) {
    const distance = Math.hypot(mark.at[0] - x, mark.at[1] - y);
    if (distance > least || (distance === least && best)) continue;
    least = distance;
    best = mark;
  }
  return best;
}

/**
 * Raised marks and call-outs first, then a 无欠薪 circle right under the pointer, then a place's label (so that a place full of circles can still be clicked),
 * then the nearest circle within the hit area, then the place.
 */
export function hitAt(scene: Scene, shapes: readonly PlaceShape[], sizes: MarkSizes, at: Point, unit: Point): Hit {
  const raised = nearest(scene.raised, at, sizes.hit / 2 + 2);
  if (raised) return { kind: 'mark', id: raised.mark.id };
  const callout = scene.callouts.find((c) => holds(c.box, at));
  if (callout) return { kind: 'mark', id: callout.mark.id };
  const circle = nearest(scene.singles, at, sizes.hit / 2);
  if (circle && nearest([circle], at, 6)) return { kind: 'mark', id: circle.mark.id };
  const label = scene.labels.find((l) => holds(l.box, at));
  if (label) return { kind: 'place', code: label.code };
  if (circle) return { kind: 'mark', id: circle.mark.id };
  const code = placeAt(shapes, unit);
  return code === null ? null : { kind: 'place', code };
}
