import type { DuckDBConnection } from '@duckdb/node-api';
import { LEDGER_TABLES } from '../../src/model/tables.ts';
import { ident } from '../../src/query/sql.ts';
import type { SheetPlan } from './contract.ts';
import { derivableId, derivedId, withoutId } from './derive-id.ts';
import { createQuarantine, quarantineDuplicates, quarantineIncomplete } from './quarantine.ts';
import { referenceOverrides, reportUnknown, resolveRows } from './references.ts';
import { withFactors } from './scales.ts';
import { type TablePlan, recognised } from './recognised.ts';
import { codesOf, probe } from './probe.ts';
import { exists } from './select.ts';
import { type Override, type TypedColumn, typedColumns, typedSql } from './type-sql.ts';
import { quarantineUnread } from './unfold.ts';
import { reportCells } from './unread.ts';
import { type KnownUnits, resolveUnits } from './units-in-ledger.ts';

export interface TypeOptions {
  /** ISO day of the snapshot; bounds how far ahead a date may lie. */
  readonly asOf: string;
  readonly known?: KnownUnits;
}

async function withDerivedId(connection: DuckDBConnection, plans: readonly TablePlan[], table: string, overrides: Map<string, Override>): Promise<void> {
  const sheets = withoutId(plans, table);
  const id = derivableId(table);
  if (id === null || sheets.length === 0) return;
  const own = overrides.get(id)?.value ?? `known_id(s.${ident(id)})`;
  overrides.set(id, { value: derivedId(table, own, sheets.map((p) => p.src)), joins: overrides.get(id)?.joins ?? [] });
  for (const { src, headerRow } of sheets) {
    await connection.run(`INSERT INTO issues SELECT 'id_derived', ${src}, ${headerRow}, '${table}', '${id}', NULL, '没有编号列，' || count(*) || ' 行的编号由内容生成；请在台账里加一列固定的编号'
      FROM ${ident(`staged_${table}`)} WHERE src = ${src}`);
  }
}

/** Tables of more rows than this keep texts that repeat as words. */
const MANY = 50_000;

/** How each column is read, once its cells were looked at. */
async function readingOf(connection: DuckDBConnection, plans: readonly TablePlan[], table: string, columns: readonly TypedColumn[], present: ReadonlySet<string>): Promise<TypedColumn[]> {
  const many = plans.filter((p) => p.table === table).reduce((n, p) => n + p.rows, 0) > MANY;
  const read = await probe(connection, table, await withFactors(connection, table, plans, columns), many);
  if (!many) return read;
  const named: TypedColumn[] = [];
  for (const c of read) {
    const list = c.column.references;
    const looked = list !== null && list !== 'units' && list !== table && present.has(list);
    named.push(looked ? { ...c, words: await codesOf(connection, list) } : c);
  }
  return named;
}

async function typeTable(connection: DuckDBConnection, plans: readonly TablePlan[], table: string, present: ReadonlySet<string>, asOf: string): Promise<void> {
  for (const list of ['projects', 'cases'] as const) if (present.has(list)) await resolveRows(connection, table, list);
  const overrides = referenceOverrides(table, present);
  await withDerivedId(connection, plans, table, overrides);
  const mapped = new Set(plans.filter((p) => p.table === table).flatMap((p) => p.columns.map((c) => c.column)));
  const columns = await readingOf(connection, plans, table, typedColumns(table, asOf, overrides, mapped), present);
  await connection.run(`CREATE OR REPLACE TABLE ${ident(`typed_${table}`)} AS ${typedSql(table, columns, overrides)}`);
  await createQuarantine(connection, table);
  await quarantineUnread(connection, plans, table);
  await reportUnknown(connection, table, present);
  await reportCells(connection, table, columns);
  await quarantineIncomplete(connection, table);
  await quarantineDuplicates(connection, table);
}

/**
 * Makes `typed_<table>` and `quarantine_<table>` of every staged table, in the catalogue's order, so that places, departments, projects and cases
 * are there before they are referred to. `typed_places` and `typed_departments` are made from the names found where the ledger has no list.
 * Returns the names of the typed tables.
 */
export async function typeTables(connection: DuckDBConnection, plans: readonly SheetPlan[], options: TypeOptions): Promise<string[]> {
  const found = recognised(plans);
  const input = LEDGER_TABLES.map((t) => t.name).filter((name) => found.some((p) => p.table === name));
  const present = new Set<string>();
  for (const axis of ['places', 'departments'] as const) {
    if (input.includes(axis)) await typeTable(connection, found, axis, present, options.asOf);
  }
  for (const axis of ['places', 'departments'] as const) {
    if (await resolveUnits(connection, axis, input, options.known?.[axis] ?? [])) present.add(axis);
  }
  for (const table of input.filter((t) => t !== 'places' && t !== 'departments')) {
    await typeTable(connection, found, table, present, options.asOf);
    present.add(table);
  }
  const made = new Set<string>();
  for (const table of present) if (await exists(connection, `typed_${table}`)) made.add(table);
  return [...made];
}
