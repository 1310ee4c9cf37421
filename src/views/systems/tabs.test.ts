import { expect, it } from 'vitest';
import { SYSTEM_TABS } from './tab-names.ts';
import { isImported, tabAfter, tabOf } from './tabs.ts';

it('opens the tab of the link, the first for anything else', () => {
  expect(['returns', undefined, '', 'nonsense'].map(tabOf)).toEqual(['returns', 'matrix', 'matrix', 'matrix']);
});

it.each([
  ['ArrowRight', 'matrix', 'clues'], ['ArrowRight', 'enforcement', 'matrix'], ['ArrowLeft', 'matrix', 'enforcement'], ['ArrowLeft', 'companies', 'clues'],
  ['Home', 'returns', 'matrix'], ['End', 'clues', 'enforcement'], ['Enter', 'matrix', null],
] as const)('%s on %s leads to %s', (key, now, to) => expect(tabAfter(key, now)).toBe(to));

it('prints the tabs that have a table', () => expect([['projects'], ['projects', 'events'], ['assessments', 'inspections', 'compliance', 'companies']].map((tables) => SYSTEM_TABS.filter((tab) => isImported(tab, new Set(tables))))).toEqual([[], ['clues'], ['matrix', 'companies', 'returns', 'enforcement']]));

it('has five tabs', () => expect(SYSTEM_TABS).toHaveLength(5));
