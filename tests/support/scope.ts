import { makeScope, type ScopeRules } from '../../src/query/scope.ts';
import { EIGHT } from '../../src/model/compliance.ts';

/** Rules as the demo county's, without reading a file. */
const TEST_RULES: ScopeRules = {
  window_weeks: 12, campaign: { from: '2026-09-18', to: '2027-02-05' }, limits: { reply_days: 2 }, sets: { '八个100%': EIGHT }, default_set: '八个100%',
  calendar: { festivals: { '2027': { new_years_eve: '2027-02-05' } } },
};
export const TEST_SCOPE = makeScope('2026-11-20', '2026-11-13', TEST_RULES);
