import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedColumn, RawSheet, Remark, SheetPlan } from './contract.ts';
import { type FoundHeader, type Preview, countsRows, findHeader, headerCells, titles } from './find-header.ts';
import type { HeaderCell } from './headers.ts';
import { HEADER_ROWS } from './merge.ts';
import { countCells, readPreview, repeatedRows, unfillNumbers } from './plan-sql.ts';
import { factorOf, headerUnits, unitRow } from './units.ts';
import { findWide, isWide, type WideHeader } from './wide-header.ts';

/** Header as shown in messages: parts of a header of several rows joined, each once. */
const written = (cells: readonly HeaderCell[]): string =>
  [...new Set(cells.filter((c) => c.text !== '').map((c) => c.text.replace(/\s+/g, ' ').trim()))].join('·');

/** Merges across, filled in the preview only. */
function fillSpans(rows: string[][], spans: RawSheet['spans'] = []): Preview {
  for (const { row, from, to } of spans) {
    const cells = rows[row - 1];
    if (cells) for (let c = from; c < to; c++) cells[c] = cells[from - 1] ?? '';
  }
  return rows;
}

function whyNot(header: FoundHeader | null): string {
  if (!header) return '前 40 行里没有一行像表头：至少要有两列的名称与模板一致。说明类工作表可以忽略；如是台账，请用“npm run template”生成的模板核对列名';
  const columns = header.matches.map((m) => m.column.title).join('、');
  return `最接近“${header.table.title}”（第 ${header.to + 1} 行，找到 ${columns}），但缺少必需的列：${header.missing.join('、')}`;
}

function planColumns(header: FoundHeader, cells: readonly HeaderCell[][], rowScale: number | null): { columns: PlannedColumn[]; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const columns = header.matches.map(({ raw, column }): PlannedColumn => {
    const own = cells[raw] ?? [];
    const factor = factorOf(column, headerUnits(own.map((c) => c.text)), rowScale);
    if (factor === null) {
      const reason = `表头“${written(own)}”写的单位与“${column.title}”（${column.unit || '无单位'}）不符，数值按原样读取，请核对`;
      remarks.push({ check: 'header_unit', row: header.to + 1, column: raw + 1, value: written(own), reason });
    }
    return { column: column.name, raw: `c${raw + 1}`, header: written(own), factor: factor ?? 1 };
  });
  return { columns, remarks };
}

/** Remarks about one cell; they matter where the cell is read. */
const ABOUT_CELLS = new Set(['cell_error', 'formula_uncached', 'merged_covered']);

/** Remarks of the whole sheet, and those of cells below the header in columns that are read: a #DIV/0! in a summary sheet harms nobody. */
const relevant = (remarks: readonly Remark[], headerRow: number, raws: ReadonlySet<string>): Remark[] =>
  remarks.filter((r) => !ABOUT_CELLS.has(r.check) || (raws.has(`c${r.column}`) && (r.row === 0 || r.row > headerRow)));

/** The plan of a sheet of 制度落实 with one column per item: 落实数 stands once per column, and the rows become long in unfold.ts. */
async function planWide(connection: DuckDBConnection, sheet: RawSheet, rows: Preview, wide: WideHeader): Promise<SheetPlan> {
  const cells = headerCells(rows, wide.from, wide.to);
  const headerRow = wide.to + 1;
  const column = (name: string, raw: number): PlannedColumn => ({ column: name, raw: `c${raw + 1}`, header: written(cells[raw] ?? []), factor: 1 });
  const columns = [column('project_id', wide.project), ...wide.items.flatMap((i) => i.raws.map((raw) => column('done', raw)))];
  const items = wide.items.map(({ item, raws }) => ({ item, raws: raws.map((raw) => `c${raw + 1}`), header: written(cells[raws[0]] ?? []) }));
  return {
    ...sheet, table: 'compliance', headerRow, columns, wide: items, unmapped: await unmappedColumns(connection, sheet, cells, headerRow, columns),
    repeatedHeaders: await repeatedRows(connection, sheet, rows, headerRow, columns),
    why: `第 ${headerRow} 行表头每个制度项目一列：${items.map((i) => i.item).join('、')}`,
    remarks: relevant(sheet.remarks, headerRow, new Set(columns.map((c) => c.raw))),
  };
}

async function unmappedColumns(connection: DuckDBConnection, sheet: RawSheet, cells: readonly HeaderCell[][], headerRow: number, columns: readonly PlannedColumn[]): Promise<SheetPlan['unmapped']> {
  const free = Array.from({ length: sheet.width }, (_, c) => c).filter((c) => !columns.some((p) => p.raw === `c${c + 1}`) && !countsRows(cells[c] ?? []));
  const counts = await countCells(connection, sheet.src, headerRow, free);
  return free.map((c, i) => ({ raw: `c${c + 1}`, header: written(cells[c] ?? []), cells: counts[i] ?? 0 })).filter((u) => u.header !== '' || u.cells > 0);
}

async function planSheet(connection: DuckDBConnection, sheet: RawSheet, mayBeWide = true): Promise<SheetPlan> {
  if (sheet.rows === 0) return { ...sheet, table: null, why: sheet.remarks[0]?.reason ?? '没有内容', headerRow: 0, columns: [], unmapped: [], repeatedHeaders: [] };
  const rows = fillSpans(await readPreview(connection, sheet, HEADER_ROWS), sheet.spans);
  const hints = { sheet: sheet.sheet, file: sheet.file };
  const header = findHeader(rows, hints);
  const wide = mayBeWide ? findWide(rows, hints) : null;
  if (isWide(wide, header)) return planWide(connection, sheet, rows, wide);
  if (!header || header.missing.length > 0) {
    const remarks = relevant(sheet.remarks, 0, new Set());
    return { ...sheet, remarks, table: null, why: whyNot(header), headerRow: header ? header.to + 1 : 0, columns: [], unmapped: [], repeatedHeaders: [] };
  }
  const cells = headerCells(rows, header.from, header.to);
  const above = titles(rows.slice(0, header.from));
  const { columns, remarks } = planColumns(header, cells, unitRow(above));
  const headerRow = header.to + 1;
  const unmapped = await unmappedColumns(connection, sheet, cells, headerRow, columns);
  const repeatedHeaders = await repeatedRows(connection, sheet, rows, headerRow, columns);
  const emptied = await unfillNumbers(connection, sheet, header.matches, headerRow);
  return {
    ...sheet, table: header.table.name, headerRow, columns, unmapped, repeatedHeaders,
    why: `第 ${headerRow} 行表头有 ${columns.length} 列与“${header.table.title}”一致`,
    remarks: [...relevant(sheet.remarks, headerRow, new Set(columns.map((c) => c.raw))), ...remarks, ...emptied],
  };
}

/**
 * Decides for every sheet which table it is, where its data start and which raw column fills which catalogue column. A sheet with a column per item of
 * 制度落实 is that, unless the ledger has no other sheet of projects: then it is the list of projects.
 */
export async function planSheets(connection: DuckDBConnection, sheets: readonly RawSheet[]): Promise<SheetPlan[]> {
  const plans: SheetPlan[] = [];
  for (const sheet of sheets) plans.push(await planSheet(connection, sheet));
  if (!plans.some((p) => p.wide) || plans.some((p) => p.table === 'projects')) return plans;
  for (const [i, plan] of plans.entries()) {
    const other = plan.wide && sheets[i] ? await planSheet(connection, sheets[i], false) : null;
    if (other?.table === 'projects') plans[i] = other;
  }
  return plans;
}
