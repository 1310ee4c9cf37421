import { nameKey } from './text-macros.ts';

/** A place or a department as far as its names go. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly shortName?: string | null;
  /** Other names the county uses. */
  readonly aliases?: readonly string[];
}

export type Axis = 'places' | 'departments';
/** `guessed`: matched by abbreviation only (住建局 → 住房和城乡建设局), which is reported. */
export type UnitMatch = { readonly code: string; readonly guessed: boolean } | { readonly problem: string };

const OFFICE = /(?:人民政府|政府|街道办事处|办事处|街道办|街办|管理委员会|管委会|党工委|党委|社会管理中心|社管中心|居委会)$/;
const KIND: Readonly<Record<Axis, RegExp>> = { places: /(?:街道|镇|乡)$/, departments: /(?:局|委员会|委|办公室|办|处|中心)$/ };
const SEVERAL = /[、,，;；/／\n+＋]/;

/** 太平镇人民政府 → 太平镇; 太平街道办事处, 太平街道办 → 太平街道; 经开区管委会 → 经开区. Of a name key. */
export function withoutOffice(key: string): string {
  const bare = key.replace(OFFICE, '');
  if (/(?:街道办事处|街道办|街办)$/.test(key)) return `${bare.replace(/街道$/, '')}街道`;
  return bare.length >= 2 ? bare : key;
}

const withoutKind = (key: string, axis: Axis): string => {
  const bare = key.replace(KIND[axis], '');
  return bare.length >= 2 ? bare : key;
};

/** 住建局 is 住房和城乡建设局: the same first and last character, the others in the same order. */
export function abbreviates(short: string, full: string): boolean {
  const [a, b] = [[...short], [...full]];
  if (a.length < 3 || a.length >= b.length || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  let at = 0;
  for (const character of b) if (character === a[at]) at++;
  return at === a.length;
}

interface Known extends Unit {
  readonly keys: readonly string[];
  readonly plain: readonly string[];
}

/** Names of one axis, for finding the unit a cell means. */
export class UnitIndex {
  readonly #units: Known[] = [];
  constructor(
    readonly axis: Axis,
    units: readonly Unit[] = [],
  ) {
    for (const unit of units) this.add(unit);
  }

  add(unit: Unit): void {
    const keys = [unit.name, unit.shortName ?? '', ...(unit.aliases ?? [])].map(nameKey).filter((k) => k !== '');
    this.#units.push({ ...unit, keys, plain: keys.map(withoutOffice) });
  }

  /** The unit a cell names by code, name, short name or alias, with or without office, county and kind; null when nothing fits. Several: a problem. */
  find(cell: string): UnitMatch | null {
    const key = nameKey(cell).replace(/^(\d{9})000$/, '$1');
    const plain = withoutOffice(key);
    const bare = withoutKind(plain, this.axis);
    const hasKind = bare !== plain;
    const exact = this.#one((u) => nameKey(u.code) === key || u.keys.includes(key)) ?? this.#one((u) => u.plain.includes(plain));
    if (exact) return exact;
    if (SEVERAL.test(cell.trim())) return { problem: '一格里填了不止一个单位，请只填一个' };
    // 太平 may be 太平镇; 太平乡 is not.
    return this.#one((u) => u.plain.some((p) => (hasKind ? p === bare : withoutKind(p, this.axis) === bare)))
      ?? this.#one((u) => u.plain.some((p) => p.length >= 3 && plain.endsWith(p) && /[省市县区州盟旗]$/.test(plain.slice(0, -p.length))))
      ?? this.#one((u) => u.plain.some((p) => abbreviates(plain, p) || abbreviates(p, plain)), true);
  }

  #one(fits: (unit: Known) => boolean, guessed = false): UnitMatch | null {
    const found = this.#units.filter(fits);
    const codes = new Set(found.map((u) => u.code));
    if (codes.size > 1) return { problem: `可能是${found.map((u) => u.name).join('、')}，分不清是哪一个` };
    const [code] = codes;
    return code === undefined ? null : { code, guessed };
  }
}
