import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { factorLiteral } from './number-macros.ts';
import type { TablePlan } from './recognised.ts';
import { select } from './select.ts';
import type { TypedColumn } from './type-sql.ts';

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

/**
 * The columns with their factors. One that differs from source to source is looked up in `scales`, which is then made: `src` and `x_<column>`, one row
 * per source of the table.
 */
export async function withFactors(connection: DuckDBConnection, table: string, plans: readonly TablePlan[], columns: readonly TypedColumn[]): Promise<TypedColumn[]> {
  const sources = plans.filter((p) => p.table === table);
  const stated = new Map<TypedColumn, (number | null)[]>();
  for (const plan of sources) {
    for (const c of columns.filter(({ parser }) => parser?.scaled)) {
      const factor = plan.columns.find((p) => p.column === c.column.name)?.factor ?? null;
      const fraction = factor !== null && c.column.unit === '%' && (await isFraction(connection, plan, c.column));
      stated.set(c, [...(stated.get(c) ?? []), fraction ? factor * 100 : factor]);
    }
  }
  const scaled = columns.map((c): TypedColumn => {
    const [factor = 1, ...others] = new Set((stated.get(c) ?? []).filter((f) => f !== null));
    return { ...c, factor: others.length === 0 ? factor : `z.${ident(`x_${c.column.name}`)}` };
  });
  const differing = columns.filter((_, i) => typeof scaled[i]?.factor === 'string');
  if (differing.length > 0) {
    const rows = sources.map((p, i) => `(${[p.src, ...differing.map((c) => factorLiteral(stated.get(c)?.[i] ?? 1))].join(', ')})`);
    const names = ['src', ...differing.map((c) => ident(`x_${c.column.name}`))];
    await connection.run(`CREATE OR REPLACE TEMP TABLE scales AS SELECT * FROM (VALUES ${rows.join(', ')}) v(${names.join(', ')})`);
  }
  return scaled;
}
