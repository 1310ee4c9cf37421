import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateLiteral, ident, inList, literal } from './sql.ts';

it.each([[`'); DROP TABLE projects; --`, `'''); DROP TABLE projects; --'`], [null, 'NULL'], [true, 'TRUE'], [1.5, '1.5'], ['a\0b', `'ab'`]] as const)('%s → %s', (value, sql) => expect(literal(value)).toBe(sql));
it('a text literal has no quote that ends it early', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("'", '"', '\\', ';', '-', 'a', '工', '\0') }), (text) => {
    expect(literal(text).slice(1, -1).replaceAll("''", '')).not.toContain("'");
  }));
});
it('refuses what is no SQL value', () => {
  expect(() => literal(Number.NaN)).toThrow(RangeError);
  expect(() => dateLiteral('2026-1-1')).toThrow(RangeError);
});
it('quotes names and empty lists are no predicate', () => {
  expect(ident('a"b')).toBe('"a""b"');
  expect(inList('x', [])).toBeNull();
});
