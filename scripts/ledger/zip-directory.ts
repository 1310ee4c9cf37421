/** A part of a zip as its central directory states it. */
export interface ZipPart {
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const IN_EXTRA = 0xffffffff;
/** End record without comment, and the longest comment. */
const END_BYTES = 22;
const COMMENT_BYTES = 65_535;

/** Sizes stated in a ZIP64 extra field, for those of the entry that read 0xffffffff. Exporters built on Apache POI write them for small files too. */
function sizes64(view: DataView, from: number, to: number, packed: number, unpacked: number): { packed: number; unpacked: number } {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    const next = (stated: number): number => (stated === IN_EXTRA ? Number(view.getBigUint64((value += 8) - 8, true)) : stated);
    return { unpacked: next(unpacked), packed: next(packed) };
  }
  return { packed, unpacked };
}

/** Where the directory begins and how many entries it has, from the end record or, for ZIP64, the record it points to. */
function directory(view: DataView): { at: number; count: number } | null {
  const last = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES);
  for (let end = view.byteLength - END_BYTES; end >= last; end--) {
    if (view.getUint32(end, true) !== END) continue;
    const plain = { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) };
    if (plain.at !== IN_EXTRA && plain.count !== 0xffff) return plain;
    if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64) return null;
    const record = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(record, true) !== END_64) return null;
    return { at: Number(view.getBigUint64(record + 48, true)), count: Number(view.getBigUint64(record + 32, true)) };
  }
  return null;
}

/** The parts of a zip without unpacking anything; null when there is no readable directory (truncated, damaged or not a zip). */
export function zipDirectory(bytes: Uint8Array): ZipPart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = directory(view);
    if (!found) return null;
    const parts: ZipPart[] = [];
    let { at } = found;
    for (let i = 0; i < found.count; i++) {
      if (view.getUint32(at, true) !== ENTRY) return null;
      const name = at + 46 + view.getUint16(at + 28, true);
      const extra = name + view.getUint16(at + 30, true);
      parts.push({ method: view.getUint16(at + 10, true), ...sizes64(view, name, extra, view.getUint32(at + 20, true), view.getUint32(at + 24, true)) });
      at = extra + view.getUint16(at + 32, true);
    }
    return parts;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
