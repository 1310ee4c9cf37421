import type { ComplianceItem } from '../../src/model/compliance.ts';

/**
 * What the stages of reading a ledger hand to each other. JavaScript turns sheets into all-text DuckDB tables; everything after that is SQL.
 *
 * | stage | makes (DuckDB tables of one connection) |
 * |---|---|
 * | read | `raw_<src>`: `_row` INTEGER (1-based row of the sheet or record of the file), `_hidden` BOOLEAN, `c1…cN` VARCHAR, merged cells filled down within their first column |
 * | plan | decides table, header rows and columns of each sheet; takes numbers filled down by a merge out of quantity columns again |
 * | stage | `staged_<table>`: `src` INTEGER, `row` INTEGER, one VARCHAR per ledger column, still as written; `staged_units_<table>` is not needed: factors are in the plan |
 * | type | `typed_<table>`: `src`, `row`, typed ledger columns · `quarantine_<table>`: `src`, `row`, `quarantine_reason`, every staged column as text · rows of `issues` |
 */
export interface RawSheet {
  /** Number of the source; its table is `raw_<src>`. */
  readonly src: number;
  /** File name relative to --from, with / separators; never absolute. */
  readonly file: string;
  readonly sha256: string;
  /** Sheet name; '' for CSV and Parquet. */
  readonly sheet: string;
  /** Columns c1…c<width>. */
  readonly width: number;
  /** Rows in raw_<src>, blank ones included; 0: a file that was not read (remark file_skipped). */
  readonly rows: number;
  /** Numeric cells of 15–19 digits: a number cell cannot hold an identity number without losing its last digits, so these are always suspect. */
  readonly bigNumbers: readonly { row: number; column: number }[];
  /** What the reader noticed (formula without a cached value, error cells …); becomes rows of `issues`. */
  readonly remarks: readonly Remark[];
  /** Cells merged across columns in the first rows: a header's group title spans them; below the header only the first column has the value. */
  readonly spans?: readonly { row: number; from: number; to: number }[];
  /** Cells filled down inside a merge from the row above `from`. `number`: the value is a number, which a quantity column must not repeat. */
  readonly filled?: readonly { column: number; from: number; to: number; number: boolean }[];
}

/** Something the reader or the planner noticed: a row of `issues`. `row` and `column` are 1-based; 0: the whole sheet or file. */
export interface Remark {
  readonly check: string;
  readonly row: number;
  readonly column: number;
  readonly value: string;
  readonly reason: string;
}

/** A sheet in DuckDB that still lacks what its file gives it. */
export type Loaded = Omit<RawSheet, 'src' | 'file' | 'sha256'>;

export interface PlannedColumn {
  /** Catalogue column name. */
  readonly column: string;
  /** Raw column `c<n>`. */
  readonly raw: string;
  /** Header as written, for messages. */
  readonly header: string;
  /** Multiplier to the catalogue's unit stated by the header or a unit row (万元 → 10000); 1 when none is stated. */
  readonly factor: number;
}

export interface SheetPlan extends RawSheet {
  /** Catalogue table the sheet was recognised as; null: not a ledger table, `why` says what was looked for. */
  readonly table: string | null;
  readonly why: string;
  /** Last row of the header; data start after it. */
  readonly headerRow: number;
  readonly columns: readonly PlannedColumn[];
  /** Columns with a header or content that no catalogue column claims: listed, never ignored. 序号 columns are not listed. */
  readonly unmapped: readonly { raw: string; header: string; cells: number }[];
  /** Rows below the header that only repeat it (printed page headers, page titles): not data. */
  readonly repeatedHeaders?: readonly number[];
  /** Items of 制度落实 that have columns of their own: one row per project. `columns` then has 落实数 once per item column, and unfold.ts makes the long rows. */
  readonly wide?: readonly PlannedItem[];
  /** The wide sheet one column of which this source is. */
  readonly unfolded?: number;
}

/** An item of a wide sheet: [the cell's column], or [done, due]. */
export interface PlannedItem {
  readonly item: ComplianceItem;
  readonly raws: readonly string[];
  readonly header: string;
}

/** DDL of the table every stage adds findings to: one row per offending cell or row, with the value (never copied into the snapshot). */
export const ISSUES_DDL = `CREATE TABLE IF NOT EXISTS issues (
  check_id VARCHAR, src INTEGER, "row" BIGINT, table_name VARCHAR, column_name VARCHAR, value VARCHAR, reason VARCHAR)`;
/** DDL of the list of sources. */
export const SOURCES_DDL = `CREATE TABLE IF NOT EXISTS sources (
  src INTEGER, file VARCHAR, sha256 VARCHAR, sheet VARCHAR, table_name VARCHAR, rows BIGINT)`;

/** A ledger that cannot be read at all; the message names file and sheet in Chinese and says what to do next. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  constructor(
    message: string,
    readonly file: string,
    readonly sheet = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
