import { type Data, DataType, DateUnit, type Decimal, type RecordBatch, type Table, type Utf8, type Vector } from 'apache-arrow';

/** A plain value: numbers are finite; DATE is an ISO day; an int64 or decimal beyond 2^53 is its digits as text. */
export type Cell = string | number | boolean | null;

/** One frozen row by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** Rows up to which an answer is converted at once: the page then draws it in the frame it came in. */
const AT_ONCE = 5_000;
/** The page gets its turn after so much of a long answer. */
const TURN_MS = 12;

/** The one converter from Arrow to plain frozen rows. */
export function toRows(table: Table): readonly Row[] {
  const rows: Row[] = [];
  for (const batch of table.batches) for (const cursor = cursorOf(batch); cursor.more(); ) rows.push(cursor.next());
  return Object.freeze(rows);
}

/** The same, a long answer in turns with the page: a hundred thousand rows in one go would block it for half a second. */
export async function rowsInTurns(table: Table, turn: () => Promise<void> = nextTurn): Promise<readonly Row[]> {
  if (table.numRows <= AT_ONCE) return toRows(table);
  const rows: Row[] = [];
  let until = performance.now() + TURN_MS;
  for (const batch of table.batches) {
    for (const cursor = cursorOf(batch); cursor.more(); ) {
      rows.push(cursor.next());
      if (rows.length % 256 === 0 && performance.now() > until) {
        await turn();
        until = performance.now() + TURN_MS;
      }
    }
  }
  return Object.freeze(rows);
}

/** A timer would wait 4 ms from the fifth turn on. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    }, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** Batch by batch: a cell of the whole table is looked for among all its batches. */
function cursorOf(batch: RecordBatch): { readonly more: () => boolean; readonly next: () => Row } {
  const columns = batch.schema.fields.map((field, index) => ({ name: field.name, read: reader(batch.getChildAt(index)) }));
  let at = 0;
  return {
    more: () => at < batch.numRows,
    next: () => {
      const row: Record<string, Cell> = {};
      for (const { name, read } of columns) row[name] = read(at);
      at += 1;
      return Object.freeze(row);
    },
  };
}

/** `vector.get` is the only reader that honours the null bitmap; `toArray` returns garbage there. */
function reader(vector: Vector | null): (index: number) => Cell {
  if (!vector) return () => null;
  const [data] = vector.data;
  const text = data && vector.data.length === 1 && DataType.isUtf8(data.type) ? textOf(data as Data<Utf8>) : null;
  const convert = converter(vector.type);
  const get = text ?? ((index: number): Cell => convert(vector.get(index)));
  if (vector.nullCount === 0) return get;
  return (index) => (vector.isValid(index) ? get(index) : null);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Texts of a batch, decoded in one piece and cut: a call of the decoder for every cell takes most of the time. */
function textOf({ values, valueOffsets: offsets, length }: Data<Utf8>): (index: number) => string {
  const first = offsets[0]!;
  const all = decoder.decode(values.subarray(first, offsets[length]));
  const ascii = all.length === offsets[length]! - first;
  const starts = ascii ? offsets : new Int32Array(length + 1);
  if (!ascii) {
    let at = 0;
    for (let index = 0; index < length; index += 1) {
      // UTF-16 units: one per character, two beyond the 65,536th; bytes 10xxxxxx only go on with one.
      for (let k = offsets[index]!; k < offsets[index + 1]!; k += 1) at += (values[k]! & 0xc0) === 0x80 ? 0 : values[k]! >= 0xf0 ? 2 : 1;
      starts[index + 1] = at;
    }
  }
  const base = ascii ? first : 0;
  return (index) => all.slice(starts[index]! - base, starts[index + 1]! - base);
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
