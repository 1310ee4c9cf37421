import { type Column, tableOf } from '../../src/model/tables.ts';
import { literal } from '../../src/query/sql.ts';
import type { SheetPlan } from './contract.ts';
import { isId } from './parse.ts';
import { NOTHING } from './text-macros.ts';

/** 合计, 太平镇小计, 本页合计（元）: the whole cell, spaces removed. */
const TOTAL = String.raw`[^0-9]{0,20}(?:小计|合计|总计|共计|累计)(?:数|金额)?(?:[(（].{0,20}[)）])?[:：]?`;
/** 66, 66个, 12项目. */
const COUNT = String.raw`[0-9]+(?:个|项|人|户|件|宗|家|笔|处)?(?:项目|工程|企业|案件|线索)?`;
const SIGNED = '填表人|填报人|制表人?|经办人|审核人?|审批人|复核人?|单位负责人|负责人|分管领导|主要领导|联系人|联系方式|联系电话|填报单位|填表单位|报送单位|制表单位|单位|填报日期|填表日期|填报时间|报送日期|制表日期|日期|统计时间|统计日期|截止时间|截止日期|数据截止';
/** Footnotes, signatures, parts of a total, page numbers: 注：…, 说明1、…, 填表人：张三, 其中：政府投资, 第3页. */
const NOTE = String.raw`^(?:(?:注|备注|说明|附注|附|填报说明|填表说明)[0-9一二三四五]*[:：、.]|(?:${SIGNED})(?:[(（].{0,12}[)）])?[:：]|其中[:：、]?|第[0-9]+页|共[0-9]+页)`;
/** Headings inside a table that fill one cell: 一、政府投资项目; a printed title. */
const HEADING = String.raw`^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.,:：]|[0-9]+[、)）].*[\x{4e00}-\x{9fff}]|[(（][一二三四五六七八九十]{1,3}[)）])|(?:台账|一览表|统计表|汇总表|明细表|情况表|清单|名册|报表)(?:[(（].*[)）])?$`;

const pick = (raws: readonly string[]): string => `[${raws.map((r) => `cells[${r.slice(1)}]`).join(', ')}]`;
const notNull = 'lambda c: c IS NOT NULL';

interface Parts {
  readonly mapped: readonly { raw: string; header: string; column: Column }[];
  readonly keys: readonly { raw: string; header: string; column: Column }[];
  readonly labels: readonly string[];
}

function partsOf(plan: SheetPlan): Parts {
  const table = tableOf(plan.table ?? '');
  const mapped = plan.columns.flatMap(({ raw, header, column }) => table.columns.filter((c) => c.name === column).map((c) => ({ raw, header, column: c })));
  const quantities = new Set(mapped.filter((m) => m.column.type !== 'VARCHAR' || m.column.personal === 'free').map((m) => m.raw));
  const labels = Array.from({ length: Math.max(1, plan.width) }, (_, i) => `c${i + 1}`).filter((raw) => !quantities.has(raw));
  return { mapped, keys: mapped.filter((m) => m.column.required), labels };
}

const STARTS = '^\\s*(?:注|备注|说明|附|填|制|经办|审|复核|单位|负责|分管|主要|联系|报送|日期|统计|截止|数据|其中|第|共|[(（]?[一二三四五六七八九十])';

/**
 * Rows that may be something else than data, a superset at little cost: a key cell is empty, holds 计, begins like a note or repeats the header; or a
 * cell to the left of the keys (序号, often) holds 计 or begins like a note.
 */
function suspects(keys: Parts['keys']): string {
  if (keys.length === 0) return 'TRUE';
  const first = Math.min(...keys.map((k) => Number(k.raw.slice(1))));
  const left = Array.from({ length: first - 1 }, (_, i) => `coalesce(regexp_matches(c${i + 1}, ${literal(`计|${STARTS}`)}), FALSE)`);
  const odd = (raw: string): string => `regexp_matches(${raw}, ${literal(`计|^(?:${NOTHING})$|${STARTS}`)})`;
  // A day is ASCII and ends in a digit, which none of these does.
  const oddDay = (raw: string): string => `CASE WHEN strlen(${raw}) = length(${raw}) AND right(${raw}, 1) BETWEEN '0' AND '9' THEN FALSE ELSE ${odd(raw)} END`;
  const own = keys.map(({ raw, header, column }) => `coalesce(${column.type === 'DATE' ? oddDay(raw) : odd(raw)} OR contains(${literal(header)}, ${raw}), TRUE)`);
  return [...own, ...left].join(' OR ');
}

const repeatedOf = ({ repeatedHeaders = [] }: SheetPlan): string => (repeatedHeaders.length > 0 ? `_row IN (${repeatedHeaders.join(', ')})` : 'FALSE');
const suspectRows = (plan: SheetPlan): string => `FROM raw_${plan.src} WHERE _row > ${plan.headerRow} AND (${suspects(partsOf(plan).keys)} OR ${repeatedOf(plan)})`;

/** SELECT of one boolean `found`: whether `setAsideSql` has anything to judge. It takes DuckDB a tenth of the time to bind. */
export const suspectedSql = (plan: SheetPlan): string => `SELECT count(*) > 0 AS found FROM (SELECT 1 ${suspectRows(plan)} LIMIT 1)`;

/**
 * SELECT `row`, `kind` ('total', 'note', 'header', 'blank'), `text` of the rows of a recognised sheet that are not data. Only rows that lack
 * an identity are taken: a project called 合计大厦, or 合计 with a number of its own, stays data.
 */
export function setAsideSql(plan: SheetPlan): string {
  const { mapped, keys, labels } = partsOf(plan);
  // 上报口径 has no key: what it lists are totals.
  const mayTotal = tableOf(plan.table ?? '').key.length > 0 ? '' : 'FALSE AND ';
  // One lambda instead of a macro per column: DuckDB binds every use of a macro anew.
  const cells = `list_transform([${Array.from({ length: Math.max(1, plan.width) }, (_, i) => `c${i + 1}`).join(', ')}], lambda c: tidy(c))`;
  const total = `lambda c: regexp_full_match(c, ${literal(TOTAL)})`;
  const counted = `regexp_full_match(c, ${literal(COUNT)})`;
  const keyFree = keys.map(({ raw, column }) => {
    const c = `cells[${raw.slice(1)}]`;
    const number = isId(column) ? `AND NOT regexp_full_match(${c}, '[0-9]+')` : '';
    return `coalesce(is_unknown(${c}) OR regexp_full_match(${c}, ${literal(TOTAL)}) OR (regexp_full_match(${c}, ${literal(COUNT)}) ${number}), TRUE)`;
  });
  const heads = `list_transform([${mapped.map((m) => literal(m.header)).join(', ')}], lambda h: replace(half_text(h), ' ', ''))`;
  const likeHead = `len(list_filter(list_zip(${pick(mapped.map((m) => m.raw))}, ${heads}), lambda z: length(z[1]) >= 2 AND contains(z[2], z[1])))`;
  // 单位：… in a mapped column may be data after all; in the column of row numbers it is not.
  const begins = mapped.length === 0 ? 'FALSE' : `list_position(cells, filled[1]) IN (${mapped.map((m) => m.raw.slice(1)).join(', ')})`;
  const repeated = repeatedOf(plan);
  return `
    WITH suspects AS MATERIALIZED (SELECT _row, ${cells} AS cells ${suspectRows(plan)}),
    counted AS (SELECT _row, cells, list_filter(cells, ${notNull}) AS filled, list_filter(${pick(labels)}, ${notNull}) AS labels,
      list_filter(${pick(keys.map((k) => k.raw))}, ${notNull}) AS keys FROM suspects),
    judged AS (SELECT _row, filled, CASE
      WHEN len(filled) = 0 THEN 'blank'
      WHEN ${repeated} THEN 'header'
      WHEN len(filled) >= 2 AND ${mapped.length === 0 ? 'FALSE' : `${likeHead} * 2 > len(filled)`} THEN 'header'
      WHEN ${mayTotal}len(list_filter(labels, ${total})) > 0 AND ${keyFree.length === 0 ? 'TRUE' : keyFree.map((k) => `(${k})`).join(' AND ')}
        AND len(list_filter(labels, lambda c: NOT (regexp_full_match(c, ${literal(TOTAL)}) OR ${counted} OR is_unknown(c)))) <= 2 THEN 'total'
      WHEN regexp_matches(filled[1], ${literal(NOTE)}) AND NOT (${begins} AND len(keys) = ${keys.length} AND len(filled) * 2 > ${mapped.length}
        AND NOT list_bool_or(list_transform(keys, lambda c: regexp_matches(c, ${literal(NOTE)})))) THEN 'note'
      WHEN len(filled) = 1 AND (len(keys) = 0 OR regexp_matches(filled[1], ${literal(HEADING)})) THEN 'note' END AS kind FROM counted)
    SELECT _row AS "row", kind, left(array_to_string(filled, ' '), 200) AS text FROM judged WHERE kind IS NOT NULL`;
}
