import { literal } from '../../src/query/sql.ts';

const NUMBER = String.raw`([0-9][0-9, ]*(?:\.[0-9]*)?|\.[0-9]+)`;
/** Sign or opening bracket, currency, digits, unit, closing bracket. */
const MONEY = String.raw`^([(-]?)(?:人民币|RMB|CNY)? ?[¥$]?(-?)${NUMBER} ?(亿元?|千万元?|百万元?|万元?|千元|元|块)?(?:整|人民币)?(\)?)$`;
const COUNT = String.raw`^(-?)${NUMBER} ?(人次|人|名|个|户|家|次|件|起|天|日|周|月|份|分钟|分|项)?$`;
const PERCENT = String.raw`^(-?)${NUMBER} ?(%|‰)?$`;
const GROUPS = String.raw`[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]*)?|[0-9]*\.?[0-9]*`;

/** 'a', regex → struct of named groups, bound once as `m`. */
const matched = (half: string, regex: string, groups: string, result: string): string =>
  `list_transform([regexp_extract(${half}, ${literal(regex)}, ${groups})], lambda m: ${result})[1]`;

/**
 * Macros over numbers, exact in DECIMAL(26,10) × DECIMAL(10,1): no floating point. `factor` converts a bare number to the catalogue's unit; a unit
 * written in the cell wins. A value that does not parse is NULL.
 */
export const NUMBER_MACROS: readonly string[] = [
  // 1,234,567.8 and 1 234 567.8 are grouped by threes; 12,34 is not a number.
  `plain_number(digits) AS CASE WHEN regexp_full_match(trim(digits), ${literal(GROUPS)})
    THEN try_cast(replace(replace(digits, ',', ''), ' ', '') AS DECIMAL(26,10)) END`,
  `money_scale(unit, factor) AS CASE unit WHEN '' THEN factor WHEN '元' THEN 1 WHEN '块' THEN 1 WHEN '千元' THEN 1000 WHEN '万' THEN 10000 WHEN '万元' THEN 10000
    WHEN '百万' THEN 1000000 WHEN '百万元' THEN 1000000 WHEN '千万' THEN 10000000 WHEN '千万元' THEN 10000000 ELSE 100000000 END::DECIMAL(10,1)`,
  // An opening bracket without its closing one is not a negative number but a slip.
  `exact_money(x, factor) AS ${matched('upper(half_text(x))', MONEY, "['open', 'minus', 'digits', 'unit', 'close']",
    `CASE WHEN (m.open = '(') = (m.close = ')') THEN plain_number(m.digits) * money_scale(m.unit, factor) * CASE WHEN m.open <> '' OR m.minus <> '' THEN -1 ELSE 1 END::DECIMAL(1,0) END`)}`,
  `quick_money(x, factor) AS CASE WHEN factor = 1 THEN try_cast(x AS DECIMAL(18,2)) ELSE try_cast(try_cast(x AS DECIMAL(26,10)) * factor::DECIMAL(10,1) AS DECIMAL(18,2)) END`,
  `slow_money(x, factor) AS try_cast(exact_money(x, factor) AS DECIMAL(18,2))`,
  `exact_count(x, factor) AS ${matched('half_text(x)', COUNT, "['minus', 'digits', 'unit']",
    `plain_number(m.digits) * factor::DECIMAL(10,1) * CASE WHEN m.minus <> '' THEN -1 ELSE 1 END::DECIMAL(1,0)`)}`,
  `slow_count(x, factor) AS list_transform([exact_count(x, factor)], lambda v: CASE WHEN v = trunc(v) THEN try_cast(v AS BIGINT) END)[1]`,
  `slow_percent(x, factor) AS ${matched('half_text(x)', PERCENT, "['minus', 'digits', 'unit']",
    `try_cast(plain_number(m.digits) * CASE m.unit WHEN '%' THEN 1 WHEN '‰' THEN 0.1 ELSE factor END::DECIMAL(10,1) * CASE WHEN m.minus <> '' THEN -1 ELSE 1 END::DECIMAL(1,0) AS DECIMAL(18,2))`)}`,
  // 116.123 · 东经116°07′23″ · 116度7分23.5秒 · E116.123; outside ±180 it is no degree.
  `slow_degree(x) AS list_transform([${matched('upper(half_text(x))', String.raw`^(?:东经|北纬|经度|纬度|[EN])?:? ?([0-9]{1,3}(?:\.[0-9]+)?) ?[°º度D]? ?(?:([0-9]{1,2}(?:\.[0-9]+)?) ?(?:['′分’]) ?)?(?:([0-9]{1,2}(?:\.[0-9]+)?) ?(?:["″秒”]|''|′′) ?)?[EN]?$`,
    "['d', 'm', 's']", `try_cast(m.d AS DOUBLE) + coalesce(try_cast(nullif(m.m, '') AS DOUBLE), 0) / 60 + coalesce(try_cast(nullif(m.s, '') AS DOUBLE), 0) / 3600`)}],
    lambda v: CASE WHEN v <= 180 THEN v END)[1]`,
];
