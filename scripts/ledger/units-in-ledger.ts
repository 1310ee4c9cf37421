import type { DuckDBConnection } from '@duckdb/node-api';
import { type Column, type DepartmentRow, type PlaceRow, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import type { Axis, Unit } from './match-unit.ts';
import { select } from './select.ts';
import { type UnitCell, type UnitList, type UnitMeaning, listUnits } from './unit-list.ts';

type Aliased = { readonly aliases?: readonly string[] };
/** Rows known from the county's configuration or the previous snapshot; used where the ledger has no list of its own, before new ones are made. */
export interface KnownUnits {
  readonly places?: readonly (Pick<PlaceRow, 'place_code' | 'name'> & Partial<PlaceRow> & Aliased)[];
  readonly departments?: readonly (Pick<DepartmentRow, 'dept_code' | 'name'> & Partial<DepartmentRow> & Aliased)[];
}

type KnownRow = Readonly<Record<string, unknown>> & Aliased;
interface AxisWords { readonly code: string; readonly axis: string; readonly list: string; readonly made: string }
const AXIS_WORDS: Readonly<Record<Axis, AxisWords>> = {
  places: { code: 'place_code', axis: '属地', list: '属地名册', made: 'places_created' },
  departments: { code: 'dept_code', axis: '主管部门', list: '主管部门名册', made: 'departments_created' },
};

/** SQL: the row as staged is about a place (报送单位类型 is 属地, 乡镇 …). */
export const IS_PLACE = (axis: string): string => `coalesce(name_key(${axis}) IN ('属地', '乡镇', '属地单位', '镇街', '乡镇街道'), FALSE)`;

/** Columns of the staged tables that name a unit of an axis, with the condition under which a row does (报送单位 is of one or the other). */
function referring(axis: Axis, tables: readonly string[]): { table: string; column: Column; when: string }[] {
  return tables.flatMap((table) => ledgerColumns(tableOf(table)).flatMap((column) => {
    if (column.references === axis) return [{ table, column, when: 'TRUE' }];
    return column.references === 'units' ? [{ table, column, when: axis === 'places' ? IS_PLACE('axis') : `NOT ${IS_PLACE('axis')}` }] : [];
  }));
}

/** Source and row as one number. */
const ROWS = 4_294_967_296;

/** Distinct cells of an axis in the order of first appearance: tables in the catalogue's order, then source and row. Materialised, or every row would be cleaned. */
async function distinctCells(connection: DuckDBConnection, axis: Axis, tables: readonly string[]): Promise<UnitCell[]> {
  const parts = referring(axis, tables).map(({ table, column, when }, i) =>
    `SELECT ${ident(column.name)} AS cell, ${i} AS part, min(src::BIGINT * ${ROWS} + "row") AS place FROM ${ident(`staged_${table}`)} WHERE ${ident(column.name)} IS NOT NULL AND ${when} GROUP BY cell`);
  if (parts.length === 0) return [];
  return await select<UnitCell>(connection, `
    WITH cells AS MATERIALIZED (SELECT cell, min(part) AS part, arg_min(place, part) AS place FROM (${parts.join(' UNION ALL ')}) GROUP BY cell)
    SELECT cell, known_name(cell) AS name, (place // ${ROWS})::INTEGER AS src, (place % ${ROWS})::INTEGER AS "row" FROM cells WHERE known_name(cell) IS NOT NULL ORDER BY part, place`);
}

async function writeMeanings(connection: DuckDBConnection, axis: Axis, meanings: readonly UnitMeaning[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE means_${axis} (cell VARCHAR, code VARCHAR, problem VARCHAR, guessed BOOLEAN)`);
  const appender = await connection.createAppender(`means_${axis}`);
  for (const m of meanings) {
    for (const text of [m.cell, m.code, m.problem]) {
      if (text === null) appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.appendBoolean(m.guessed);
    appender.endRow();
  }
  appender.closeSync();
}

const scalar = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

async function makeList(connection: DuckDBConnection, axis: Axis, known: readonly KnownRow[], created: UnitList['created']): Promise<void> {
  const { code, list, made } = AXIS_WORDS[axis];
  const columns = ledgerColumns(tableOf(axis));
  await connection.run(`CREATE OR REPLACE TABLE typed_${axis} (src INTEGER, "row" INTEGER, ${columns.map((c) => `${ident(c.name)} ${c.type}`).join(', ')})`);
  const rows: KnownRow[] = [...known, ...created.map((u) => ({ src: u.src, row: u.row, [code]: u.code, name: u.name, kind: u.kind }))];
  const values = rows.map((r, i) => `(${[r.src, r.row, ...columns.map((c) => r[c.name] ?? (c.name === 'sort' ? i + 1 : null))].map(scalar).map(literal).join(', ')})`);
  await connection.run(`INSERT INTO typed_${axis} VALUES ${values.join(', ')}`);
  if (created.length === 0) return;
  await connection.run(`INSERT INTO issues VALUES ${created.map((u) =>
    `(${[made, u.src, u.row, axis, 'name', u.name, `台账里没有${list}，按出现先后编为 ${u.code}；请补一张${list}`].map(literal).join(', ')})`).join(', ')}`);
}

/**
 * Decides what every distinct place or department cell of the staged tables means: `means_<axis>` (cell, code, problem, guessed). With the
 * list in the ledger (`typed_<axis>` exists) unknown names are problems; without it `typed_<axis>` is made from `known` and the names
 * found, with a notice each. Returns whether cells are looked up at all: `means_<axis>` decides, also where no cell names a unit and no list is made.
 */
export async function resolveUnits(connection: DuckDBConnection, axis: Axis, tables: readonly string[], known: readonly KnownRow[]): Promise<boolean> {
  const { code } = AXIS_WORDS[axis];
  const listed = tables.includes(axis);
  const short = axis === 'departments' ? 'short_name' : 'NULL';
  const units: readonly Unit[] = listed
    ? await select<Unit>(connection, `SELECT ${code} AS code, name, ${short} AS "shortName" FROM typed_${axis} ORDER BY src, "row"`)
    : known.map((k) => ({ code: String(k[code]), name: String(k.name), shortName: typeof k.short_name === 'string' ? k.short_name : null, ...(k.aliases ? { aliases: k.aliases } : {}) }));
  const { meanings, created } = listUnits(axis, units, await distinctCells(connection, axis, tables), !listed);
  await writeMeanings(connection, axis, meanings);
  if (!listed && units.length + created.length === 0) return meanings.length > 0;
  if (!listed) await makeList(connection, axis, known, created);
  await connection.run(`INSERT INTO issues SELECT 'reference_guessed', NULL, NULL, '${axis}', 'name', m.cell, '按简称读作“' || u.name || '”，请核对'
    FROM means_${axis} m JOIN typed_${axis} u ON m.code = u.${code} WHERE m.guessed ORDER BY m.cell`);
  return true;
}
