import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertToUtf8, inspectText } from './encoding.ts';
import { Bench } from './testing.ts';

/** GB18030 bytes of the characters used below; Node can decode but not encode them. */
const GB: Readonly<Record<string, number[]>> = { 甲: [0xbc, 0xd7], 乙: [0xd2, 0xd2], '㐀': [0x81, 0x39, 0xee, 0x39], '😀': [0x94, 0x39, 0xfc, 0x36], '𠀀': [0x95, 0x32, 0x82, 0x36] };
const gb = (text: string): number[] => [...text].flatMap((c) => GB[c] ?? [c.charCodeAt(0)]);
const CHUNK = 1 << 20;

describe('inspectText', () => {
  it.each<[string, Uint8Array, object]>([
    ['UTF-8', Buffer.from('甲,乙\n1,2\n'), { encoding: 'utf-8', bom: false, lines: 2, broken: false }],
    ['UTF-8 with a mark', Buffer.from('\ufeff甲\n'), { encoding: 'utf-8', bom: true, lines: 1 }],
    ['GB18030', Uint8Array.from(gb('甲,乙\n')), { encoding: 'gb18030', lines: 1 }],
    ['UTF-16', Buffer.from('\ufeff甲\t乙\r\n', 'utf16le'), { encoding: 'utf-16le', bom: true }],
    ['UTF-8 with a character cut', Buffer.concat([Buffer.from('甲乙'.repeat(50)), Buffer.from([0xe7, 0x94]), Buffer.from(',1\n')]), { encoding: 'utf-8', broken: true }],
    ['NUL', Buffer.from('a\0b\n'), { encoding: 'utf-8', hasNul: true }],
    ['trailing blank lines', Buffer.from('a\nb\r\n\r\n\n'), { lines: 2 }],
    ['blank lines inside', Buffer.from('a\n\n\nb'), { lines: 4 }],
    ['only line ends', Buffer.from('\n\r\n'), { lines: 0 }],
    ['text kept by a formula', Buffer.from('a,="00123"\n'), { excel: true }],
    ['plain cells', Buffer.from('a,=1,E+20\n'), { excel: false }],
    ...[1, 2].map((k): [string, Uint8Array, object] => [`E+1 across two chunks, ${k} before the edge`, Buffer.from(`${'x'.repeat(CHUNK - k)}E+1\n`), { excel: true }]),
    ...[1, 2].map((k): [string, Uint8Array, object] => [`甲 across two chunks, ${k} before the edge`, Buffer.from(`${'x'.repeat(CHUNK - k)}甲\n`), { encoding: 'utf-8', broken: false }]),
    ['a character cut at the end', Buffer.concat([Buffer.from('甲乙'.repeat(50)), Buffer.from([0xe7, 0x94])]), { encoding: 'utf-8', broken: true }],
  ])('%s', async (_, bytes, expected) => {
    await using bench = await Bench.open();
    expect(await inspectText(bench.write('a.csv', bytes))).toMatchObject(expected);
  });

  it('looks at the whole file: Chinese only at its end', async () => {
    await using bench = await Bench.open();
    const bytes = Uint8Array.from([...Buffer.alloc(CHUNK + 5, 'a,b\n'), ...gb('甲\n')]);
    expect(await inspectText(bench.write('a.csv', bytes))).toMatchObject({ encoding: 'gb18030' });
  });

  it('is not confused by a UTF-8 character across the border of a chunk', async () => {
    await using bench = await Bench.open();
    const path = bench.write('a.csv', Buffer.from(`${'a'.repeat(CHUNK - 1)}甲\n`));
    expect(await inspectText(path)).toMatchObject({ encoding: 'utf-8', lines: 1, broken: false });
  });
});

describe('convertToUtf8', () => {
  it.each([0, 1, 2, 3, 4])('joins a four-byte character split after %i bytes at the border of a chunk', async (split) => {
    await using bench = await Bench.open();
    const head = 'a'.repeat(CHUNK - split);
    const source = bench.write('gb.csv', Uint8Array.from([...Buffer.from(head), ...gb('😀㐀𠀀甲乙\n')]));
    const target = `${source}.utf8`;
    expect(await convertToUtf8(source, target, 'gb18030', 'gb.csv')).toEqual({ unreadable: 0, firstLine: 0 });
    expect(readFileSync(target, 'utf8')).toBe(`${head}😀㐀𠀀甲乙\n`);
  });

  it('removes mark and NUL, counts what it cannot read and names the line', async () => {
    await using bench = await Bench.open();
    const source = bench.write('u.csv', Buffer.concat([Buffer.from('\ufeffa\0b\nc'), Buffer.from([0xff]), Buffer.from('\n'), Buffer.from([0xfe, 10])]));
    expect(await convertToUtf8(source, `${source}.utf8`, 'utf-8', 'u.csv')).toEqual({ unreadable: 2, firstLine: 2 });
    expect(readFileSync(`${source}.utf8`, 'utf8')).toBe('ab\nc\ufffd\n\ufffd\n');
  });
});
