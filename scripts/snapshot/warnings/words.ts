import { literal } from '../../../src/query/sql.ts';

/** 元 as 万元 with one decimal and thousands; amounts that would round to 0.0 keep four decimals. */
export const wan = (yuan: string): string =>
  `CASE WHEN ${yuan} <> 0 AND abs(${yuan}) < 500 THEN format('{:.4f}', CAST(${yuan} AS DECIMAL(18,2)) * 0.0001) ELSE format('{:,.1f}', CAST(CAST(${yuan} AS DECIMAL(18,2)) * 0.0001 AS DECIMAL(18,1))) END`;

/** Whole number with thousands. */
export const whole = (value: string): string => `format('{:,}', CAST(${value} AS BIGINT))`;

/** ISO day. */
export const day = (value: string): string => `CAST(${value} AS VARCHAR)`;

/** n ÷ d in per cent, cut (not rounded) to one decimal: a share below 30% never reads 30.0%. */
export const share = (n: string, d: string): string => `concat(format('{:.1f}', floor(1000.0 * CAST(${n} AS DOUBLE) / CAST(${d} AS DOUBLE)) / 10), '%')`;

/** n ÷ d cut to one decimal. */
export const quotient = (n: string, d: string): string => `format('{:.1f}', floor(10.0 * CAST(${n} AS DOUBLE) / CAST(${d} AS DOUBLE)) / 10)`;

/** A fixed text. */
export const fixed = (value: string | number): string => literal(String(value));

/** The rule's sentence as a SQL expression: words in braces are filled, unknown values read —. Throws for a word without expression (parseRules refuses it). */
export function sentence(template: string, words: Readonly<Record<string, string>>): string {
  const parts = template.split(/(\{[^{}]*\})/).filter((part) => part !== '').map((part) => {
    if (!part.startsWith('{')) return literal(part);
    const expression = words[part.slice(1, -1)];
    if (expression === undefined) throw new Error(`预警说明里的词 ${part} 没有对应的值`);
    return `coalesce(${expression}, '—')`;
  });
  return `concat(${parts.join(', ')})`;
}
