import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';

/** Name of the raw table of a source. */
export const rawTable = (src: number): string => `raw_${src}`;
/** The first rows of a source as a relation: rows stand in the order of the file, so no more of it is read. */
export const firstRows = (src: number, count: number): string => `(FROM ${rawTable(src)} LIMIT ${count})`;
/** `c1, c2, …`; a source without columns still has c1, so the stages after need no special case. */
export const rawColumns = (width: number): string[] => Array.from({ length: Math.max(1, width) }, (_, i) => `c${i + 1}`);

/** Before cells of `raw_<src>` are changed: a big text file is a view of its Parquet copy, and becomes a table only then. */
export async function makeWritable(connection: DuckDBConnection, src: number): Promise<void> {
  const name = rawTable(src);
  const [views] = (await connection.runAndReadAll(`SELECT count(*) FROM duckdb_views() WHERE view_name = '${name}'`)).getRows()[0] ?? [];
  if (Number(views) === 0) return;
  await connection.run(`CREATE TABLE ${name}_cells AS SELECT * FROM ${name}`);
  await connection.run(`DROP VIEW ${name}`);
  await connection.run(`ALTER TABLE ${name}_cells RENAME TO ${name}`);
}

const FLUSH = 100_000;

/** Writes `raw_<src>` row by row; the table grows a column when a wider row comes. '' is NULL. */
export class RawAppender {
  readonly #connection: DuckDBConnection;
  readonly #table: string;
  #appender: DuckDBAppender;
  #width: number;
  rows = 0;

  private constructor(connection: DuckDBConnection, table: string, appender: DuckDBAppender, width: number) {
    this.#connection = connection;
    this.#table = table;
    this.#appender = appender;
    this.#width = width;
  }

  /** Creates the empty table of source `src`. */
  static async create(connection: DuckDBConnection, src: number, width: number): Promise<RawAppender> {
    const columns = rawColumns(width).map((c) => `${c} VARCHAR`);
    await connection.run(`CREATE OR REPLACE TABLE ${rawTable(src)} (_row INTEGER, _hidden BOOLEAN, ${columns.join(', ')})`);
    return new RawAppender(connection, rawTable(src), await connection.createAppender(rawTable(src)), Math.max(1, width));
  }

  /** Appends a row; its number is its position. */
  async add(row: readonly (string | null)[], hidden = false): Promise<void> {
    if (row.length > this.#width) await this.#widen(row.length);
    const appender = this.#appender;
    appender.appendInteger(++this.rows);
    appender.appendBoolean(hidden);
    for (let c = 0; c < this.#width; c++) {
      const text = row[c];
      if (text === undefined || text === null || text === '') appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
    if (this.rows % FLUSH === 0) appender.flushSync();
  }

  async #widen(width: number): Promise<void> {
    this.#appender.closeSync();
    for (let c = this.#width + 1; c <= width; c++) await this.#connection.run(`ALTER TABLE ${this.#table} ADD COLUMN c${c} VARCHAR`);
    this.#width = width;
    this.#appender = await this.#connection.createAppender(this.#table);
  }

  /** Finishes the table. */
  close(): { width: number; rows: number } {
    this.#appender.closeSync();
    return { width: this.#width, rows: this.rows };
  }
}
