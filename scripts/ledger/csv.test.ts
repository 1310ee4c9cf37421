import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDialect } from './delimiter.ts';
import { Bench } from './testing.ts';

describe('detectDialect', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ',', 3],
    ['a\tb\tc\n1\t2,5\t3\n', '\t', 3],
    ['a;b;c\n1,5;2,5;3\n', ';', 3],
    ['XX县台账\n单位：万元\na,b,c\n1,2,3\n', ',', 3],
    ['"a;b;c","d"\n"1;2;3","4"\n', ',', 2],
    ['a\nb\n', ',', 1],
  ])('%j', (text, delimiter, width) => expect(detectDialect(text)).toEqual({ delimiter, width }));
});

const HEAD = 'c1,c2,c3\n';
const read = async (bench: Bench, text: string | Uint8Array, name = 'a b\'"甲.csv'): Promise<{ cells: (string | null)[][]; checks: string[]; rows: number }> => {
  const [sheet] = await bench.read(bench.write(name, text));
  return { cells: await bench.cells(), checks: (sheet?.remarks ?? []).map((r) => `${r.check} ${r.row}`), rows: sheet?.rows ?? 0 };
};

describe('loadCsv', () => {
  it.each<[string, string | Uint8Array, (string | null)[][], string[]]>([
    ['rectangle', `${HEAD}1,2,3\n`, [['1', '2', '3']], []],
    ['short rows', `${HEAD}1,2\n4\n`, [['1', '2', null], ['4', null, null]], []],
    ['long row', `${HEAD}1,2,3\n1,2,3,4\n`, [['1', '2', '3', null], ['1', '2', '3', '4']], ['csv_width 3']],
    ['blank lines are rows', `${HEAD}\n1,2,3\n`, [[null, null, null], ['1', '2', '3']], []],
    ['quoted line break', `${HEAD}"1\n1",2,3\n4,5,6\n`, [['1\n1', '2', '3'], ['4', '5', '6']], []],
    ['unbalanced quote', `${HEAD}"1,2,3\n4,5,6\n`, [['"1', '2', '3'], ['4', '5', '6']], ['csv_quote 2']],
    ['text after a quote', `${HEAD}"1"x,2,3\n4,5,6\n`, [['"1"x', '2', '3'], ['4', '5', '6']], ['csv_quote 2']],
    ['mixed line ends', 'c1,c2,c3\r\n1,2,3\n4,5,6\r\n', [['1', '2', '3'], ['4', '5', '6']], []],
    ['CR only', 'c1,c2,c3\r1,2,3\r', [['1', '2', '3']], []],
    ['NUL', `${HEAD}1\0x,2,3\n`, [['1x', '2', '3']], ['nul 0']],
    ['byte order mark', `\ufeff${HEAD}1,2,3\n`, [['1', '2', '3']], []],
    ['formulas, SQL and HTML are text', `${HEAD}"=cmd|' /C calc'!A0","'); DROP TABLE raw_1;--",<img onerror=x>\n`, [["=cmd|' /C calc'!A0", "'); DROP TABLE raw_1;--", '<img onerror=x>']], []],
    ['="00123"', `${HEAD}="00123",="",3\n`, [['00123', null, '3']], []],
  ])('%s', async (_, text, expected, remarks) => {
    await using bench = await Bench.open();
    const { cells, checks, rows } = await read(bench, text);
    expect(cells.slice(1)).toEqual(expected);
    expect(checks).toEqual(remarks);
    expect(rows).toBe(cells.length);
  });

  it('reads lines longer than DuckDB takes', async () => {
    await using bench = await Bench.open();
    const long = '甲'.repeat(1_500_000);
    const { cells } = await read(bench, `${HEAD}${long},2,3\n4,5,6\n`);
    expect(cells.map((r) => r[0]?.length)).toEqual([2, 1_500_000, 1]);
  });

  it('reads UTF-16 text with tabs, as Excel saves Unicode text', async () => {
    await using bench = await Bench.open();
    expect((await read(bench, Buffer.from('\ufeff项目\t金额\r\n甲\t1,000\r\n', 'utf16le'), 'u.txt')).cells).toEqual([['项目', '金额'], ['甲', '1,000']]);
  });

  it('reads GB18030 and says so only where characters are lost', async () => {
    await using bench = await Bench.open();
    const bytes = Buffer.concat([Buffer.from([0xbc, 0xd7]), Buffer.from(','), Buffer.from([0xd2, 0xd2]), Buffer.from('\n1,'), Buffer.from([0xff]), Buffer.from('\n')]);
    expect(await read(bench, bytes)).toMatchObject({ cells: [['甲', '乙'], ['1', '\ufffd']], checks: ['encoding 2'] });
  });

  it('finds long numbers that Excel has rounded', async () => {
    await using bench = await Bench.open();
    const [sheet] = await bench.read(bench.write('a.csv', 'a,b\n1,4.20828E+17\n2,5E+3\n3,1.2E+10\n'));
    expect(sheet?.bigNumbers).toEqual([{ row: 2, column: 2 }]);
  });

  it('numbers rows as they stand in the file, in parallel', async () => {
    await using bench = await Bench.open();
    const rows = Array.from({ length: 400_000 }, (_, i) => `${i + 2},甲${i},x`);
    const [sheet] = await bench.read(bench.write('a.csv', `${HEAD}${rows.join('\n')}`));
    expect(sheet?.rows).toBe(400_001);
    expect(await bench.column("SELECT count(*) FROM raw_1 WHERE _row > 1 AND c1 <> _row::VARCHAR")).toEqual(['0']);
  });

  it('loses no cell of any text', async () => {
    const unit = fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '甲', '\t', ';', '\0', '\\');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 200 }), async (noise) => {
        await using bench = await Bench.open();
        const { cells } = await read(bench, `${HEAD}${noise}\nlast,row,here\n`);
        const all = (text: string): string => text.replace(/[\s",;\0]/g, '');
        expect(all(cells.flat().join(''))).toBe(all(`${HEAD}${noise}last,row,here`));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
