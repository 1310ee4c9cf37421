import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, overlaps } from './geometry.ts';
import { type LabelWish, type Measure, placeLabels, shortName } from './labels.ts';

const measure: Measure = (text, part) => [...text].length * (part === 'name' ? 13 : 7);
const wish = (code: string, more: Partial<LabelWish> = {}): LabelWish => ({ code, name: '城关街道', short: '城关', value: '94.1% 16/17', parts: '16/17', at: [100, 100], radius: 60, selected: false, ...more });
const words = (wishes: LabelWish[], hard = [] as ReturnType<typeof boxAround>[]) => placeLabels(wishes, { hard }, measure).map((l) => [l.name, l.value]);

it.each([['太平镇', '太平'], ['城关街道', '城关'], ['双河乡', '双河'], ['湖滨社管中心', '湖滨'], ['高教科创城', '高教科创城'], ['大镇', '大镇'], ['<b>镇', '<b>'], ['👷镇', '👷镇'], ['', '']])('%s is short %s', (name, short) => expect(shortName(name)).toBe(short));

describe('drop order when there is no room', () => {
  it.each([
    [60, ['城关街道', '94.1% 16/17']], [30, ['城关街道', '16/17']], [24, ['城关街道', '16/17']], [23, ['城关', '16/17']], [15, ['城关', null]],
  ])('inscribed radius %d: %j', (radius, want) => expect(words([wish('a', { radius })])).toEqual([want]));
  it('and nothing at last, but the selected place keeps its label', () => {
    expect(words([wish('a', { radius: 5 })])).toEqual([]);
    expect(words([wish('a', { radius: 5, selected: true })])).toEqual([['城关街道', '94.1% 16/17']]);
  });
});

describe('what stands in the way', () => {
  it('a mark moves the label by 18 px, then takes its value line, then the label', () => {
    const [moved] = placeLabels([wish('a')], { hard: [boxAround([100, 84], 20)] }, measure);
    expect([moved!.at, moved!.value]).toEqual([[100, 118], '94.1% 16/17']);
    expect(words([wish('a')], [boxAround([100, 60], 62), boxAround([100, 141], 62)])).toEqual([['城关街道', null]]);
    expect(placeLabels([wish('a')], { hard: [boxAround([100, 100], 38)] }, measure)[0]!.at).toEqual([100, 136]);
    expect(words([wish('a')], [boxAround([100, 100], 120)])).toEqual([]);
  });
  it('销号 gives way only when there is no other way', () => {
    expect(placeLabels([wish('a')], { hard: [], closed: [boxAround([100, 84], 18)] }, measure)[0]!.at).toEqual([100, 118]);
    expect(placeLabels([wish('a')], { hard: [], closed: [boxAround([100, 100], 200)] }, measure)[0]!.at).toEqual([100, 100]);
  });
  it('circles and leaders are covered only where going around them is too far', () => {
    const at = (circles: ReturnType<typeof boxAround>[], leaders: typeof circles = []) => placeLabels([wish('a')], { hard: [], circles, leaders }, measure)[0]!.at;
    expect(at([boxAround([100, 112], 10)])).toEqual([100, 82]);
    expect(at([boxAround([100, 100], 10)])).toEqual([100, 100]);
    expect(at([0, 8, 16, 24].map((y) => boxAround([139, 88 + y], 4)), [0, 8, 16, 24].map((y) => boxAround([139, 88 + y], 4)))).toEqual([91, 100]);
  });
  it('of two on one spot the selected keeps its place; names come before values', () => {
    const two = placeLabels([wish('a', { radius: 90 }), wish('b', { selected: true })], { hard: [] }, measure);
    expect(two[0]).toMatchObject({ code: 'b', at: [100, 100] });
    expect(words([wish('a'), wish('b', { at: [100, 122] })]).filter(([name]) => name === '城关街道')).toHaveLength(2);
  });
});

it('no two labels touch, and none touches a mark', () => {
  const at = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }));
  fc.assert(fc.property(fc.array(fc.record({ at, radius: fc.integer({ min: 5, max: 90 }), selected: fc.boolean() }), { maxLength: 15 }), fc.array(at, { maxLength: 10 }), (places, marks) => {
    const hard = marks.map((m) => boxAround(m, 38));
    const labels = placeLabels(places.map((p, i) => wish(`P${i}`, p)), { hard }, measure);
    labels.forEach((l, i) => {
      expect(hard.some((m) => overlaps(m, l.box))).toBe(false);
      expect(labels.slice(i + 1).some((o) => overlaps(o.box, l.box))).toBe(false);
    });
  }));
});
