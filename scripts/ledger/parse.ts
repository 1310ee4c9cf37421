import type { Column } from '../../src/model/tables.ts';
import { literal } from '../../src/query/sql.ts';
import { type Factor, quickMoney, sqlFactor } from './number-macros.ts';
import { ODD_NAME, ODD_TEXT, PLAIN_ID, bound, nameKey } from './text-macros.ts';

export type { Factor } from './number-macros.ts';

/**
 * How the text of one column becomes its type, as SQL: `quick` takes what machines write at little cost and is NULL otherwise, `slow` takes
 * everything else. `slow` is only evaluated where `quick` is NULL.
 */
export interface Parser {
  readonly quick: (text: string, factor: Factor) => string;
  readonly slow: (text: string, factor: Factor) => string;
  /** Takes a value out again that parsed but cannot be meant; of the typed value. */
  readonly accept?: (value: string) => string;
  /** Why a cell could not be read, as SQL over the cell's text; null: every text can. */
  readonly problem: ((text: string) => string) | null;
  /** true: the cell's number is converted by the plan's factor. */
  readonly scaled: boolean;
}

const YEARS_AHEAD = 20;

/** Days from 1950 to 20 years after `asOf`: contracts reach ahead, but 2206 is a slip of the hand. */
function dayRange(asOf: string): (value: string) => string {
  const last = `${Number(asOf.slice(0, 4)) + YEARS_AHEAD}-12-31`;
  return (value) => `CASE WHEN ${value} BETWEEN DATE '1950-01-01' AND DATE '${last}' THEN ${value} END`;
}

/** True for columns that hold the first day of a month. */
const isMonth = (column: Column): boolean => column.type === 'DATE' && column.name === 'month';
/** True for codes and numbers of things: published in capitals without spaces, compared as such. */
export const isId = (column: Column): boolean => column.type === 'VARCHAR' && /_(id|code)$/.test(column.name) && column.values === null;

const fixed = (reason: string) => () => literal(reason);

function enumeration(values: Readonly<Record<string, readonly string[]>>): Parser {
  const known = Object.keys(values);
  const keys = new Map<string, string>();
  // A value's own name wins over another value's alias.
  for (const value of known) keys.set(nameKey(value), value);
  for (const value of known) for (const alias of values[value] ?? []) if (!keys.has(nameKey(alias))) keys.set(nameKey(alias), value);
  const lookup = (key: string): string => `CASE ${key} ${[...keys].map(([k, v]) => `WHEN ${literal(k)} THEN ${literal(v)}`).join(' ')} END`;
  const again = (key: string): string => `list_transform([${key}], lambda k: ${lookup('k')})[1]`;
  return {
    quick: (text) => `CASE WHEN ${text} IN (${known.map(literal).join(', ')}) THEN ${text} END`,
    // 一般（已约谈） is 一般.
    slow: (text) => bound(`half_text(${text})`, `coalesce(${again('half_key(h)')}, ${again("half_key(regexp_replace(h, '[(].*$', ''))")})`),
    problem: fixed(`不在可选值之内：${known.join('、')}`), scaled: false,
  };
}

const YES = ['是', '有', '√', '✓', '✔', '☑', 'y', 'yes', '1', '1.0', 'true', 't', '对', '已', '属实', '是的'];
const NO = ['否', '×', '✗', '✘', '✕', '☒', 'x', 'n', 'no', '0', '0.0', 'false', 'f', '无', '没有', '未', '不是', '非', '不属实', '否的'];

/** 已解除 in 挂牌督办 is no yes. */
const LIFTED = '解除|取消|撤|摘|退|移出|终止|化解|销号|办结|整改';

/** Yes or no as people write it. Also the column's own names: 越级 in 是否越级 is yes, 未越级 and 非越级 are no; so is any short 已… or 未…. */
export function yesOrNo(names: readonly string[]): Parser {
  const words = names.map((w) => nameKey(w).replace(/^是否已?|^已/, '')).filter((w) => w !== '');
  const yes = [...new Set([...YES, ...words])].map(literal).join(', ');
  const no = [...new Set([...NO, ...words.flatMap((w) => [`未${w}`, `非${w}`, `不${w}`, `没有${w}`, `无${w}`])])].map(literal).join(', ');
  return {
    quick: (text) => `CASE ${text} WHEN '是' THEN TRUE WHEN '否' THEN FALSE END`,
    slow: (text) => `list_transform([lower(regexp_replace(half_text(${text}), '[ ()]+', '', 'g'))], lambda k: CASE WHEN k IN (${yes}) THEN TRUE WHEN k IN (${no}) THEN FALSE WHEN is_unknown(k) THEN NULL
      WHEN regexp_full_match(k, '已[^0-9,;。]{1,6}') AND NOT regexp_matches(k, ${literal(LIFTED)}) THEN TRUE WHEN regexp_full_match(k, '(?:未|尚未|没有)[^0-9,;。]{1,6}') THEN FALSE END)[1]`,
    problem: fixed('应填“是”或“否”'), scaled: false,
  };
}

function textParser(column: Column): Parser {
  if (column.values !== null) return enumeration(column.values);
  const common = { problem: null, scaled: false };
  // Twelve digits ending in 000 are the township itself: nine digits say the same.
  const accept = column.name === 'place_code' ? { accept: (v: string) => `regexp_replace(${v}, '^([0-9]{9})000$', '\\1')` } : {};
  if (isId(column)) return { ...common, ...accept, quick: (t) => `CASE WHEN regexp_full_match(${t}, ${literal(PLAIN_ID)}) THEN ${t} END`, slow: (t) => `known_id(${t})` };
  const [odd, slow] = column.personal === 'free' ? [ODD_TEXT, 'known_text'] : [ODD_NAME, 'known_name'];
  return { ...common, quick: (t) => `CASE WHEN NOT regexp_matches(${t}, ${literal(odd)}) THEN ${t} END`, slow: (t) => `${slow}(${t})` };
}

/** The parser of a column, from the catalogue alone. `asOf`: ISO day of the snapshot. */
export function parserOf(column: Column, asOf: string): Parser {
  switch (column.type) {
    case 'DATE': {
      const month = isMonth(column);
      return {
        quick: (t) => (month ? `date_trunc('month', quick_date(${t}))::DATE` : `quick_date(${t})`), slow: (t) => `${month ? 'slow_month' : 'slow_date'}(${t})`,
        accept: dayRange(asOf), problem: (t) => `date_problem(${t})`, scaled: false,
      };
    }
    case 'BOOLEAN':
      return yesOrNo([column.title, ...column.aliases]);
    case 'INTEGER':
    case 'BIGINT':
      return {
        // Casting rounds 12.5 to 13, so a point goes the slow way.
        quick: (t, f) => `CASE WHEN ${f === 1 ? '' : `${sqlFactor(f)} = 1 AND `}NOT contains(${t}, '.') THEN try_cast(${t} AS ${column.type}) END`, slow: (t, f) => `try_cast(slow_count(${t}, ${sqlFactor(f)}) AS ${column.type})`,
        problem: fixed('不是整数'), scaled: true,
      };
    case 'DECIMAL(18,2)':
      if (column.unit === '%') {
        return {
          quick: quickMoney, slow: (t, f) => `slow_percent(${t}, ${sqlFactor(f)})`,
          problem: fixed('不是百分数，应写作 54% 或 54'), scaled: true,
        };
      }
      return {
        quick: quickMoney, slow: (t, f) => `slow_money(${t}, ${sqlFactor(f)})`,
        problem: fixed(column.unit === '元' ? '不是金额，应为数字，可带“元”“万元”“亿元”' : '不是数字'), scaled: true,
      };
    case 'DOUBLE':
      return {
        quick: (t) => `try_cast(${t} AS DOUBLE)`, slow: (t) => `slow_degree(${t})`,
        accept: (v) => `CASE WHEN ${v} BETWEEN -180 AND 180 THEN ${v} END`, problem: fixed('不是经纬度，应写作 113.912 或 113°54′43″'), scaled: false,
      };
    case 'VARCHAR':
      return textParser(column);
  }
}
