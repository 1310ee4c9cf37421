import type { Cell, CellValue, MergeRange, WriteSheet } from 'hucre';
import { tableOf } from '../../src/model/tables.ts';
import { cellOf, type Names, sheetColumns } from './sheet-cells.ts';
import type { SheetPlan } from './sheet-plan.ts';

const TITLE: Partial<Cell> = { style: { font: { bold: true, size: 16 }, alignment: { horizontal: 'center' } } };
const HEADER: Partial<Cell> = {
  style: { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
};
const MERGED: Partial<Cell> = { style: { alignment: { vertical: 'center' } } };

type LedgerRow = Readonly<Record<string, unknown>>;

/** Merges equal neighbours of a column and empties all but the first; 0-based rows. */
function mergeDown(rows: CellValue[][], column: number, top: number): MergeRange[] {
  const merges: MergeRange[] = [];
  for (let from = 0; from < rows.length; ) {
    const value = rows[from]?.[column] ?? null;
    let to = from;
    while (to + 1 < rows.length && rows[to + 1]?.[column] === value) to++;
    for (const row of rows.slice(from + 1, to + 1)) row[column] = null;
    if (to > from) merges.push({ startRow: top + from, startCol: column, endRow: top + to, endCol: column });
    from = to + 1;
  }
  return merges;
}

const width = (header: string, cells: readonly CellValue[]): number =>
  Math.min(34, Math.max(header.length * 2, ...cells.map((cell) => (typeof cell === 'string' ? [...cell].reduce((n, c) => n + (c > '\u00ff' ? 2 : 1), 0) : 10))) + 2);

/** One ledger as a clerk lays it out: title, unit row, header, 序号, rows, 合计, note. */
export function ledgerSheet(plan: SheetPlan, county: string, rows: readonly LedgerRow[], names: Names): WriteSheet {
  const columns = sheetColumns(plan);
  const last = columns.length;
  const head: CellValue[][] = [[`${county}${plan.title}（示例数据）`], ...(plan.inWan ? [['单位：万元']] : []), ['序号', ...columns.map((c) => c.header)]];
  const headerRow = head.length - 1;
  const data = rows.map((row, k): CellValue[] => [k + 1, ...columns.map(({ column }) => cellOf(row[column.name], column, plan, names))]);
  const widths = [6, ...columns.map(({ header }, c) => width(header, data.slice(0, 60).map((row) => row[c + 1] ?? null)))];
  const mergedColumn = columns.findIndex(({ column }) => column.name === plan.merged) + 1;
  const merges: MergeRange[] = [{ startRow: 0, startCol: 0, endRow: 0, endCol: last }, ...(mergedColumn > 0 ? mergeDown(data, mergedColumn, head.length) : [])];
  const tail: CellValue[][] = [];
  if (plan.totals) {
    tail.push(['合计', ...columns.map(({ column }) => {
      if (!plan.totals?.includes(column.name)) return null;
      return cellOf(rows.reduce((sum, row) => sum + Number(row[column.name] ?? 0), 0), column, plan, names);
    })]);
  }
  if (plan.note) {
    tail.push([plan.note]);
    merges.push({ startRow: head.length + data.length + tail.length - 1, startCol: 0, endRow: head.length + data.length + tail.length - 1, endCol: last });
  }
  const cells = new Map<string, Partial<Cell>>([['0,0', TITLE]]);
  for (let c = 0; c <= last; c++) cells.set(`${headerRow},${c}`, HEADER);
  for (const merge of merges.slice(1)) if (merge.endRow > merge.startRow) cells.set(`${merge.startRow},${merge.startCol}`, MERGED);
  return { name: tableOf(plan.table).title, rows: [...head, ...data, ...tail], cells, merges, columns: widths.map((w) => ({ width: w })), freezePane: { rows: head.length, columns: 3 } };
}
