import { expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

const step = (as_of: string, event: string, before: [string, number] | null, after: [string, number] | null, promised_on: string | null, court_stage: string | null = null) =>
  ({ as_of, event, grade_before: before?.[0] ?? null, unpaid_before: before?.[1] ?? null, grade_after: after?.[0] ?? null, unpaid_after: after?.[1] ?? null, workers_after: 3, promised_on, court_stage });
const none = { flow: [], actions: [], payments: [], cases: [], events: [] };
const ids = (flow: Parameters<typeof timelineOf>[0]['flow']) => timelineOf({ ...none, flow }, '2026-11-20').map((i) => [i.on.slice(5), i.id, i.tone]);

it('tells opening, regrading, part payment, a moved promise, the court, 漏报, 找回, closing and 反弹 of one project', () => {
  expect(ids([
    step('2026-09-11', '新增', null, ['一般', 400], '2026-11-02'), step('2026-09-18', '延续', ['一般', 400], ['严重', 900], '2026-11-02'), step('2026-09-25', '延续', ['严重', 900], ['严重', 900], '2026-11-02'),
    step('2026-10-09', '延续', ['严重', 900], ['严重', 700], '2026-12-10', '立案'), step('2026-10-16', '漏报', ['严重', 700], null, '2026-12-10'), step('2026-10-23', '找回', ['严重', 700], ['严重', 700], '2026-12-10', '立案'),
    step('2026-10-30', '销号', ['严重', 700], ['无欠薪', 0], null), step('2026-11-06', '反弹', null, ['一般', 100], null),
  ])).toEqual([
    ['11-06', 'reopened', 'bad'], ['10-30', 'closed', 'good'], ['10-23', 'court', 'court'], ['10-23', 'found', 'bad'], ['10-16', 'lost', 'bad'], ['10-09', 'partPaid', 'good'], ['10-09', 'court', 'court'], ['10-09', 'moved', 'bad'],
    ['09-18', 'raised', 'bad'], ['09-11', 'added', 'bad'], ['09-11', 'promised', 'plain'],
  ]);
});
const open: [string, number] = ['一般', 100];
it.each<[string, Parameters<typeof ids>[0], string[]]>([
  ['a promise moved across a blank week', [step('2026-09-11', '新增', null, open, '2026-10-10'), step('2026-09-18', '延续', open, open, null), step('2026-09-25', '延续', open, open, '2026-11-10')], ['09-25 moved 2026-10-10', '09-11 promised null']],
  ['the same promise after a blank week', [step('2026-09-11', '新增', null, open, '2026-10-10'), step('2026-09-18', '延续', open, open, null), step('2026-09-25', '延续', open, open, '2026-10-10')], ['09-11 promised null']],
  ['a promise after 反弹 is a first one', [step('2026-09-11', '期初', null, open, '2026-10-10'), step('2026-09-18', '销号', open, ['无欠薪', 0], '2026-10-10'), step('2026-09-25', '反弹', null, open, '2026-11-10')], ['09-25 promised null', '09-11 promised null']],
])('%s', (_, flow, expected) => {
  expect(timelineOf({ ...none, flow }, '2026-11-20').filter((i) => i.id === 'promised' || i.id === 'moved').map((i) => `${i.on.slice(5)} ${i.id} ${i.before}`)).toEqual(expected);
});
it('puts tasks, enforcement, payments, clues and events beside them; a task not done after its limit is red', () => {
  const items = timelineOf({ ...none,
    actions: [{ action_id: 'J1', kind: '交办', meeting_on: '2026-11-09', due_on: '2026-11-13', done_on: null, content: '补建专户台账' }, { action_id: 'J2', kind: '约谈', meeting_on: '2026-09-21', due_on: '2026-09-23', done_on: '2026-09-23', content: '' }],
    payments: [{ payment_id: 'Q1', paid_on: '2026-10-30', amount: 220_000, workers: 9, source: '施工总承包' }, { payment_id: 'Q2', paid_on: null, plan_due_on: '2026-12-01' }],
    cases: [{ case_id: 'XS-1', received_on: '2026-09-05', closed_on: null, channel: '12345热线' }], events: [{ event_id: 'TF', happened_on: '2026-10-20', kind: '其他', people: 28, result: '当日解除' }],
  }, '2026-11-20');
  expect(items.map((i) => [i.group, i.id, i.state, i.tone])).toEqual([['task', 'action', 'over', 'bad'], ['pay', 'payment', null, 'good'], ['risk', 'event', null, 'bad'], ['law', 'action', 'done', 'plain'], ['case', 'received', null, 'plain']]);
});
