import { describe, expect, it } from 'vitest';
import type { TrendData, TrendLine, TrendPoint } from './trend-data.ts';
import { boxesOf, edgesOf, type PlacedText, rangeOf, spreadOf, textsOf } from './trend-layout.ts';
import { trendOption } from './trend-option.ts';
import type { Palette } from './palette.ts';

const rate = (n: number | null, d = 66): TrendPoint | null => (n === null ? null : { value: (n / d) * 100, text: `${((n / d) * 100).toFixed(1)}%`, parts: `${n}/${d}` });
const count = (n: number | null): TrendPoint | null => (n === null ? null : { value: n, text: String(n), parts: null });
const line = (id: string, points: readonly (TrendPoint | null)[], colour: TrendLine['colour'] = 's-1'): TrendLine => ({ id, name: id === 'severe' ? '严重' : '一般', shape: 'circle', colour, textColour: colour === 's-1' ? 'text-2' : 'risk-severe', points });

function story(clear: readonly (number | null)[], more: Partial<TrendData> = {}): TrendData {
  return {
    slots: clear.map((_, i) => ({ label: `${38 + i}周`, date: '09-18', gap: false })), current: clear.length - 1, gaps: [], events: [], marks: [], tip: () => null,
    panels: [
      { title: '无欠薪比例', percent: true, target: { value: 100, label: '目标 100%（12-31 前）' }, lines: [line('clear', clear.map((n) => rate(n)))] },
      { title: '线索按期办结率', percent: true, target: { value: 95, label: '目标 95%' }, lines: [line('clues', clear.map((n) => rate(n)))] },
      { title: '未销号项目', percent: false, target: null, lines: [line('severe', clear.map((n) => count(n === null ? null : Math.round((66 - n) / 3)))), line('general', clear.map((n) => count(n === null ? null : 66 - n)), 'risk-severe')] },
    ],
    ...more,
  };
}
const WEEKS = [40, 42, null, 45, 48, 51, 50, 55, 60, 64];
const GAP = [{ from: 1, to: 3, label: '第40周未发布' }];
const overlaps = (texts: readonly PlacedText[]): string[] => texts.flatMap((a, i) => texts.slice(i + 1).flatMap((b) => {
  const [p, q] = [edgesOf(a), edgesOf(b)];
  return p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom ? [`${a.text} × ${b.text}`] : [];
}));

describe('textsOf', () => {
  it('the target is not named over the points of a line that runs along it', () => {
    const [title, ...rest] = textsOf({ ...story(WEEKS.map(() => 65)), panels: [{ title: '合计', percent: true, target: { value: 100, label: '目标 100%' }, lines: [line('all', WEEKS.map(() => rate(65)))] }] }, 560, 300);
    const goal = rest.find((t) => t.text === '目标 100%')!;
    const box = boxesOf([{ title: '', percent: true, target: null, lines: [] }], 300)[0]!;
    expect(Math.abs(goal.y - (box.top + box.height * (1 - (65 / 66 - 0.6) / 0.4)))).toBeGreaterThan(10);
    expect(overlaps([title!, ...rest])).toEqual([]);
  });
  it.each([[468, 288], [632, 240], [364, 350]])('labels first, last, gap and relapse at %i × %i and none meets another', (width, height) => {
    const texts = textsOf(story(WEEKS, { gaps: GAP, events: [{ slot: 6, text: '▼ 新增1 反弹1', weight: 151 }, { slot: 7, text: '▼ 新增1', weight: 1 }], marks: [{ slot: 0, text: '行动启动' }] }), width, height);
    const words = texts.map((t) => t.text);
    for (const expected of ['60.6% 40/66', '97.0%', '64/66', '目标 100%（12-31 前）', '目标 95%', '第40周未发布', '▼ 新增1 反弹1', '行动启动', '47周']) expect(words).toContain(expected);
    if (width === 468) expect(words).not.toContain('▼ 新增1');
    expect(texts.filter((t) => t.size === 18).map((t) => [t.text, t.bold])).toEqual([['97.0%', true], ['97.0%', true], ['1', true], ['2', true]]);
    expect(texts.find((t) => t.text === '47周')).toMatchObject({ bold: true, colour: 'text' });
    expect(overlaps(texts)).toEqual([]);
    expect(texts.every((t) => edgesOf(t).left >= 0 && edgesOf(t).right <= width)).toBe(true);
  });

  it.each([['one week', [40]], ['falling', [66, 60, 50, 40, 30, 20, 10, 5, 1, 0]], ['all at the top', [66, 66, 66, 66]], ['many weeks', Array.from({ length: 60 }, (_, i) => 40 + (i % 20))]] as const)('%s: the numbers stand, none over another', (_, clear) => {
    const texts = textsOf(story(clear), 468, 288);
    expect(texts.filter((t) => t.size === 18)).toHaveLength(4);
    expect(overlaps(texts)).toEqual([]);
  });

  it('draws titles alone without any value or week', () => {
    expect(textsOf(story([null, null]), 468, 288).map((t) => t.text)).toEqual(['无欠薪比例', '目标 100%（12-31 前）', '线索按期办结率', '目标 95%', '未销号项目', '38周', '39周', '09-18', '09-18']);
    expect(textsOf(story([]), 468, 288).map((t) => t.text)).toContain('未销号项目');
  });
});

it.each([
  [true, [97, 60.6], 95, { min: 60, max: 100, step: 20 }], [true, [55], null, { min: 50, max: 100, step: 25 }], [true, [12], 95, { min: 0, max: 100, step: 50 }], [true, [], 95, { min: 60, max: 100, step: 20 }], [true, [90], 40, { min: 0, max: 100, step: 50 }],
  [false, [18, 8], null, { min: 0, max: 30, step: 15 }], [false, [0], null, { min: 0, max: 2, step: 1 }], [false, [], null, { min: 0, max: 2, step: 1 }], [false, [4200], null, { min: 0, max: 6000, step: 3000 }],
] as const)('axis of percent %s %j with target %s is %j', (percent, values, target, expected) => {
  const points = values.map((value) => ({ value, text: '', parts: null }));
  expect(rangeOf({ title: '', percent, lines: [line('a', points)], target: target === null ? null : { value: target, label: '' } })).toEqual(expected);
});

it('keeps heights apart within bounds', () => {
  expect([spreadOf([50, 50], 19, 0, 60), spreadOf([10, 50], 19, 0, 60), spreadOf([5], 19, 8, 60), spreadOf([], 19, 0, 9)]).toEqual([[41, 60], [10, 50], [8], []]);
});
it('puts one week alone where ECharts does, in the middle of the plot', () => expect(textsOf(story([64]), 468, 288).find((t) => t.text === '38周')!.x).toBe(44 + (468 - 44 - 82) / 2));

describe('trendOption', () => {
  const palette = new Proxy({}, { get: (_, name) => `c:${String(name)}` }) as Palette;
  const option = trendOption(story(WEEKS, { gaps: GAP, marks: [{ slot: 0, text: '行动启动' }] }), { width: 468, height: 288 }, palette);
  const series = option['series'] as readonly { id: string; connectNulls: boolean; data: readonly { value: number | null }[] }[];
  const elements = (option['graphic'] as { elements: readonly { id?: string; type: string; shape?: { x1: number; x2: number }; style: { lineDash?: number[]; stroke?: string } }[] }).elements;

  it('leaves a gap empty: no interpolated point, a dotted bridge 1.2 px 2 4', () => {
    expect(series.map((s) => [s.id, s.connectNulls, s.data[2]!.value])).toEqual([['clear', false, null], ['clues', false, null], ['severe', false, null], ['general', false, null]]);
    expect(elements.filter((e) => e.id?.startsWith('gap-')).map((e) => [e.id, e.style])).toContainEqual(['gap-clear-1', { stroke: 'c:s-1', lineWidth: 1.2, lineDash: [2, 4], fill: 'none' }]);
  });
  it('dashes the target 1.5 px 6 4 in its own colour', () => expect(elements.find((e) => e.id === 'target-0')!.style).toEqual({ stroke: 'c:s-target', lineWidth: 1.5, lineDash: [6, 4], fill: 'none' }));
  it('has one grid per panel, at most three lines and no literal colour', () => {
    expect([(option['grid'] as unknown[]).length, series.length]).toEqual([3, 4]);
    expect(JSON.stringify(option)).not.toMatch(/#[0-9a-f]{3,8}\b|rgb/i);
  });
  it('is one panel after another from top to bottom', () => {
    const boxes = boxesOf(story(WEEKS).panels, 288);
    expect(boxes.every((b, i) => i === 0 || b.top > boxes[i - 1]!.top + boxes[i - 1]!.height)).toBe(true);
    expect(boxes[2]!.top + boxes[2]!.height).toBeLessThan(288 - 30);
  });
});
