import { expect, it } from 'vitest';
import type { Row } from '../../engine/rows.ts';
import zh from '../../locales/zh-CN/risks.ts';
import { DEFAULT_RULES } from '../../model/rules.ts';
import { RISK_PARTS } from '../../model/tables/computed.ts';
import { chipsOf, clockTo, partsOf, riskItems, warningItems, weeksWithout } from './risk-model.ts';

const AS_OF = '2026-11-20';
const risk = (id: string, over: Row = {}): Row => ({ project_id: id, name: `项目${id}`, open: true, grade_now: '一般', score: 10, unpaid_wages: 100, unpaid_workers: 1, days_overdue: 5, promised_on: '2026-12-10', place_code: 'P', dept_code: 'D', leader: null, ...over });

it.each([
  [null, null], ['2026-12-10', { state: 'left', days: 20 }], ['2026-11-21', { state: 'left', days: 1 }], ['2026-11-20', { state: 'today', days: 0 }], ['2026-11-19', { state: 'over', days: 1 }], ['2026-11-03', { state: 'over', days: 17 }],
])('the clock to %s', (on, want) => expect(clockTo(AS_OF, on)).toEqual(want && { ...want, workdays: false, on }));

it.each([
  ['2026-12-09', { state: 'left', days: 13 }], ['2026-11-21', { state: 'left', days: 0 }], ['2026-11-20', { state: 'today', days: 0 }], ['2026-11-18', { state: 'over', days: 2 }],
])('in working days to %s', (on, want) => expect(clockTo(AS_OF, on, { ...DEFAULT_RULES.calendar, holidays: [], workdays: [] })).toEqual({ ...want, workdays: true, on }));

it.each<[string, Row, string[]]>([
  ['nothing', {}, []],
  ['a hearing to come', { court_stage: '立案', hearing_on: '2026-12-08' }, ['hearing:2026-12-08']],
  ['a hearing that is over: the stage', { court_stage: '审理', hearing_on: '2026-11-01' }, ['court:审理']],
  ['unchanged 1 week: not yet', { unchanged_weeks: 1 }, []],
  ['unchanged 2 weeks', { unchanged_weeks: 2 }, ['unchanged:2']],
  ['unchanged 3 weeks, in red', { unchanged_weeks: 3 }, ['unchanged:3 severe']],
  ['a closed site is not unchanged', { unchanged_weeks: 9, open: false }, []],
  ['supervised, moved, rebound', { supervised: true, promise_changes: 2, part_rebound: 4 }, ['supervised:', 'promises:2', 'rebound:']],
  ['a site without a point', { site: false }, ['offMap:']],
  ['unknown', { supervised: null, promise_changes: null, unchanged_weeks: null }, []],
])('remarks %s', (_, over, want) => expect(chipsOf(risk('1', over), AS_OF).map((c) => `${c.id}:${c.on ?? c.word ?? c.n ?? ''}${c.kind === 'severe' ? ' severe' : ''}`)).toEqual(want));

// In the default order, as the query gives them.
const rows: Row[] = [
  risk('A', { grade_now: '严重', score: 73, unpaid_wages: 300, unpaid_workers: 9, days_overdue: 3 }), risk('B', { grade_now: '严重', score: 50, unpaid_wages: 900, unpaid_workers: 9, days_overdue: null }),
  risk('C', { score: 45, unpaid_wages: 5000, unpaid_workers: null, days_overdue: 99 }), risk('D', { score: 45, unpaid_wages: null, unpaid_workers: 80, days_overdue: 1 }), risk('E', { open: false, score: 0 }),
];
it.each([['score', 'A1 B2 C3 D4'], ['amount', 'B2 A1 C3 D4'], ['workers', 'A1 B2 D4 C3'], ['overdue', 'A1 B2 C3 D4']] as const)('by %s: 严重 first, numbers stay, closed ones are not in', (sort, want) =>
  expect(riskItems(rows, AS_OF, sort).map((i) => `${i.id}${i.number}`).join(' ')).toBe(want));

it('keeps a long or hostile name as it is and lives without what is missing', () => {
  const name = '<img onerror=alert(1)>'.repeat(10);
  const [item] = riskItems([{ project_id: 'x', name, open: true }], AS_OF, 'score');
  expect(item).toMatchObject({ id: 'x', name, grade: null, placeCode: null, amount: null, workers: null, overdue: null, clock: null, chips: [], score: null });
  expect(riskItems([{ project_id: 'x', name: null, open: true }], AS_OF, 'score')[0]!.name).toBe('x');
});

it('says the parts in the catalogue\'s words', () => expect(zh.parts).toEqual(RISK_PARTS));

it('the parts add up to the score', () => {
  const parts = partsOf(risk('A', { score: 73, part_grade: 30, part_amount: 14, part_workers: 5, part_overdue: 8, part_group_event: 8, part_supervised: 4, part_rebound: 0, part_promises: 2, part_deadline: 2 }));
  expect(parts.map((p) => p.part)).toEqual(['grade', 'amount', 'workers', 'overdue', 'group_event', 'supervised', 'rebound', 'promises', 'deadline']);
  expect(parts.reduce((sum, p) => sum + p.points, 0)).toBe(73);
});

const warning = (id: string, level: string, due_on: string | null, over: Row = {}): Row => ({ project_id: id, rule_id: 'labour_cost_cycle', level, since: null, due_on, text: '说明', open: false, name: id, place_code: 'P', dept_code: 'D', ...over });
const warned = [warning('c', '黄', '2026-11-01'), warning('n', '红', null), warning('b', '红', '2026-11-10'), warning('a', '红', '2026-11-01'), warning('o', '红', '2026-01-01', { open: true })];

it('warnings: by level, longest overdue first, without a date last', () => {
  expect(warningItems(warned, AS_OF, DEFAULT_RULES).map((w) => `${w.id}${w.open ? ' open' : ''}`)).toEqual(['o open', 'a', 'b', 'n', 'c']);
  const levels = { ...DEFAULT_RULES.levels, 黄: { ...DEFAULT_RULES.levels.黄, order: -1 } };
  expect(warningItems(warned, AS_OF, { ...DEFAULT_RULES, levels }).map((w) => w.id)).toEqual(['c', 'o', 'a', 'b', 'n']);
});

it('names article and penalty of the rule, counts a case in working days, and does without an unknown rule', () => {
  expect(warningItems([warning('a', '红', null)], AS_OF, DEFAULT_RULES)[0]!.rule).toMatchObject({ article: '条例第24条', penalty: '条例第57条' });
  expect(warningItems([warning('a', '黄', '2026-12-09', { rule_id: 'case_due' })], AS_OF, DEFAULT_RULES)[0]!.clock).toEqual({ state: 'left', days: 13, workdays: true, on: '2026-12-09' });
  expect(warningItems([warning('a', '红', null, { rule_id: 'gone' })], AS_OF, DEFAULT_RULES)[0]!.rule).toBeNull();
});

it.each([
  ['none', [], 0], ['still open', [['2026-11-13', 0], ['2026-11-20', 2]], 0], ['two weeks', [['2026-11-06', 1], ['2026-11-13', 0], ['2026-11-20', 0]], 2], ['unknown ends it', [['2026-11-13', null], ['2026-11-20', 0]], 1], ['later weeks do not count', [['2026-11-20', 0], ['2026-11-27', 3]], 1],
] as [string, [string, number | null][], number][])('weeks without open sites: %s', (_, series, want) => expect(weeksWithout(series.map(([as_of, open_risk_n]) => ({ as_of, open_risk_n })), AS_OF)).toBe(want));
