/** The county's rules: schema, shipped defaults with their sources, and the parser. Browser-safe; reading files is scripts/rules/read.ts. */
export type { RuleChange } from './rules/changed.ts';
export { DEFAULT_RULES, EMPTY_CALENDAR, RULE_SOURCES } from './rules/defaults.ts';
export { parseRules, type ParsedRules } from './rules/parse.ts';
export type { Calendar, MapBreaks, Rules, Steps, WarningRule } from './rules/schema.ts';
export { RULE_TESTS, type RuleParams, type RuleTest, type RuleWord } from './rules/tests.ts';
