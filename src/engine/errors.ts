/** The engine itself cannot start or has died: no panel can answer until it is restarted. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** A file of the snapshot could not be fetched, or is not the file the manifest describes. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  /** Path of the file inside the snapshots folder. */
  readonly file: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${file}：${reason}`, options);
    this.file = file;
  }
}

/** A table arrived whole but does not have the columns the manifest promises. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly file: string;
  readonly column: string;

  constructor(file: string, column: string, reason: string, options?: ErrorOptions) {
    super(`${file} 的列 ${column}：${reason}`, options);
    this.file = file;
    this.column = column;
  }
}

/** DuckDB refused the statement, or its answer did not come in time. Keeps the SQL and the cause. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly sql: string;

  constructor(sql: string, reason: string, options?: ErrorOptions) {
    super(`查询失败：${reason}\n${sql}`, options);
    this.sql = sql;
  }
}

/** Text of anything thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
