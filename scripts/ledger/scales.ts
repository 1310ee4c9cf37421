import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { select } from './select.ts';
import type { TablePlan } from './recognised.ts';
import { type TypedColumn, factorLiteral, moneyColumns } from './type-sql.ts';

/**
 * A percent column without % signs whose numbers are all ≤ 1 holds fractions (0.54 is 54 %); one number above 1 makes them all per cent. A cell
 * formatted as a percentage reaches us as 54%, and is not looked at here.
 */
async function isFraction(connection: DuckDBConnection, plan: TablePlan, column: Column): Promise<boolean> {
  const [most] = await select<{ most: number | null; n: number }>(connection,
    `SELECT max(v) AS most, count(v) AS n FROM (SELECT try_cast(${ident(column.name)} AS DOUBLE) AS v FROM ${ident(`staged_${plan.table}`)} WHERE src = ${plan.src})`);
  const fraction = most !== undefined && most.most !== null && most.most > 0 && most.most <= 1;
  if (fraction) {
    await connection.run(`INSERT INTO issues VALUES ('percent_as_fraction', ${plan.src}, ${plan.headerRow}, ${literal(plan.table)}, ${literal(column.name)}, NULL,
      ${literal(`“${column.title}”的 ${most.n} 个数都不大于 1，按小数读取（0.54 = 54%）；如本来就是百分数请写上 %`)})`);
  }
  return fraction;
}

/** Makes `scales`: one row per source of the table with the factor of each scaled column (`x_`) and the decimals money may have without being rounded (`d_`). */
export async function createScales(connection: DuckDBConnection, table: string, plans: readonly TablePlan[], columns: readonly TypedColumn[]): Promise<void> {
  const scaled = columns.filter((c) => c.parser?.scaled).map((c) => c.column);
  const money = moneyColumns(columns).map((c) => c.column);
  const rows: string[] = [];
  for (const plan of plans.filter((p) => p.table === table)) {
    const factors = new Map<string, number>();
    for (const { column: name, factor } of plan.columns) {
      const column = ledgerColumns(tableOf(table)).find((c) => c.name === name);
      factors.set(name, column?.unit === '%' && (await isFraction(connection, plan, column)) ? factor * 100 : factor);
    }
    const decimals = (c: Column): number => 2 + Math.round(Math.log10(factors.get(c.name) ?? 1));
    rows.push(`(${[String(plan.src), ...scaled.map((c) => factorLiteral(factors.get(c.name) ?? 1)), ...money.map((c) => String(decimals(c)))].join(', ')})`);
  }
  const names = ['src', ...scaled.map((c) => ident(`x_${c.name}`)), ...money.map((c) => ident(`d_${c.name}`))];
  await connection.run(`CREATE OR REPLACE TEMP TABLE scales AS SELECT * FROM (VALUES ${rows.join(', ')}) v(${names.join(', ')})`);
}
