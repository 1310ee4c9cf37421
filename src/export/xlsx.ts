import { writeXlsx } from 'hucre/xlsx';
import { inert } from './inert.ts';

/** One column: heading, width in characters; `decimals` of its numbers as shown (the cell keeps them as exact as they are). */
export interface XlsxColumn {
  readonly title: string;
  readonly width: number;
  readonly decimals?: number | undefined;
}

/** One sheet: what the file is about, a heading and its rows. */
export interface XlsxSheet {
  readonly name: string;
  /** First rows, one line each. */
  readonly head: readonly string[];
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Characters that XML cannot hold. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** What a sheet's name may not hold, and its longest. */
const NOT_A_NAME = /[\\/?*[\]:]/g;
const NAME = 31;
/** Most characters of a cell: with more Excel calls the file broken. */
const TEXT = 32_767;
/** What cutting leaves of a character of two. */
const HALF = /[\uD800-\uDBFF]$/;

const cell = (value: string | number | null): string | number | null => (typeof value === 'string' ? inert(value.replace(NOT_XML, '')).slice(0, TEXT).replace(HALF, '') : value);
const format = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);

/** An .xlsx of one or more sheets; text stays text, also where it looks like a formula. Fetched on the first click: the writer is 43 kB. */
export async function xlsxOf(sheets: readonly XlsxSheet[], made: Date): Promise<Blob> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, head, columns, rows }) => ({
      name: name.replace(NOT_A_NAME, ' ').slice(0, NAME), columns: columns.map(({ width, decimals }) => ({ width, ...(decimals === undefined ? {} : { numFmt: format(decimals) }) })),
      rows: [...head.map((line) => [cell(line)]), [], columns.map((c) => cell(c.title)), ...rows.map((row) => row.map(cell))], freezePane: { rows: head.length + 2 },
    })),
    properties: { title: sheets[0]?.name ?? '', created: made, modified: made },
  });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
