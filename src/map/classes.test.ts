import { describe, expect, it } from 'vitest';
import { indicatorOf } from '../model/indicators.ts';
import { DEFAULT_RULES } from '../model/rules/defaults.ts';
import { type Breaks, breaksOf, classOf, classText, displayed, LEVELS } from './classes.ts';

const breaks = (id: string): Breaks => breaksOf(DEFAULT_RULES, indicatorOf(id));

describe('classOf, by the shipped rules', () => {
  it.each<[string, number, number]>([
    ['no_arrears_rate', 100, 1], ['no_arrears_rate', 99.9, 2], ['no_arrears_rate', 90, 2], ['no_arrears_rate', 89.9, 3], ['no_arrears_rate', 80, 3], ['no_arrears_rate', 60, 4], ['no_arrears_rate', 59.9, 5], ['no_arrears_rate', 0, 5],
    ['unpaid_wages', 0, 1], ['unpaid_wages', 0.1, 2], ['unpaid_wages', 99.9, 2], ['unpaid_wages', 100, 3], ['unpaid_wages', 300, 4], ['unpaid_wages', 999.9, 4], ['unpaid_wages', 1000, 5],
    ['unpaid_workers', 0, 1], ['unpaid_workers', 1, 2], ['unpaid_workers', 49, 2], ['unpaid_workers', 500, 5],
    ['projects', 1, 1], ['projects', 2, 1], ['projects', 3, 2], ['projects', 9, 4], ['projects', 10, 5],
    ['group_rate', 0, 1], ['group_rate', 0.1, 2], ['group_rate', 40, 5],
  ])('%s %d is class %i', (id, value, level) => expect(classOf(value, breaks(id))).toBe(level));
});

describe('displayed', () => {
  it.each<[string, number | null, number | null, number | null]>([
    ['no_arrears_rate', 8, 8, 100], ['no_arrears_rate', 99_999, 100_000, 99.9], ['no_arrears_rate', 0, 0, null], ['no_arrears_rate', null, null, null],
    ['unpaid_wages', 10_000_000, null, 1000], ['unpaid_wages', 400, null, 0], ['unpaid_wages', 500, null, 0.1], ['projects', 0, null, 0],
  ])('%s %s/%s prints as %s', (id, n, d, value) => expect(displayed(indicatorOf(id), { n, d })).toBe(value));
  it('only n = d is in the class of 100 %', () => expect(classOf(displayed(indicatorOf('no_arrears_rate'), { n: 99_999, d: 100_000 })!, breaks('no_arrears_rate'))).toBe(2));
});

describe('breaksOf', () => {
  it("falls back to rates by direction, and a county's own wins", () => {
    expect(breaks('clue_on_time_rate')).toBe(DEFAULT_RULES.map_breaks['rate_up']);
    expect(breaks('unlawful_rate')).toBe(DEFAULT_RULES.map_breaks['rate_down']);
    expect(breaks('clues_received')).toBe(DEFAULT_RULES.map_breaks['open_risk']);
    const own: Breaks = { direction: 'up', bounds: [95, 85, 70, 50] };
    expect(breaksOf({ map_breaks: { ...DEFAULT_RULES.map_breaks, clue_on_time_rate: own } }, indicatorOf('clue_on_time_rate'))).toBe(own);
  });
  it('rules without any breaks are refused', () => expect(() => breaksOf({ map_breaks: {} }, indicatorOf('projects'))).toThrow('projects'));
});

describe('classText', () => {
  it.each<[string, Breaks, number, string, string[]]>([
    ['rates', breaks('no_arrears_rate'), 1, '%', ['100%', '90–99.9%', '80–89.9%', '60–79.9%', '<60%']],
    ['rates with two decimals', breaks('no_arrears_rate'), 2, '%', ['100%', '90–99.99%', '80–89.99%', '60–79.99%', '<60%']],
    ["a county's bounds", { direction: 'up', bounds: [95, 85, 70.5, 50] }, 1, '%', ['≥95%', '85–94.9%', '70.5–84.9%', '50–70.4%', '<50%']],
    ['rates to be low', breaks('group_rate'), 1, '%', ['0%', '0.1–9.9%', '10–19.9%', '20–39.9%', '≥40%']],
    ['money', breaks('unpaid_wages'), 1, '万元', ['0', '0.1–99.9', '100–299.9', '300–999.9', '≥1,000']],
    ['people', breaks('unpaid_workers'), 0, '人', ['0', '1–49', '50–199', '200–499', '≥500']],
    ['projects', breaks('projects'), 0, '个', ['1–2', '3–4', '5–6', '7–9', '≥10']],
    ['single values', breaks('open_risk'), 0, '个', ['0', '1', '2', '3–4', '≥5']],
  ])('%s', (_, given, decimals, unit, want) => expect(LEVELS.map((l) => classText(l, given, decimals, unit))).toEqual(want));
});
