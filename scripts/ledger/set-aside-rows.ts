import type { DuckDBConnection } from '@duckdb/node-api';
import { masking } from './report-rows.ts';
import { exists, select } from './select.ts';

/** A row that was not read as data, or a run of blank ones. */
export interface SetAsideRow {
  readonly file: string;
  readonly sheet: string;
  /** `7`, or `9–14` of blank rows; '' on the line that says how many more there are. */
  readonly row: string;
  readonly kind: string;
  readonly why: string;
  /** How it begins; personal numbers are masked. */
  readonly text: string;
}

const KINDS: Readonly<Record<string, readonly [kind: string, why: string]>> = {
  total: ['合计', '写着“合计”“小计”等，没有自己的编号和名称；只用来核对明细'],
  note: ['说明', '标题、注释、落款或表内小标题'],
  header: ['表头', '与表头相同，多半是打印时每页重复的'],
  blank: ['空行', '没有内容'],
};
/** Rows listed of one sheet and kind; the number of the rest is said. */
const LISTED = 500;
const WORDS = 60;

/**
 * Every row of a recognised sheet that is not data, so that a clerk sees that no real row was taken for a total: totals, notes and repeated headers one
 * by one, blank rows as ranges. At most `perKind` of a sheet and kind.
 */
export async function setAsideRows(connection: DuckDBConnection, perKind = LISTED): Promise<SetAsideRow[]> {
  if (!(await exists(connection, 'set_aside'))) return [];
  const shown = await masking(connection, 'concat_ws(chr(31), s.file, s.sheet, i.text)', 'set_aside i LEFT JOIN sources s ON i.src = s.src');
  const found = await select<{ file: string; sheet: string; kind: string; first: number; last: number; text: string; more: number }>(connection, `
    WITH apart AS (SELECT src, "row", kind, text FROM set_aside UNION ALL SELECT src, "row", 'blank', '' FROM blank_rows),
    runs AS (SELECT src, kind, "row", text, CASE WHEN kind = 'blank' THEN "row" - row_number() OVER (PARTITION BY src, kind ORDER BY "row") ELSE "row" END AS run FROM apart),
    lines AS (SELECT src, kind, min("row") AS first, max("row") AS last, min(text) AS text FROM runs GROUP BY src, kind, run),
    numbered AS (SELECT *, row_number() OVER of_kind AS n, sum(last - first + 1) OVER (of_kind ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)::BIGINT AS more FROM lines WINDOW of_kind AS (PARTITION BY src, kind ORDER BY first))
    SELECT coalesce(${shown('s.file')}, '') AS file, coalesce(${shown('s.sheet')}, '') AS sheet, kind, first, last, left(${shown('l.text')}, ${WORDS}) AS text, CASE WHEN n > ${perKind} THEN more ELSE 0 END AS more
    FROM numbered l LEFT JOIN sources s ON s.src = l.src WHERE n <= ${perKind + 1} ORDER BY l.src, more > 0, first, kind`);
  return found.map(({ file, sheet, kind, first, last, text, more }) => {
    const [name = kind, why = ''] = KINDS[kind] ?? [];
    return more > 0 ? { file, sheet, row: '', kind: name, why: `另有 ${more} 行未列出`, text: '' } : { file, sheet, row: first === last ? String(first) : `${first}–${last}`, kind: name, why, text };
  });
}
