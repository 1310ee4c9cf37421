import { writeXlsx } from 'hucre/xlsx';
import { inert } from './inert.ts';

/** One sheet: what the file is about, a heading and its rows. */
export interface XlsxSheet {
  readonly name: string;
  /** First rows, one line each. */
  readonly head: readonly string[];
  /** Widths in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Characters that XML cannot hold. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** What a sheet's name may not hold, and its longest. */
const NOT_A_NAME = /[\\/?*[\]:]/g;
const NAME = 31;

const cell = (value: string | number | null): string | number | null => (typeof value === 'string' ? inert(value.replace(NOT_XML, '')) : value);

/** An .xlsx of one sheet; text stays text, also where it looks like a formula. Fetched on the first click: the writer is 43 kB. */
export async function xlsxOf({ name, head, columns, rows }: XlsxSheet, made: Date): Promise<Blob> {
  const lines = [...head.map((line) => [cell(line)]), [], columns.map((c) => cell(c.title)), ...rows.map((row) => row.map(cell))];
  const bytes = await writeXlsx({
    sheets: [{ name: name.replace(NOT_A_NAME, ' ').slice(0, NAME), columns: columns.map(({ width }) => ({ width })), rows: lines, freezePane: { rows: head.length + 2 } }],
    properties: { title: name, created: made, modified: made },
  });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
