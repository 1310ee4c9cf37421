import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLES } from '../../src/model/tables.ts';
import type { Column } from '../../src/model/column.ts';
import { ident, literal } from '../../src/query/sql.ts';

/** Fills the ledger tables of an empty snapshot with pseudo-random rows: every enumerated value, NULLs, a year of days, a few places and departments. */
export async function fillRandom(connection: DuckDBConnection, seed: number, rows: number): Promise<void> {
  const tables = ['projects', 'absent', 'cases', 'payroll', 'payments', 'compliance', 'actions', 'inspections', 'events', 'returns', 'warnings', 'flow'] as const;
  for (const name of tables) {
    const columns: readonly Column[] = TABLES[name].columns;
    const values = columns.map((c) => `${expression(name, c, `hash(concat(i, ${literal(`:${seed}:${name}.${c.name}`)}))`, rows)} AS ${ident(c.name)}`);
    await connection.run(`INSERT INTO ${ident(name)} BY NAME SELECT ${values.join(', ')} FROM range(${rows}) t(i) ${name === 'projects' ? '' : `QUALIFY row_number() OVER (PARTITION BY ${TABLES[name].key.map((k) => ident(k)).join(', ')}) = 1`}`);
  }
  await connection.run(`UPDATE projects SET open = coalesce(risk_grade IN ('一般', '严重') AND closed_on IS NULL, FALSE)`);
  await connection.run(`UPDATE projects SET grade_now = CASE WHEN open THEN risk_grade ELSE '无欠薪' END`);
}

function expression(table: string, c: Column, hash: string, rows: number): string {
  const pick = (values: readonly string[]) => `list_extract([${values.map(literal).join(', ')}], (${hash} % ${values.length})::INTEGER + 1)`;
  const nullable = (sql: string) => (c.required || c.name === 'open' ? sql : `CASE WHEN ${hash} % 7 <> 0 THEN ${sql} END`);
  // Steps of the 销号账 are taken on published days.
  if (table === 'flow' && c.name === 'as_of') return `DATE '2026-10-30' + 7 * (${hash} % 4)::INTEGER`;
  if (c.name === 'project_id') return table === 'projects' ? `'P' || i` : `'P' || (${hash} % ${rows})`;
  if (c.required && c.name.endsWith('_id')) return `'K' || i`;
  if (c.values) return nullable(pick(Object.keys(c.values)));
  if (c.name === 'unit_code') return pick(['A1', 'A2', 'D1', 'D2']);
  if (c.references === 'places' || c.name === 'place_code') return nullable(pick(['A1', 'A2', 'A3']));
  if (c.references === 'departments' || c.name === 'dept_code') return nullable(pick(['D1', 'D2', 'D3', 'D4']));
  if (c.name === 'leader' || c.name === 'contractor') return nullable(pick(['甲', '乙']));
  if (c.name === 'industry') return nullable(pick(['建筑业', '制造业']));
  if (c.type === 'DATE') return nullable(`DATE '2026-02-01' + (${hash} % 300)::INTEGER`);
  if (c.type === 'BOOLEAN') return nullable(`${hash} % 2 = 0`);
  if (c.type === 'VARCHAR') return nullable(`'v' || (${hash} % 90)`);
  return nullable(`(${hash} % 1000)::${c.type === 'DOUBLE' ? 'DOUBLE' : 'INTEGER'}`);
}
