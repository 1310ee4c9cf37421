/** Column types of a snapshot's Parquet files. Money is DECIMAL(18,2) in 元; days are DATE; ids and codes VARCHAR. */
export type ColumnType = 'VARCHAR' | 'DATE' | 'BOOLEAN' | 'INTEGER' | 'BIGINT' | 'DECIMAL(18,2)' | 'DOUBLE';

/** Ledgers may state another unit (万元, 亿元) in the header, a unit row or the cell: converted to this one. */
export type Unit = '元' | '人' | '%' | '天' | '户' | '分' | '分钟' | '度' | '周' | '次' | '件' | '';

/** `officials`: names of officials and firms may be published; `free`: free text, scanned for personal numbers like every cell. */
export type PersonalData = 'none' | 'officials' | 'free';

export interface Column {
  /** snake_case name in Parquet and SQL. */
  readonly name: string;
  /** 中文 header: of the template, of exports, first choice when a ledger's header is matched. */
  readonly title: string;
  /** Other words ledgers use for the header. */
  readonly aliases: readonly string[];
  readonly type: ColumnType;
  readonly unit: Unit;
  /** true: a row without it cannot be used and is quarantined. Otherwise NULL means unknown. */
  readonly required: boolean;
  /** Enumerated values with the other words ledgers use for each; null: any value. */
  readonly values: Readonly<Record<string, readonly string[]>> | null;
  /** The cell names a row of that table by its key or by its name. */
  readonly references: 'places' | 'departments' | 'projects' | 'cases' | 'units' | null;
  readonly personal: PersonalData;
  /** true: computed at export, never read from a ledger. */
  readonly derived: boolean;
}

interface Options {
  aliases?: readonly string[];
  unit?: Unit;
  required?: boolean;
  values?: Readonly<Record<string, readonly string[]>>;
  references?: Column['references'];
  personal?: PersonalData;
  derived?: boolean;
}

type Built<N extends string, T extends ColumnType, O extends Options> = Omit<Column, 'name' | 'type' | 'required' | 'values'> & {
  readonly name: N;
  readonly type: T;
  readonly required: O['required'] extends true ? true : false;
  readonly values: O['values'] extends object ? O['values'] : null;
};

const build = <const T extends ColumnType>(type: T, unit: Unit = '') =>
  <const N extends string, const O extends Options = Record<never, never>>(name: N, title: string, options?: O): Built<N, T, O> =>
    ({
      name, title, type, aliases: options?.aliases ?? [], unit: options?.unit ?? unit, required: options?.required ?? false,
      values: options?.values ?? null, references: options?.references ?? null, personal: options?.personal ?? 'none', derived: options?.derived ?? false,
    }) as unknown as Built<N, T, O>;

/** Text, code or enumerated value. */
export const text = build('VARCHAR');
/** Whole number. */
export const int = build('INTEGER');
/** Whole number that may pass 2^31. */
export const big = build('BIGINT');
/** Amount in 元. */
export const money = build('DECIMAL(18,2)', '元');
/** Percentage 0–100, two decimals. */
export const percent = build('DECIMAL(18,2)', '%');
/** Points or another decimal without currency. */
export const decimal = build('DECIMAL(18,2)', '分');
/** Calendar day. */
export const date = build('DATE');
/** 是/否; NULL is unknown. */
export const flag = build('BOOLEAN');
/** Longitude or latitude. */
export const degree = build('DOUBLE', '度');

/** One table of a snapshot. */
export interface Table {
  readonly name: string;
  /** 中文 name: sheet name of the template. */
  readonly title: string;
  /** Other words a sheet or file of it is called by. */
  readonly aliases: readonly string[];
  /** Unique key: rows are sorted by it, duplicates are checked. Empty: no key (row order of the source). */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** `ledger`: read from ledgers · `computed`: made at export · `input`: read and reconciled, never published. */
  readonly origin: 'ledger' | 'computed' | 'input';
}

/** Declares a table and keeps its literal types. */
export const table = <const T extends Omit<Table, 'aliases' | 'origin'> & { aliases?: readonly string[]; origin?: Table['origin'] }>(
  t: T,
): Omit<T, 'aliases' | 'origin'> & Pick<Table, 'aliases' | 'origin'> => ({ ...t, aliases: t.aliases ?? [], origin: t.origin ?? 'ledger' });

type Scalar<C extends Pick<Column, 'type' | 'values'>> = C['values'] extends Readonly<Record<infer V, readonly string[]>> ? V
  : C['type'] extends 'VARCHAR' | 'DATE' ? string : C['type'] extends 'BOOLEAN' ? boolean : number;

/** TypeScript row of a table: DATE is an ISO day, DECIMAL a number, NULL null. */
export type Row<T extends { columns: readonly Column[] }> = {
  readonly [C in T['columns'][number] as C['name']]: C['required'] extends true ? Scalar<C> : Scalar<C> | null;
};
