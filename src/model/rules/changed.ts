import type { Rules, WarningRule } from './schema.ts';

/** One value in which the county's rules differ from those shipped. `default` null: the county added it. */
export interface RuleChange {
  /** Keys joined by dots; a warning rule stands under its id: warnings.labour_cost_cycle.params.months. */
  readonly path: string;
  readonly value: unknown;
  readonly default: unknown;
}

/** True for an object that is neither array nor null. */
export const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const byId = (rules: readonly WarningRule[]): Record<string, unknown> => Object.fromEntries(rules.map((r) => [r.id, r]));

/** The changes of a county against the shipped rules. Version and calendar are not rules and never listed. */
export function changesOf(rules: Rules, shipped: Rules): RuleChange[] {
  const comparable = ({ version: _v, calendar: _c, warnings, ...rest }: Rules) => ({ ...rest, warnings: byId(warnings) });
  return differences(comparable(rules), comparable(shipped), '');
}

function differences(value: unknown, shipped: unknown, path: string): RuleChange[] {
  if (isPlain(value) && isPlain(shipped)) {
    const keys = [...new Set([...Object.keys(shipped), ...Object.keys(value)])];
    const own = (of: Record<string, unknown>, key: string): unknown => (Object.hasOwn(of, key) ? of[key] : undefined);
    return keys.flatMap((key) => differences(own(value, key), own(shipped, key), path === '' ? key : `${path}.${key}`));
  }
  return JSON.stringify(value) === JSON.stringify(shipped) ? [] : [{ path, value: value ?? null, default: shipped ?? null }];
}
