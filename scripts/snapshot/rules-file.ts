import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseRules, type RuleChange, type Rules } from '../../src/model/rules.ts';
import { calendarYears, makeCalendar } from '../rules/calendar.ts';
import { PublishError } from './publish-error.ts';

/** The county's rules as used for one snapshot. */
export interface CountyRules {
  readonly rules: Rules;
  /** Where the county differs from the shipped defaults. */
  readonly changed: readonly RuleChange[];
  /** What in the file could not be used; the shipped value stands. */
  readonly notices: readonly string[];
}

/** Reads rules.json (null: shipped defaults) and gives it a calendar when it brings none. Throws PublishError for a file that is not JSON. */
export function readRules(path: string | null, asOf: string): CountyRules {
  let input: unknown = {};
  if (path !== null) {
    try {
      input = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    } catch (error) {
      throw new PublishError(`${basename(path)}：读不出 JSON（${error instanceof Error ? error.message : String(error)}），请改正后再发布`, { cause: error });
    }
  }
  const { rules, problems, changed } = parseRules(input);
  if (rules.calendar.years.length === 0) rules.calendar = makeCalendar(calendarYears(asOf));
  return { rules, notices: problems, changed };
}
