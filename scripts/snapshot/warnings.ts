import type { DuckDBConnection } from '@duckdb/node-api';
import type { Rules, RuleTest, WarningRule } from '../../src/model/rules.ts';
import { createCalendarSql } from '../../src/query/clocks.ts';
import { dateLiteral, literal } from '../../src/query/sql.ts';
import { createTable } from './ddl.ts';
import { tablesPresent } from './tables-present.ts';
import { CASE_TESTS } from './warnings/case-tests.ts';
import type { Fired, RuleContext, TestSql } from './warnings/context.ts';
import { MONEY_TESTS } from './warnings/money-tests.ts';
import { SYSTEM_TESTS } from './warnings/system-tests.ts';
import { WAGE_TESTS } from './warnings/wage-tests.ts';
import { sentence } from './warnings/words.ts';

const TESTS: TestSql = { ...MONEY_TESTS, ...WAGE_TESTS, ...SYSTEM_TESTS, ...CASE_TESTS };

/**
 * `SELECT` of one rule's warnings in the order of the table's columns; null when the rule is off or what it reads is not imported. A comparison
 * with an unknown value is unknown, so NULL never fires a rule.
 */
function ruleSql(rule: WarningRule, context: RuleContext): string | null {
  if (!rule.enabled) return null;
  const test = TESTS[rule.test] as (params: WarningRule['params'], context: RuleContext, level: string) => Fired<RuleTest> | null;
  const fired = test(rule.params, context, rule.level);
  if (!fired) return null;
  const text = sentence(rule.text, { ...(fired.words as Readonly<Record<string, string>>), article: literal(rule.article) });
  return `SELECT ${literal(rule.id)} AS rule_id, f.project_id, f.case_id, ${fired.level ?? literal(rule.level)} AS level, f.since, f.due_on,
    CAST(f.n AS DECIMAL(18,2)) AS numerator, CAST(f.d AS DECIMAL(18,2)) AS denominator, ${text} AS text
  FROM (${fired.from}) f`;
}

/**
 * Fills table `warnings` from the final tables `projects` (with derived columns), cases, payroll, payments, compliance, companies (domain §5); all but
 * projects may be absent. Makes the temporary table `calendar`. A rule without a date of its own holds since it first held (`prev_warnings`), or today.
 */
export async function computeWarnings(connection: DuckDBConnection, options: { asOf: string; rules: Rules }): Promise<void> {
  const asOf = dateLiteral(options.asOf);
  const present = await tablesPresent(connection);
  const context: RuleContext = { asOf, rules: options.rules, has: (table) => present.has(table) };
  await connection.run(createTable('warnings'));
  await connection.run(createCalendarSql(options.rules.calendar, options.asOf));
  for (const rule of options.rules.warnings) {
    const sql = ruleSql(rule, context);
    if (sql) await connection.run(`INSERT INTO warnings BY NAME ${sql}`);
  }
  if (present.has('prev_warnings')) {
    await connection.run(`UPDATE warnings SET since = b.since FROM prev_warnings b
      WHERE warnings.since IS NULL AND b.rule_id = warnings.rule_id AND b.project_id IS NOT DISTINCT FROM warnings.project_id AND b.case_id IS NOT DISTINCT FROM warnings.case_id`);
  }
  await connection.run(`UPDATE warnings SET since = ${asOf} WHERE since IS NULL`);
}
