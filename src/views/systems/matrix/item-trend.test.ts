import { describe, expect, it } from 'vitest';
import { cellText } from '../../../model/table-model.ts';
import { DEFAULT_RULES } from '../../../model/rules.ts';
import { weekSlots } from '../../overview/trend-weeks.ts';
import { itemSentence, itemTrend, itemTrendTable, targetOf, type ItemTrendAsk } from './item-trend.ts';

const t = (key: string, named: Record<string, unknown> = {}) => [key.split('.').pop(), ...Object.values(named)].join(' ');
/** Three published weeks and a gap; the item is not known in the first. */
const days = ['2026-10-30', '2026-11-06', '2026-11-20'];
const rows = new Map([
  ['2026-10-30', { sys_deposit_n: null, sys_deposit_d: null, sys_notice_n: 1, sys_notice_d: 1 }],
  ['2026-11-06', { sys_deposit_n: 8, sys_deposit_d: 10, sys_notice_n: 9, sys_notice_d: 10 }],
  ['2026-11-20', { sys_deposit_n: 9, sys_deposit_d: 10, sys_notice_n: 100_010, sys_notice_d: 100_010 }],
]);
const ask = (change: Partial<ItemTrendAsk> = {}): ItemTrendAsk => ({ item: '工资保证金', items: ['工资保证金', '维权告示牌'], measure: 'done', name: '工资保证金', slots: weekSlots(days), rows, asOf: '2026-11-20', rules: DEFAULT_RULES, t, ...change });

describe('points', () => {
  it('are one per week: none where it was not published or not known', () => {
    const { panels: [panel], gaps, current, slots } = itemTrend(ask());
    expect(panel!.lines[0]!.points).toEqual([null, { value: 80, text: '80.0%', parts: '8/10' }, null, { value: 90, text: '90.0%', parts: '9/10' }]);
    expect([slots.length, current, gaps.map((g) => [g.from, g.to]), panel!.title]).toEqual([4, 3, [[1, 3]], '工资保证金']);
  });
  it('of the set add its items up; an n/d too long for the margin stands in the title, never nowhere', () => {
    const { panels: [panel] } = itemTrend(ask({ item: null, name: '全' }));
    expect(panel!.lines[0]!.points.map((p) => [p?.text, p?.parts])).toEqual([[undefined, undefined], ['85.0%', '17/20'], [undefined, undefined], ['99.9%', null]]);
    expect(panel!.title).toBe('全 99.9% 100,019/100,020');
  });
});

it('has the item’s own target, else that of 制度落实, else none', () => {
  expect(itemTrend(ask()).panels[0]!.target).toEqual({ value: 100, label: 'target 100' });
  expect(targetOf({ targets: { ...DEFAULT_RULES.targets, sys_deposit: { value: 98, by: null } } }, { id: 'sys_deposit' })?.value).toBe(98);
  expect(itemTrend(ask({ rules: { ...DEFAULT_RULES, targets: {} } })).panels[0]!.target).toBeNull();
});

it('says first and last with n/d, and the change in a tooltip', () => {
  expect(itemSentence(ask())).toBe('sentence span 工资保证金 45 80.0% 8/10 47 90.0% 9/10');
  expect(itemSentence(ask({ rows: new Map() }))).toBe('nothing');
  expect(itemTrend(ask()).tip(3)?.rows).toEqual([{ name: '工资保证金', value: '90.0%', parts: '9/10', change: '▲ points 10.0' }]);
  expect(itemTrend(ask()).tip(2)?.notes).toEqual(['unpublished']);
});

it('has a twin with every week', () => {
  const { columns, rows: lines } = itemTrendTable(ask());
  expect(lines.map((r) => columns.map((c) => cellText(c, r)))).toEqual([['week 44', '2026-10-30', '—', '—'], ['week 45', '2026-11-06', '80.0', '8/10'], ['week 46', 'unpublished', '—', '—'], ['week 47', '2026-11-20', '90.0', '9/10']]);
});
