/** A number of a report with what it counts. Amounts are in 元; `ulp` is the value of its last written digit (8100万元: 10000). */
export interface Quantity {
  readonly value: number;
  readonly unit: 'count' | 'yuan' | 'yuan_per_head' | 'percent';
  readonly ulp: number;
  readonly decimals: number;
  /** As written, without spaces. */
  readonly text: string;
}
export interface Fraction {
  readonly n: Quantity;
  readonly d: Quantity;
}
/** `超过10%`: the number is claimed to be above, below … the quantity. */
export interface Bound {
  readonly op: '>' | '>=' | '<' | '<=';
  readonly quantity: Quantity;
}
/** What one cell of 上报口径 says. */
export interface Statement {
  readonly quantities: readonly Quantity[];
  readonly fractions: readonly Fraction[];
  readonly bounds: readonly Bound[];
}

const SCALES: Readonly<Record<string, number>> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, '': 1 };
const NUMBER = /(-?\d+(?:\.\d+)?)(亿|千万|百万|万|千)?(元)?(%)?(?:(?:\/|每)(?:人|名))?/g;
const BEFORE: readonly (readonly [RegExp, Bound['op']])[] = [
  [/(?:不超过|不高于|不大于|至多|≤|<=)$/, '<='], [/(?:不低于|不少于|不小于|至少|≥|>=)$/, '>='], [/(?:超过|超|大于|高于|多于|>)$/, '>'], [/(?:不足|低于|小于|少于|不到|<)$/, '<'],
];
const AFTER: readonly (readonly [RegExp, Bound['op']])[] = [[/^(?:个|人|件|项)?(?:以上|及以上)/, '>='], [/^(?:个|人|件|项)?(?:以下|以内|及以下)/, '<=']];

/** Full width to half width, no spaces, no thousands commas. */
const normalise = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').replace(/[−–—﹣]/g, '-');

function quantityOf(match: RegExpExecArray | RegExpMatchArray): Quantity {
  const [text, digits = '0', scale = '', yuan, percent] = match;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const factor = SCALES[scale] ?? 1;
  const value = Number((Number(digits) * factor).toFixed(4));
  const unit = percent ? 'percent' : yuan ? (/(?:\/|每)(?:人|名)$/.test(text) ? 'yuan_per_head' : 'yuan') : 'count';
  return { value, unit, ulp: factor / 10 ** decimals, decimals, text: text.replace(/(?:\/|每)(?:人|名)$/, unit === 'yuan_per_head' ? '元/人' : '').replace('元元', '元') };
}

/** Value and parts of a row; an equation in one cell (37+9=66, 66=37+9) is taken apart, the side with one number being the value. */
export function parseRow(value: string | null, parts: string | null): { value: Statement; parts: Statement } {
  const [left = '', right, more] = normalise(value ?? '').split('=');
  if (right === undefined || more !== undefined || parts !== null) return { value: parseStatement(value), parts: parseStatement(parts) };
  const sides = [parseStatement(left), parseStatement(right)] as const;
  return sides[0].quantities.length === 1 && sides[1].quantities.length > 1 ? { value: sides[0], parts: sides[1] } : { value: sides[1], parts: sides[0] };
}

/** Of what stands before: 26（其中严重8） says 26. */
const INCLUDED = /\(?(?:其中|包括|内含|含)[^;+)]*\)?/g;

/** Reads numbers, shares (64/66), sums (37+9) and bounds (超过10%) out of a cell of 上报口径. Words around them are skipped; nothing readable gives empty lists. */
export function parseStatement(cell: string | null): Statement {
  // 8-3 is not a negative part of a list; a minus counts only at the start or after a separator.
  const written = normalise(cell ?? '').replace(/(?<=[\d%人元个])-(?=\d)/g, ' ');
  const without = written.replace(INCLUDED, '');
  const text = /\d/.test(without) ? without : written;
  const matches = [...text.matchAll(NUMBER)];
  const quantities: Quantity[] = [];
  const fractions: Fraction[] = [];
  const bounds: Bound[] = [];
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i]!;
    const quantity = quantityOf(match);
    const end = match.index + match[0].length;
    const next = matches[i + 1];
    const gap = next ? text.slice(end, next.index) : '';
    const op = BEFORE.find(([p]) => p.test(text.slice(0, match.index)))?.[1] ?? AFTER.find(([p]) => p.test(text.slice(end)))?.[1];
    if (op) bounds.push({ op, quantity });
    else if (next && /^[^\d+,、;]{0,4}[/÷][^\d+,、;]{0,8}$/.test(gap)) {
      fractions.push({ n: quantity, d: quantityOf(next) });
      i++;
    } else quantities.push(quantity);
  }
  return { quantities, fractions, bounds };
}
