import { DataType, DateUnit, type Decimal, type Table, type Vector } from 'apache-arrow';

/** A plain value: numbers are finite; DATE is an ISO day; an int64 or decimal beyond 2^53 is its digits as text. */
export type Cell = string | number | boolean | null;

/** One frozen row by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** The one converter from Arrow to plain frozen rows. */
export function toRows(table: Table): readonly Row[] {
  const columns = table.schema.fields.map((field, index) => ({ name: field.name, read: reader(table.getChildAt(index)) }));
  const rows: Row[] = [];
  for (let index = 0; index < table.numRows; index += 1) {
    const row: Record<string, Cell> = {};
    for (const { name, read } of columns) row[name] = read(index);
    rows.push(Object.freeze(row));
  }
  return Object.freeze(rows);
}

/** `vector.get` is the only reader that honours the null bitmap; `toArray` returns garbage there. */
function reader(vector: Vector | null): (index: number) => Cell {
  if (!vector) return () => null;
  const convert = converter(vector.type);
  if (vector.nullCount === 0) return (index) => convert(vector.get(index));
  return (index) => {
    const value: unknown = vector.get(index);
    return value === null || value === undefined ? null : convert(value);
  };
}

function converter(type: DataType): (value: unknown) => Cell {
  if (DataType.isDecimal(type)) return (value) => decimalToCell(value, type);
  if (DataType.isDate(type)) return (value) => isoDate(value, type.unit);
  if (DataType.isTimestamp(type)) return (value) => isoDate(value, DateUnit.MILLISECOND);
  return plain;
}

function plain(value: unknown): Cell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return bigintToCell(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

const bigintToCell = (value: bigint): Cell => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
};

function decimalToCell(value: unknown, { scale }: Decimal): Cell {
  if (!(value instanceof Uint32Array)) return plain(value);
  // 32-bit words of a two's complement integer, lowest first.
  const unscaled = BigInt.asIntN(32 * value.length, value.reduceRight((high, word) => (high << 32n) | BigInt(word), 0n));
  const digits = unscaled.toString().replace('-', '').padStart(scale + 1, '0');
  const point = digits.length - scale;
  const text = `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
  return Number.isSafeInteger(Number(unscaled)) ? Number(text) : text;
}

/** Arrow gives days and instants as milliseconds UTC; local formatting would shift the day. */
function isoDate(value: unknown, unit: DateUnit): Cell {
  const iso = new Date(Number(value)).toISOString();
  return unit === DateUnit.DAY ? iso.slice(0, 10) : iso;
}
