import type { Rules, RuleParams, RuleTest, RuleWord } from '../../../src/model/rules.ts';
import { literal } from '../../../src/query/sql.ts';

/** What a rule's SQL may depend on. */
export interface RuleContext {
  /** `DATE '…'` of the snapshot. */
  readonly asOf: string;
  readonly rules: Rules;
  readonly has: (table: string) => boolean;
}

/**
 * Rows on which a test holds. `from`: relation with columns project_id, case_id, since, due_on, n, d and what the words need, at most one row per
 * project or case. `words`: VARCHAR expressions over it. `level`: expression where the test itself grades; otherwise the rule's level.
 */
export interface Fired<T extends RuleTest> {
  readonly from: string;
  readonly words: Readonly<Record<RuleWord<T>, string>>;
  readonly level?: string;
}

/** SQL of a test; null when a table it reads is not imported or the county has not set its limit: nothing fires. */
export type TestSql = { readonly [T in RuleTest]: (params: RuleParams<T>, context: RuleContext, level: string) => Fired<T> | null };

/** 在管项目: not settled, or still open. */
export const MANAGED = `(p.stage IS DISTINCT FROM '已完工已结算' OR p.open)`;

/** `p.column IN (…)`; TRUE for an empty list, so that it narrows nothing. An unknown value is not in any list. */
export const among = (expression: string, values: readonly string[]): string => (values.length > 0 ? `${expression} IN (${values.map(literal).join(', ')})` : 'TRUE');

/** A day some whole months after another: 31 January + 1 month is 28 February. */
export const plusMonths = (day: string, months: number): string => `CAST(${day} + INTERVAL ${months} MONTH AS DATE)`;
