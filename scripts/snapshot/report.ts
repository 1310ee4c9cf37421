import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { LEDGER_TABLES } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { exists } from '../ledger/select.ts';
import { issuesForReport, LISTED } from '../ledger/report-rows.ts';
import { setAsideRows } from '../ledger/set-aside-rows.ts';
import { cannotWrite } from '../cannot-write.ts';
import { inert, workbookBytes } from '../workbook-file.ts';
import { PublishError } from './publish-error.ts';

const HEADER = ['检查', '级别', '文件', '工作表', '行', '列', '单元格内容', '原因', '怎样改'];
const APART_HEADER = ['文件', '工作表', '行', '类别', '开头的内容', '为什么不是数据'];

/** A sheet of the workbook: header, filter, widths; texts that would run as formulas made harmless. */
const sheetOf = (name: string, header: readonly string[], widths: readonly number[], rows: readonly (readonly (string | number | null)[])[]) => ({
  name, columns: widths.map((width) => ({ width })), rows: [[...header], ...rows.map((r) => r.map((v) => (typeof v === 'string' ? inert(v) : v)))], freezePane: { rows: 1 },
  autoFilter: { range: `A1:${String.fromCharCode(64 + header.length)}${rows.length + 1}` },
});

/**
 * Writes `<folder>/问题清单.xlsx` (every offending row: where, what, why, how to mend; on a sheet of its own every row that was not read as data) and `<folder>/quarantine/<table>.parquet` (rejected rows whole).
 * For the publisher only, never inside a snapshot; personal numbers are masked here too. Returns the workbook's path. Throws PublishError when it
 * cannot be written, as when it is open in Excel.
 */
export async function writeReport(connection: DuckDBConnection, folder: string): Promise<string> {
  const rows = await issuesForReport(connection);
  const listed = rows.slice(0, LISTED * 20);
  const path = join(folder, '问题清单.xlsx');
  const cells = listed.map((r) => [r.check, r.severity, r.file, r.sheet, r.row, r.column, r.value, r.reason, r.mend]);
  if (listed.length < rows.length) cells.push([`另有 ${rows.length - listed.length} 行未列出`, '', '', '', null, '', '', '', '']);
  const apart = (await setAsideRows(connection)).map((r) => [r.file, r.sheet, r.row, r.kind, r.text, r.why]);
  const bytes = await workbookBytes([
    sheetOf('问题清单', HEADER, [24, 8, 28, 20, 8, 18, 32, 48, 48], cells),
    ...(apart.length > 0 ? [sheetOf('未计入的行', APART_HEADER, [28, 20, 10, 8, 60, 48], apart)] : []),
  ], '问题清单');
  try {
    rmSync(join(folder, 'quarantine'), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, bytes);
  } catch (error) {
    throw new PublishError(cannotWrite(path, error), { cause: error });
  }
  await writeQuarantine(connection, join(folder, 'quarantine'));
  return path;
}

/** Nothing was found and no row set aside: the report of an earlier run must not be taken for this one's. Returns null, for the path there is none. */
export function clearReport(folder: string): null {
  for (const name of ['问题清单.xlsx', 'quarantine']) rmSync(join(folder, name), { recursive: true, force: true });
  return null;
}

async function writeQuarantine(connection: DuckDBConnection, folder: string): Promise<void> {
  for (const { name } of LEDGER_TABLES) {
    const table = `quarantine_${name}`;
    if (!(await exists(connection, table))) continue;
    const [rows] = (await connection.runAndReadAll(`SELECT count(*) FROM ${ident(table)}`)).getRows()[0]!;
    if (Number(rows) === 0) continue;
    mkdirSync(folder, { recursive: true });
    await connection.run(`COPY (SELECT * FROM ${ident(table)} ORDER BY src, "row") TO ${literal(join(folder, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`);
  }
}
