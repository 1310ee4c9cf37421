import { readFile, stat } from 'node:fs/promises';
import { type Sheet, readXls, readXlsb, readXlsx } from 'hucre';
import { LedgerError } from './contract.ts';
import { checkFileSize, checkZip } from './limits.ts';
import { readOle } from './ole.ts';
import { damagedError, encryptedError, openError } from './open-error.ts';
import { addXlsDetails, xlsGlobals } from './xls-details.ts';

/** A workbook as hucre reads it, with the date system its cells were converted by. */
export interface OpenWorkbook {
  readonly kind: 'xlsx' | 'xlsb' | 'xls';
  readonly sheets: readonly Sheet[];
  /** The instant hucre gives serial 0 of this workbook. */
  readonly epochDay: number;
}

const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

async function readBytes(path: string, file: string): Promise<Uint8Array> {
  checkFileSize((await stat(path)).size, file);
  return new Uint8Array(await readFile(path));
}

/** Opens .xlsx, .xlsm and .xlsb (a zip, whatever the file is called). Throws LedgerError in Chinese for anything that does not open. */
export async function openZipWorkbook(path: string, file: string): Promise<OpenWorkbook> {
  const bytes = await readBytes(path, file);
  checkZip(bytes, file);
  const binary = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('xl/workbook.bin');
  try {
    const workbook = await (binary ? readXlsb(bytes) : readXlsx(bytes, { readStyles: true }));
    return { kind: binary ? 'xlsb' : 'xlsx', sheets: workbook.sheets, epochDay: workbook.dateSystem === '1904' ? EPOCH_1904 : EPOCH_1900 };
  } catch (cause) {
    throw openError(cause, file);
  }
}

const OTHER_OFFICE: Readonly<Record<string, string>> = { WordDocument: 'Word 文档', 'PowerPoint Document': 'PowerPoint 演示文稿' };

/** Opens an OLE file: an old .xls (or WPS .et); a password-protected workbook and other Office documents are named as what they are. */
export async function openOleWorkbook(path: string, file: string): Promise<OpenWorkbook> {
  const bytes = await readBytes(path, file);
  const streams = readOle(bytes);
  if (!streams) throw new LedgerError(`${file} 设有打开密码，或者已损坏。请用 Excel 或 WPS 打开：能打开就去掉密码另存，打不开请报送单位重新发送。`, file);
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) throw encryptedError(file);
  const other = Object.keys(OTHER_OFFICE).find((name) => streams.has(name));
  if (other) throw new LedgerError(`${file} 是 ${OTHER_OFFICE[other]}，不是表格。请把其中的台账另存为 .xlsx。`, file);
  const open = streams.get('Workbook') ?? streams.get('Book');
  if (!open) throw damagedError(file);
  try {
    const stream = open();
    const globals = xlsGlobals(stream);
    if (globals.encrypted) throw encryptedError(file);
    const workbook = await readXls(bytes);
    workbook.sheets.forEach((sheet, i) => addXlsDetails(sheet, i, globals, stream));
    return { kind: 'xls', sheets: workbook.sheets, epochDay: globals.date1904 ? EPOCH_1904 : EPOCH_1900 };
  } catch (cause) {
    throw openError(cause, file);
  }
}
