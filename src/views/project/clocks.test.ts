import { expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../model/rules/defaults.ts';
import { type ClockFacts, siteClocks } from './clocks.ts';

const rules = { ...DEFAULT_RULES, calendar: { ...DEFAULT_RULES.calendar, holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'], workdays: ['2026-09-20', '2026-10-10'] } };
const facts = (over: Partial<ClockFacts>): ClockFacts => ({ project: { open: true }, risk: undefined, flow: [], warnings: [], cases: [], actions: [], payments: [], asOf: '2026-11-20', rules, ...over });
const said = (over: Partial<ClockFacts>) => siteClocks(facts(over)).map(({ kind, what, state, n, unit, due, share }) => [kind, what, state, n, unit, due, share === null ? null : Math.round(share * 100)]);

it.each<[string, Partial<ClockFacts>, unknown[][]]>([
  ['a case runs 60 working days from its filing, which is not counted', { cases: [{ case_id: 'XS-1', filed_on: '2026-09-10', closed_on: null }] }, [['case', 'XS-1', 'left', 13, 'workdays', '2026-12-09', 78]]],
  ['a closed case has no clock', { cases: [{ case_id: 'XS-1', filed_on: '2026-09-10', closed_on: '2026-10-10' }] }, []],
  ['a promise runs from the snapshot that first held it', { project: { open: true, promised_on: '2026-12-10' }, flow: [{ as_of: '2026-11-06', promised_on: '2026-11-02' }, { as_of: '2026-11-13', promised_on: '2026-12-10' }] }, [['promise', '', 'left', 20, 'days', '2026-12-10', 26]]],
  ['a closed project has no promise', { project: { open: false, promised_on: '2026-12-10' } }, []],
  ['an order not done is over its limit, one done is gone', { actions: [{ action_id: 'J1', kind: '限期整改指令书', meeting_on: '2026-10-16', due_on: '2026-10-26', done_on: null }, { action_id: 'J2', kind: '交办', due_on: '2026-10-26', done_on: '2026-10-20' }] }, [['action', '限期整改指令书', 'over', 25, 'days', '2026-10-26', 100]]],
  ['a fired rule with a date', { warnings: [{ rule_id: 'labour_cost_cycle', since: '2026-09-01', due_on: '2026-10-01' }, { rule_id: 'account_dry', since: '2026-09-11', due_on: null }] }, [['warning', '人工费未按月拨付', 'over', 50, 'days', '2026-10-01', 100]]],
  ['the clear-by date, due today', { risk: { clear_by: '2026-11-20' } }, [['clear', '', 'today', 0, 'days', '2026-11-20', 100]]],
])('%s', (_, over, expected) => expect(said(over)).toEqual(expected));
it('puts what is over the limit first, then the nearest', () => {
  expect(said({ risk: { clear_by: '2026-12-31' }, project: { open: true, promised_on: '2026-12-10', hearing_on: '2026-12-08', court_stage: '立案' }, actions: [{ action_id: 'J1', kind: '交办', due_on: '2026-11-13', done_on: null }] }).map(([kind]) => kind)).toEqual(['action', 'hearing', 'promise', 'clear']);
});
