import type * as z from 'zod/mini';
import { INDICATORS } from '../indicators.ts';
import { changesOf, isPlain, type RuleChange } from './changed.ts';
import { DEFAULT_RULES } from './defaults.ts';
import { overlay, repair } from './repair.ts';
import { type Rules, rulesSchema, type WarningRule, warningRuleSchema } from './schema.ts';
import { RULE_TESTS } from './tests.ts';

interface ParsedRules {
  readonly rules: Rules;
  /** What the file says that cannot be used, each naming its key; the shipped value stands there. */
  readonly problems: string[];
  readonly changed: RuleChange[];
}

/** The county's rule file → complete rules. Never throws: what is missing or wrong takes the shipped value, what is wrong or unknown is a problem. */
export function parseRules(input: unknown): ParsedRules {
  const problems: string[] = [];
  const rules: Record<string, unknown> = structuredClone(DEFAULT_RULES);
  if (input !== null && input !== undefined && !isPlain(input)) problems.push('规则文件不是一个 JSON 对象，全部使用默认规则');
  for (const [key, given] of Object.entries(isPlain(input) ? input : {})) {
    if (!Object.hasOwn(DEFAULT_RULES, key)) problems.push(`规则文件有未知的键 ${key}，已忽略；请核对拼写`);
    else if (key === 'warnings') rules[key] = parseWarnings(given, problems);
    else rules[key] = parseSection(key as keyof Rules, given, problems);
  }
  const parsed = rules as Rules;
  checkNames(parsed, problems);
  return { rules: parsed, problems, changed: changesOf(parsed, DEFAULT_RULES) };
}

/** What the county left as it was shipped need not be checked: most of a file, before the first number. */
const isSame = (given: unknown, shipped: unknown): boolean => JSON.stringify(given) === JSON.stringify(shipped);

function parseSection(key: keyof Rules, given: unknown, problems: string[]): unknown {
  const shipped = DEFAULT_RULES[key];
  if (isSame(given, shipped)) return structuredClone(shipped);
  return repair(rulesSchema.shape[key] as z.ZodMiniType, overlay(shipped, given), shipped, key, problems) ?? structuredClone(shipped);
}

/** Rules of the file change a shipped rule with the same id, or are added after the shipped ones. */
function parseWarnings(given: unknown, problems: string[]): WarningRule[] {
  const rules = new Map(DEFAULT_RULES.warnings.map((r) => [r.id, structuredClone(r)]));
  if (!Array.isArray(given)) problems.push('规则文件 warnings 不是列表，全部使用默认预警规则');
  for (const entry of Array.isArray(given) ? (given as unknown[]) : []) {
    const id = isPlain(entry) && typeof entry['id'] === 'string' ? entry['id'] : '';
    const shipped = DEFAULT_RULES.warnings.find((r) => r.id === id);
    if (shipped && isSame(entry, shipped)) {
      rules.set(id, structuredClone(shipped));
      continue;
    }
    const base = shipped ?? { enabled: true, article: '县级规定', penalty: '' };
    // Another test has other parameters: the shipped ones would only be unknown keys there.
    const other = shipped && isPlain(entry) && entry['test'] !== undefined && entry['test'] !== shipped.test;
    const rule = repair(warningRuleSchema, overlay(other ? { ...base, params: {} } : base, entry), other ? undefined : shipped, `warnings.${id || '（无id）'}`, problems);
    if (!rule) problems.push(`预警规则 ${id || '（无id）'} 不完整，未启用：需要 id、name、level、test、params、text`);
    else if (checkWords(rule, problems)) rules.set(rule.id, rule);
  }
  return [...rules.values()];
}

/** The text may only say what the test knows. */
function checkWords(rule: WarningRule, problems: string[]): boolean {
  const known: readonly string[] = [...RULE_TESTS[rule.test].words, 'article'];
  const unknown = [...rule.text.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1] ?? '').filter((w) => !known.includes(w));
  if (unknown.length > 0) problems.push(`预警规则 ${rule.id} 的说明用了未知的词 {${unknown.join('}、{')}}，可用 {${known.join('}、{')}}；该条未采用`);
  return unknown.length === 0;
}

/** Names that point at other entries: indicators of targets, decimals and breaks, the default set, the campaign's days. */
function checkNames(rules: Rules, problems: string[]): void {
  const ids = new Set(INDICATORS.map((i) => i.id));
  const named = { targets: rules.targets, decimals: rules.decimals, 'minimum_denominator.by_indicator': rules.minimum_denominator.by_indicator, map_breaks: rules.map_breaks };
  for (const [path, record] of Object.entries(named)) {
    for (const id of Object.keys(record)) {
      if (ids.has(id) || (path === 'map_breaks' && /^rate_(up|down)$/.test(id))) continue;
      problems.push(`规则文件 ${path}.${id}：目录中没有这个指标，已忽略`);
      delete (record as Record<string, unknown>)[id];
    }
  }
  if (!Object.hasOwn(rules.sets, rules.default_set)) {
    problems.push(`规则文件 default_set「${rules.default_set}」不在 sets 中，仍用「${DEFAULT_RULES.default_set}」`);
    rules.default_set = DEFAULT_RULES.default_set;
  }
  if (rules.campaign.from > rules.campaign.to) {
    problems.push('规则文件 campaign：起始日期晚于结束日期，仍用默认日期');
    rules.campaign = structuredClone(DEFAULT_RULES.campaign);
  }
}
