import { writeXlsx } from 'hucre/xlsx';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];

/** Day written into a workbook's properties instead of the clock's, so that the same content gives the same bytes. */
const FIXED_DAY = new Date('2026-01-01T00:00:00Z');

/** Bytes of an .xlsx with these sheets; the same sheets give the same bytes. */
export const workbookBytes = (sheets: Sheets, title: string): Promise<Uint8Array> =>
  writeXlsx({ sheets, properties: { title, creator: '清欠一张图', created: FIXED_DAY, modified: FIXED_DAY } });

/** Text that no spreadsheet program runs as a formula: a leading = + - @, tab or carriage return gets an apostrophe. Numbers stay as they are. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text);
