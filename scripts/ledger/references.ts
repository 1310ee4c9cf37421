import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { select } from './select.ts';
import type { Override } from './type-sql.ts';
import { IS_PLACE } from './units-in-ledger.ts';

type RowTable = 'projects' | 'cases';
const KEY: Readonly<Record<RowTable, string>> = { projects: 'project_id', cases: 'case_id' };
const UNKNOWN = { places: 'unknown_place', departments: 'unknown_department', projects: 'unknown_project', cases: 'unknown_case' } as const;

/** Lists that can be referred to: those in `present`. A reference to a list that is not there stays as written. */
export type Present = ReadonlySet<string>;

const alias = (column: Column, list: string): string => ident(`m_${column.name}_${list}`);
const meaningJoin = (column: Column, list: string): string =>
  `LEFT JOIN ${ident(`means_${list}`)} ${alias(column, list)} ON s.${ident(column.name)} = ${alias(column, list)}.cell`;

/** For every column of a table that names a row of another list: its value and the joins it needs. */
export function referenceOverrides(table: string, present: Present): Map<string, Override> {
  const overrides = new Map<string, Override>();
  for (const column of ledgerColumns(tableOf(table))) {
    const list = column.references;
    if (list === 'units') {
      const [places, departments] = [present.has('places'), present.has('departments')];
      const code = (axis: string, there: boolean): string => (there ? `${alias(column, axis)}.code` : `known_name(s.${ident(column.name)})`);
      overrides.set(column.name, {
        value: `CASE WHEN ${IS_PLACE('s.axis')} THEN ${code('places', places)} ELSE ${code('departments', departments)} END`,
        joins: [...(places ? [meaningJoin(column, 'places')] : []), ...(departments ? [meaningJoin(column, 'departments')] : [])],
      });
    } else if (list !== null && present.has(list) && list !== table) {
      overrides.set(column.name, { value: `${alias(column, list)}.code`, joins: [meaningJoin(column, list)] });
    }
  }
  return overrides;
}

/**
 * `means_projects` or `means_cases` for the cells of one table: by id, else by name; ids differ in width, spaces and case. Two projects of one
 * name are told apart only by number.
 */
export async function resolveRows(connection: DuckDBConnection, table: string, list: RowTable): Promise<void> {
  const column = ledgerColumns(tableOf(table)).find((c) => c.references === list);
  if (!column) return;
  const named = list === 'projects' ? 'name' : 'NULL::VARCHAR';
  await connection.run(`CREATE OR REPLACE TABLE means_${list} AS
    WITH cells AS (SELECT DISTINCT ${ident(column.name)} AS cell FROM ${ident(`staged_${table}`)} WHERE ${ident(column.name)} IS NOT NULL),
    listed AS (SELECT ${KEY[list]} AS id, ${named} AS name FROM typed_${list}),
    direct AS (SELECT c.cell, l.id FROM cells c LEFT JOIN listed l ON c.cell = l.id),
    odd AS (SELECT cell, known_id(cell) AS id, name_key(cell) AS key FROM direct WHERE id IS NULL),
    named AS (SELECT name_key(name) AS key, min(id) AS id, count(*) AS n FROM listed WHERE name IS NOT NULL GROUP BY ALL),
    found AS (SELECT o.cell, o.id IS NULL AS unknown, coalesce(l.id, CASE WHEN n.n = 1 THEN n.id END) AS code, n.n
      FROM odd o LEFT JOIN listed l ON o.id = l.id LEFT JOIN named n ON o.key = n.key)
    SELECT cell, id AS code, NULL::VARCHAR AS problem FROM direct WHERE id IS NOT NULL
    UNION ALL SELECT cell, code, CASE WHEN code IS NULL AND NOT unknown THEN CASE WHEN n > 1 THEN '有 ' || n || ' 个同名项目，请改填项目编号'
      ELSE ${literal(list === 'projects' ? '项目台账里没有这个项目' : '线索台账里没有这条线索')} END END FROM found`);
}

/** Adds an issue for every cell that names nothing on its list. */
export async function reportUnknown(connection: DuckDBConnection, table: string, present: Present): Promise<void> {
  for (const column of ledgerColumns(tableOf(table))) {
    const lists = column.references === 'units' ? (['places', 'departments'] as const) : column.references === null || column.references === table ? [] : [column.references];
    for (const list of lists) {
      if (!present.has(list)) continue;
      const problems = await select<{ n: number }>(connection, `SELECT count(*) AS n FROM ${ident(`means_${list}`)} WHERE problem IS NOT NULL`);
      if ((problems[0]?.n ?? 0) === 0) continue;
      const when = column.references === 'units' ? `AND ${list === 'places' ? '' : 'NOT '}${IS_PLACE('s.axis')}` : '';
      await connection.run(`INSERT INTO issues SELECT '${UNKNOWN[list]}', s.src, s."row", ${literal(table)}, ${literal(column.name)}, s.${ident(column.name)}, m.problem
        FROM ${ident(`staged_${table}`)} s JOIN ${ident(`means_${list}`)} m ON s.${ident(column.name)} = m.cell WHERE m.problem IS NOT NULL ${when} ORDER BY s.src, s."row"`);
    }
  }
}
