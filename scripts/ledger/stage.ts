import type { DuckDBConnection } from '@duckdb/node-api';
import { ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { ISSUES_DDL, type PlannedColumn, SOURCES_DDL, type SheetPlan } from './contract.ts';
import { type TablePlan, recognised, wideSheets } from './recognised.ts';
import { select } from './select.ts';
import { setAsideSql, suspectedSql } from './set-aside.ts';
import { checkTotals } from './totals.ts';

const DDL = [
  ISSUES_DDL, SOURCES_DDL,
  'CREATE OR REPLACE TABLE set_aside (src INTEGER, "row" INTEGER, table_name VARCHAR, kind VARCHAR, text VARCHAR)',
  'CREATE OR REPLACE TABLE blank_rows (src INTEGER, "row" INTEGER)',
  // What every column of every source is called in it, for messages: column_name is the catalogue's, or the raw one where no column claims it.
  'CREATE OR REPLACE TABLE source_columns (src INTEGER, table_name VARCHAR, column_name VARCHAR, raw VARCHAR, header VARCHAR, header_row INTEGER)',
];

const insertRows = async (connection: DuckDBConnection, table: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += 500) {
    await connection.run(`INSERT INTO ${table} VALUES ${rows.slice(at, at + 500).map((r) => `(${r.map(literal).join(', ')})`).join(', ')}`);
  }
};

/** Name a column's findings go under; the item columns of a wide sheet would all be 落实数. */
const nameOf = (p: SheetPlan, c: PlannedColumn): string => (p.wide && c.column === 'done' ? c.raw : c.column);

async function listSources(connection: DuckDBConnection, plans: readonly SheetPlan[]): Promise<void> {
  await connection.run(`DELETE FROM sources WHERE src IN (${[...plans.map((p) => p.src), -1].join(', ')})`);
  await insertRows(connection, 'sources', plans.map((p) => [p.src, p.file, p.sha256, p.sheet, p.table, p.rows]));
  await insertRows(connection, 'source_columns', plans.flatMap((p) => [
    ...p.columns.map((c) => [p.src, p.table, nameOf(p, c), c.raw, c.header, p.headerRow]),
    ...p.unmapped.map((u) => [p.src, p.table, u.raw, u.raw, u.header, p.headerRow]),
  ]));
  // A remark names a raw column; the catalogue's name for it is the one findings are listed under.
  const named = (p: SheetPlan, column: number): string | null => {
    const planned = p.columns.find((c) => c.raw === `c${column}`);
    return planned ? nameOf(p, planned) : column === 0 ? null : `c${column}`;
  };
  await insertRows(connection, 'issues', plans.flatMap((p) => p.remarks.map((r) => [r.check, p.src, r.row === 0 ? null : r.row, p.table, named(p, r.column), r.value, r.reason])));
  await insertRows(connection, 'issues', [...recognised(plans), ...wideSheets(plans)].sort((a, b) => a.src - b.src).flatMap((p) =>
    p.unmapped.map((u) => ['column_unmapped', p.src, p.headerRow, p.table, u.raw, u.header, `“${tableOf(p.table).title}”没有这一列，${u.cells} 个单元格未读入`])));
}

/** True when any row was taken out. */
async function sortOut(connection: DuckDBConnection, plan: TablePlan): Promise<boolean> {
  if (!(await select<{ found: boolean }>(connection, suspectedSql(plan)))[0]?.found) return false;
  await connection.run(`CREATE OR REPLACE TEMP TABLE sorted_out AS ${setAsideSql(plan)}`);
  await connection.run(`INSERT INTO set_aside SELECT ${plan.src}, "row", ${literal(plan.table)}, kind, text FROM sorted_out WHERE kind <> 'blank' ORDER BY "row"`);
  await connection.run(`INSERT INTO blank_rows SELECT ${plan.src}, "row" FROM sorted_out WHERE kind = 'blank'`);
  const [sorted] = await select<{ rows: number }>(connection, 'SELECT count(*) AS rows FROM sorted_out');
  await connection.run('DROP TABLE sorted_out');
  return sorted !== undefined && sorted.rows > 0;
}

/** SELECT of a sheet's data rows as text, one column per ledger column; columns the sheet lacks are NULL. `sorted`: some rows were taken out. */
function stagedSql(plan: TablePlan, sorted: boolean): string {
  const columns = ledgerColumns(tableOf(plan.table)).map((column) => {
    const planned = plan.columns.find((c) => c.column === column.name);
    return `${planned ? `r.${planned.raw}` : 'NULL::VARCHAR'} AS ${ident(column.name)}`;
  });
  const rest = `SELECT "row" FROM set_aside WHERE src = ${plan.src} UNION ALL SELECT "row" FROM blank_rows WHERE src = ${plan.src}`;
  return `SELECT ${plan.src}::INTEGER AS src, r._row AS "row", ${columns.join(', ')} FROM raw_${plan.src} r ${sorted ? `ANTI JOIN (${rest}) n ON r._row = n."row"` : ''} WHERE r._row > ${plan.headerRow}`;
}

/**
 * Sorts the rows of every recognised sheet into data, totals, notes and repeated headers (`set_aside`) and makes `staged_<table>`: a view over
 * the raw tables, so nothing is copied; `raw_<src>` must stay until the tables are typed. Also fills `sources`, `source_columns` and, from
 * what reader and planner noticed and from totals that do not add up, `issues`. Returns the tables that have sheets, in the order of the plans.
 */
export async function stageTables(connection: DuckDBConnection, plans: readonly SheetPlan[]): Promise<string[]> {
  for (const ddl of DDL) await connection.run(ddl);
  await listSources(connection, plans);
  const found = recognised(plans);
  const sorted = new Set<number>();
  for (const plan of [...found.filter((p) => p.unfolded === undefined), ...wideSheets(plans)]) if (await sortOut(connection, plan)) sorted.add(plan.src);
  const tables = [...new Set(found.map((p) => p.table))];
  for (const table of tables) {
    const sheets = found.filter((p) => p.table === table).map((p) => stagedSql(p, sorted.has(p.src)));
    await connection.run(`CREATE OR REPLACE VIEW ${ident(`staged_${table}`)} AS ${sheets.join(' UNION ALL ')}`);
  }
  await checkTotals(connection, found);
  return tables;
}
