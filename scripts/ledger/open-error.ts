import { EncryptedFileError, HucreError, ZipError } from 'hucre';
import { LedgerError } from './contract.ts';

const ENCRYPTED = '设有打开密码。请用 Excel 或 WPS 打开，在“文件→信息→保护工作簿”里去掉密码，另存后再读。';
const DAMAGED = '不完整或已损坏，打不开。请用 Excel 或 WPS 打开确认，另存一份，或请报送单位重新发送。';

/** The reader's failure in Chinese, with the file and what to do next; the original error is kept as cause. */
export function openError(cause: unknown, file: string, sheet = ''): LedgerError {
  if (cause instanceof LedgerError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof EncryptedFileError) return new LedgerError(`${file} ${ENCRYPTED}`, file, sheet, { cause });
  if (/limit|exceeds|bounds|Invalid array length|Invalid string length/i.test(text)) {
    return new LedgerError(`${file} 的单元格范围或解压后的大小超出上限。多半是末尾有大量带格式的空行空列，删除后另存；否则请另存为 CSV 再读。`, file, sheet, { cause });
  }
  if (/missing worksheet/i.test(text)) return new LedgerError(`${file} 缺少工作表内容，文件已损坏。请用 Excel 或 WPS 打开后另存。`, file, sheet, { cause });
  if (/Content_Types|workbook/i.test(text) && !(cause instanceof ZipError)) {
    return new LedgerError(`${file} 是压缩包，但不是 Excel 工作簿。请解压后放入里面的台账，或另存为 .xlsx。`, file, sheet, { cause });
  }
  const known = cause instanceof HucreError;
  return new LedgerError(`${file} ${known ? DAMAGED : '读取时出错，内容可能不规范。请用 Excel 或 WPS 打开后另存为 .xlsx 再读。'}`, file, sheet, { cause });
}

/** Error of a file that says it is password-protected before a reader is tried. */
export const encryptedError = (file: string): LedgerError => new LedgerError(`${file} ${ENCRYPTED}`, file);

/** Error of a damaged file. */
export const damagedError = (file: string, cause?: unknown): LedgerError => new LedgerError(`${file} ${DAMAGED}`, file, '', { cause });
