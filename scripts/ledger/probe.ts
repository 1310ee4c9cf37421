import type { DuckDBConnection } from '@duckdb/node-api';
import { ident } from '../../src/query/sql.ts';
import type { Parser } from './parse.ts';
import { isId } from './parse.ts';
import { select } from './select.ts';
import { isMoney, losesDecimals, type TypedColumn } from './type-sql.ts';

/** Values a column has at most to be kept as numbers of words. */
const WORDS = 1000;

type Probed = TypedColumn & { readonly parser: Parser; readonly factor: number };
interface Answer { readonly number: number; readonly more: boolean; readonly rounded: boolean; readonly cells: number }

/** Whether any (number, cell) pair passes the test of its column; each pattern and cast written once, since DuckDB binds and compiles every place it stands in. */
function anyOf(columns: readonly Probed[], test: (c: Probed) => string | null): string {
  const numbers = new Map<string, number[]>();
  for (const [i, c] of columns.entries()) {
    const sql = test(c);
    if (sql !== null) numbers.set(sql, [...(numbers.get(sql) ?? []), i]);
  }
  if (numbers.size === 0) return 'FALSE';
  return `coalesce(bool_or(CASE ${[...numbers].map(([sql, list]) => `WHEN number IN (${list.join(', ')}) THEN ${sql}`).join(' ')} END), FALSE)`;
}

const needsMore = ({ parser, factor }: Probed): string => {
  const value = parser.quick('cell', factor);
  return `(${parser.accept ? parser.accept(value) : value}) IS NULL`;
};

/** Pairs of a few rows, or of many: there every text of a column is looked at once (the number outside: DuckDB then goes by the file's dictionaries); of ids, which hardly repeat, only one that is odd is there. */
function pairs(table: string, columns: readonly Probed[], many: boolean): string {
  const names = columns.map((c) => ident(c.column.name));
  const staged = ident(`staged_${table}`);
  return many
    ? columns.map((c, i) => (isId(c.column)
      ? `(SELECT ${i} AS number, cell FROM (SELECT ${names[i]} AS cell FROM ${staged}) WHERE cell IS NOT NULL AND ${needsMore(c)} LIMIT 1)`
      : `SELECT ${i} AS number, cell FROM (SELECT DISTINCT ${names[i]} AS cell FROM ${staged})`)).join(' UNION ALL ')
    : `SELECT unnest(range(${names.length})) AS number, unnest([${names.join(', ')}]) AS cell FROM ${staged}`;
}

async function wordsOf(connection: DuckDBConnection, from: string, name: string): Promise<string[]> {
  return (await select<{ word: string }>(connection, `SELECT DISTINCT ${ident(name)} AS word FROM ${ident(from)} WHERE ${ident(name)} IS NOT NULL ORDER BY 1`)).map((r) => r.word);
}

/**
 * Looks through every cell of a staged table once: which columns need more than the quick parser, which amounts lose decimals and, of `many` rows, which
 * texts repeat so much that they are kept as words. Columns whose factor differs between sources are taken to need everything.
 */
export async function probe(connection: DuckDBConnection, table: string, columns: readonly TypedColumn[], many: boolean): Promise<TypedColumn[]> {
  const probed = columns.filter((c): c is Probed => c.parser !== null && typeof c.factor === 'number');
  if (probed.length === 0) return [...columns];
  const answers = await select<Answer>(connection, `SELECT number, ${anyOf(probed, needsMore)} AS more,
      ${anyOf(probed, (c) => (isMoney(c.column) ? losesDecimals('cell', c.factor) : null))} AS rounded, count(*) AS cells
    FROM (${pairs(table, probed, many)}) WHERE cell IS NOT NULL GROUP BY number`);
  const read: TypedColumn[] = [];
  for (const c of columns) {
    const number = probed.findIndex((p) => p.column === c.column);
    if (number === -1) {
      read.push(c);
      continue;
    }
    const { more, rounded, cells } = answers.find((a) => a.number === number) ?? { more: false, rounded: false, cells: 0 };
    const repeats = many && !more && c.column.type === 'VARCHAR' && !isId(c.column) && cells > 0 && cells <= WORDS;
    const words = repeats ? await wordsOf(connection, `staged_${table}`, c.column.name) : many && c.column.values !== null ? Object.keys(c.column.values).sort() : null;
    read.push({ ...c, more, rounded, words });
  }
  return read;
}

/** The same for a column whose values are codes of a list: `means_<list>` has them all. */
export async function codesOf(connection: DuckDBConnection, list: string): Promise<string[] | null> {
  const codes = await wordsOf(connection, `means_${list}`, 'code');
  return codes.length > 0 && codes.length <= WORDS ? codes : null;
}
