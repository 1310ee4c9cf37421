import { LedgerError } from './contract.ts';
import { zipDirectory } from './zip-directory.ts';

/**
 * What a workbook may cost. A workbook is held in memory whole; beyond these sizes the same rows read fine as CSV, which streams.
 * Measured: 1 million styled cells take 3.5 s and 350 MB.
 */
export const LIMITS = {
  /** Bytes of a workbook file. */
  fileBytes: 100 * 2 ** 20,
  /** Bytes a workbook unpacks to, and the largest single part. */
  unpackedBytes: 512 * 2 ** 20,
  partBytes: 300 * 2 ** 20,
  /** Unpacked ÷ packed of a part over `ratioFrom` bytes: real sheets stay below 60. */
  ratio: 250,
  ratioFrom: 20 * 2 ** 20,
  /** Rows × columns of all sheets of a workbook. */
  cells: 5_000_000,
  /** Columns of any sheet or text file. */
  columns: 1000,
} as const;

const asCsv = '请在 Excel 或 WPS 里把这张表“另存为 CSV UTF-8（逗号分隔）”后再读，CSV 没有行数限制。';
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

/** Throws when the file is too large to be read as a workbook. */
export function checkFileSize(bytes: number, file: string): void {
  if (bytes > LIMITS.fileBytes) {
    throw new LedgerError(`${file} 有 ${megabytes(bytes)}，超过工作簿上限 ${megabytes(LIMITS.fileBytes)}。${asCsv}`, file);
  }
}

/** Throws when the sheets together hold more cells than the limit. */
export function checkCells(cells: number, file: string, sheet: string): void {
  if (cells > LIMITS.cells) {
    throw new LedgerError(
      `${file} 到工作表“${sheet}”为止已有 ${(cells / 10_000).toFixed(0)} 万个单元格，超过上限 ${LIMITS.cells / 10_000} 万。` +
        `如果表格其实不大，多半是末尾有带格式的空行空列，删除它们再保存；否则${asCsv}`,
      file,
      sheet,
    );
  }
}

/** Reads the directory before anything is inflated. Throws for a damaged archive and for one that would unpack to far too much (a zip bomb). */
export function checkZip(bytes: Uint8Array, file: string): void {
  const parts = zipDirectory(bytes);
  if (!parts) {
    throw new LedgerError(`${file} 不完整或已损坏，打不开。请用 Excel 或 WPS 打开确认，另存一份，或请报送单位重新发送。`, file);
  }
  let total = 0;
  for (const { method, packed, unpacked } of parts) {
    total += unpacked;
    const bomb = (unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio) || (method === 8 && unpacked === 0 && packed > 2);
    if (bomb || unpacked > LIMITS.partBytes || total > LIMITS.unpackedBytes) {
      throw new LedgerError(
        `${file} 解压后有 ${megabytes(Math.max(total, unpacked))}，压缩比异常或超过上限 ${megabytes(LIMITS.unpackedBytes)}，没有读取。` +
          `如果是正常台账，多半是末尾有大量带格式的空行，删除后另存；否则${asCsv}`,
        file,
      );
    }
  }
}
