import {
  Bool,
  DateDay,
  DateMillisecond,
  Decimal,
  Float64,
  Int32,
  Int64,
  makeVector,
  Table,
  vectorFromArray,
  Utf8,
  type Vector,
} from 'apache-arrow';
import { describe, expect, it, vi } from 'vitest';
import { rowsInTurns, toRows, type Cell } from './rows.ts';

const column = (vector: Vector): Cell[] => toRows(new Table({ value: vector })).map((row) => row['value'] ?? null);

/** Decimal128 vector from unscaled integers, as DuckDB sends DECIMAL when it is not cast. */
const decimals = (scale: number, ...unscaled: bigint[]): Vector => {
  const words = unscaled.flatMap((value) => {
    const bits = BigInt.asUintN(128, value);
    return [0n, 32n, 64n, 96n].map((shift) => Number((bits >> shift) & 0xffff_ffffn));
  });
  return makeVector({ type: new Decimal(scale, 18, 128), data: Uint32Array.from(words), length: unscaled.length, nullCount: 0 });
};

describe('toRows', () => {
  it('keeps numbers, text and booleans', () => {
    const table = new Table({
      n: vectorFromArray([1, 2], new Int32()),
      name: vectorFromArray(['太平镇', ''], new Utf8()),
      open: vectorFromArray([true, false], new Bool()),
    });
    expect(toRows(table)).toEqual([
      { n: 1, name: '太平镇', open: true },
      { n: 2, name: '', open: false },
    ]);
  });

  it.each([
    ['Int32', new Int32(), 7, 7],
    ['Float64', new Float64(), 0.5, 0.5],
    ['Int64', new Int64(), 9n, 9],
    ['Utf8', new Utf8(), '甲', '甲'],
    ['Bool', new Bool(), true, true],
    ['DateDay', new DateDay(), new Date('2026-11-20T00:00:00Z'), '2026-11-20'],
  ])('reads null where %s is null, not the garbage below it', (_, type, value, expected) => {
    expect(column(vectorFromArray([null, value, null], type))).toEqual([null, expected, null]);
  });

  it('turns NaN and infinities into null', () => {
    expect(column(vectorFromArray([0, NaN, Infinity, -Infinity, -0.25], new Float64()))).toEqual([0, null, null, null, -0.25]);
  });

  it('writes a DATE as its day in UTC, whatever the zone of the machine', () => {
    const days = ['1970-01-01', '1969-12-31', '2026-11-20', '2024-02-29'];
    expect(column(vectorFromArray(days.map((day) => new Date(`${day}T00:00:00Z`)), new DateDay()))).toEqual(days);
  });

  it('writes an instant in full', () => {
    const instant = new Date('2026-11-20T16:30:00Z');
    expect(column(vectorFromArray([instant], new DateMillisecond()))).toEqual(['2026-11-20T16:30:00.000Z']);
  });

  it('gives an int64 as a number only where that is exact', () => {
    const values = [0n, -5n, 9007199254740991n, 9007199254740992n, -9223372036854775808n];
    expect(column(vectorFromArray(values, new Int64()))).toEqual([0, -5, 9007199254740991, '9007199254740992', '-9223372036854775808']);
  });

  it('gives a decimal as a number only where that is exact', () => {
    expect(column(decimals(2, 386_40n, -1n, 0n, 5n, 900_719_925_474_099_101n))).toEqual([386.4, -0.01, 0, 0.05, '9007199254740991.01']);
    expect(column(decimals(0, 12n, -12n))).toEqual([12, -12]);
  });

  it('freezes rows and list', () => {
    const rows = toRows(new Table({ n: vectorFromArray([1], new Int32()) }));
    expect(Object.isFrozen(rows)).toBe(true);
    expect(Object.isFrozen(rows[0])).toBe(true);
  });

  it('gives no rows for an empty answer', () => {
    expect(toRows(new Table({ n: vectorFromArray([], new Int32()) }))).toEqual([]);
  });
});

describe('text of a batch, decoded in one piece', () => {
  const texts = ['', 'ascii', '太平镇', '👷‍♀️ 工地', '\uFEFFé', null, '', 'ﷺ', '𠮷野家', 'x'.repeat(300), '末'];
  it.each([['mixed', texts], ['ascii alone', ['a', '', 'bc', null, 'd']], ['empty alone', ['', '', null]], ['nothing but null', [null, null]]])('is cut where each cell ends: %s', (_, given) => expect(column(vectorFromArray(given, new Utf8()))).toEqual(given));
  it('of a slice too, whose first offset is not 0', () => expect(column(vectorFromArray(texts, new Utf8()).slice(2, 7))).toEqual(texts.slice(2, 7)));
});

describe('rowsInTurns', () => {
  const long = new Table({ n: vectorFromArray(Array.from({ length: 20_000 }, (_, i) => i), new Int32()), name: vectorFromArray(Array.from({ length: 20_000 }, (_, i) => (i % 3 === 0 ? null : `项目 ${i} 号`)), new Utf8()) });
  it('gives the same rows, and the page its turns', async () => {
    let turns = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1));
    let clock = 0;
    const rows = await rowsInTurns(long.concat(long), () => Promise.resolve(void (turns += 1)));
    now.mockRestore();
    expect(rows).toEqual(toRows(long.concat(long)));
    expect(turns).toBeGreaterThan(5);
    expect(Object.isFrozen(rows)).toBe(true);
  });
  it('of a short answer needs no turn, and without a page the real one comes', async () => {
    let turns = 0;
    await rowsInTurns(new Table({ n: vectorFromArray([1, 2], new Int32()) }), () => Promise.resolve(void (turns += 1)));
    expect([turns, (await rowsInTurns(long)).length]).toEqual([0, 20_000]);
  });
});
