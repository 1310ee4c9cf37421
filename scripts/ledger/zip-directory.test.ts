import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipDirectory } from './zip-directory.ts';

const zip = zipSync({ 'a.txt': strToU8('甲'.repeat(100)), b: [strToU8('x'), { level: 0 }] });

/** The same zip with every size in a ZIP64 extra field and a ZIP64 end record, as Apache POI writes. */
function zip64(source: Uint8Array): Uint8Array {
  const view = new DataView(source.buffer);
  const end = source.length - 22;
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const entries: number[] = [];
  for (let at = start, i = 0; i < count; i++) {
    const length = 46 + view.getUint16(at + 28, true);
    const entry = source.slice(at, at + length);
    const sizes = new DataView(new ArrayBuffer(20));
    sizes.setUint16(0, 1, true);
    sizes.setUint16(2, 16, true);
    sizes.setBigUint64(4, BigInt(view.getUint32(at + 24, true)), true);
    sizes.setBigUint64(12, BigInt(view.getUint32(at + 20, true)), true);
    const own = new DataView(entry.buffer);
    own.setUint32(20, 0xffffffff, true);
    own.setUint32(24, 0xffffffff, true);
    own.setUint16(30, 20, true);
    entries.push(...entry, ...new Uint8Array(sizes.buffer));
    at += length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const tail = new DataView(new ArrayBuffer(56 + 20 + 22));
  tail.setUint32(0, 0x06064b50, true);
  tail.setBigUint64(32, BigInt(count), true);
  tail.setBigUint64(48, BigInt(start), true);
  tail.setUint32(56, 0x07064b50, true);
  tail.setBigUint64(64, BigInt(start + entries.length), true);
  tail.setUint32(76, 0x06054b50, true);
  tail.setUint16(86, 0xffff, true);
  tail.setUint32(92, 0xffffffff, true);
  return Uint8Array.from([...source.slice(0, start), ...entries, ...new Uint8Array(tail.buffer)]);
}

describe('zipDirectory', () => {
  it('states the sizes of the parts', () => {
    expect(zipDirectory(zip)?.map(({ unpacked, method }) => [unpacked, method])).toEqual([[300, 8], [1, 0]]);
  });
  it('reads ZIP64 as exporters write it for small files', () => expect(zipDirectory(zip64(zip))).toEqual(zipDirectory(zip)));
  it('finds the end behind a comment', () => {
    const commented = Uint8Array.from([...zip, ...Buffer.alloc(500, 32)]);
    expect(zipDirectory(commented)).toHaveLength(2);
  });
  it('is null for anything cut or damaged', () => {
    for (let length = 0; length < zip.length; length += 7) expect(zipDirectory(zip.slice(0, length))).toBeNull();
    expect(zipDirectory(zip.map((b, i) => (i > 90 && i < zip.length - 22 ? 0 : b)))).toBeNull();
  });
});
