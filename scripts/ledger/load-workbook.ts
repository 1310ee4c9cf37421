import type { DuckDBConnection } from '@duckdb/node-api';
import { LedgerError, type Loaded, type Remark } from './contract.ts';
import { LIMITS, checkCells } from './limits.ts';
import { RawAppender } from './raw-table.ts';
import { sheetText } from './sheet-text.ts';
import type { OpenWorkbook } from './workbook.ts';

const UNSEEN: Remark = {
  check: 'plain_format', row: 0, column: 0, value: '.xlsb',
  reason: '.xlsb 读不到百分比格式和隐藏标记：百分比列请核对，或另存为 .xlsx 再读',
};

/** Loads every sheet that holds anything, hidden ones too, as `raw_<src>`; `next` numbers them. Throws LedgerError when the workbook is empty or too large. */
export async function loadWorkbook(
  connection: DuckDBConnection,
  file: string,
  workbook: OpenWorkbook,
  next: () => number,
): Promise<{ src: number; loaded: Loaded }[]> {
  const result: { src: number; loaded: Loaded }[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const { name, width, rows, hiddenRows, bigNumbers, spans, filled, remarks } = sheetText(sheet, workbook);
    cells += rows.length * width;
    checkCells(cells, file, name);
    if (width > LIMITS.columns) {
      throw new LedgerError(`${file} 的工作表“${name}”有 ${width} 列，超过上限 ${LIMITS.columns} 列。请删除右侧多余的内容后保存。`, file, name);
    }
    if (rows.length === 0) continue;
    const src = next();
    const table = await RawAppender.create(connection, src, width);
    for (const [i, row] of rows.entries()) await table.add(row, hiddenRows.has(i + 1));
    const noted = workbook.kind === 'xlsb' ? [UNSEEN, ...remarks] : remarks;
    result.push({ src, loaded: { sheet: name, ...table.close(), bigNumbers, spans, filled, remarks: noted } });
  }
  if (result.length === 0) throw new LedgerError(`${file} 是空的，没有任何内容。请确认报送的是填好的台账。`, file);
  return result;
}
