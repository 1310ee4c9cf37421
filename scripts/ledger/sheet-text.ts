import type { Cell, CellValue, Sheet } from 'hucre';
import { cleanText, dateText, formatUnit, isBigNumber, isPercentFormat, numberText } from './cell-text.ts';
import { fillMerges } from './merge.ts';
import { Remarks } from './remarks.ts';
import type { RawSheet } from './contract.ts';

/** A sheet as text, still in memory, ready to be appended. */
export interface SheetText extends Pick<RawSheet, 'bigNumbers' | 'remarks' | 'width'> {
  readonly name: string;
  /** Row i is row i+1 of the sheet; shorter than `width` where the end is empty. */
  readonly rows: readonly (string | null)[][];
  readonly hiddenRows: ReadonlySet<number>;
  readonly spans: NonNullable<RawSheet['spans']>;
  readonly filled: NonNullable<RawSheet['filled']>;
}

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|ERR!)$/;

interface Options {
  readonly epochDay: number;
  /** Of .xls and .xlsb error cells are known only by their text. */
  readonly kind: 'xlsx' | 'xlsb' | 'xls';
}

/** Numbers as text: with % or 万元 where the cell's format writes it. */
function numberCell(value: number, format: string): string {
  return isPercentFormat(format) ? `${numberText(value, 2)}%` : numberText(value) + formatUnit(format);
}

/** Values that are no value: error cells and formulas nobody has calculated become NULL, each with a remark. */
function takeOutErrors(sheet: Sheet, byText: boolean, remarks: Remarks): void {
  const set = (r: number, c: number): void => {
    const row = sheet.rows[r];
    if (row) row[c] = null;
  };
  for (const [key, cell] of sheet.cells ?? []) {
    const [r = 0, c = 0] = key.split(',').map(Number);
    const isError = cell.type === 'error' || (cell.formula !== undefined && typeof cell.value === 'string' && ERROR.test(cell.value));
    if (isError) {
      set(r, c);
      remarks.add('cell_error', r + 1, c + 1, String(cell.value), `公式出错（${String(cell.value)}），按空白处理；请在表中改正后重新保存`);
    } else if (cell.formula !== undefined && cell.value === null) {
      const formula = cell.formula === '' ? '共享公式' : `=${cell.formula}`;
      remarks.add('formula_uncached', r + 1, c + 1, formula, `公式 ${formula.slice(0, 80)} 没有保存计算结果，按空白处理；请用 Excel 或 WPS 打开、重新计算并保存`);
    }
  }
  if (!byText) return;
  sheet.rows.forEach((row, r) => row?.forEach((value, c) => {
    if (typeof value !== 'string' || !ERROR.test(value)) return;
    set(r, c);
    remarks.add('cell_error', r + 1, c + 1, value, `公式出错（${value}），按空白处理；请在表中改正后重新保存`);
  }));
}

/** The cells' text in place of their values, empty ends cut off. Merged cells are filled down first, so a date or number fills as itself. */
export function sheetText(sheet: Sheet, { epochDay, kind }: Options): SheetText {
  const remarks = new Remarks();
  takeOutErrors(sheet, kind !== 'xlsx', remarks);
  const rows: CellValue[][] = sheet.rows;
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  for (let r = 0; r < rows.length; r++) rows[r] ??= [];
  const { spans, filled, covered } = fillMerges(rows, width, sheet.merges ?? [], (r, c) => typeof rows[r]?.[c] === 'number');
  for (const { row, column, value } of covered) {
    remarks.add('merged_covered', row, column, String(value), '合并单元格下面还藏着一个值（表上看不见），没有采用；如有用请取消合并后填写');
  }
  const bigNumbers: { row: number; column: number }[] = [];
  const cells: ReadonlyMap<string, Cell> = sheet.cells ?? new Map<string, Cell>();
  // A cell filled by a merge has the format of the merge's own first cell.
  const origin = new Map<string, string>();
  for (const { column, from, to } of filled) for (let row = from; row <= to; row++) origin.set(`${row - 1},${column - 1}`, `${from - 2},${column - 1}`);
  const textOf = (value: CellValue, r: number, c: number): string | null => {
    if (value === null) return null;
    if (typeof value === 'string') return cleanText(value);
    if (typeof value === 'boolean') return value ? '是' : '否';
    const key = `${r},${c}`;
    const format = cells.get(origin.get(key) ?? key)?.style?.numFmt ?? '';
    if (value instanceof Date) return dateText(value, format, epochDay);
    if (isBigNumber(value)) bigNumbers.push({ row: r + 1, column: c + 1 });
    return Number.isFinite(value) ? numberCell(value, format) : null;
  };
  let used = 0;
  const texts = rows.map((row, r) => {
    let last = 0;
    const text = Array.from(row, (value, c) => {
      const t = textOf(value ?? null, r, c);
      if (t !== null) last = c + 1;
      return t;
    });
    used = Math.max(used, last);
    return text.slice(0, last);
  });
  while (texts.length > 0 && texts.at(-1)?.length === 0) texts.pop();
  const hiddenRows = new Set([...(sheet.rowDefs ?? [])].filter(([, def]) => def.hidden === true).map(([r]) => r + 1));
  noteHidden(sheet, used, remarks);
  return { name: sheet.name, width: used, rows: texts, hiddenRows, bigNumbers, spans, filled, remarks: remarks.list() };
}

function noteHidden(sheet: Sheet, width: number, remarks: Remarks): void {
  if (sheet.hidden || sheet.veryHidden) remarks.add('hidden_sheet', 0, 0, sheet.name, `工作表“${sheet.name}”是隐藏的，已照常读取；不该报的内容请删除`);
  const columns = (sheet.columns ?? []).flatMap((def, i) => (def.hidden && i < width ? [i + 1] : []));
  for (const column of columns) remarks.add('hidden_column', 0, column, '', '该列是隐藏的，已照常读取；不该报的内容请删除');
}
