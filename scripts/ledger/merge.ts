import type { CellValue, MergeRange } from 'hucre';
import type { RawSheet } from './contract.ts';

/** Rows from the top in which a header is looked for. */
export const HEADER_ROWS = 40;

interface Fill {
  readonly spans: NonNullable<RawSheet['spans']>[number][];
  readonly filled: NonNullable<RawSheet['filled']>[number][];
  /** Values hidden under a merge: Excel shows only the top-left one, so they are taken out and reported. */
  readonly covered: { row: number; column: number; value: CellValue }[];
}

/**
 * Fills merged cells down within their first column, in place. Across columns nothing is filled: a merged 合计 must not become data of the
 * next column; merges across the first rows are returned as `spans` for the header search. `rows` must be rectangular enough to index;
 * merges beyond the used area are clipped.
 */
export function fillMerges(rows: CellValue[][], width: number, merges: readonly MergeRange[], isNumber: (row: number, column: number) => boolean): Fill {
  const result: Fill = { spans: [], filled: [], covered: [] };
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    const lastRow = Math.min(endRow, rows.length - 1);
    const lastCol = Math.min(endCol, width - 1);
    for (let r = startRow; r <= lastRow; r++) {
      const row = rows[r] ?? [];
      for (let c = startCol; c <= Math.min(lastCol, row.length - 1); c++) {
        if ((r === startRow && c === startCol) || row[c] === null || row[c] === undefined || row[c] === '') continue;
        result.covered.push({ row: r + 1, column: c + 1, value: row[c] ?? null });
        row[c] = null;
      }
      if (r > startRow) row[startCol] = value;
      if (lastCol > startCol && r < HEADER_ROWS) result.spans.push({ row: r + 1, from: startCol + 1, to: lastCol + 1 });
    }
    if (value !== null && lastRow > startRow) {
      result.filled.push({ column: startCol + 1, from: startRow + 2, to: lastRow + 1, number: isNumber(startRow, startCol) });
    }
  }
  return result;
}
