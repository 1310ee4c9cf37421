import { CUBE_DIMENSIONS, DIMENSIONS, type DimensionId } from '../model/dimensions.ts';
import { indicatorOf, type Indicator } from '../model/indicators.ts';
import type { Ask } from './ask.ts';
import { cubeSql } from './cube-route.ts';
import { rowsSql } from './row-route.ts';

export interface Compiled {
  readonly sql: string;
  readonly route: 'cube' | 'rows';
}

/** An ask that no route can answer; the message names indicator and dimension. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
}

/**
 * SQL for an ask: one row per group (one row without `by`), columns = dimension columns, then `<id>_n` and `<id>_d` per indicator.
 * n, d NULL: 未导入 or not known to this snapshot. Throws CompileError when an indicator has no such dimension or does not live in a forced cube.
 */
export function compile(ask: Ask): Compiled {
  const indicators = ask.indicators.map(indicatorOf);
  for (const i of indicators) {
    const missing = ask.by.find((d) => !i.dimensions.includes(d));
    if (missing) throw new CompileError(`指标「${i.name}」不能按${DIMENSIONS[missing].name}分组`);
  }
  const route = ask.route ?? (inCube(indicators, ask.by) ? 'cube' : 'rows');
  if (route === 'cube' && !inCube(indicators, ask.by)) throw new CompileError('所问指标或维度不在汇总立方中');
  return { route, sql: route === 'cube' ? cubeSql(indicators, ask) : rowsSql(indicators, ask) };
}

const inCube = (indicators: readonly Indicator[], by: readonly DimensionId[]): boolean =>
  indicators.every((i) => i.cube) && by.every((d) => (CUBE_DIMENSIONS as readonly DimensionId[]).includes(d));
