import type { Row } from '../../engine/rows.ts';
import { indicatorOf } from '../../model/indicators.ts';
import { cubeSql } from '../../query/cube-route.ts';
import { dateLiteral } from '../../query/sql.ts';

/** A rate with its parts; null: not known to this snapshot. */
export interface Rate {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export const NO_ARREARS = indicatorOf('no_arrears_rate');

/** 无欠薪比例 of the whole county on one day, from the cube. */
export const noArrearsRateSql = (asOf: string): string => cubeSql([NO_ARREARS], { by: [], filters: {}, scope: { asOf: dateLiteral(asOf) } });

/** The rate of the query's one row. */
export function rateOf(rows: readonly Row[]): Rate {
  const cell = (name: string) => {
    const value = rows[0]?.[name];
    return typeof value === 'number' ? value : null;
  };
  return { numerator: cell(`${NO_ARREARS.id}_n`), denominator: cell(`${NO_ARREARS.id}_d`) };
}
