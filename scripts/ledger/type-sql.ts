import { type Column, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { type Parser, parserOf } from './parse.ts';

/** A column that takes its value from elsewhere than its own cell. */
export interface Override {
  /** SQL of the value; `s` is the row as staged. */
  readonly value: string;
  /** Joins it needs. */
  readonly joins: readonly string[];
}

export interface TypedColumn {
  readonly column: Column;
  readonly parser: Parser | null;
}

/** Columns of a table with their parsers; references have none, they are looked up, nor have columns that no sheet holds (`mapped`). */
export const typedColumns = (table: string, asOf: string, overrides: ReadonlyMap<string, Override>, mapped: ReadonlySet<string>): TypedColumn[] =>
  ledgerColumns(tableOf(table)).map((column) => ({ column, parser: overrides.has(column.name) || !mapped.has(column.name) ? null : parserOf(column, asOf) }));

const q = (prefix: string, column: Column): string => ident(prefix + column.name);
/** Columns whose text may not parse, in the order of the bits of `_unread`. */
export const fallible = (columns: readonly TypedColumn[]): TypedColumn[] => columns.filter((c) => c.parser !== null && c.parser.problem !== null);
/** Money columns, in the order of the bits of `_rounded`. */
export const moneyColumns = (columns: readonly TypedColumn[]): TypedColumn[] => columns.filter((c) => c.parser !== null && c.column.type === 'DECIMAL(18,2)' && c.column.unit === '元');

/** Bits as HUGEINT: a table may have more than 62 columns. */
const bits = (terms: readonly string[]): string => (terms.length === 0 ? '0::HUGEINT' : terms.map((t, i) => `CASE WHEN ${t} THEN ${2n ** BigInt(i)}::HUGEINT ELSE 0 END`).join(' + '));

/** True where a cell has text that is not a form of “not known” and still has no value. Nested, because AND does not stop early. */
const unread = (text: string, value: string): string =>
  `CASE WHEN ${value} IS NULL THEN CASE WHEN ${text} IS NOT NULL AND ${text} <> '' THEN NOT is_unknown(half_text(${text})) ELSE FALSE END ELSE FALSE END`;

/** SELECT of one boolean per parsed column, named like it: some cell needs more than the quick parser. For `typedSql`'s `quickOnly`. */
export function probeSql(table: string, columns: readonly TypedColumn[]): string {
  const tests = columns.flatMap(({ column, parser }) => {
    if (parser === null) return [];
    const text = `s.${ident(column.name)}`;
    const value = parser.quick(text, parser.scaled ? `z.${q('x_', column)}` : '1');
    return [`coalesce(bool_or(${text} IS NOT NULL AND ${parser.accept ? parser.accept(value) : value} IS NULL), FALSE) AS ${ident(column.name)}`];
  });
  return `SELECT ${['TRUE AS _probed', ...tests].join(', ')} FROM ${ident(`staged_${table}`)} s JOIN scales z ON s.src = z.src`;
}

/**
 * The statement that reads a table in one pass: quick parse, slow parse of what is left, then which cells stayed unread. `scales` has one row
 * per source: `src`, `x_<column>` the factor of each scaled column and `d_<column>` the decimals a money cell may have without being rounded.
 * Columns in `quickOnly` are known to read whole with the quick parser: DuckDB takes longer to bind the slow ones than to read a small ledger.
 */
export function typedSql(table: string, columns: readonly TypedColumn[], overrides: ReadonlyMap<string, Override>, quickOnly: ReadonlySet<string> = new Set()): string {
  const parsed = columns.filter((c): c is TypedColumn & { parser: Parser } => c.parser !== null);
  const money = moneyColumns(columns);
  const factor = (c: TypedColumn, from: string): string => (c.parser?.scaled ? `${from}${q('x_', c.column)}` : '1');
  const first = [
    's.src', 's."row"',
    ...parsed.flatMap((c) => [`s.${ident(c.column.name)} AS ${q('s_', c.column)}`, `${c.parser.quick(`s.${ident(c.column.name)}`, factor(c, 'z.'))} AS ${q('q_', c.column)}`]),
    ...parsed.filter((c) => c.parser.scaled).map((c) => `z.${q('x_', c.column)}`),
    ...money.map((c) => `z.${q('d_', c.column)}`),
    ...[...overrides].map(([name, o]) => `${o.value} AS ${ident(`v_${name}`)}`),
  ];
  const joins = [...new Set([...overrides.values()].flatMap((o) => o.joins))];
  const second = [
    'src', '"row"',
    ...parsed.map((c) => `${quickOnly.has(c.column.name) ? q('q_', c.column) : `coalesce(${q('q_', c.column)}, CASE WHEN ${q('s_', c.column)} IS NOT NULL THEN ${c.parser.slow(q('s_', c.column), factor(c, ''))} END)`} AS ${q('v_', c.column)}`),
    ...parsed.map((c) => q('s_', c.column)), ...money.map((c) => q('d_', c.column)), ...[...overrides.keys()].map((n) => ident(`v_${n}`)),
  ];
  const accepted = (c: TypedColumn): string => {
    if (c.parser === null && !overrides.has(c.column.name)) return 'NULL';
    return c.parser?.accept ? c.parser.accept(q('v_', c.column)) : q('v_', c.column);
  };
  const third = [
    'src', '"row"', ...columns.map((c) => `${accepted(c)} AS ${ident(c.column.name)}`), ...fallible(columns).map((c) => q('s_', c.column)),
    ...money.map((c) => q('d_', c.column)),
  ];
  const last = [
    'src', '"row"', ...columns.map((c) => `${ident(c.column.name)}::${c.column.type} AS ${ident(c.column.name)}`),
    `${bits(fallible(columns).map((c) => (quickOnly.has(c.column.name) ? 'FALSE' : unread(q('s_', c.column), ident(c.column.name)))))} AS _unread`,
    `${bits(money.map((c) => `instr(${q('s_', c.column)}, '.') > 0 AND strlen(${q('s_', c.column)}) - instr(${q('s_', c.column)}, '.') > ${q('d_', c.column)}`))} AS _rounded`,
  ];
  return `SELECT ${last.join(', ')} FROM (SELECT ${third.join(', ')} FROM (SELECT ${second.join(', ')} FROM (
    SELECT ${first.join(', ')} FROM ${ident(`staged_${table}`)} s JOIN scales z ON s.src = z.src ${joins.join(' ')})))`;
}

/** Literal of a factor with one decimal; factors are powers of ten or 0.1. */
export const factorLiteral = (factor: number): string => `${literal(factor.toFixed(1))}::DECIMAL(10,1)`;
