import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulesSchema } from './rules/schema.ts';
import { DEFAULT_RULES, parseRules, RULE_SOURCES } from './rules.ts';

const ruleOf = (rules: typeof DEFAULT_RULES, id: string) => rules.warnings.find((r) => r.id === id);

describe('shipped rules', () => {
  it('satisfy their own schema, without problems or changes', () => {
    expect(rulesSchema.safeParse(DEFAULT_RULES).error?.issues).toBeUndefined();
    for (const empty of [{}, null, undefined]) expect(parseRules(empty)).toEqual({ rules: DEFAULT_RULES, problems: [], changed: [] });
  });
  it('are each cited', () => {
    for (const key of Object.keys(DEFAULT_RULES).filter((k) => k !== 'warnings' && k !== 'version')) expect(RULE_SOURCES, key).toHaveProperty(key);
    expect(DEFAULT_RULES.warnings.filter((r) => r.article === '').map((r) => r.id)).toEqual([]);
  });
  it('have unique ids and say only what their test knows', () => {
    expect(new Set(DEFAULT_RULES.warnings.map((r) => r.id)).size).toBe(DEFAULT_RULES.warnings.length);
    expect(parseRules({ warnings: DEFAULT_RULES.warnings }).problems).toEqual([]);
  });
});

describe('a county’s file', () => {
  it('states only what differs, and the difference is marked', () => {
    const { rules, problems, changed } = parseRules({ version: '2026-2', window_weeks: 8, targets: { clue_on_time_rate: { value: 90 } }, warnings: [{ id: 'labour_cost_cycle', params: { months: 2 } }] });
    expect(problems).toEqual([]);
    expect(rules.targets['clue_on_time_rate']).toEqual({ value: 90, by: null });
    expect(changed).toEqual([
      { path: 'window_weeks', value: 8, default: 12 },
      { path: 'targets.clue_on_time_rate.value', value: 90, default: 95 },
      { path: 'warnings.labour_cost_cycle.params.months', value: 2, default: 1 },
    ]);
  });
  it('adds a rule as one entry', () => {
    const entry = { id: 'no_split', name: '未分账', level: '橙', test: 'item_missing', params: { item: '分账管理', below_percent: 100 }, text: '{item} {n}/{d}' };
    const { rules, problems, changed } = parseRules({ warnings: [entry] });
    expect(problems).toEqual([]);
    expect(ruleOf(rules, 'no_split')).toEqual({ ...entry, enabled: true, article: '县级规定', penalty: '' });
    expect(changed.map((c) => [c.path, c.default])).toEqual([['warnings.no_split', null]]);
  });
  it('of two entries with the same id the later stands, also one that is as shipped', () => {
    const [shipped] = DEFAULT_RULES.warnings;
    const changed = { ...shipped!, enabled: false };
    expect([[changed, shipped], [shipped, changed]].map((warnings) => ruleOf(parseRules({ warnings }).rules, shipped!.id)?.enabled)).toEqual([true, false]);
  });
  it('may give a shipped rule another test', () => {
    const { rules, problems } = parseRules({ warnings: [{ id: 'labour_share', test: 'account_dry', params: { months: 0.5 }, text: '{months}' }] });
    expect(problems).toEqual([]);
    expect(ruleOf(rules, 'labour_share')).toMatchObject({ test: 'account_dry', params: { months: 0.5 } });
  });
  it('adds sets, festivals and breaks beside the shipped ones', () => {
    const { rules, problems } = parseRules({ sets: { 六项制度: ['劳资专管员'] }, calendar: { festivals: { 2027: { spring_festival: '2027-02-06', new_years_eve: '2027-02-05' } } }, map_breaks: { clue_on_time_rate: { direction: 'up', bounds: [100, 95, 90, 80] } } });
    expect(problems).toEqual([]);
    expect(Object.keys(rules.sets)).toContain('五项制度');
    expect(rules.sets['六项制度']).toEqual(['劳资专管员']);
  });
});

describe('what cannot be used is named and takes the shipped value', () => {
  it.each<[string, unknown, string, (rules: typeof DEFAULT_RULES) => unknown, unknown]>([
    ['unknown key', { windowweeks: 9 }, 'windowweeks', (r) => r.window_weeks, 12],
    ['unknown key inside', { campaign: { name: '夏季行动', start: '2026-06-01' } }, 'campaign.start', (r) => r.campaign.name, '夏季行动'],
    ['wrong type', { window_weeks: '12周' }, 'window_weeks', (r) => r.window_weeks, 12],
    ['impossible day', { campaign: { from: '2026-02-30' } }, 'campaign.from', (r) => r.campaign.from, '2026-09-18'],
    ['days the wrong way round', { campaign: { from: '2027-09-18' } }, 'campaign', (r) => r.campaign.from, '2026-09-18'],
    ['unknown item', { sets: { 五项制度: ['指纹打卡'] } }, 'sets.五项制度', (r) => r.sets['五项制度']?.length, 5],
    ['unknown item in a new set', { sets: { 新制度: ['指纹打卡'] } }, 'sets.新制度', (r) => r.sets['新制度'], undefined],
    ['set that is not there', { default_set: '九个100%' }, '九个100%', (r) => r.default_set, '八个100%'],
    ['unknown indicator', { targets: { clue_rate: { value: 95, by: null } } }, 'targets.clue_rate', (r) => r.targets['clue_rate'], undefined],
    ['threshold', { warnings: [{ id: 'promise_moved', params: { times: 0 } }] }, 'warnings.promise_moved.params.times', (r) => ruleOf(r, 'promise_moved')?.params, { times: 2 }],
    ['parameter of another rule', { warnings: [{ id: 'promise_moved', params: { days: 3 } }] }, 'warnings.promise_moved.params.days', (r) => ruleOf(r, 'promise_moved')?.params, { times: 2 }],
    ['unknown word', { warnings: [{ id: 'promise_moved', text: '改期 {weeks} 周' }] }, '{weeks}', (r) => ruleOf(r, 'promise_moved')?.text.includes('weeks'), false],
    ['incomplete rule', { warnings: [{ id: 'mine', name: '我的', level: '红' }] }, 'mine', (r) => ruleOf(r, 'mine'), undefined],
    ['rule of unknown test', { warnings: [{ id: 'mine', name: '我的', level: '红', test: 'magic', params: {}, text: 'x' }] }, 'mine', (r) => ruleOf(r, 'mine'), undefined],
    ['rules that are no list', { warnings: { promise_moved: {} } }, 'warnings', (r) => r.warnings.length, DEFAULT_RULES.warnings.length],
    ['three bounds', { map_breaks: { unpaid_wages: { direction: 'down', bounds: [1, 2, 3] } } }, 'map_breaks.unpaid_wages', (r) => r.map_breaks['unpaid_wages']?.bounds.length, 4],
    ['no object', ['a'], 'JSON', (r) => r.window_weeks, 12],
  ])('%s', (_, input, named, read, expected) => {
    const { rules, problems } = parseRules(input);
    expect(problems).not.toEqual([]);
    expect(problems[0]).toContain(named);
    expect(read(rules)).toEqual(expected);
    expect(rulesSchema.safeParse(rules).success).toBe(true);
  });

  it('never throws and always gives complete rules', () => {
    const key = fc.constantFrom(...Object.keys(DEFAULT_RULES), 'x');
    fc.assert(fc.property(fc.dictionary(key, fc.jsonValue()), (input) => {
      const { rules } = parseRules(input);
      expect(rulesSchema.safeParse(rules).success).toBe(true);
    }), { numRuns: 300 });
    fc.assert(fc.property(fc.array(fc.record({ id: fc.constantFrom(...DEFAULT_RULES.warnings.map((r) => r.id), 'new'), params: fc.jsonValue(), text: fc.string(), level: fc.constantFrom('红', '紫') }, { requiredKeys: [] })), (warnings) => {
      expect(rulesSchema.safeParse(parseRules({ warnings }).rules).success).toBe(true);
    }), { numRuns: 200 });
  });

  it('takes names that every object has for keys like any other', () => {
    for (const name of [...Object.getOwnPropertyNames(Object.prototype), 'prototype']) {
      for (const [key, value] of Object.keys(DEFAULT_RULES).flatMap((section) => ['[]', '1', 'null', '["a"]', '{"value":1}'].map((given) => [section, given] as const))) {
        // As a file says it: `__proto__` is a key there.
        const { rules, changed } = parseRules(JSON.parse(`{"${key}":{"${name}":${value}}}`));
        expect([key, name, value, rulesSchema.safeParse(rules).success, changed.filter((c) => c.default !== null && c.path.includes(name))]).toEqual([key, name, value, true, []]);
      }
    }
  });

  it('does not touch the shipped rules', () => {
    const before = JSON.stringify(DEFAULT_RULES);
    parseRules({ targets: { nothing: { value: 1, by: null } }, campaign: { from: '2030-01-01' }, warnings: [{ id: 'promise_moved', enabled: false }] });
    expect(JSON.stringify(DEFAULT_RULES)).toBe(before);
  });
});
