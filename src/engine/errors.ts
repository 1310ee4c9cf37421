/** Values an error's text in the language on screen is filled with; the code chooses the text (locales, area `errors`). */
export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * Why the engine cannot answer. Lasting in this browser: `no_wasm` (WebAssembly is absent or too old), `blocked` (the server's CSP forbids it), `memory`. Worth a
 * retry: `download` (a file of the app did not come), `start`, `start_timeout`, `decoder`, `died` (trap or killed worker), `query_timeout`.
 */
export type EngineErrorCode = 'no_wasm' | 'blocked' | 'memory' | 'download' | 'start' | 'start_timeout' | 'decoder' | 'died' | 'query_timeout';

/** The engine itself cannot start or has died: no question can be answered live until it is restarted; stored answers stay. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly params: ErrorParams;

  constructor(code: EngineErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(messageOf(code, params), options);
    this.code = code;
    this.params = params;
  }
}

/** `newer_format`: published by a later version of this app. `not_imported`: the snapshot never had the table. `no_snapshot`: the index lacks the snapshot asked for. `too_large`: more than WebAssembly's memory holds. */
export type LoadErrorCode = 'http' | 'network' | 'size' | 'hash' | 'json' | 'shape' | 'newer_format' | 'no_snapshots' | 'no_snapshot' | 'not_imported' | 'parquet' | 'too_large' | 'rows';

/** A file of the snapshot could not be fetched, or is not the file the manifest describes. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  /** Path of the file inside the snapshots folder. */
  readonly file: string;
  readonly code: LoadErrorCode;
  readonly params: ErrorParams;

  constructor(file: string, code: LoadErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${file}: ${messageOf(code, params)}`, options);
    this.file = file;
    this.code = code;
    this.params = { ...params, file };
  }
}

/** `absent`: promised but not in the file; `extra`: in the file but not promised; `misplaced`: another column stands there; `type`: of another type. */
export type SchemaErrorCode = 'absent' | 'extra' | 'misplaced' | 'type';

/** A table arrived whole but does not have the columns that its manifest and the catalogue promise. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly file: string;
  readonly column: string;
  readonly code: SchemaErrorCode;
  readonly params: ErrorParams;

  constructor(file: string, column: string, code: SchemaErrorCode, params: ErrorParams = {}) {
    super(`${file}, column ${column}: ${messageOf(code, params)}`);
    this.file = file;
    this.column = column;
    this.code = code;
    this.params = { ...params, file, column };
  }
}

/** DuckDB refused the statement. Keeps the SQL and the cause. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly sql: string;
  readonly code = 'query';
  readonly params: ErrorParams;

  constructor(sql: string, reason: string, options?: ErrorOptions) {
    super(`${reason}\n${sql}`, options);
    this.sql = sql;
    this.params = { reason, sql };
  }
}

/** Any error of the engine's family: one with a stable code and the values its text needs. */
export type CodedError = EngineError | LoadError | SchemaError | QueryError;

export const isCoded = (thrown: unknown): thrown is CodedError =>
  thrown instanceof EngineError || thrown instanceof LoadError || thrown instanceof SchemaError || thrown instanceof QueryError;

/** Text of anything thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Anything thrown as an Error. */
export const errorOf = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** What an aborted question rejects with; made here because Chromium < 98 has no `signal.reason`. */
export const abortError = (): DOMException => new DOMException('aborted', 'AbortError');

const messageOf = (code: string, params: ErrorParams): string => [code, ...Object.entries(params).map(([key, value]) => `${key}=${value}`)].join(' ');
