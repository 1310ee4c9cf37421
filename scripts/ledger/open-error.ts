import { EncryptedFileError, ZipError } from 'hucre';
import { LedgerError } from './contract.ts';

const ENCRYPTED = '设有打开密码。请用 Excel 或 WPS 打开，在“文件→信息→保护工作簿”里去掉密码，另存后再读。';
const DAMAGED = '不完整或已损坏，打不开。请用 Excel 或 WPS 打开确认，另存一份，或请报送单位重新发送。';

/** What hucre says, and what the publisher should be told; the first that fits. Anything else is a damaged file. */
const ADVICE: readonly [RegExp, string][] = [
  [/over the \d+ limit|supported sheet bounds|Invalid (array|string) length/, '的单元格范围超出上限。多半是末尾有大量带格式的空行空列，删除后另存；否则请另存为 CSV 再读。'],
  [/missing worksheet/, '缺少工作表内容，文件已损坏。请用 Excel 或 WPS 打开后另存。'],
  [/^Invalid XLS[XB]: (missing (\[Content_Types|_rels|workbook)|cannot find workbook)/, '是压缩包，但不是 Excel 工作簿。请解压后放入里面的台账，或另存为 .xlsx。'],
  [/Unsupported XLS version/, '是 Excel 5.0/95 的旧格式，读不了。请用 Excel 或 WPS 打开，另存为 .xlsx。'],
];

/** The reader's failure in Chinese, with the file and what to do next; the original error is kept as cause. */
export function openError(cause: unknown, file: string): LedgerError {
  if (cause instanceof LedgerError) return cause;
  if (cause instanceof EncryptedFileError) return new LedgerError(`${file} ${ENCRYPTED}`, file, '', { cause });
  const text = cause instanceof Error ? cause.message : String(cause);
  const advice = cause instanceof ZipError ? undefined : ADVICE.find(([pattern]) => pattern.test(text))?.[1];
  return new LedgerError(`${file} ${advice ?? DAMAGED}`, file, '', { cause });
}

/** Error of a file that says it is password-protected before a reader is tried. */
export const encryptedError = (file: string): LedgerError => new LedgerError(`${file} ${ENCRYPTED}`, file);

/** Error of a damaged file. */
export const damagedError = (file: string): LedgerError => new LedgerError(`${file} ${DAMAGED}`, file);
