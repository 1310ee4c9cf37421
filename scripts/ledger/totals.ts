import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { literal } from '../../src/query/sql.ts';
import { type Segment, type StatedTotal, judgeTotals } from './judge-totals.ts';
import { parserOf } from './parse.ts';
import type { TablePlan } from './recognised.ts';
import { select } from './select.ts';

interface Summed {
  readonly column: Column;
  readonly raw: string;
  readonly factor: number;
}

const NOT_ADDED: readonly string[] = ['%', '分钟', '天', '周', '度'];

/** Columns a total row adds up: amounts and counts, not percentages, durations and positions. */
function summed(plan: TablePlan): Summed[] {
  const columns = ledgerColumns(tableOf(plan.table));
  return plan.columns.flatMap(({ column: name, raw, factor }) => {
    const column = columns.find((c) => c.name === name);
    const adds = column && ['INTEGER', 'BIGINT', 'DECIMAL(18,2)'].includes(column.type) && !NOT_ADDED.includes(column.unit) && name !== 'sort';
    return adds ? [{ column, raw, factor }] : [];
  });
}

/** A cell in hundredths of the catalogue's unit. No date is parsed here, so any day does. */
function hundredths({ column, raw, factor }: Summed): string {
  const parser = parserOf(column, '2000-01-01');
  const text = `r.${raw}`;
  return `(coalesce(${parser.quick(text, factor)}, CASE WHEN ${text} IS NOT NULL THEN ${parser.slow(text, factor)} END)::DECIMAL(38,2) * 100)::HUGEINT`;
}

/** Half of the last digit stated: 1,245 万元 may be anything that rounds to it. Counts must agree exactly. */
function tolerance(text: string, { column, factor }: Summed): bigint {
  if (column.type !== 'DECIMAL(18,2)') return 0n;
  const scale = /亿/.test(text) ? 1e8 : /万/.test(text) ? 1e4 : factor;
  const decimals = /[.．]([0-9０-９]+)/.exec(text)?.[1]?.length ?? 0;
  return BigInt(Math.round(Math.max(0, (scale * 100) / 10 ** decimals / 2)));
}

const UNITS: Readonly<Record<number, string>> = { 1: '元', 1e4: '万元', 1e8: '亿元' };

/** 123456 hundredths of 元 in the unit of the column, without trailing zeros. */
export function inUnit(value: bigint, { column, factor }: Summed): string {
  const money = column.unit === '元';
  const shown = money && factor in UNITS ? factor : 1;
  const digits = String(shown).length - 1 + 2;
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const decimals = text.slice(-digits).replace(/0+$/, '');
  const whole = text.slice(0, -digits).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}${money ? (UNITS[shown] ?? '') : column.unit}`;
}

async function checkSheet(connection: DuckDBConnection, plan: TablePlan): Promise<void> {
  const columns = summed(plan);
  if (columns.length === 0) return;
  const totals = `(SELECT "row", text FROM set_aside WHERE src = ${plan.src} AND kind = 'total')`;
  const rest = `(SELECT "row" FROM set_aside WHERE src = ${plan.src} UNION ALL SELECT "row" FROM blank_rows WHERE src = ${plan.src})`;
  const stated = await select<Record<string, string | number | null>>(connection, `SELECT t."row", t.text,
    ${columns.map((c, i) => `${hundredths(c)}::VARCHAR AS v${i}, r.${c.raw} AS t${i}`).join(', ')} FROM ${totals} t JOIN raw_${plan.src} r ON r._row = t."row" ORDER BY t."row"`);
  if (stated.length === 0) return;
  const sums = await select<Record<string, string | number | null>>(connection, `SELECT coalesce(t."row", 0) AS after, count(*) AS n,
    ${columns.map((c, i) => `coalesce(sum(${hundredths(c)}), 0)::VARCHAR AS v${i}`).join(', ')}
    FROM (SELECT * FROM raw_${plan.src} r ANTI JOIN ${rest} x ON r._row = x."row" WHERE r._row > ${plan.headerRow}) r ASOF LEFT JOIN ${totals} t ON r._row > t."row" GROUP BY after ORDER BY after`);
  const rows: StatedTotal[] = stated.map((s) => ({
    row: Number(s.row), label: String(s.text),
    values: columns.map((_, i) => (s[`v${i}`] === null ? null : BigInt(String(s[`v${i}`])))),
    tolerance: columns.map((c, i) => tolerance(String(s[`t${i}`] ?? ''), c)),
  }));
  const segments = [0, ...rows.map((t) => t.row)].map((after): Segment => {
    const sum = sums.find((s) => s.after === after);
    return { rows: Number(sum?.n ?? 0), sums: columns.map((_, i) => BigInt(String(sum?.[`v${i}`] ?? '0'))) };
  });
  const issues = judgeTotals(rows, segments).flatMap((m) => {
    const column = columns[m.column];
    const label = rows.find((t) => t.row === m.row)?.label.split(' ').find((t) => /计/.test(t)) ?? '合计';
    return column ? [[plan.src, m.row, plan.table, column.column.name, inUnit(m.stated, column), `“${label}”行的“${column.column.title}”写的是 ${inUnit(m.stated, column)}，明细 ${m.rows} 行相加是 ${inUnit(m.computed, column)}`]] : [];
  });
  if (issues.length > 0) await connection.run(`INSERT INTO issues VALUES ${issues.map((i) => `('total_mismatch', ${i.map(literal).join(', ')})`).join(', ')}`);
}

/** Compares every total row set aside with the sum of the data rows it stands for, column by column, as written: issues `total_mismatch`. */
export async function checkTotals(connection: DuckDBConnection, plans: readonly TablePlan[]): Promise<void> {
  const stated = await select<{ src: number }>(connection, `SELECT DISTINCT src FROM set_aside WHERE kind = 'total'`);
  for (const plan of plans) if (stated.some((s) => s.src === plan.src)) await checkSheet(connection, plan);
}
