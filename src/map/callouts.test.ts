import { describe, expect, it } from 'vitest';
import { coverOf, placeCallouts } from './callouts.ts';
import { boxAround, overlaps, type Point } from './geometry.ts';

const view = { x: 0, y: 0, width: 900, height: 600 };
const county = (at: Point) => Math.hypot(at[0] - 450, at[1] - 300) < 260;
const cover = coverOf(view, county);
const wish = (id: string, at: Point) => ({ id, at, width: 176, height: 42 });

describe('placeCallouts', () => {
  it('stands outside the county, inside the view, near its mark', () => {
    const [left, right] = placeCallouts([wish('a', [250, 320]), wish('b', [640, 180])], cover, []);
    expect(left!.box.x + left!.box.width).toBeLessThan(450);
    expect(right!.box.x).toBeGreaterThan(450);
    for (const { box, from, to } of [left!, right!]) {
      const corners: Point[] = [[box.x, box.y], [box.x + box.width, box.y], [box.x, box.y + box.height], [box.x + box.width, box.y + box.height]];
      expect(corners.filter(county).length).toBeLessThanOrEqual(1);
      expect(county([box.x + box.width / 2, box.y + box.height / 2])).toBe(false);
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 900 && box.y + box.height <= 600).toBe(true);
      expect(Math.hypot(from[0] - to[0], from[1] - to[1])).toBeLessThan(330);
    }
  });
  it('keeps off the controls, other boxes and the marks', () => {
    const controls = { x: 0, y: 0, width: 300, height: 300 };
    const three = placeCallouts([wish('a', [250, 200]), wish('b', [255, 230]), wish('c', [260, 180])], cover, [controls]);
    expect(three).toHaveLength(3);
    three.forEach(({ box }, i) => {
      expect(overlaps(box, controls)).toBe(false);
      expect(three.slice(i + 1).some((o) => overlaps(o.box, box))).toBe(false);
      for (const { to } of three) expect(overlaps(boxAround(to, 44), box)).toBe(false);
    });
  });
  it('more than three are numbers only', () => expect(placeCallouts(['a', 'b', 'c', 'd'].map((id) => wish(id, [450, 300])), cover, [])).toEqual([]));
  it('zoomed in there is no outside: no box', () => expect(placeCallouts([wish('a', [450, 300])], coverOf(view, () => true), [])).toEqual([]));
  it('nothing for nothing', () => expect(placeCallouts([], cover, [])).toEqual([]));
});
