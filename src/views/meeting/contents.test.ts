import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../composables/use-words.ts';
import { DEFAULT_RULES } from '../../model/rules.ts';
import { defaultAgenda } from './agenda.ts';
import type { ListContent, MeetingData, Row } from './content.ts';
import { dangerousSites, deckOf, nearestSlide, slideByNumber } from './contents.ts';
import { promiseContents } from './list-models.ts';
import { groupsOf, rankingOf } from './ranking-boards.ts';
import { widthOf } from '../../shared/text-width.ts';
import { planned, stripTopics } from './strip.ts';

const words = wordsOf({ t: (key, named) => (named ? `${key} ${JSON.stringify(named)}` : key), te: () => false, locale: { value: 'zh-CN' } });
const asOf = '2026-11-20';
const HOSTILE = '<img src=x onerror=alert(1)>,!site:A\n\u202e';

/** The least a county can be: no open site, nothing imported but projects. */
function dataOf(given: { readonly rows?: Partial<Record<string, readonly Row[]>>; readonly overview?: Partial<Record<string, readonly Row[]>>; readonly series?: readonly Row[]; readonly rules?: MeetingData['rules'] } = {}): MeetingData {
  return {
    words, rules: given.rules ?? DEFAULT_RULES, asOf, compare: '2026-11-13', filters: {}, series: given.series ?? [], clock: undefined, freshness: [], eve: '2027-02-05', lastWeek: true,
    placeName: (code) => code ?? '—', deptName: (code) => code ?? '—', overview: (q) => given.overview?.[q] ?? null, rows: (q) => given.rows?.[q] ?? null,
  };
}
const site = (id: string, more: Row = {}): Row => ({ project_id: id, name: `${HOSTILE}${id}`, grade_now: '一般', supervised: false, score: 10, unpaid_wages: 100, unpaid_workers: 1, days_overdue: 0, promised_on: null, promise_changes: 0, unchanged_weeks: 0, leader: 'L', ...more });
const items = (data: MeetingData, sites: readonly string[] = []) => deckOf(defaultAgenda(data.rules.meeting, sites), data, (id) => id);

describe('the deck', () => {
  it('drops every topic without content', () => expect(items(dataOf()).items.map((i) => i.id)).toEqual(['overview', 'decisions']));

  it.each<[string, Parameters<typeof dataOf>[0], string[]]>([
    ['a task', { rows: { actions: [{ action_id: 'A', content: HOSTILE, done: false, due_on: '2026-11-13' }] } }, ['actions']],
    ['a new site', { rows: { steps: [{ project_id: 'P', event: '新增', grade_after: '严重', as_of: asOf }] } }, ['fresh']],
    ['a raised site', { rows: { steps: [{ project_id: 'P', event: '延续', grade_before: '一般', grade_after: '严重', as_of: asOf }] } }, ['fresh']],
    ['a lowered site: no news', { rows: { steps: [{ project_id: 'P', event: '延续', grade_before: '严重', grade_after: '一般', as_of: asOf }] } }, []],
    ['a relapse', { rows: { steps: [{ project_id: 'P', event: '反弹', grade_after: '一般', as_of: asOf }] } }, ['lost']],
    ['a site that is missing', { rows: { missing: [{ project_id: 'P', name: HOSTILE, last_seen: '2026-11-13' }] } }, ['lost']],
    ['an open site', { rows: { open: [site('P')] } }, ['general', 'deadline']],
    ['one that promised and did not', { rows: { open: [site('P', { promised_on: '2026-11-01' })] } }, ['promises', 'general', 'deadline']],
    ['one that did not move', { rows: { open: [site('P', { unchanged_weeks: 2 })] } }, ['general', 'leaders', 'deadline']],
    ['a warning', { overview: { warnings: [{ project_id: 'P', rule_id: 'gone', level: '红', open: false, text: HOSTILE }] } }, ['warnings']],
    ['a warning on an open site: no early one', { overview: { warnings: [{ project_id: 'P', rule_id: 'gone', level: '红', open: true, text: '' }] } }, []],
    ['points lost', { rows: { points: [{ axis: '属地', unit_code: 'P', month: '2026-10-01', points: 90, points_full: 100 }] } }, ['units']],
    ['points kept', { rows: { points: [{ axis: '属地', unit_code: 'P', month: '2026-10-01', points: 100, points_full: 100 }] } }, []],
    ['a dry account', { rows: { dry: [{ project_id: 'P', name: HOSTILE, level: '橙', numerator: 1, denominator: 2 }] } }, ['deadline']],
  ])('%s', (_what, given, expected) => expect(items(dataOf(given)).items.map((i) => i.id)).toEqual(['overview', ...expected, 'decisions']));

  it('goes on over further screens: never more than eight rows, every row once, ids of their own', () => {
    const actions = Array.from({ length: 19 }, (_, i): Row => ({ action_id: `A${i}`, content: `${i}`, done: i >= 3, due_on: '2026-11-13', meeting_on: '2026-11-09', last_meeting: '2026-11-16' }));
    const deck = items(dataOf({ rows: { actions } }));
    const screens = deck.slides.filter((s) => s.topic === 'actions');
    expect(screens.map((s) => s.id)).toEqual(['actions', 'actions.2', 'actions.3']);
    const rows = screens.flatMap((s) => (deck.contents.get(s.id) as ListContent).rows);
    expect(rows.map((r) => r.title)).toEqual(actions.map((a) => a['content']));
    expect(screens.every((s) => (deck.contents.get(s.id) as ListContent).rows.length <= 8)).toBe(true);
    expect(new Set(deck.slides.map((s) => s.id)).size).toBe(deck.slides.length);
  });

  it('shows a site with a screen of its own nowhere among the others', () => {
    const open = [site('A', { grade_now: '严重' }), site('B')];
    const deck = items(dataOf({ rows: { open } }), ['A']);
    expect(deck.slides.filter((s) => s.kind === 'site').map((s) => s.projectId)).toEqual(['A']);
    const cards = deck.contents.get('general');
    expect(cards?.kind === 'cards' && cards.cards.map((c) => c.projectId)).toEqual(['B']);
  });
});

describe('sites with a screen', () => {
  const open = [site('low', { grade_now: '严重', score: 5, unpaid_wages: 900 }), site('watched', { supervised: true, score: 50 }), site('plain', { score: 99 }), site('high', { grade_now: '严重', score: 70, unpaid_wages: 5 })];
  const { sites } = DEFAULT_RULES.meeting;
  it.each([
    ['by score', sites, ['high', 'watched', 'low']], ['by amount', { ...sites, order: 'amount' as const }, ['low', 'watched', 'high']], ['without 挂牌督办', { ...sites, supervised: false }, ['high', 'low']],
    ['一般 too', { ...sites, grades: ['严重' as const, '一般' as const] }, ['plain', 'high', 'watched', 'low']], ['the first only', { ...sites, most: 1 }, ['high']],
  ])('%s', (_what, rule, expected) => expect(dangerousSites(open, rule)).toEqual(expected));
});

describe('红黑榜', () => {
  const units: readonly [string, number, number][] = [['A', 10, 10], ['B', 19, 20], ['C', 92, 100], ['D', 5, 10], ['E', 8, 10], ['F', 3, 4], ['G', 0, 0]];
  const overview = {
    departments: [...units.map(([code]) => ({ dept_code: code, name: code })), { dept_code: 'H', name: HOSTILE }],
    byDept: units.map(([code, n, d]): Row => ({ as_of: asOf, dept_code: code, clue_on_time_rate_n: n, clue_on_time_rate_d: d })),
    returns: [{ axis: '主管部门', unit_code: 'H', due: 1, received: 0, last_period: '2026W46', rows_due: 1, rows_in: 0 }],
  };
  it('puts every unit in exactly one group, the worst of the 黑榜 first', () => {
    const groups = groupsOf(rankingOf(dataOf({ overview }), '主管部门'), DEFAULT_RULES, 95);
    const codes = Object.fromEntries(Object.entries(groups).map(([name, rows]) => [name, rows.map((r) => r.code)]));
    expect(codes).toEqual({ good: ['A', 'B'], bad: ['D', 'E'], middle: ['C'], out: ['F', 'G'], unreported: ['H'] });
  });
  it('lists every unit once over all screens, however many there are', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ place_code: `P${i}`, name: `P${i}` }));
    const byPlace = many.map((p, i): Row => ({ as_of: asOf, place_code: p.place_code, clue_on_time_rate_n: i, clue_on_time_rate_d: 40 }));
    const deck = items(dataOf({ overview: { places: many, byPlace } }));
    const shown = deck.slides.flatMap((s) => {
      const c = deck.contents.get(s.id);
      return c?.kind === 'board' ? [...c.good, ...c.bad, ...c.middle].map((r) => r.code) : [];
    });
    expect([...shown].sort()).toEqual(many.map((p) => p.place_code).sort());
  });
});

describe('the strip', () => {
  const data = dataOf({ rows: { open: Array.from({ length: 4 }, (_, i) => site(`S${i}`, { unchanged_weeks: 3, promised_on: '2026-11-01' })), actions: [{ action_id: 'A', done: false }], steps: [{ project_id: 'P', event: '新增' }, { project_id: 'Q', event: '反弹' }] } });
  const deck = items(data, ['S0', 'S1']);
  const strip = (at: string, spent: Readonly<Record<string, number>> = {}, name = '本周总览') => stripTopics(deck.items, deck.slides, nearestSlide(deck.slides, at), spent, () => name);
  it('ticks what was on screen, counts sites and their minutes', () => {
    const topics = strip('site:S1', { overview: 1, actions: 0 });
    expect(topics.filter((t) => t.done).map((t) => t.topic)).toEqual(['overview', 'actions']);
    expect(topics.find((t) => t.current)).toMatchObject({ topic: 'sites', count: 2, minutes: 10, slide: 'site:S0' });
    expect(planned(topics)).toBe(topics.reduce((sum, t) => sum + t.minutes, 0) * 60_000);
  });
  it('always names the topic on screen and never takes more than there is room for', () => {
    for (const name of ['总览', '本周总览', '一般项目与早期预警', 'A very long English name of a topic']) {
      for (const topic of strip('overview')) {
        const topics = strip(topic.slide, {}, name);
        expect(topics.find((t) => t.current)!.named).toBe(true);
        expect(topics.reduce((sum, t) => sum + (t.named ? widthOf(name, 24) + 48 : 42), 0)).toBeLessThanOrEqual(1160);
      }
    }
  });
});

it.each([['actions', 'actions'], ['actions.7', 'actions'], ['site:GONE', 'overview'], ['<b>', 'overview'], [null, 'overview']])('the link to %s opens %s', (id, expected) => {
  const { slides } = items(dataOf({ rows: { actions: [{ action_id: 'A', done: false }] } }));
  expect(nearestSlide(slides, id)?.id).toBe(expected);
  expect([slideByNumber(slides, '0')?.id, slideByNumber(slides, '2')?.id, slideByNumber(slides, '999')?.id]).toEqual(['overview', 'overview.2', 'decisions']);
});

it.each<[string, Row, string]>([
  ['moved since the comparison', { promise_changes: 2, then_promise_changes: 1, then_open: true }, '"now":1'],
  ['moved before it', { promise_changes: 2, then_promise_changes: 2, then_open: true }, '"now":0'],
  ['moved to what a blank week at the comparison hid', { promise_changes: 1, then_promise_changes: 0, then_open: true }, '"now":1'],
  ['opened since', { promise_changes: 1, then_promise_changes: null, then_open: null }, '"now":0'],
])('of the promises, counts as moved in the period: %s', (_, more, said) => {
  const [slide] = promiseContents(dataOf({ rows: { open: [site('P', { promised_on: '2026-12-10', promise_first_on: '2026-10-10', ...more })] } }));
  expect((slide as ListContent).title).toContain(said);
});
