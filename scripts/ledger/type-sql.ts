import { type Column, ledgerColumns, tableOf } from '../../src/model/tables.ts';
import { ident, literal } from '../../src/query/sql.ts';
import { type Factor, type Parser, parserOf } from './parse.ts';

/** A column that takes its value from elsewhere than its own cell. */
export interface Override {
  /** SQL of the value; `s` is the row as staged. */
  readonly value: string;
  /** Joins it needs. */
  readonly joins: readonly string[];
}

/** How one column of a table is read. */
export interface TypedColumn {
  readonly column: Column;
  /** Null for references, which are looked up, and for columns that no sheet holds. */
  readonly parser: Parser | null;
  readonly factor: Factor;
  /** Some cell needs more than the quick parser. */
  readonly more: boolean;
  /** Some amount has more decimals than are kept. */
  readonly rounded: boolean;
  /** All values of a column of few, in order: of millions of rows each keeps a number instead of a text. */
  readonly words: readonly string[] | null;
}

/** Columns of a table with their parsers, before their cells were looked at. */
export const typedColumns = (table: string, asOf: string, overrides: ReadonlyMap<string, Override>, mapped: ReadonlySet<string>): TypedColumn[] =>
  ledgerColumns(tableOf(table)).map((column) => {
    const parser = overrides.has(column.name) || !mapped.has(column.name) ? null : parserOf(column, asOf);
    return { column, parser, factor: 1, more: parser !== null, rounded: parser !== null && isMoney(column), words: null };
  });

/** True for amounts of money. */
export const isMoney = (column: Column): boolean => column.type === 'DECIMAL(18,2)' && column.unit === '元';

const q = (prefix: string, column: Column): string => ident(prefix + column.name);
/** Columns some cell of which may stay without a value, in the order of the bits of `_unread`. */
export const fallible = (columns: readonly TypedColumn[]): TypedColumn[] => columns.filter((c) => c.more && c.parser !== null && c.parser.problem !== null);
/** Columns some amount of which may lose decimals, in the order of the bits of `_rounded`. */
export const roundedColumns = (columns: readonly TypedColumn[]): TypedColumn[] => columns.filter((c) => c.rounded);

/** Bits as HUGEINT: a table may have more than 62 columns. */
const bits = (terms: readonly string[]): string => terms.map((t, i) => `CASE WHEN ${t} THEN ${2n ** BigInt(i)}::HUGEINT ELSE 0 END`).join(' + ');

/** True where a cell has text that is not a form of “not known” and still has no value. Nested, because AND does not stop early. */
const unread = (text: string, value: string): string =>
  `CASE WHEN ${value} IS NULL THEN CASE WHEN ${text} IS NOT NULL AND ${text} <> '' THEN NOT is_unknown(half_text(${text})) ELSE FALSE END ELSE FALSE END`;

/** Decimals money may have without being rounded, as SQL. */
const decimals = (factor: Factor): string => (typeof factor === 'number' ? String(2 + Math.round(Math.log10(factor))) : `2 + round(log10(${factor}))`);
/** True where an amount as written has more decimals than are kept. */
export const losesDecimals = (text: string, factor: Factor): string => `instr(${text}, '.') > 0 AND strlen(${text}) - instr(${text}, '.') > ${decimals(factor)}`;

/** Joins the rows as staged (`s`) with the factors that differ from source to source (`z`), where any does. */
export const withScales = (columns: readonly TypedColumn[]): string => (columns.some((c) => typeof c.factor === 'string') ? 'JOIN scales z ON s.src = z.src' : '');

/** Value of a column whose cells are all as the quick parser takes them; text is then as it is published. */
function cleanValue({ column, parser, factor }: TypedColumn & { parser: Parser }): string {
  const text = `s.${ident(column.name)}`;
  if (column.type !== 'VARCHAR') return parser.quick(text, factor);
  return parser.accept ? parser.accept(text) : text;
}

/**
 * The statement that reads a table in one pass: quick parse, slow parse of what is left, then which cells stayed unread (`_unread`) and which
 * amounts lost decimals (`_rounded`); each mark is there only where a column may need it. DuckDB takes longer to bind the slow parsers than to
 * read a small ledger, and far longer to run them over a big one, so columns without `more` do without.
 */
export function typedSql(table: string, columns: readonly TypedColumn[], overrides: ReadonlyMap<string, Override>): string {
  const odd = columns.filter((c): c is TypedColumn & { parser: Parser } => c.parser !== null && c.more);
  const rounded = roundedColumns(columns);
  const factorOf = (c: TypedColumn): Factor => (typeof c.factor === 'string' ? q('x_', c.column) : c.factor);
  const direct = (c: TypedColumn): string => overrides.get(c.column.name)?.value ?? (c.parser === null ? 'NULL' : cleanValue({ ...c, parser: c.parser }));
  const typed = (value: string, { column, words }: TypedColumn): string => `(${value})::${words ? `ENUM(${words.map(literal).join(', ')})` : column.type} AS ${ident(column.name)}`;
  const marks = rounded.length > 0 ? [`${bits(rounded.map((c) => losesDecimals(`s.${ident(c.column.name)}`, c.factor)))} AS _rounded`] : [];
  const from = `FROM ${ident(`staged_${table}`)} s ${[withScales(columns), ...new Set([...overrides.values()].flatMap((o) => o.joins))].join(' ')}`;
  if (odd.length === 0) return `SELECT s.src, s."row", ${[...columns.map((c) => typed(direct(c), c)), ...marks].join(', ')} ${from}`;
  const isOdd = (c: TypedColumn): boolean => odd.some((o) => o.column === c.column);
  const first = [
    's.src', 's."row"', ...marks, ...columns.filter((c) => !isOdd(c)).map((c) => `${direct(c)} AS ${q('v_', c.column)}`),
    ...odd.flatMap((c) => [`s.${ident(c.column.name)} AS ${q('s_', c.column)}`, `${c.parser.quick(`s.${ident(c.column.name)}`, c.factor)} AS ${q('q_', c.column)}`]),
    ...odd.filter((c) => typeof c.factor === 'string').map((c) => `${c.factor} AS ${q('x_', c.column)}`),
  ];
  const second = odd.map((c) => `coalesce(${q('q_', c.column)}, CASE WHEN ${q('s_', c.column)} IS NOT NULL THEN ${c.parser.slow(q('s_', c.column), factorOf(c))} END) AS ${q('v_', c.column)}`);
  const third = odd.filter((c) => c.parser.accept).map((c) => `${c.parser.accept?.(q('v_', c.column))} AS ${q('v_', c.column)}`);
  const doubtful = fallible(columns);
  const last = [
    'src', '"row"', ...columns.map((c) => typed(q('v_', c.column), c)),
    ...(doubtful.length > 0 ? [`${bits(doubtful.map((c) => unread(q('s_', c.column), q('v_', c.column))))} AS _unread`] : []), ...(marks.length > 0 ? ['_rounded'] : []),
  ];
  const accepted = `SELECT *, ${second.join(', ')} FROM (SELECT ${first.join(', ')} ${from})`;
  return `SELECT ${last.join(', ')} FROM (${third.length > 0 ? `SELECT * REPLACE (${third.join(', ')}) FROM (${accepted})` : accepted})`;
}
