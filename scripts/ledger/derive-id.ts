import { ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import type { TablePlan } from './recognised.ts';

/** Tables whose number can be derived when no column of a sheet gives it, with the letter derived numbers begin with. */
const PREFIX: Readonly<Record<string, string>> = { projects: 'P', cases: 'C', payments: 'F', actions: 'A', events: 'E' };
/** A project is told by its name, place and owner, so that its number outlives changes of everything else. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = { projects: ['name', 'place_code', 'owner_unit'] };
/** Hexadecimal digits: 48 bits, so ten million rows are unlikely to meet. */
const DIGITS = 12;

/** The id column of a table that can be derived; null when the table has none. */
export const derivableId = (table: string): string | null => (table in PREFIX ? (tableOf(table).key[0] ?? null) : null);

/** Sources of a table whose sheet has no column for the id. */
export const withoutId = (plans: readonly TablePlan[], table: string): TablePlan[] => {
  const id = derivableId(table);
  return id === null ? [] : plans.filter((p) => p.table === table && !p.columns.some((c) => c.column === id));
};

/** 太平镇人民政府, 太平镇 and 太平 are the same place; next week another of them may be written. */
const comparable = (column: string): string =>
  column === 'place_code' ? `regexp_replace(regexp_replace(name_key(s.place_code), '(?:人民政府|办事处|管委会|管理委员会)$', ''), '(.{2})(?:街道|镇|乡)$', '\\1')` : `name_key(s.${ident(column)})`;

/**
 * SQL of the id of a row as staged: one letter and 12 hexadecimal digits of the SHA-256 of what tells the row apart, in the spelling names are
 * compared in. Tables other than projects have only their content, so a corrected row gets a new number.
 */
export function derivedId(table: string, otherwise: string, sources: readonly number[]): string {
  const columns = IDENTITY[table] ?? ledgerColumns(tableOf(table)).map((c) => c.name).filter((c) => c !== derivableId(table));
  const content = columns.map((c) => `coalesce(${comparable(c)}, '')`).join(` || chr(31) || `);
  return `CASE WHEN s.src IN (${sources.join(', ')}) THEN ${literal(PREFIX[table] ?? '')} || upper(left(sha256(${content}), ${DIGITS})) ELSE ${otherwise} END`;
}
