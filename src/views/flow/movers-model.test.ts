import { describe, expect, it } from 'vitest';
import { bystanderOf, closedDays, isListed, type ListContext, moverOf, stepsFor, stripOf, tagOf } from './movers-model.ts';
import { ALL, termOf } from './term.ts';

const FROM = '2026-09-18';
const DAYS = [FROM, '2026-09-25', '2026-10-09', '2026-10-16'];
const mover = (history: string, change: Record<string, string | number | null> = {}) => moverOf({ project_id: 'P', name: 'P', place_code: 'A', state_from: '严重', state_mid: '严重', state_to: '无欠薪', history, ...change });
const context: ListContext = { from: FROM, by: 'place', changed: (field) => new Set(field === 'leader' ? ['P'] : []) };
const TWICE = mover(`${FROM}|延续|一般|一般|5|5;2026-09-25|销号|一般|无欠薪|5|0;2026-10-09|反弹||一般||3;2026-10-16|销号|一般|无欠薪|3|0`, { state_from: '一般' });
const DOWN = mover(`${FROM}|延续|严重|严重|9|9;2026-09-25|延续|严重|一般|9|4;2026-10-09|销号|一般|无欠薪|4|0`);
const LOST = mover(`${FROM}|期初||一般||7;2026-09-25|漏报|一般||7|`, { state_from: '一般', state_to: '漏报' });
const LATE = mover(`${FROM}|期初||一般||7;2026-09-25|漏报|一般||7|`, { state_from: '一般', closed_on: '2026-10-08' });

describe('a project of the account', () => {
  it.each([[TWICE, 'closedAgain'], [DOWN, 'closedAfterDown'], [LOST, 'lost'], [LATE, 'closed'], [mover(`${FROM}|延续|严重|严重|9|9`, { state_to: '严重' }), 'open'],
    [mover('2026-09-25|新增||一般||7', { state_from: '无欠薪', state_to: '一般' }), 'added'], [mover(`${FROM}|延续|一般|一般|9|9;2026-09-25|延续|一般|严重|9|9;2026-10-09|销号|严重|无欠薪|9|0`, { state_from: '一般' }), 'closedAfterUp'],
    [bystanderOf({ project_id: 'B', name: 'B' }, 'always', true), 'none']] as const)('%# is %s', (m, tag) => expect(tagOf(m, FROM)).toBe(tag));
  it('has its steps by term, week and grade; the first day is no step', () => {
    expect(stepsFor(termOf('closed'), TWICE, FROM).map((s) => s.day)).toEqual(['2026-09-25', '2026-10-16']);
    expect(stepsFor(termOf('closed', { day: '2026-10-16' }), TWICE, FROM)).toHaveLength(1);
    expect(stepsFor(termOf('closed', { grade: '严重' }), DOWN, FROM)).toEqual([]);
    expect([stepsFor(termOf('downgraded'), DOWN, FROM), stepsFor(termOf('part_paid'), DOWN, FROM), stepsFor(termOf('grown'), DOWN, FROM)].map((s) => s.length)).toEqual([1, 1, 0]);
    expect(closedDays(TWICE, FROM)).toHaveLength(2);
  });
  it('shows its way week by week', () => {
    expect(stripOf(TWICE, DAYS).map((c) => c.state)).toEqual(['一般', '无欠薪', '一般', '无欠薪']);
    expect(stripOf(LATE, DAYS).map((c) => c.state)).toEqual(['一般', '漏报', '无欠薪', '无欠薪']);
    expect(stripOf({ ...LATE, closedOn: null }, DAYS).map((c) => c.state)).toEqual(['一般', '漏报', '漏报', '无欠薪']);
    expect(stripOf(LOST, DAYS).map((c) => [c.state, c.unpaid])).toEqual([['一般', 7], ['漏报', null], ['漏报', null], ['漏报', null]]);
  });
  it('stands in the lists of its figures', () => {
    const lists = (m: typeof TWICE) => (['opening', 'added', 'reopened', 'found', 'closed', 'lost', 'closing', 'gone', 'opening_closed'] as const).filter((kind) => isListed(termOf(kind), m, context));
    expect(lists(TWICE)).toEqual(['opening', 'reopened', 'closed', 'gone', 'opening_closed']);
    expect(lists(LOST)).toEqual(['opening', 'lost', 'gone']);
    expect([isListed(ALL, TWICE, context), isListed(termOf('closed', { unit: 'A' }), TWICE, context), isListed(termOf('closed', { unit: 'B' }), TWICE, context), isListed(termOf('field', { field: 'leader' }), TWICE, context)]).toEqual([true, true, false, true]);
    expect(isListed(termOf('band', { states: ['严重', '严重', '无欠薪'] }), DOWN, context)).toBe(true);
    const quiet = bystanderOf({ project_id: 'B', name: 'B' }, 'always', true);
    expect([isListed(ALL, quiet, context), isListed(termOf('band', { states: ['无欠薪', '无欠薪', null] }), quiet, context), isListed(termOf('band', { states: ['无欠薪', '无欠薪', null] }), { ...quiet, standing: 'other' }, context)]).toEqual([false, true, false]);
  });
});
