import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';

/** Name of the raw table of a source. */
export const rawTable = (src: number): string => `raw_${src}`;
/** `c1, c2, …`; a source without columns still has c1, so the stages after need no special case. */
export const rawColumns = (width: number): string[] => Array.from({ length: Math.max(1, width) }, (_, i) => `c${i + 1}`);

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
