import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvParser } from './csv-parser.ts';

const parse = (text: string, width = 0): { fields: string[]; line: number; repaired: boolean }[] => {
  const parser = new CsvParser(',', width);
  return [...parser.push(text), ...parser.end()];
};
const fields = (text: string, width = 0): string[][] => parse(text, width).map((r) => r.fields);

describe('CsvParser', () => {
  it.each<[string, string, string[][]]>([
    ['plain', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
    ['no last line end', 'a,b\n1,2', [['a', 'b'], ['1', '2']]],
    ['CRLF, CR and LF', 'a\r\nb\rc\n', [['a'], ['b'], ['c']]],
    ['ragged', 'a\nb,c,d\n', [['a'], ['b', 'c', 'd']]],
    ['blank lines count', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['empty last field', 'a,\n', [['a', '']]],
    ['quoted line break, comma and quote', '"x\ny","a,b","say ""hi"""\n', [['x\ny', 'a,b', 'say "hi"']]],
    ['space after the quote', '"a" ,b\n', [['a', 'b']]],
    ['quote inside a field', 'a"b",c\n', [['a"b"', 'c']]],
    ['="00123" stays', '="00123",b\n', [['="00123"', 'b']]],
    ['quote followed by text', '"1"x,2\n', [['"1"x', '2']]],
    ['quote never closed', '"1,2\n3,4\n', [['"1', '2'], ['3', '4']]],
    ['quote never closed at the very end', 'a,"b', [['a', '"b']]],
  ])('%s', (_, text, expected) => expect(fields(text)).toEqual(expected));

  it('names the physical line and says what was repaired', () => {
    expect(parse('"x\ny",1\n"2,b\n')).toEqual([
      { fields: ['x\ny', '1'], line: 1, repaired: false },
      { fields: ['"2', 'b'], line: 3, repaired: true },
    ]);
  });

  it('does not let two stray quotes swallow the records between them', () => {
    const text = '1,"x,3,4\n5,6,7,8\n9,y",1,2\n';
    expect(fields(text, 4)).toEqual([['1', '"x', '3', '4'], ['5', '6', '7', '8'], ['9', 'y"', '1', '2']]);
  });

  it('does not let a stray quote swallow more than a hundred lines', () => {
    const rows = Array.from({ length: 300 }, (_, i) => `${i}`).join('\n');
    expect(fields(`"a\n${rows}\nb",c\n`)).toHaveLength(302);
  });

  const cell = fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', ' ', 'a', '😀', "'"), maxLength: 8 });
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it('reads back what was properly quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1 }), (rows) => {
        expect(fields(rows.map((row) => row.map(quote).join(',') + '\r\n').join(''))).toEqual(rows);
      }),
    );
  });

  it('gives the same records however the text is cut, and loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '甲') }), fc.array(fc.nat(50)), (text, cuts) => {
        const parser = new CsvParser(',');
        const marks = [0, ...cuts.map((c) => c % (text.length + 1)).sort((a, b) => a - b), text.length];
        const pieces = marks.slice(1).map((end, i) => text.slice(marks[i], end));
        const cut = [...pieces.flatMap((p) => parser.push(p)), ...parser.end()];
        expect(cut).toEqual(parse(text));
        expect(cut.flatMap((r) => r.fields).join('').replace(/[\s",]/g, '')).toBe(text.replace(/[\s",]/g, ''));
      }),
      { numRuns: 500 },
    );
  });
});
