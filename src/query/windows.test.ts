import { expect, it } from 'vitest';
import { TEST_SCOPE } from '../../tests/support/scope.ts';
import { periodOf, scopeOf, type WindowId } from './windows.ts';

const rules = (to: string) => ({ window_weeks: 12, campaign: { from: '2026-09-18', to } });

it.each<[string, WindowId, string, string, string | null, string]>([
  ['the year', 'year', '2026-11-20', '2027-02-05', '2026-01-01', '2026-11-20'],
  ['the window', 'recent', '2026-11-20', '2026-10-31', '2026-08-29', '2026-11-20'],
  ['everything', 'all', '2026-11-20', '2026-10-31', null, '2026-11-20'],
  ['a campaign that runs', 'campaign', '2026-11-20', '2027-02-05', '2026-09-18', '2026-11-20'],
  ['a campaign on its last day', 'campaign', '2026-10-31', '2026-10-31', '2026-09-18', '2026-10-31'],
  ['a campaign that is over', 'campaign', '2026-11-20', '2026-10-31', '2026-09-18', '2026-10-31'],
  ['a campaign not begun', 'campaign', '2026-09-11', '2026-10-31', '2026-09-18', '2026-09-11'],
])('the days of %s', (_, id, asOf, campaignTo, from, to) => {
  expect(periodOf(id, asOf, rules(campaignTo))).toEqual({ id, from, to });
});

it('counts over the period and stays as of the snapshot', () => {
  expect(scopeOf(TEST_SCOPE, periodOf('campaign', '2026-11-20', rules('2026-10-31')))).toMatchObject({ asOf: `DATE '2026-11-20'`, campaignFrom: `DATE '2026-09-18'`, campaignTo: `DATE '2026-10-31'` });
});
