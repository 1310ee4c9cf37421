import { BoundaryError } from './boundary-error.ts';

interface DbfShape {
  readonly records: number;
  readonly headerBytes: number;
  readonly recordBytes: number;
  /** Text columns: where they start in a record, and their width. */
  readonly texts: readonly { start: number; width: number }[];
  readonly names: readonly Uint8Array[];
}

function shapeOf(bytes: Buffer, file: string): DbfShape {
  const cut = (): BoundaryError => new BoundaryError('truncated', file, '属性表不完整（文件被截断）', '请重新复制或导出全部文件');
  if (bytes.length < 33) throw cut();
  const records = bytes.readUInt32LE(4);
  const headerBytes = bytes.readUInt16LE(8);
  const recordBytes = bytes.readUInt16LE(10);
  if (bytes.length < headerBytes + records * recordBytes) throw cut();
  const texts: { start: number; width: number }[] = [];
  const names: Uint8Array[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= headerBytes && bytes[at] !== 0x0d; at += 32) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    names.push(end < 0 ? name : name.subarray(0, end));
    const width = bytes[at + 16] ?? 0;
    if (bytes[at + 11] === 0x43) texts.push({ start, width });
    start += width;
  }
  return { records, headerBytes, recordBytes, texts, names };
}

/** Width limits cut the last letter of a name or value in two: that alone does not make it another encoding. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Rows of a .dbf and the encoding its bytes are in: UTF-8 if every name and value is valid UTF-8, otherwise GB18030. Throws when truncated. */
export function inspectDbf(bytes: Buffer, file: string): { records: number; looksLike: 'utf-8' | 'gb18030' } {
  const { records, headerBytes, recordBytes, texts, names } = shapeOf(bytes, file);
  let utf8 = names.every(isUtf8);
  for (let row = 0; utf8 && row < records; row++) {
    const from = headerBytes + row * recordBytes;
    utf8 = texts.every(({ start, width }) => isUtf8(bytes.subarray(from + start, from + start + width)));
  }
  return { records, looksLike: utf8 ? 'utf-8' : 'gb18030' };
}
