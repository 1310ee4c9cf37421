import { INDICATORS } from '../../model/indicators.ts';
import { changesOf, isPlain, type RuleChange } from '../../model/rules/changed.ts';
import { RULE_SOURCES, type Rules, type WarningRule } from '../../model/rules.ts';

/** One value of the rules file outside the warnings. */
export interface RuleEntry {
  /** Keys joined by dots; indicator ids hold none. */
  readonly path: string;
  readonly group: string;
  readonly keys: readonly string[];
  readonly value: unknown;
  /** The shipped value where the county has another; undefined: as shipped. */
  readonly shipped: unknown;
  readonly changed: boolean;
}

/** A section of the rules file with where its defaults come from. */
export interface RuleGroup {
  readonly id: string;
  readonly source: string;
  readonly entries: readonly RuleEntry[];
}

/** A warning rule and what the county changed in it. */
export interface WarningEntry {
  readonly rule: WarningRule;
  /** null: the county added it. */
  readonly shipped: WarningRule | null;
  readonly changes: readonly RuleChange[];
}

/** A year of the working-day calendar. */
export interface CalendarYear {
  readonly year: number;
  readonly published: boolean;
  readonly holidays: number;
  readonly workdays: number;
  readonly springFestival: string | null;
  readonly newYearsEve: string | null;
}

/** Sections that are shown in a form of their own. */
const APART: readonly string[] = ['version', 'warnings', 'calendar'];
const IDS: ReadonlySet<string> = new Set(INDICATORS.map((i) => i.id));
export const isIndicatorId = (key: string): boolean => IDS.has(key);

function leaves(value: unknown, keys: readonly string[]): { readonly keys: readonly string[]; readonly value: unknown }[] {
  if (!isPlain(value) || Object.keys(value).length === 0) return [{ keys, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...keys, key]));
}

/** Every section of the rules file, whatever it holds: a key that the schema gains is listed without a change here. */
export function ruleGroups(rules: Rules, shipped: Rules): readonly RuleGroup[] {
  const changes = changesOf(rules, shipped);
  return (Object.keys(rules) as (keyof Rules)[]).filter((key) => !APART.includes(key)).map((id) => ({
    id, source: (RULE_SOURCES as Readonly<Record<string, string>>)[id] ?? '',
    entries: leaves(rules[id], [id]).map(({ keys, value }): RuleEntry => {
      const path = keys.join('.');
      // A change may stand at an object that was empty before, or above a value that is new.
      const change = changes.find((c) => c.path === path) ?? changes.find((c) => path.startsWith(`${c.path}.`));
      return { path, group: id, keys: keys.slice(1), value, changed: change !== undefined, shipped: change ? (change.path === path ? change.default : null) : undefined };
    }),
  }));
}

/** Every warning rule with its changes, in the order of the file. */
export function warningEntries(rules: Rules, shipped: Rules): readonly WarningEntry[] {
  const changes = changesOf(rules, shipped);
  return rules.warnings.map((rule) => ({
    rule, shipped: shipped.warnings.find((s) => s.id === rule.id) ?? null, changes: changes.filter((c) => c.path === `warnings.${rule.id}` || c.path.startsWith(`warnings.${rule.id}.`)),
  }));
}

/** Years the calendar speaks of, published or not, oldest first. */
export function calendarYears({ calendar }: Pick<Rules, 'calendar'>): readonly CalendarYear[] {
  const years = [...new Set([...calendar.years, ...calendar.unpublished, ...Object.keys(calendar.festivals).map(Number)])].sort((a, b) => a - b);
  const of = (days: readonly string[], year: number): number => days.filter((d) => d.startsWith(`${year}-`)).length;
  return years.map((year) => {
    const festival = calendar.festivals[String(year)];
    return {
      year, published: calendar.years.includes(year) && !calendar.unpublished.includes(year), holidays: of(calendar.holidays, year), workdays: of(calendar.workdays, year),
      springFestival: festival?.spring_festival ?? null, newYearsEve: festival?.new_years_eve ?? null,
    };
  });
}
