import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../model/rules.ts';
import { addItem, addSite, defaultAgenda, dropItem, moveItem, readAgenda, siteId, topicsOf, writeAgenda } from './agenda.ts';

const rules = DEFAULT_RULES.meeting;
const HOSTILE = ['A,B', '!x', 'site:C', '<img src=x onerror=alert(1)>', '%E4%BD', '一 二', 'sites', 'none'];
const standard = defaultAgenda(rules, ['A', 'B', 'C']);
const ids = (items: readonly { readonly id: string }[]) => items.map((i) => i.id);
const anyProject = (): boolean => true;

describe('the agenda by the rules', () => {
  it('has the items in the order of the rules, one per site', () => {
    expect(ids(standard)).toEqual(['overview', 'actions', 'fresh', 'promises', 'lost', 'site:A', 'site:B', 'site:C', 'general', 'warnings', 'rank_dept', 'rank_place', 'leaders', 'units', 'deadline', 'decisions']);
  });
  it('follows a county that orders otherwise and leaves out', () => {
    const own = { ...rules, agenda: [{ item: 'sites' as const, minutes: 8 }, { item: 'overview' as const, minutes: 2 }] };
    expect(ids(defaultAgenda(own, ['A']))).toEqual(['site:A', 'overview']);
    expect(topicsOf(defaultAgenda(own, ['A', 'B']))).toMatchObject([{ topic: 'sites', minutes: 16 }, { topic: 'overview', minutes: 2 }]);
  });
});

describe('the agenda in the link', () => {
  it('is nothing for the default one', () => expect([writeAgenda(standard, standard), readAgenda('', standard, rules, anyProject), readAgenda(undefined, standard, rules, anyProject)]).toEqual(['', standard, standard]));
  it.each([
    ['a topic moved', moveItem(standard, 'deadline', -4), 'overview,actions,fresh,promises,lost,sites,general,warnings,deadline,rank_dept,rank_place,leaders,units,decisions'],
    ['a site dropped', dropItem(standard, 'site:B'), 'overview,actions,fresh,promises,lost,sites,general,warnings,rank_dept,rank_place,leaders,units,deadline,decisions,!site%3AB'],
    ['everything dropped', [], 'none'],
  ])('%s', (_what, items, text) => {
    expect(writeAgenda(items, standard)).toBe(text);
    expect(ids(readAgenda(text, standard, rules, anyProject))).toEqual(ids(items));
  });
  it.each([
    ['words that mean nothing', 'overview,lunch,site:,constructor,overview', ['overview']],
    ['a project that is not there', 'overview,site%3AGONE', ['overview']],
    ['broken escapes', 'overview,%E4%A', ['overview']],
    ['nothing usable: the default', 'x,y', ids(standard)],
  ])('survives %s', (_what, text, expected) => expect(ids(readAgenda(text, standard, rules, (p) => p !== 'GONE' && p !== ''))).toEqual(expected));
  it('reads back whatever was edited, names of projects however hostile', () => {
    const usual = defaultAgenda(rules, HOSTILE.slice(0, 5));
    const step = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), at: fc.nat(30), by: fc.integer({ min: -5, max: 5 }) }), fc.record({ kind: fc.constant('drop' as const), at: fc.nat(30) }),
      fc.record({ kind: fc.constant('add' as const), id: fc.constantFrom(...HOSTILE, 'Z') }), fc.record({ kind: fc.constant('back' as const), at: fc.nat(30) }),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let items = usual;
      for (const s of steps) {
        const id = 'at' in s ? (items[s.at % Math.max(1, items.length)]?.id ?? '') : '';
        items = s.kind === 'move' ? moveItem(items, id, s.by) : s.kind === 'drop' ? dropItem(items, id) : s.kind === 'add' ? addSite(items, s.id, rules) : addItem(items, usual[s.at % usual.length]!, usual);
      }
      expect(ids(readAgenda(writeAgenda(items, usual), usual, rules, anyProject))).toEqual(ids(items));
      expect(new Set(ids(items)).size).toBe(items.length);
    }));
  });
});

describe('editing', () => {
  it('moves within the ends', () => expect([ids(moveItem(standard, 'overview', -1)), ids(moveItem(standard, 'decisions', 3)), ids(moveItem(standard, 'x', 1))]).toEqual([ids(standard), ids(standard), ids(standard)]));
  it('adds a site after the sites, or before the summary', () => {
    expect(ids(addSite(standard, 'D', rules)).indexOf(siteId('D'))).toBe(8);
    expect(ids(addSite(defaultAgenda(rules, []), 'D', rules)).slice(-2)).toEqual(['site:D', 'decisions']);
    expect(addSite(standard, 'A', rules)).toBe(standard);
  });
  it('puts an item back where it stood', () => expect(ids(addItem(dropItem(standard, 'lost'), standard[4]!, standard))).toEqual(ids(standard)));
});
