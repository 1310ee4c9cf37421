import type { DuckDBConnection } from '@duckdb/node-api';
import { ident, literal } from '../../src/query/sql.ts';
import type { PlannedItem, Remark, SheetPlan } from './contract.ts';
import { moveOut } from './quarantine.ts';
import { rawTable } from './raw-table.ts';
import { type TablePlan, type WidePlan, wideSheets } from './recognised.ts';
import { select } from './select.ts';
import { setAsideSql } from './set-aside.ts';
import { blankSql, cellOf, itemSql } from './wide-cells.ts';

/**
 * Every item column of a wide sheet becomes a source of its own in the long form, with the sheet's name, row numbers and the column's header: so a row stays
 * one finding's place, as everywhere. `raw_<src>`: _row, _hidden, c1 project, c2 item, c3 done, c4 total, c5 why the cell cannot be read. The cells that say
 * nothing are counted in `unfolded` (wide, src, item, blank). Returns the plans with these sources after the sheets.
 */
export async function unfoldWide(connection: DuckDBConnection, plans: readonly SheetPlan[]): Promise<SheetPlan[]> {
  await connection.run('CREATE OR REPLACE TABLE unfolded (wide INTEGER, src INTEGER, item VARCHAR, blank BIGINT)');
  let last = Math.max(0, ...plans.map((p) => p.src));
  const made: SheetPlan[] = [];
  const noted = new Map<number, Remark[]>();
  for (const plan of wideSheets(plans)) {
    noted.set(plan.src, await unfillFractions(connection, plan));
    await connection.run(`CREATE OR REPLACE TEMP TABLE wide_rows AS SELECT r.* FROM ${rawTable(plan.src)} r ANTI JOIN (${setAsideSql(plan)}) n ON r._row = n."row" WHERE r._row > ${plan.headerRow}`);
    for (const item of plan.wide) made.push(await unfoldItem(connection, plan, item, ++last));
    await connection.run('DROP TABLE wide_rows');
  }
  return [...plans.map((p) => ({ ...p, remarks: [...p.remarks, ...(noted.get(p.src) ?? [])] })), ...made];
}

async function unfoldItem(connection: DuckDBConnection, plan: WidePlan, { item, raws, header }: PlannedItem, src: number): Promise<SheetPlan> {
  const project = plan.columns.find((c) => c.column === 'project_id');
  const cells = `SELECT _row, _hidden, ${project?.raw ?? 'NULL'} AS project, ${cellOf(raws)} AS cell FROM wide_rows`;
  await connection.run(`CREATE OR REPLACE TABLE ${rawTable(src)} AS SELECT _row, _hidden, project AS c1, ${literal(item)} AS c2, done AS c3, total AS c4, reason AS c5 FROM (${itemSql(cells, item)}) ORDER BY _row`);
  const [counted] = await select<{ rows: number; blank: number }>(connection, `SELECT (SELECT count(*) FROM ${rawTable(src)}) AS rows, (${blankSql(cells, item)}) AS blank`);
  const { rows, blank } = counted ?? { rows: 0, blank: 0 };
  await connection.run(`INSERT INTO unfolded VALUES (${plan.src}, ${src}, ${literal(item)}, ${blank})`);
  const column = (name: string, raw: string, written: string) => ({ column: name, raw, header: written, factor: 1 });
  return {
    src, file: plan.file, sha256: plan.sha256, sheet: plan.sheet, table: 'compliance', why: '', width: 4, rows, headerRow: plan.headerRow, unfolded: plan.src,
    columns: [column('project_id', 'c1', project?.header ?? ''), column('item', 'c2', header), column('done', 'c3', header), column('total', 'c4', header)],
    unmapped: [], remarks: [], bigNumbers: [],
  };
}

/** 12/15 merged over several projects would be counted once per project: it keeps its first row. A merged √ is true of each. */
async function unfillFractions(connection: DuckDBConnection, plan: WidePlan): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const { column, from, to } of plan.filled ?? []) {
    if (from <= plan.headerRow || !plan.wide.some((i) => i.raws.includes(`c${column}`))) continue;
    const where = `_row BETWEEN ${from} AND ${to} AND regexp_matches(c${column}, '[0-9０-９]') AND c${column} NOT IN ('0', '1')`;
    const changed = await connection.run(`UPDATE ${rawTable(plan.src)} SET c${column} = NULL WHERE ${where}`);
    if (Number(changed.rowsChanged) === 0) continue;
    const reason = `一个数合并了第 ${from - 1}–${to} 行，只记在第 ${from - 1} 行，其余行按未知处理；请拆分后分别填写`;
    remarks.push({ check: 'merged_number', row: from - 1, column, value: '', reason });
  }
  return remarks;
}

/** Takes the rows of cells that cannot be read out of `typed_compliance`: a percentage without n and d would be published as a project without numbers. */
export async function quarantineUnread(connection: DuckDBConnection, plans: readonly TablePlan[], table: string): Promise<void> {
  const sheets = plans.filter((p) => p.table === table && p.unfolded !== undefined);
  if (sheets.length === 0) return;
  const bad = sheets.map(({ src }) => `SELECT ${src} AS src, _row AS "row", 'value_unreadable' AS check_id, 'done' AS column_name, left(c3, 200) AS value, c5 AS reason FROM ${rawTable(src)} WHERE c5 IS NOT NULL`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE out_rows AS ${bad.join(' UNION ALL ')}`);
  await moveOut(connection, table);
}

/** A project that is on no list is one finding per row of the sheet, not one per item. Call after typing. */
export async function mergeRepeats(connection: DuckDBConnection): Promise<void> {
  await connection.run(`DELETE FROM issues WHERE column_name = ${literal('project_id')} AND check_id IN ('unknown_project', 'required_missing') AND EXISTS (
    SELECT 1 FROM unfolded u JOIN unfolded v ON u.wide = v.wide AND v.src < u.src JOIN issues i ON i.src = v.src WHERE u.src = issues.src AND i.${ident('row')} = issues.${ident('row')} AND i.check_id = issues.check_id AND i.column_name = issues.column_name)`);
}
