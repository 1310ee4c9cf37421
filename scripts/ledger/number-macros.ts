import { literal } from '../../src/query/sql.ts';
import { bound } from './text-macros.ts';

const NUMBER = String.raw`([0-9][0-9, ]*(?:\.[0-9]*)?|\.[0-9]+)`;
/** Sign or opening bracket, currency, digits, unit, closing bracket. */
const MONEY = String.raw`^([(-]?)(?:人民币|RMB|CNY)? ?[¥$]?(-?)${NUMBER} ?(亿元?|千万元?|百万元?|万元?|千元|元|块)?(?:整|人民币)?(\)?)$`;
const COUNT = String.raw`^(-?)${NUMBER} ?(人次|人|名|个|户|家|次|件|起|天|日|周|月|份|分钟|分|项)?$`;
const PERCENT = String.raw`^(-?)${NUMBER} ?(%|‰)?$`;
const GROUPS = String.raw`(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(?:\.[0-9]*)?|[0-9]*\.?[0-9]*) ?`;
const DEGREE = String.raw`^(?:东经|北纬|经度|纬度|[EN])?:? ?([0-9]{1,3}(?:\.[0-9]+)?) ?[°º度D]? ?(?:([0-9]{1,2}(?:\.[0-9]+)?) ?['′分’] ?)?(?:([0-9]{1,2}(?:\.[0-9]+)?) ?(?:["″秒”]|''|′′) ?)?[EN]?$`;

const extract = (half: string, regex: string, groups: readonly string[]): string => `regexp_extract(${half}, ${literal(regex)}, [${groups.map(literal).join(', ')}])`;
const sign = (isNegative: string): string => `CASE WHEN ${isNegative} THEN '-' ELSE '' END`;
/**
 * Money of a factor 10^e: cast to 2+e decimals, so the one rounding is that of the cast, half up. Casting text to more than 18 digits is a hundred
 * times slower and casting them back forty times, so common factors multiply within 18 digits, where a product over 10^12 元 is NULL.
 */
const scaled = (x: string, e: number): string => {
  const text = `try_cast(${x} AS DECIMAL(18,${2 + e}))`;
  if (e === 0) return text;
  const factor = `${10 ** e}::DECIMAL(${e + 1},0)`;
  return e <= 4 ? `TRY(${text} * ${factor})::DECIMAL(18,2)` : `try_cast(${text}::DECIMAL(38,${2 + e}) * ${factor} AS DECIMAL(18,2))`;
};
/** Powers of ten of the factors in use, commonest first. */
const POWERS = [0, 4, 8, 3, 6, 7, 2, 5];

/** Multiplier of a column: a number, or SQL where it differs from source to source. */
export type Factor = number | string;
/** Literal of a factor with one decimal; factors are powers of ten or 0.1. */
export const factorLiteral = (factor: number): string => `${literal(factor.toFixed(1))}::DECIMAL(10,1)`;
/** A factor as SQL. */
export const sqlFactor = (factor: Factor): string => (typeof factor === 'number' ? factorLiteral(factor) : factor);

/** Money as a machine writes it; NULL otherwise. Of a factor that is known only its own cast is bound. */
export function quickMoney(text: string, factor: Factor): string {
  const power = typeof factor === 'number' ? POWERS.find((e) => 10 ** e === factor) : undefined;
  return power === undefined ? `quick_money(${text}, ${sqlFactor(factor)})` : scaled(text, power);
}

/**
 * Macros over numbers, exact: text is cast to DECIMAL, never to floating point. `factor` converts a bare number to the catalogue's unit; a unit
 * written in the cell wins. A value that does not parse is NULL.
 */
export const NUMBER_MACROS: readonly string[] = [
  // 1,234,567.8 and 1 234 567.8 are grouped by threes; 12,34 is not a number.
  `digits_text(d) AS CASE WHEN NOT contains(d, ',') AND NOT contains(d, ' ') THEN d WHEN regexp_full_match(d, ${literal(GROUPS)}) THEN replace(replace(d, ',', ''), ' ', '') END`,
  `quick_money(x, factor) AS CASE factor ${POWERS.map((e) => `WHEN ${10 ** e} THEN ${scaled('x', e)}`).join(' ')}
    ELSE try_cast(try_cast(x AS DECIMAL(18,6))::DECIMAL(38,6) * factor::DECIMAL(10,1) AS DECIMAL(18,2)) END`,
  `money_scale(unit, factor) AS CASE unit WHEN '' THEN factor WHEN '元' THEN 1 WHEN '块' THEN 1 WHEN '千元' THEN 1000 WHEN '万' THEN 10000 WHEN '万元' THEN 10000
    WHEN '百万' THEN 1000000 WHEN '百万元' THEN 1000000 WHEN '千万' THEN 10000000 WHEN '千万元' THEN 10000000 ELSE 100000000 END::DECIMAL(10,1)`,
  // An opening bracket without its closing one is not a negative number but a slip.
  `slow_money(x, factor) AS ${bound(extract('upper(half_text(x))', MONEY, ['open', 'minus', 'digits', 'unit', 'close']), `CASE WHEN h.digits <> '' AND (h.open = '(') = (h.close = ')') THEN
    list_transform([{t: ${sign("h.open <> '' OR h.minus <> ''")} || digits_text(h.digits), f: money_scale(h.unit, factor)}], lambda v: quick_money(v.t, v.f))[1] END`)}`,
  // Near enough to tell whether rounding took something away; never a value.
  `rough_money(x, factor) AS coalesce(try_cast(x AS DOUBLE) * factor::DOUBLE, ${bound(extract('upper(half_text(x))', MONEY, ['open', 'minus', 'digits', 'unit', 'close']),
    `try_cast(${sign("h.open <> '' OR h.minus <> ''")} || digits_text(h.digits) AS DOUBLE) * money_scale(h.unit, factor)::DOUBLE`)})`,
  `slow_count(x, factor) AS ${bound(extract('half_text(x)', COUNT, ['minus', 'digits', 'unit']), `CASE WHEN h.digits <> '' THEN
    list_transform([try_cast(${sign("h.minus <> ''")} || digits_text(h.digits) AS DECIMAL(18,4))::DECIMAL(38,4) * factor::DECIMAL(10,1)], lambda v: CASE WHEN v = trunc(v) THEN try_cast(v AS BIGINT) END)[1] END`)}`,
  `slow_percent(x, factor) AS ${bound(extract('half_text(x)', PERCENT, ['minus', 'digits', 'unit']), `CASE WHEN h.digits <> '' THEN
    try_cast(try_cast(${sign("h.minus <> ''")} || digits_text(h.digits) AS DECIMAL(18,6))::DECIMAL(38,6) * CASE h.unit WHEN '%' THEN 1 WHEN '‰' THEN 0.1 ELSE factor END::DECIMAL(10,1) AS DECIMAL(18,2)) END`)}`,
  // 116.123 · 东经116°07′23″ · 116度7分23.5秒 · E116.123
  `slow_degree(x) AS ${bound(extract('upper(half_text(x))', DEGREE, ['d', 'm', 's']),
    `try_cast(h.d AS DOUBLE) + coalesce(try_cast(nullif(h.m, '') AS DOUBLE), 0) / 60 + coalesce(try_cast(nullif(h.s, '') AS DOUBLE), 0) / 3600`)}`,
];
