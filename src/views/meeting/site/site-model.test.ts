import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountHistory } from '../../../charts/amount-history.ts';
import type { Row } from '../../../engine/rows.ts';
import { instalments, labourMonths, labourOf, paidBySource, siteActions, siteCases, siteFacts, weekFinding } from './site-model.ts';

const NOW = '2026-11-20';
const site = (more: Row = {}): Row => ({ open: true, unpaid_wages: 100, unpaid_workers: 3, promised_on: null, promise_changes: null, unchanged_weeks: null, closed_on: null, ...more });
const step = (as_of: string, event: string, unpaid_after: number | null = 100, grade_after = '严重'): Row => ({ as_of, event, unpaid_after, grade_after });

describe('five facts', () => {
  it.each<[string, Row, readonly Row[], string | null, object]>([
    ['less', site(), [step('2026-11-13', '延续', 250)], '2026-11-13', { kind: 'by', by: -150, verdict: 'better' }],
    ['more', site(), [step('2026-11-13', '延续', 40)], '2026-11-13', { kind: 'by', by: 60, verdict: 'worse' }],
    ['the same', site(), [step('2026-11-13', '新增')], '2026-11-13', { kind: 'by', by: 0, verdict: 'same' }],
    ['new since', site(), [step(NOW, '新增')], '2026-11-13', { kind: 'new' }],
    ['closed then, open again', site(), [step('2026-11-13', '销号', 0), step(NOW, '反弹')], '2026-11-13', { kind: 'reopened' }],
    ['missing then, found', site(), [step('2026-11-13', '漏报', null), step(NOW, '找回')], '2026-11-13', { kind: 'found' }],
    ['nothing to compare with', site(), [step(NOW, '期初')], null, { kind: 'unknown' }],
    ['amount not stated now', site({ unpaid_wages: null }), [step('2026-11-13', '延续')], '2026-11-13', { kind: 'unknown' }],
    ['amount not stated then', site(), [step('2026-11-13', '延续', null)], '2026-11-13', { kind: 'unknown' }],
    ['closed now', site({ open: false, closed_on: '2026-11-19' }), [step('2026-11-13', '延续'), step(NOW, '销号')], '2026-11-13', { kind: 'closed', on: '2026-11-19' }],
  ])('%s', (_, row, steps, compare, want) => expect(siteFacts(row, undefined, steps, NOW, compare).change).toEqual(want));
  it('count to a promise, past it, and say that there is none', () => {
    const promise = (on: string | null) => siteFacts(site({ promised_on: on }), { days_overdue: 5 }, [], NOW, null).promise;
    expect([promise('2026-12-10'), promise('2026-11-18'), promise(NOW), promise(null)]).toEqual([{ on: '2026-12-10', days: 20, over: false }, { on: '2026-11-18', days: 2, over: true }, { on: NOW, days: 0, over: false }, null]);
    expect(siteFacts(site({ unpaid_wages: null, unpaid_workers: null }), undefined, [], NOW, null)).toMatchObject({ amount: null, workers: null, overdue: null, moved: 0, unchanged: 0 });
  });
});

describe('what the weeks say', () => {
  const days = ['2026-11-06', '2026-11-13', NOW];
  const say = (...steps: Row[]) => weekFinding(amountHistory(steps, days));
  it('grade and amount in a row', () => {
    expect(say(step(days[0]!, '新增'), step(days[1]!, '延续'), step(NOW, '延续'))).toEqual({ same: 3, all: true, grade: '严重', since: 45 });
    expect(say(step(days[0]!, '新增', 100, '一般'), step(days[1]!, '延续', 90), step(NOW, '延续', 80))).toEqual({ same: 2, all: false, grade: '严重', since: null });
  });
  it('nothing of a site that is not open, missing, or unknown', () => expect([say(step(days[0]!, '新增'), step(NOW, '销号', 0)), say(step(NOW, '漏报', null)), weekFinding([])]).toEqual([null, null, null]));
});

const payment = (more: Row): Row => ({ payment_id: 'P', plan_due_on: null, plan_amount: null, paid_on: null, amount: null, source: null, ...more });

describe('instalments', () => {
  it.each<[string, Row, string]>([
    ['kept', { plan_due_on: '2026-11-10', plan_amount: 100, paid_on: '2026-11-10', amount: 100 }, 'kept'],
    ['paid before it is due', { plan_due_on: '2026-12-10', plan_amount: 100, paid_on: '2026-11-10', amount: 120 }, 'kept'],
    ['in full, late', { plan_due_on: '2026-11-10', plan_amount: 100, paid_on: '2026-11-11', amount: 100 }, 'late'],
    ['in part', { plan_due_on: '2026-11-10', plan_amount: 100, paid_on: '2026-11-09', amount: 99 }, 'short'],
    ['nothing', { plan_due_on: '2026-11-10', plan_amount: 100 }, 'missed'],
    ['not due', { plan_due_on: '2026-11-21', plan_amount: 100 }, 'ahead'],
    ['due today', { plan_due_on: NOW, plan_amount: 100 }, 'missed'],
    ['paid after the snapshot', { plan_due_on: '2026-11-10', plan_amount: 100, paid_on: '2026-11-25', amount: 100 }, 'missed'],
    ['no amount planned', { plan_due_on: '2026-11-10', paid_on: '2026-11-10', amount: 100 }, 'short'],
  ])('%s', (_, row, want) => expect(instalments([payment(row)], NOW).list[0]!.state).toBe(want));
  it('count those due, oldest first', () => {
    const rows = [{ plan_due_on: '2026-12-01', plan_amount: 1 }, { plan_due_on: '2026-11-10', plan_amount: 1, paid_on: '2026-11-10', amount: 1 }, { plan_due_on: '2026-11-01', plan_amount: 1 }, { paid_on: '2026-11-01', amount: 5 }].map((r) => payment(r as unknown as Row));
    const plan = instalments(rows, NOW);
    expect([plan.list.map((i) => i.dueOn), plan.kept, plan.due]).toEqual([['2026-11-01', '2026-11-10', '2026-12-01'], 1, 2]);
  });
});

it('money by source adds up, whatever came', () => {
  fc.assert(fc.property(fc.array(fc.record({ source: fc.constantFrom('建设单位', '保证金', null), amount: fc.option(fc.integer({ min: 0, max: 1e9 })), paid_on: fc.constantFrom('2026-11-01', '2026-11-20', '2026-11-21', null) })), (rows) => {
    const { total, sources, last } = paidBySource(rows.map((r) => payment(r as unknown as Row)), NOW);
    const counted = rows.filter((r) => r.paid_on !== null && r.paid_on <= NOW && r.amount !== null);
    expect([sources.reduce((n, s) => n + s.amount, 0), sources.reduce((n, s) => n + s.times, 0), last === null]).toEqual([total, counted.length, counted.length === 0]);
    expect(sources.map((s) => s.amount)).toEqual(sources.map((s) => s.amount).sort((a, b) => b - a));
  }));
});

it('tasks: n/d, days over, and the other measures', () => {
  const action = (more: Row): Row => ({ action_id: 'A', content: '约谈', kind: '交办', given: true, done: false, due_on: '2026-11-13', done_on: null, unit: null, responsible: null, ...more });
  const found = siteActions([action({}), action({ done: true, done_on: NOW }), action({ due_on: NOW }), action({ due_on: null, content: null, kind: '约谈' }), action({ given: false }), action({ given: false, done: true })], NOW);
  expect([found.given.map((a) => [a.content, a.over]), found.done, found.others, found.othersOpen]).toEqual([[['约谈', 7], ['约谈', null], ['约谈', null], ['约谈', null]], 1, 2, 1]);
});
it('clues: closed by the snapshot, days over, group events', () => {
  const clue = (more: Row): Row => ({ case_id: 'C', channel: null, received_on: null, due_on: '2026-11-01', closed_on: null, amount: null, workers: null, group_event: null, ...more });
  const found = siteCases([clue({}), clue({ closed_on: '2026-11-25', group_event: true }), clue({ closed_on: NOW }), clue({ due_on: null })], NOW);
  expect([found.list.map((c) => [c.closed, c.over]), found.closed, found.group]).toEqual([[[false, 19], [false, 19], [true, null], [false, null]], 1, 1]);
});
it('labour cost: short only where both are stated', () => {
  expect([labourOf({ labour_cost_due: 10, labour_cost_paid: 4 }), labourOf({ labour_cost_due: 10, labour_cost_paid: null }), labourOf({ labour_cost_due: 4, labour_cost_paid: 10 })]).toEqual([{ due: 10, paid: 4, short: 6 }, { due: 10, paid: null, short: null }, { due: 4, paid: 10, short: 0 }]);
  expect(labourMonths([{ month: '2026-09-01', labour_cost_due: null, labour_cost_paid: null }, { month: '2026-10-01', labour_cost_due: 5, labour_cost_paid: null }], 5)).toEqual([{ month: '2026-10-01', due: 5, paid: null }]);
});
