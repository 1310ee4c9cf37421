import { type Column, date, text } from './column.ts';
import { CUBE_DIMENSIONS, DIMENSIONS } from './dimensions.ts';
import type { ValueType } from './indicator.ts';
import { INDICATORS } from './indicators.ts';

export interface CubePart {
  /** `<indicator>_n` or `<indicator>_d`. */
  readonly column: string;
  readonly type: ValueType;
}

/** Numerator and denominator columns of an answer for one indicator. */
export const partsOf = (i: { id: string; d: readonly unknown[]; nType: ValueType; dType: ValueType }): readonly CubePart[] => [
  { column: `${i.id}_n`, type: i.nType },
  ...(i.d.length > 0 ? [{ column: `${i.id}_d`, type: i.dType }] : []),
];

export const CUBE_INDICATORS = INDICATORS.filter((i) => i.cube);
const CUBE_PARTS: readonly CubePart[] = CUBE_INDICATORS.flatMap(partsOf);
/** Key columns of a cube cell: as_of, then the dimensions. */
export const CUBE_KEY: readonly Pick<Column, 'name' | 'type'>[] = [
  date('as_of', '截至', { required: true }), ...CUBE_DIMENSIONS.map((d) => text(DIMENSIONS[d].column, DIMENSIONS[d].name)),
];
/** Columns of cube.parquet in order. A column that older weeks lack is NULL there. */
export const CUBE_COLUMNS: readonly { name: string; type: string }[] = [
  ...CUBE_KEY.map(({ name, type }) => ({ name, type })), ...CUBE_PARTS.map((p) => ({ name: p.column, type: p.type })),
];
