import { describe, expect, test } from 'vitest';
import { inspectDbf } from './dbf.ts';
import { encodingOf, requestedEncoding } from './encoding.ts';

/** A .dbf with one text column. */
function dbf(name: Buffer, width: number, values: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(32 + 32 + 1);
  header.writeUInt32LE(values.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(width + 1, 10);
  name.copy(header, 32, 0, 10);
  header[32 + 11] = 0x43;
  header[32 + 16] = width;
  header[64] = 0x0d;
  return Buffer.concat([header, ...values.map((value) => Buffer.concat([Buffer.from(' '), value, Buffer.alloc(width, ' ')]).subarray(0, width + 1))]);
}
const utf8 = (text: string): Buffer => Buffer.from(text);
/** 太平镇, 名称 in GBK. */
const gbk = { 太平镇: Buffer.from('ccabc6bdd5f2', 'hex'), 名称: Buffer.from('c3fbb3c6', 'hex') };

describe('inspectDbf', () => {
  test.each<[string, Buffer, 'utf-8' | 'gb18030']>([
    ['plain ASCII', dbf(utf8('NAME'), 10, [utf8('Taiping')]), 'utf-8'],
    ['UTF-8 values', dbf(utf8('NAME'), 20, [utf8('太平镇')]), 'utf-8'],
    ['UTF-8 cut in a letter by the width', dbf(utf8('行政区划代码'), 10, [utf8('高教科创城')]), 'utf-8'],
    ['GBK values', dbf(utf8('NAME'), 20, [utf8('x'), gbk.太平镇]), 'gb18030'],
    ['GBK names over ASCII values', dbf(gbk.名称, 20, [utf8('x')]), 'gb18030'],
    ['no rows', dbf(utf8('NAME'), 20, []), 'utf-8'],
  ])('%s', (_, bytes, looksLike) => {
    expect(inspectDbf(bytes, 'a.dbf').looksLike).toBe(looksLike);
  });
  test('counts rows and notices missing ones', () => {
    const whole = dbf(utf8('NAME'), 10, [utf8('a'), utf8('b')]);
    expect(inspectDbf(whole, 'a.dbf').records).toBe(2);
    for (const size of [0, 20, whole.length - 1]) expect(() => inspectDbf(whole.subarray(0, size), 'a.dbf')).toThrow('截断');
  });
});

describe('encodings', () => {
  test.each([['UTF-8', 'utf-8'], ['utf8', 'utf-8'], ['65001', 'utf-8'], ['GBK', 'gb18030'], ['ANSI 936', 'gb18030'], ['cp936\n', 'gb18030'], ['GB_2312', 'gb18030'], ['Big5', 'big5'], ['klingon', null], ['', null]] as const)('%j is %j', (label, encoding) => {
    expect(encodingOf(label)).toBe(encoding);
  });
  test('an unknown one is refused only when asked for', () => {
    expect(requestedEncoding(undefined, 'a.shp')).toBeUndefined();
    expect(() => requestedEncoding('klingon', 'a.shp')).toThrow('a.shp：不认识编码“klingon”');
  });
});
