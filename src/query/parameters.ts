import { DIMENSIONS } from '../model/dimensions.ts';
import { FILTER_IDS, FILTERS, type FilterId, type FilterState } from '../model/filters.ts';
import { literal } from './sql.ts';

/**
 * Filters whose values come when a statement runs: SQL made with them is the same text for every selection, so that the engine plans it once and a filter click
 * costs the run alone. `ids`: those that may be set.
 */
export class FilterParameters {
  constructor(readonly ids: readonly FilterId[] = FILTER_IDS) {}
}

/** Filters with their values, or with places for them. */
export type Filtering = FilterState | FilterParameters;

/** All filters but one. */
export const without = (filters: Filtering, id: FilterId): Filtering =>
  (filters instanceof FilterParameters ? new FilterParameters(filters.ids.filter((other) => other !== id)) : { ...filters, [id]: [] });

/** Unit and record separators: cleaned out of every ledger cell, so no value holds them. */
const [AROUND, BLANK] = ['\u001f', '\u001e'];

/** The table of one row that holds the selection while such statements run, one column per filter. Parameters of a prepared statement would do, but DuckDB plans anew for them. */
export const SELECTION = 'selection';
const [one, many] = [(id: FilterId): string => `${id}_selected`, (id: FilterId): string => `${id}_several`];

/** Makes the table: nothing selected. */
export const SELECTION_DDL = `CREATE TABLE ${SELECTION} AS SELECT ${FILTER_IDS.map((id) => `''::VARCHAR AS ${one(id)}, FALSE AS ${many(id)}`).join(', ')}`;

/** What FROM needs beside its tables. */
export const beside = (filters: Filtering): string => (filters instanceof FilterParameters ? `, ${SELECTION}` : '');

/** True for every row while nothing is selected. CASE stops early where OR does not. */
export function parameterTerm(id: FilterId): string {
  const { column } = DIMENSIONS[FILTERS[id].dimension];
  const value = `coalesce(${column}, chr(30))`;
  return `CASE WHEN ${one(id)} = '' THEN TRUE WHEN ${many(id)} THEN contains(${one(id)}, chr(31) || ${value} || chr(31)) ELSE ${value} = ${one(id)} END`;
}

/** A statement made with FilterParameters, and the statement that puts the selection in place before it runs. */
export interface Prepared {
  readonly sql: string;
  readonly select: string;
}

/** Puts a selection in place. */
export function selectSql(filters: FilterState): string {
  const set = FILTER_IDS.map((id) => {
    const values = (filters[id] ?? []).map((v) => v ?? BLANK);
    const alone = values.length === 1 && values[0] !== '';
    const text = alone ? values[0]! : values.map((v) => `${AROUND}${v}`).join('') + (values.length > 0 ? AROUND : '');
    return `${one(id)} = ${literal(text)}, ${many(id)} = ${!alone && values.length > 0}`;
  });
  return `UPDATE ${SELECTION} SET ${set.join(', ')}`;
}
