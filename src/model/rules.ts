/** The county's rules: schema, shipped defaults with their sources, and the parser. Browser-safe; files are read by scripts/snapshot/rules-file.ts. */
export type { RuleChange } from './rules/changed.ts';
export { DEFAULT_RULES, RULE_SOURCES } from './rules/defaults.ts';
export { parseRules } from './rules/parse.ts';
export type { Calendar, Rules, Steps, WarningRule } from './rules/schema.ts';
export type { RuleParams, RuleTest, RuleWord } from './rules/tests.ts';
