import type { Scope } from '../model/indicators.ts';
import { addDays, earlierDay } from '../shared/dates.ts';
import { clearDays, type Winters } from './clear-days.ts';
import { dateLiteral, literal } from './sql.ts';

/** What the scope needs of the county's rules. */
export interface ScopeRules {
  readonly window_weeks: number;
  readonly campaign: { readonly from: string; readonly to: string };
  readonly limits: { readonly reply_days: number | null };
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly default_set: string;
  readonly calendar: Winters;
}

/** SQL literals the definitions depend on, for a snapshot and the one it is compared with (null: none, nothing was paid "since"). */
export function makeScope(asOf: string, previous: string | null, rules: ScopeRules): Scope {
  const { yearEnd, newYearsEve } = clearDays(rules.calendar, asOf);
  const items = rules.sets[rules.default_set] ?? [];
  return {
    asOf: dateLiteral(asOf),
    previous: previous ? dateLiteral(previous) : 'NULL::DATE',
    windowFrom: dateLiteral(addDays(asOf, -7 * rules.window_weeks)),
    windowWeeks: literal(rules.window_weeks),
    campaignFrom: dateLiteral(rules.campaign.from),
    campaignTo: dateLiteral(earlierDay(asOf, rules.campaign.to)),
    yearFrom: dateLiteral(`${asOf.slice(0, 4)}-01-01`),
    replyDays: rules.limits.reply_days === null ? 'NULL::INTEGER' : literal(rules.limits.reply_days),
    setItems: items.length > 0 ? items.map(literal).join(', ') : 'NULL',
    yearEnd: dateLiteral(yearEnd),
    newYearsEve: newYearsEve ? dateLiteral(newYearsEve) : 'NULL::DATE',
    industry: literal('建筑'),
  };
}
