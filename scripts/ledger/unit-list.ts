import { type Axis, type Unit, UnitIndex, withoutOffice } from './match-unit.ts';
import { nameKey } from './text-macros.ts';

/** A distinct cell of a place or department column, in the order of first appearance. */
export interface UnitCell {
  readonly cell: string;
  /** Trimmed and half-width as it would be published. */
  readonly name: string;
  readonly src: number;
  readonly row: number;
}

/** What a cell means. `code` null with `problem` null: the cell says “not known”. */
export interface UnitMeaning extends UnitCell {
  readonly code: string | null;
  readonly problem: string | null;
  readonly guessed: boolean;
}

export interface UnitList {
  readonly meanings: readonly UnitMeaning[];
  /** Units made from the cells, with where each first stands. */
  readonly created: readonly (Unit & { readonly kind: string | null; readonly src: number; readonly row: number })[];
}

/** 太平镇人民政府 is published as 太平镇; an office of a zone keeps its name. */
const published = (name: string, axis: Axis): string => {
  if (axis === 'departments') return name;
  const plain = withoutOffice(nameKey(name));
  return /(?:街道|镇|乡)$/.test(plain) ? plain : name;
};

/** Kind of a place by the end of its name; anything that is no township is a functional zone. */
const kindOf = (name: string): string => /街道$/.exec(name)?.[0] ?? /[镇乡]$/.exec(name)?.[0] ?? '功能区';

const CODE = /^[0-9]{9}(?:[0-9]{3})?$/;

/**
 * Finds the unit each cell means. With `create`, a cell that fits none makes a new unit: code X001, X002 … in order of first appearance
 * (codes of `known` are skipped), so that a later spelling of the same name finds it. Without, it is a problem.
 */
export function listUnits(axis: Axis, known: readonly Unit[], cells: readonly UnitCell[], create: boolean): UnitList {
  const index = new UnitIndex(axis, known);
  const taken = new Set(known.map((u) => u.code));
  const created: UnitList['created'][number][] = [];
  const nextCode = (): string => {
    let n = created.length + 1;
    while (taken.has(`X${String(n).padStart(3, '0')}`)) n++;
    const code = `X${String(n).padStart(3, '0')}`;
    taken.add(code);
    return code;
  };
  const meanings = cells.map((c): UnitMeaning => {
    const found = index.find(c.cell);
    if (found) return 'code' in found ? { ...c, code: found.code, problem: null, guessed: found.guessed } : { ...c, code: null, problem: found.problem, guessed: false };
    if (!create) return { ...c, code: null, problem: axis === 'places' ? '属地名册里没有这个属地' : '主管部门名册里没有这个部门', guessed: false };
    const name = published(c.name, axis);
    const code = CODE.test(name) ? name : nextCode();
    const unit = { code, name, kind: axis === 'places' ? kindOf(name) : null, src: c.src, row: c.row };
    created.push(unit);
    index.add(unit);
    return { ...c, code, problem: null, guessed: false };
  });
  return { meanings, created };
}
