import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../composables/use-words.ts';
import { CHECKS } from '../../../scripts/check/registry.ts';
import { compileMessage } from '../../composables/message-format.ts';
import enMarks from '../../locales/en/marks.ts';
import marks from '../../locales/zh-CN/marks.ts';
import en from '../../locales/en/definitions.ts';
import { CHECK_ENGLISH, SENTENCE_ENGLISH, SOURCE_ENGLISH, WARNING_ENGLISH, articleInEnglish } from '../../locales/en/definitions-catalogue.ts';
import enValues from '../../locales/en/values.ts';
import { inEnglish } from '../../model/catalogue-english.ts';
import zh from '../../locales/zh-CN/definitions.ts';
import { FILTER_IDS } from '../../model/filters.ts';
import { INDICATORS } from '../../model/indicators.ts';
import { EVERY_INDICATOR, WORK_INDICATORS } from '../../model/indicators/every.ts';
import type { Manifest } from '../../model/manifest.ts';
import { CLUE_MEASURES, EVENT_MEASURES } from '../../query/clues.ts';
import { ACTION_MEASURES, INSPECTION_MEASURES } from '../../query/enforcement.ts';
import { DEFAULT_RULES, parseRules } from '../../model/rules.ts';
import { RULE_TESTS } from '../../model/rules/tests.ts';
import { SNAPSHOT_TABLES } from '../../model/tables.ts';
import { checkEntries, checkTotals } from './check-entries.ts';
import { columnEntries, tableEntries } from './data-entries.ts';
import { indicatorEntries } from './indicator-entries.ts';
import { calendarYears, ruleGroups, warningEntries } from './rule-entries.ts';
import { ruleWords } from './rule-words.ts';
import { matches } from './search.ts';
import { chainOf, type Known, snapshotLines } from './snapshot-entries.ts';
import { whereShown } from './where-shown.ts';

const CHINESE = /[\u3400-\u9fff]/;
const { rules } = parseRules({});
const reach = (messages: object, key: string): unknown => key.split('.').reduce<unknown>((at, k) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[k] : undefined), messages);
/** Words as the page has them, without vue-i18n. */
function speak(language: 'zh-CN' | 'en') {
  const messages = language === 'en' ? { definitions: en, marks: enMarks, values: enValues } : { definitions: zh, marks };
  const te = (key: string): boolean => typeof reach(messages, key) === 'string';
  const t = (key: string, named: Record<string, unknown> = {}): string => (te(key) ? compileMessage(reach(messages, key))({ named: (k: string) => named[k] } as never) : key);
  return { words: wordsOf({ t, te, locale: { value: language } }), te };
}

describe('indicators', () => {
  const input = { rules, shipped: DEFAULT_RULES, tables: new Set(SNAPSHOT_TABLES.map((t) => t.name)), set: [], county: [], now: [] } as const;
  it('has one entry for each of the catalogue, once, and of the clues, incidents, measures and inspections of 制度与线索', () => {
    const ids = indicatorEntries(input).map((e) => e.id);
    expect(ids.slice().sort()).toEqual(EVERY_INDICATOR.map((i) => i.id).sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect([...CLUE_MEASURES, ...EVENT_MEASURES, ...ACTION_MEASURES, ...INSPECTION_MEASURES, ...INDICATORS.map((i) => i.id)].filter((id) => !ids.includes(id))).toEqual([]);
  });
  it('says over which period the figures of 制度与线索 are counted, and only of them', () => {
    const periods = Object.fromEntries(indicatorEntries(input).flatMap((e) => (e.period === null ? [] : [[e.id, [e.period, e.listed]]])));
    expect(Object.keys(periods).sort()).toEqual(WORK_INDICATORS.map((i) => i.id).sort());
    expect([periods['clue_replied_rate'], periods['events_late_rate'], periods['measures_overdue'], periods['inspections_recovered']]).toEqual([['recent', false], ['recent', false], ['campaign', false], ['year', false]]);
  });
  it('says everything of each in both languages', () => {
    for (const { indicator: i } of indicatorEntries(input)) expect([i.id, [i.name, i.english, i.definition, i.englishDefinition, i.noun, i.unit, i.source].filter((w) => w.trim() === ''), CHINESE.test(inEnglish(i.source) + i.english + i.englishDefinition)]).toEqual([i.id, [], false]);
  });
  it('every filter either acts or does not, and every indicator is shown somewhere', () => {
    for (const e of indicatorEntries(input)) expect([[...e.acting, ...e.idle].sort(), e.acting.every((f) => e.indicator.filters.includes(f)), whereShown(e.indicator).length > 0]).toEqual([[...FILTER_IDS].sort(), true, true]);
  });
  it.each([['no_arrears_rate', 'kpi map trend meeting here'], ['step_closed', 'flow here'], ['sys_deposit', 'systems here'], ['paid_week', 'paid meeting here'], ['bottom_group', 'bottom here'], ['court_open', 'kpi here']] as const)('says where %s is shown', (id, places) =>
    expect(whereShown(INDICATORS.find((i) => i.id === id)!).map((s) => s.place).join(' ')).toBe(places));
  it('takes n and d from the answer that has them, filtered ones only where a filter acts', () => {
    const county = [{ no_arrears_rate_n: 64, no_arrears_rate_d: 66, clue_on_time_rate_n: 112, clue_on_time_rate_d: 119 }, { pace_n: 0.4, pace_d: 2 }];
    const found = indicatorEntries({ ...input, set: ['g'], county, now: [{ no_arrears_rate_n: 0, no_arrears_rate_d: 8, open_risk_n: 1 }] });
    const of = (id: string) => found.find((e) => e.id === id)!;
    expect([of('no_arrears_rate').county, of('no_arrears_rate').now, of('pace').county, of('open_risk').now, of('clue_on_time_rate').now]).toEqual([{ n: 64, d: 66 }, null, { n: 0.4, d: 2 }, { n: 1, d: null }, null]);
    expect(indicatorEntries({ ...input, county }).every((e) => e.now === null)).toBe(true);
  });
  it('says what the county set', () => {
    const changed = parseRules({ decimals: { no_arrears_rate: 2 }, minimum_denominator: { default: 5, by_indicator: { no_arrears_rate: 3 } }, targets: { no_arrears_rate: { value: 90, by: null } } }).rules;
    const found = indicatorEntries({ ...input, rules: changed }).find((e) => e.id === 'no_arrears_rate')!;
    expect([found.decimals, found.minimum, found.target]).toEqual([{ value: 2, byDefault: 1, changed: true }, { value: 3, byDefault: 5, changed: true }, { value: 90, by: null }]);
  });
  it('names the tables that were not imported', () => {
    const found = indicatorEntries({ ...input, tables: new Set(['projects']) });
    expect([found.find((e) => e.id === 'clue_on_time_rate')!.absent, found.find((e) => e.id === 'open_risk')!.absent]).toEqual([['cases'], []]);
  });
});

describe('rules', () => {
  it('lists every value of every section, whatever it is', () => {
    const listed = ruleGroups(rules, DEFAULT_RULES);
    expect(listed.map((g) => g.id)).toEqual(Object.keys(DEFAULT_RULES).filter((k) => !['version', 'warnings', 'calendar'].includes(k)));
    expect(listed.every((g) => g.entries.length > 0 && g.source !== '' && g.entries.every((e) => !e.changed))).toBe(true);
    const added = ruleGroups({ ...rules, of_tomorrow: { deep: { er: 3 } } } as never, { ...DEFAULT_RULES, of_tomorrow: { deep: { er: 2 } } } as never).find((g) => g.id === 'of_tomorrow')!;
    expect(added.entries).toMatchObject([{ path: 'of_tomorrow.deep.er', value: 3, shipped: 2, changed: true }]);
  });
  it('marks what the county changed, with the default', () => {
    const changed = parseRules({ window_weeks: 8, targets: { severe_open: { value: 0, by: null } }, decimals: { group_rate: 1 }, warnings: [{ id: 'account_dry', level: '红' }, { id: 'own', name: '自定', level: '黄', test: 'promise_moved', params: { times: 1 }, text: '改期 {n} 次' }] }).rules;
    const all = ruleGroups(changed, DEFAULT_RULES).flatMap((g) => g.entries).filter((e) => e.changed);
    expect(all.map((e) => [e.path, e.value, e.shipped])).toEqual([['window_weeks', 8, 12], ['targets.severe_open.value', 0, null], ['targets.severe_open.by', null, null], ['decimals.group_rate', 1, null]]);
    const found = warningEntries(changed, DEFAULT_RULES).filter((w) => w.changes.length > 0);
    expect(found.map((w) => [w.rule.id, w.shipped === null, w.changes.map((c) => [c.path, c.default, c.value])])).toMatchObject([['account_dry', false, [['warnings.account_dry.level', '橙', '红']]], ['own', true, [['warnings.own', null, { id: 'own' }]]]]);
    expect(warningEntries(rules, DEFAULT_RULES).map((w) => w.rule.id)).toEqual(DEFAULT_RULES.warnings.map((w) => w.id));
  });
  it('says which years of the calendar are published', () => {
    const calendar = { years: [2026, 2027], holidays: ['2026-01-01', '2026-10-01'], workdays: ['2026-01-04'], festivals: { 2027: { spring_festival: '2027-02-06', new_years_eve: '2027-02-05' } }, unpublished: [2027] };
    expect(calendarYears({ calendar })).toEqual([
      { year: 2026, published: true, holidays: 2, workdays: 1, springFestival: null, newYearsEve: null }, { year: 2027, published: false, holidays: 0, workdays: 0, springFestival: '2027-02-06', newYearsEve: '2027-02-05' },
    ]);
  });
  it.each(['zh-CN', 'en'] as const)('has words for every key and section in %s', (language) => {
    const { words, te } = speak(language);
    const said = ruleWords(words, te);
    const keys = new Set([...ruleGroups(rules, DEFAULT_RULES).flatMap((g) => g.entries.flatMap((e) => e.keys)), ...Object.values(RULE_TESTS).flatMap((test) => Object.keys(test.params.shape)), 'text', 'article', 'penalty', 'level', 'enabled', 'name', 'test']);
    const inValues = JSON.stringify(rules.meeting).match(/"(\w+)":/g)?.map((k) => k.slice(1, -2)) ?? [];
    const unsaid = [...keys, ...inValues].filter((k) => (said.key(k) === k && !CHINESE.test(k) && k !== 'PPP') || (language === 'en' && CHINESE.test(said.key(k)) && !Object.keys(rules.sets).includes(k)));
    expect(unsaid).toEqual([]);
    expect(Object.keys(rules).filter((k) => k !== 'version' && !te(`definitions.sections.${k}`))).toEqual([]);
    const values = ruleGroups(rules, DEFAULT_RULES).filter((g) => !['campaign', 'boards', 'default_set', 'levels'].includes(g.id)).flatMap((g) => g.entries.map((e) => said.value(e.value)));
    expect(values.filter((v) => /undefined|\[object/.test(v) || (language === 'en' && CHINESE.test(v)))).toEqual([]);
  });
  it('writes lists, steps and unset values as read', () => {
    const { words, te } = speak('zh-CN');
    const { value } = ruleWords(words, te);
    expect([value(null), value(true), value([]), value(['新建', '在建']), value([{ from: 1, points: 2 }, { from: 50, points: 5 }]), value('contract_signed_on'), value(-5), value('')]).toEqual(['未设', '是', '无', '新建、在建', '起 1 分 2；起 50 分 5', '合同签订日期', '−5', '（空）']);
  });
  it('says every shipped sentence in English with the same words to fill in, and the county’s own as they stand, marked', () => {
    const filled = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(DEFAULT_RULES.warnings.filter((w) => !SENTENCE_ENGLISH[w.id] || CHINESE.test(SENTENCE_ENGLISH[w.id]!) || filled(SENTENCE_ENGLISH[w.id]!).join() !== filled(w.text).join()).map((w) => w.id)).toEqual([]);
    expect(Object.keys(SENTENCE_ENGLISH).filter((id) => !DEFAULT_RULES.warnings.some((w) => w.id === id))).toEqual([]);
    const [english, chinese] = (['en', 'zh-CN'] as const).map((l) => speak(l)).map(({ words, te }) => ruleWords(words, te));
    expect([english!.sentence({ id: 'promise_moved', text: '改期' }, '改期'), english!.sentence({ id: 'promise_moved', text: '自定' }, '改期'), chinese!.sentence({ id: 'promise_moved', text: '改期' }, '改期')]).toEqual([{ text: expect.stringContaining('moved {n} times') }, { text: '自定', lang: 'zh-CN' }, { text: '改期' }]);
  });
  it('has English for every shipped rule, its source and its articles', () => {
    expect(DEFAULT_RULES.warnings.filter((w) => !WARNING_ENGLISH[w.id] || CHINESE.test(WARNING_ENGLISH[w.id]! + articleInEnglish(w.article) + articleInEnglish(w.penalty))).map((w) => w.id)).toEqual([]);
    expect(Object.keys(DEFAULT_RULES).filter((k) => !['version', 'warnings'].includes(k) && !SOURCE_ENGLISH[k])).toEqual([]);
  });
});

describe('checks', () => {
  it('has English for every check of the registry', () => {
    expect(CHECKS.filter((c) => !CHECK_ENGLISH[c.id] || CHINESE.test(CHECK_ENGLISH[c.id]!.name)).map((c) => c.id)).toEqual([]);
    expect(Object.keys(CHECK_ENGLISH).filter((id) => !CHECKS.some((c) => c.id === id))).toEqual([]);
  });
  it('joins the sheets of a check, orders found before passed, and knows what was not made', () => {
    const row = (check_id: string, severity: string, count: number, more: object = {}) => ({ check_id, name: check_id, severity, count, source: null, sheet: null, rows: null, detail: null, accepted: false, ...more });
    const found = checkEntries([
      row('passed', '阻断', 0), row('not_made', '提示', 0, { detail: '未检：线索案件未导入' }), row('notice', '提示', 2, { source: 'a.xlsx', sheet: '一', rows: '3,4' }), row('notice', '提示', 1, { source: 'b.xlsx', sheet: '二', rows: '9' }),
      row('let_through', '阻断', 4, { accepted: true, detail: '改' }),
    ]);
    expect(found.map((c) => [c.id, c.status, c.count, c.accepted, c.places.length])).toEqual([['let_through', 'found', 4, true, 1], ['notice', 'found', 3, false, 2], ['not_made', 'notMade', 0, false, 0], ['passed', 'passed', 0, false, 0]]);
    expect([checkTotals(found), found[2]!.reason]).toEqual([{ all: 4, passed: 1, notMade: 1, notices: 1, accepted: 1 }, '未检：线索案件未导入']);
  });
});

const manifestOf = (id: string, rows: Record<string, number>, previous: Manifest['previous'] = null): Manifest => ({
  format: 1, id, as_of: id, revision: 1, county: { code: '1', name: '县', publisher: '', sample: true, map_approval: '', boundary_version: '' }, tool: '1', duckdb: '1', previous, accepted: [], coordinates: { source: 'WGS84', method: 'stated' }, masked: 0,
  files: Object.entries(rows).map(([table, n]) => ({ path: `${table}.parquet`, table, bytes: n, sha256: 'a'.repeat(64), rows: n, columns: [] })),
  sources: [{ name: '台账.xlsx', sha256: 'b'.repeat(64), sheet: '项目台账', table: 'projects', rows: 12 }], freshness: [{ table: 'projects', latest: '2026-11-13', imported: true }, { table: 'cases', latest: null, imported: false }],
});

describe('data', () => {
  it('has an entry for every table of the catalogue and the cube, absent ones marked', () => {
    const entries = tableEntries(manifestOf('2026-11-20', { projects: 10 }));
    expect(entries.map((t) => t.name)).toEqual([...SNAPSHOT_TABLES.map((t) => t.name), 'cube']);
    expect(entries.filter((t) => t.imported).map((t) => [t.name, t.rows, t.read, t.latest, t.late])).toEqual([['projects', 10, 12, '2026-11-13', 7]]);
    expect(entries.every((t) => t.columns.length > 0)).toBe(true);
  });
  it('compares columns with the catalogue', () => {
    const catalogue = [{ name: 'a', type: 'DATE', title: '甲' }, { name: 'b', type: 'VARCHAR' }, { name: 'c', type: 'INTEGER' }];
    expect(columnEntries(catalogue, [{ name: 'a', type: 'DATE' }, { name: 'c', type: 'BIGINT' }, { name: 'x', type: 'DOUBLE' }]).map((c) => [c.name, c.state])).toEqual([['a', 'same'], ['b', 'absent'], ['c', 'type'], ['x', 'extra']]);
    expect(columnEntries(catalogue, null).every((c) => c.state === 'same' && c.type === null)).toBe(true);
  });
  it('names every table in English', () => expect([...SNAPSHOT_TABLES.map((t) => t.title), '汇总立方'].filter((t) => CHINESE.test(inEnglish(t)))).toEqual([]));
});

describe('snapshots', () => {
  const index = ['2026-11-06', '2026-11-13', '2026-11-20'].map((id, i) => ({ id, as_of: id, revision: 1, manifest_sha256: String(i).repeat(64) }));
  it('lists all, newest first, with rows against the one each was built on', () => {
    const known = new Map<string, Known>([['2026-11-20', { manifest: manifestOf('2026-11-20', { projects: 10, cases: 3 }, { id: '2026-11-13', sha256: '1'.repeat(64) }) }], ['2026-11-13', { manifest: manifestOf('2026-11-13', { projects: 8 }) }], ['2026-11-06', { error: new Error('x') }]]);
    const lines = snapshotLines(index, known);
    const counts = (at: number) => lines[at]!.counts.filter((c) => c.rows !== null).map((c) => [c.table, c.rows, c.by]);
    expect([lines.map((l) => l.id), counts(0), counts(1), lines[2]!.error?.message, lines[0]!.chain]).toEqual([['2026-11-20', '2026-11-13', '2026-11-06'], [['projects', 10, 2], ['cases', 3, null]], [['projects', 8, null]], 'x', 'sealed']);
    expect(snapshotLines(index, new Map()).every((l) => l.counts.every((c) => c.rows === null) && l.chain === null)).toBe(true);
  });
  it.each([[null, 'none'], [{ id: '2026-11-13', sha256: '1'.repeat(64) }, 'sealed'], [{ id: '2026-11-13', sha256: '2'.repeat(64) }, 'changed'], [{ id: '2026-01-01', sha256: '2'.repeat(64) }, 'missing']] as const)('knows the chain of %j', (previous, chain) =>
    expect(chainOf({ previous }, index)).toBe(chain));
});

describe('search', () => {
  it.each([
    ['', true], ['  ', true], ['无欠薪', true], ['比例 无欠薪', true], ['NO_ARREARS', true], ['Without', true], ['无欠薪 线索', false], ['（６６）', true], ['xyz', false],
  ])('“%s” finds the entry: %s', (text, found) => expect(matches(text, ['无欠薪比例', 'Projects without arrears', 'no_arrears_rate', '(66)', null])).toBe(found));
});
