import type { Cell, Sheet } from 'hucre';
import { isDateFormat, serialToDate } from 'hucre';

const ID = { FORMULA: 0x06, EOF: 0x0a, FILEPASS: 0x2f, DATEMODE: 0x22, COLINFO: 0x7d, BOUNDSHEET: 0x85, MULRK: 0xbd, XF: 0xe0, STRING: 0x207, NUMBER: 0x203, ROW: 0x208, RK: 0x27e, FORMAT: 0x41e } as const;

/** Built-in formats that matter here: percentages, and the dates of Chinese Excel that hucre does not know in .xls. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%', 10: '0.00%', 14: 'yyyy/m/d', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm', 45: 'mm:ss', 46: '[h]:mm:ss',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy/m/d'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm:ss'])),
};

interface BiffRecord {
  readonly id: number;
  readonly view: DataView;
  readonly at: number;
}

function* records(stream: Uint8Array, from = 0): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = from; at + 4 <= stream.length; ) {
    const length = Math.min(view.getUint16(at + 2, true), stream.length - at - 4);
    yield { id: view.getUint16(at, true), view: new DataView(stream.buffer, stream.byteOffset + at + 4, length), at };
    at += 4 + length;
  }
}

/** Text after a 16-bit length (8-bit when `short`): Latin-1 or UTF-16. */
function string(view: DataView, at: number, short = false): string {
  const count = short ? view.getUint8(at) : view.getUint16(at, true);
  const start = at + (short ? 1 : 2);
  const wide = (view.getUint8(start) & 1) === 1;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start + 1, Math.min(count * (wide ? 2 : 1), view.byteLength - start - 1));
  return new TextDecoder(wide ? 'utf-16le' : 'latin1').decode(bytes);
}

interface Globals {
  readonly encrypted: boolean;
  readonly date1904: boolean;
  /** Number format of each cell format. */
  readonly formats: readonly string[];
  readonly sheets: readonly { position: number; hidden: boolean }[];
}

/** What the workbook's first records say; hucre reads neither the password flag nor hidden sheets. */
export function xlsGlobals(stream: Uint8Array): Globals {
  const custom = new Map<number, string>();
  const xfs: number[] = [];
  const sheets: { position: number; hidden: boolean }[] = [];
  let encrypted = false;
  let date1904 = false;
  for (const { id, view } of records(stream)) {
    if (id === ID.EOF) break;
    if (id === ID.FILEPASS) encrypted = true;
    if (encrypted) break;
    if (id === ID.DATEMODE) date1904 = view.getUint16(0, true) === 1;
    if (id === ID.FORMAT) custom.set(view.getUint16(0, true), string(view, 2));
    if (id === ID.XF) xfs.push(view.getUint16(2, true));
    if (id === ID.BOUNDSHEET) sheets.push({ position: view.getUint32(0, true), hidden: (view.getUint8(4) & 3) !== 0 });
  }
  return { encrypted, date1904, formats: xfs.map((id) => custom.get(id) ?? BUILT_IN[id] ?? ''), sheets };
}

/**
 * Adds what hucre leaves out of a sheet of an .xls: hidden sheet, rows and columns, the number formats of its cells (a 0.54 shown as 54%),
 * Chinese built-in date formats, and texts of shared formulas.
 */
export function addXlsDetails(sheet: Sheet, index: number, globals: Globals, stream: Uint8Array): void {
  const from = globals.sheets[index];
  if (!from) return;
  if (from.hidden) sheet.hidden = true;
  const cells = (sheet.cells ??= new Map<string, Cell>());
  const rowDefs = (sheet.rowDefs ??= new Map<number, { hidden?: boolean }>());
  const columns = (sheet.columns ??= []);
  const format = (row: number, column: number, xf: number): void => {
    const numFmt = globals.formats[xf] ?? '';
    const value = sheet.rows[row]?.[column] ?? null;
    if (numFmt === '' || (typeof value !== 'number' && !(value instanceof Date))) return;
    const isDate = typeof value === 'number' && isDateFormat(numFmt);
    const shown = isDate ? serialToDate(value, globals.date1904) : value;
    const cellsOfRow = sheet.rows[row];
    if (cellsOfRow) cellsOfRow[column] = shown;
    cells.set(`${row},${column}`, { value: shown, type: shown instanceof Date ? 'date' : 'number', style: { numFmt } });
  };
  let pending: { row: number; column: number } | null = null;
  for (const { id, view } of records(stream, from.position)) {
    if (id === ID.EOF) break;
    if (id === ID.ROW && (view.getUint32(12, true) & 0x20) !== 0) rowDefs.set(view.getUint16(0, true), { hidden: true });
    else if (id === ID.COLINFO && (view.getUint16(8, true) & 1) === 1) {
      for (let c = view.getUint16(0, true); c <= Math.min(255, view.getUint16(2, true)); c++) columns[c] = { hidden: true };
    } else if (id === ID.NUMBER || id === ID.RK || id === ID.FORMULA) format(view.getUint16(0, true), view.getUint16(2, true), view.getUint16(4, true));
    else if (id === ID.MULRK) {
      for (let k = 0; 4 + 6 * k + 6 < view.byteLength; k++) format(view.getUint16(0, true), view.getUint16(2, true) + k, view.getUint16(4 + 6 * k, true));
    }
    if (id === ID.FORMULA) {
      const isText = view.getUint16(12, true) === 0xffff && view.getUint8(6) === 0;
      pending = isText ? { row: view.getUint16(0, true), column: view.getUint16(2, true) } : null;
    } else if (id === ID.STRING && pending) {
      const row = (sheet.rows[pending.row] ??= []);
      while (row.length <= pending.column) row.push(null);
      row[pending.column] = string(view, 0);
      pending = null;
    }
  }
  for (let c = 0; c < columns.length; c++) columns[c] ??= {};
}
