import { COMPLIANCE_ITEMS, type ComplianceItem } from '../../src/model/compliance.ts';
import { literal } from '../../src/query/sql.ts';
import { yesOrNo } from './parse.ts';

/** 12/15, 12人/15人, 80%（12/15）, 12/15(80%): of half-width text without spaces and commas. */
const FRACTION = '^(?:([0-9]+(?:[.][0-9]+)?)%)?[(]?([0-9]{1,9})(?:人|名|户|项|个|份)?/([0-9]{1,9})(?:人|名|户|项|个|份)?[)]?(?:[(]?([0-9]+(?:[.][0-9]+)?)%[)]?)?$';
/** Nothing is due there, so nothing is counted. */
const NOT_DUE = '不适用|不涉及|无需|不需要|无须';

const REASONS = {
  date: '成了日期：Excel 把“12/15”当作 12 月 15 日了；请把这一列设为文本格式后重填',
  differs: '写的百分比与分数不符，请核对落实数和应落实数',
  percent: '只有百分比，没有落实数和应落实数；请写成“12/15”，全部落实的可填“√”',
  number: '只有一个数，不知道应落实多少；请写成“12/15”',
  other: '应填“√”“×”“是”“否”，或“落实数/应落实数”（如 12/15）',
} as const;

/** What a column of an item says, row by row: SELECT of _row, _hidden, project, cell, and done, total, reason as text. A cell that says nothing gives no row; `reason`: it cannot be read. */
export function itemSql(cells: string, item: ComplianceItem): string {
  const yes = yesOrNo([item, ...COMPLIANCE_ITEMS[item]]);
  const answer = `coalesce(${yes.quick('cell', 1)}, ${yes.slow('cell', 1)})`;
  return `
    WITH answered AS MATERIALIZED (SELECT *, ${answer} AS yes, lower(replace(replace(half_text(cell), ' ', ''), ',', '')) AS k FROM (${cells}) WHERE cell IS NOT NULL),
    split AS MATERIALIZED (SELECT *, regexp_extract(k, ${literal(FRACTION)}, ['p', 'n', 'd', 'q']) AS f FROM answered WHERE NOT ${saysNothing('k', 'yes')}),
    judged AS (SELECT *, CASE WHEN yes IS NOT NULL THEN NULL
      WHEN f.d <> '' THEN CASE WHEN ${agrees('f.p')} AND ${agrees('f.q')} THEN NULL ELSE ${literal(REASONS.differs)} END
      WHEN regexp_matches(k, '^[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}|^[0-9]{1,2}月[0-9]{1,2}日?$') THEN ${literal(REASONS.date)}
      WHEN regexp_full_match(k, '[0-9]*[.]?[0-9]*%|0?[.][0-9]+') THEN ${literal(REASONS.percent)}
      WHEN regexp_full_match(k, '[0-9]+(?:[.]0+)?(?:人|名|户|项|个|份)?') THEN ${literal(REASONS.number)}
      ELSE ${literal(REASONS.other)} END AS reason FROM split)
    SELECT _row, _hidden, project, cell, CASE WHEN reason IS NOT NULL THEN cell WHEN yes THEN '1' WHEN NOT yes THEN '0' ELSE f.n END AS done,
      CASE WHEN reason IS NOT NULL THEN NULL WHEN yes IS NOT NULL THEN '1' ELSE f.d END AS total, reason FROM judged`;
}

/** SELECT of one number, `n`: cells of an item that say nothing, so that no row is lost unseen. Counted from the cells, not as what is left. */
export function blankSql(cells: string, item: ComplianceItem): string {
  const yes = yesOrNo([item, ...COMPLIANCE_ITEMS[item]]);
  return `SELECT count(*) AS n FROM (${cells}) WHERE CASE WHEN cell IS NULL THEN TRUE ELSE ${saysNothing(`lower(replace(replace(half_text(cell), ' ', ''), ',', ''))`, `coalesce(${yes.quick('cell', 1)}, ${yes.slow('cell', 1)})`)} END`;
}

/** Blank, “/”, “-”, 不详, 不适用; 无 and 没有 answer no. */
const saysNothing = (k: string, yes: string): string => `(${yes} IS NULL AND (is_unknown(${k}) OR regexp_full_match(${k}, ${literal(NOT_DUE)})))`;

/** A percentage beside n and d is theirs, to the last digit it states; '' states none. */
const agrees = (percent: string): string => `CASE WHEN ${percent} = '' THEN TRUE
  ELSE abs(try_cast(f.n AS DOUBLE) * 100 / nullif(try_cast(f.d AS DOUBLE), 0) - try_cast(${percent} AS DOUBLE)) <= 0.5 / pow(10, length(regexp_extract(${percent}, '[.]([0-9]*)', 1))) + 1e-6 END`;

/** The cell of an item: its own, or done and due of two columns put together; both empty say nothing. */
export function cellOf(raws: readonly string[]): string {
  const [done = 'NULL', total] = raws;
  const nothing = (c: string): string => `coalesce(is_unknown(half_text(${c})), TRUE)`;
  return total === undefined ? done : `CASE WHEN ${nothing(done)} AND ${nothing(total)} THEN NULL ELSE concat(trim(${done}), '/', trim(${total})) END`;
}
