import type { Row } from '../../engine/rows.ts';
import { dateLiteral } from '../../query/sql.ts';

/** A rate with its parts; the catalogue's compiler will replace this file. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/** 无欠薪比例 of the whole county on one day, from the cube. */
export const noArrearsRateSql = (asOf: string): string =>
  `SELECT sum(no_arrears_rate_n)::DOUBLE AS n, sum(no_arrears_rate_d)::DOUBLE AS d FROM cube WHERE as_of = ${dateLiteral(asOf)}`;

/** The rate of the query's one row; no rows sum to 0/0. */
export function rateOf(rows: readonly Row[]): Rate {
  const row = rows[0];
  return { numerator: Number(row?.['n'] ?? 0), denominator: Number(row?.['d'] ?? 0) };
}

/** `97.0`, or `—` when nothing is counted: a rate without a denominator is neither 0 nor 100. */
export const formatRate = ({ numerator, denominator }: Rate): string =>
  denominator === 0 ? '—' : ((numerator / denominator) * 100).toFixed(1);
