import { literal } from '../../src/query/sql.ts';
import { bound } from './text-macros.ts';

const TIME = String.raw`(?:[ T,]*(?:[(]?(?:星期|周)[一二三四五六日天][)]?)? *(?:上午|下午)? *(?:[0-9]{1,2}[:时点](?:[0-9]{1,2}(?:[:分](?:[0-9]{1,2}(?:\.[0-9]+)?秒?)?)?)?)?(?: ?Z|[+-][0-9]{2}:?[0-9]{2})?)`;
const YMD = String.raw`^([0-9]{4}) ?(?:年|[-/.]) ?([0-9]{1,2}) ?(?:月|[-/.]) ?([0-9]{1,2}) ?(?:日|号)?${TIME} ?(?:之?前|以前)?$`;
const COMPACT = '^([0-9]{4})([0-9]{2})([0-9]{2})$';
const SERIAL = String.raw`^[1-7][0-9]{4}(?:\.[0-9]+)?$`;
const MONTH = String.raw`^([0-9]{4}) ?(?:年|[-/.]) ?([0-9]{1,2}) ?月?(?:份|度)?$`;
/** A number cell shows October as 2026.1. */
const JANUARY_OR_OCTOBER = String.raw`^[0-9]{4}\.1$`;
const COMPACT_MONTH = '^((?:19|20)[0-9]{2})(0[1-9]|1[0-2])$';
const MONTH_END = String.raw`^([0-9]{4}) ?(?:年|[-/.]) ?([0-9]{1,2}) ?月(?:底|末)(?:之?前|以前)?$`;
const YEAR_END = '^([0-9]{4}) ?年(?:底|末|年底|年末)(?:之?前|以前)?$';

/**
 * Macros over dates; NULL for what is no day of the calendar. Excel serials are of the 1900 system (the reader has converted 1904). A day is
 * taken as written, whatever time or zone follows; 2026年12月底前 is the last day of that month. Two-digit years and days without a year are rejected.
 */
export const DATE_MACROS: readonly string[] = [
  // Casting accepts trailing text (2026-11-03abc), so only the two shapes a machine writes take this path.
  // The first of them is read four times faster by its pattern, since DuckDB then reads a day that stands in many rows once.
  `quick_date(x) AS coalesce(try_strptime(x, '%Y-%m-%d')::DATE, try_cast(CASE WHEN strlen(x) = 19 AND substr(x, 17, 1) = ':' OR strlen(x) BETWEEN 8 AND 10 THEN x END AS TIMESTAMP)::DATE)`,
  `slow_date(x) AS ${bound('half_text(x)', `CASE
    WHEN regexp_matches(h, ${literal(YMD)}) THEN try_cast(regexp_replace(h, ${literal(YMD)}, '\\1-\\2-\\3') AS DATE)
    WHEN regexp_matches(h, ${literal(COMPACT)}) THEN try_cast(regexp_replace(h, ${literal(COMPACT)}, '\\1-\\2-\\3') AS DATE)
    WHEN regexp_matches(h, ${literal(SERIAL)}) THEN DATE '1899-12-30' + trunc(h::DECIMAL(18,8))::INTEGER
    WHEN regexp_matches(h, ${literal(MONTH_END)}) THEN last_day(try_cast(regexp_replace(h, ${literal(MONTH_END)}, '\\1-\\2-01') AS DATE))
    WHEN regexp_matches(h, ${literal(YEAR_END)}) THEN try_cast(regexp_replace(h, ${literal(YEAR_END)}, '\\1-12-31') AS DATE) END`)}`,
  `slow_month(x) AS ${bound('half_text(x)', `CASE WHEN regexp_matches(h, ${literal(JANUARY_OR_OCTOBER)}) THEN NULL
    WHEN regexp_matches(h, ${literal(MONTH)}) THEN try_cast(regexp_replace(h, ${literal(MONTH)}, '\\1-\\2-01') AS DATE)
    WHEN regexp_matches(h, ${literal(COMPACT_MONTH)}) THEN try_cast(regexp_replace(h, ${literal(COMPACT_MONTH)}, '\\1-\\2-01') AS DATE)
    ELSE date_trunc('month', slow_date(h))::DATE END`)}`,
  `date_problem(x) AS ${bound('half_text(x)', `CASE
    WHEN regexp_matches(h, '^[0-9]{2} ?[-/.年] ?[0-9]{1,2} ?[-/.月] ?[0-9]{1,2}') THEN '年份只有两位，请写四位年份'
    WHEN regexp_matches(h, '^[0-9]{1,2} ?[-/.月] ?[0-9]{1,2} ?[日号]?$') THEN '缺少年份'
    WHEN regexp_matches(h, ${literal(JANUARY_OR_OCTOBER)}) THEN '分不清是 1 月还是 10 月，请写作 2026-01'
    WHEN regexp_matches(h, ${literal(MONTH)}) THEN '缺少日，请写到年月日'
    WHEN regexp_matches(h, ${literal(YMD)}) OR regexp_matches(h, ${literal(COMPACT)}) OR regexp_matches(h, ${literal(SERIAL)}) THEN '日历上没有这一天，或年份超出合理范围'
    ELSE '不是可识别的日期，应写作 2026-11-03' END`)}`,
];
