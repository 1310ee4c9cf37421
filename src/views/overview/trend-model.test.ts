import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../model/rules.ts';
import { cellText } from '../../model/table-model.ts';
import { i18n } from '../../composables/i18n.ts';
import { trendData, trendSentence, type TrendAsk } from './trend-model.ts';
import { trendTable } from './trend-table.ts';
import { weekSlots } from './trend-weeks.ts';

const t: TrendAsk['t'] = (key, named) => i18n.global.t(key, named ?? {});

/** Weeks 38–47 of the demo county: n/66 without arrears, clues, open, severe, 新增, 反弹. */
const STORY: readonly (readonly [string, number, number, number, number, number, number, number])[] = [
  ['2026-09-18', 40, 60, 84, 26, 8, 1, 0], ['2026-09-25', 42, 66, 89, 24, 8, 0, 0], ['2026-10-09', 45, 73, 92, 21, 7, 0, 0], ['2026-10-16', 48, 78, 95, 18, 7, 0, 0], ['2026-10-23', 51, 84, 99, 15, 5, 1, 0],
  ['2026-10-30', 50, 91, 104, 16, 5, 1, 1], ['2026-11-06', 55, 97, 108, 11, 5, 1, 0], ['2026-11-13', 60, 103, 112, 6, 4, 0, 0], ['2026-11-20', 64, 112, 119, 2, 1, 0, 0],
];
const cellsOf = ([day, clear, onTime, due, open, severe, added, reopened]: (typeof STORY)[number]) => [day, {
  as_of: day, no_arrears_rate_n: clear, no_arrears_rate_d: 66, clue_on_time_rate_n: onTime, clue_on_time_rate_d: due, open_risk_n: open, severe_open_n: severe, step_added_n: added, step_reopened_n: reopened, step_closed_n: 0,
}] as const;

function asked(days: readonly Record<string, unknown>[] | null = null, more: Partial<TrendAsk> = {}): TrendAsk {
  const rows = new Map<string, Record<string, unknown>>(days ? days.map((r) => [String(r['as_of']), r]) : STORY.map(cellsOf));
  const slots = weekSlots([...rows.keys()]);
  return { slots, window: { from: 0, to: slots.length - 1 }, rows, asOf: [...rows.keys()].pop() ?? '', rules: DEFAULT_RULES, t, nameOf: (i) => i.name, titleOf: (i) => i.name, ...more };
}

describe('trendData', () => {
  const story = trendData(asked());
  it('reads the story of weeks 38 to 47: values with n/d, the gap, targets, the relapse, the campaign', () => {
    expect(story.slots.map((s) => s.label).join(' ')).toBe('38周 39周 40周 41周 42周 43周 44周 45周 46周 47周');
    const [clear, clues, open] = story.panels.map((p) => p.lines.map((l) => [l.points[0], l.points[9]].map((v) => `${v!.text} ${v!.parts ?? ''}`.trim())));
    expect([clear, clues, open]).toEqual([[['60.6% 40/66', '97.0% 64/66']], [['71.4% 60/84', '94.1% 112/119']], [['8', '1'], ['18', '1']]]);
    expect(story.panels.every((p) => p.lines.every((l) => l.points[2] === null))).toBe(true);
    expect(story.gaps).toEqual([{ from: 1, to: 3, label: '第40周未发布' }]);
    expect(story.panels.map((p) => p.target?.label ?? '')).toEqual(['目标 100%（12-31 前）', '目标 95%', '']);
    expect([...story.events].sort((a, b) => b.weight - a.weight)[0]).toMatchObject({ slot: 6, text: '▼ 新增1 反弹1' });
    expect(story.marks).toEqual([{ slot: 0, text: '行动启动' }]);
    expect(story.current).toBe(9);
  });

  it('says what the tooltip says, also of a gap', () => {
    expect(story.tip(9)).toEqual({
      title: '第47周 · 2026-11-20', notes: [],
      rows: [{ name: '无欠薪比例', value: '97.0%', parts: '64/66', change: '▲ 6.1 个百分点' }, { name: '线索按期办结率', value: '94.1%', parts: '112/119', change: '▲ 2.2 个百分点' }, { name: '严重', value: '1', parts: null, change: '▼ 3' }, { name: '一般', value: '1', parts: null, change: '▼ 1' }],
    });
    expect([story.tip(2), story.tip(6)!.notes, story.tip(99)]).toEqual([{ title: '第40周', rows: [], notes: ['未发布'] }, ['新增1 · 反弹1'], null]);
  });

  it('compares the first week of a window with the one before it', () => {
    expect(trendData(asked(null, { window: { from: 3, to: 9 } })).tip(0)!.rows[0]!.change).toBe('▲ 4.5 个百分点');
  });

  it('marks year end and New Year’s Eve inside the axis only', () => {
    const rules = { ...DEFAULT_RULES, calendar: { ...DEFAULT_RULES.calendar, festivals: { 2027: { spring_festival: '2027-02-06', new_years_eve: '2027-02-05' } } } };
    const days = ['2026-12-25', '2027-01-01', '2027-02-05'].map((as_of) => ({ as_of }));
    expect(trendData(asked(days, { rules })).marks).toEqual([{ slot: 1, text: '年底' }, { slot: 6, text: '除夕' }]);
    expect(trendData(asked(days, { rules })).gaps).toEqual([{ from: 1, to: 6, label: '第1—4周未发布' }]);
  });

  it('keeps 未导入, no denominator and zero apart', () => {
    const row = { as_of: '2026-11-20', no_arrears_rate_n: 0, no_arrears_rate_d: 5, clue_on_time_rate_n: null, clue_on_time_rate_d: null, open_risk_n: 0, severe_open_n: 0 };
    const data = trendData(asked([row]));
    expect(data.panels.map((p) => [p.title, p.lines[0]!.points[0]?.text ?? null])).toEqual([['无欠薪比例', '0%'], ['线索按期办结率 · 未导入', null], ['未销号项目', '0']]);
    expect(trendData(asked([{ ...row, no_arrears_rate_d: 0, clue_on_time_rate_n: 0, clue_on_time_rate_d: 0 }])).panels.map((p) => [p.title, p.lines[0]!.points[0]?.text ?? null])).toEqual([['无欠薪比例', null], ['线索按期办结率', null], ['未销号项目', '0']]);
  });

  it('bears no weeks at all', () => {
    const data = trendData(asked([]));
    expect([data.slots, data.gaps, data.events, data.marks, data.tip(0)]).toEqual([[], [], [], [], null]);
    expect(trendSentence(asked([]))).toBe('走势：没有可用的数据。');
  });
});

it('states the finding in a sentence', () => {
  expect(trendSentence(asked())).toBe('走势：无欠薪比例第38周 60.6% 40/66，第47周 97.0% 64/66；线索按期办结率第38周 71.4% 60/84，第47周 94.1% 112/119；未销号项目第38周 严重 8 个、一般 18 个，第47周 严重 1 个、一般 1 个。');
  expect(trendSentence(asked(null, { window: { from: 9, to: 9 } }))).toContain('无欠薪比例第47周 97.0% 64/66；');
});

it('has a table twin with the same numbers, a row per week', () => {
  const { columns, rows } = trendTable(asked(), (day) => `${day}-r2`);
  const text = rows.map((row) => columns.map((c) => cellText(c, row)).join('|'));
  expect(text[0]).toBe('第38周|2026-09-18|2026-09-18-r2|60.6|40/66|71.4|60/84|8|18|1|0|0');
  expect(text[2]).toBe('第40周|未发布|—|—|—|—|—|—|—|—|—|—');
  expect(text[9]).toBe('第47周|2026-11-20|2026-11-20-r2|97.0|64/66|94.1|112/119|1|1|0|0|0');
});
