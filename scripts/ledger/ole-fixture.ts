/** For tests: writes OLE containers and BIFF8 streams, which no library here can. */

export const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const SECTOR = 512;
const END = 0xfffffffe;

/** An OLE file with these streams, each padded to at least 4096 bytes so that none lands in the mini stream. */
export function oleFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts = Object.entries(streams).map(([name, data]) => ({ name, sectors: Math.max(8, Math.ceil(data.length / SECTOR)), data }));
  const used = 2 + parts.reduce((sum, p) => sum + p.sectors, 0);
  const bytes = new Uint8Array((1 + used) * SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set(OLE_MAGIC);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i === 0 ? 0 : 0xffffffff, true);
  const fat = (sector: number, next: number): void => view.setUint32(SECTOR + 4 * sector, next, true);
  for (let i = 0; i < 128; i++) fat(i, 0xffffffff);
  fat(0, 0xfffffffd);
  fat(1, END);
  const entry = (index: number, name: string, type: number, first: number, size: number): void => {
    const at = 2 * SECTOR + 128 * index;
    [...name].forEach((c, i) => view.setUint16(at + 2 * i, c.charCodeAt(0), true));
    view.setUint16(at + 64, 2 * name.length + 2, true);
    view.setUint8(at + 66, type);
    view.setUint32(at + 68, 0xffffffff, true);
    view.setUint32(at + 72, index + 1 <= parts.length && index > 0 ? index + 1 : 0xffffffff, true);
    view.setUint32(at + 76, index === 0 ? 1 : 0xffffffff, true);
    view.setUint32(at + 116, first, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, 'Root Entry', 5, END, 0);
  let next = 2;
  parts.forEach(({ name, sectors, data }, i) => {
    entry(i + 1, name, 2, next, Math.max(4096, data.length));
    for (let s = 0; s < sectors; s++) fat(next + s, s === sectors - 1 ? END : next + s + 1);
    bytes.set(data, (1 + next) * SECTOR);
    next += sectors;
  });
  return bytes;
}

/** One BIFF record of little-endian parts: numbers are 16 bits wide unless given as [value, bytes]. */
export function record(id: number, ...parts: (number | [number, number] | Uint8Array)[]): Uint8Array {
  const body = parts.flatMap((part) => {
    if (part instanceof Uint8Array) return [...part];
    const [value, size] = typeof part === 'number' ? [part, 2] : part;
    return Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256);
  });
  return Uint8Array.from([id & 255, id >> 8, body.length & 255, body.length >> 8, ...body]);
}

/** A UTF-16 string with its 16-bit (or 8-bit) length. */
export const wide = (text: string, short = false): Uint8Array =>
  Uint8Array.from([text.length & 255, ...(short ? [] : [text.length >> 8]), 1, ...Buffer.from(text, 'utf16le')]);

/** Eight bytes of a double. */
export const double = (value: number): Uint8Array => new Uint8Array(new Float64Array([value]).buffer);

/** A Workbook stream: global records, then the sheets' records; BOUNDSHEET offsets are put in. */
export function biff(globals: readonly Uint8Array[], sheets: readonly { name: string; hidden?: boolean; records: readonly Uint8Array[] }[]): Uint8Array {
  const bof = (type: number): Uint8Array => record(0x809, 0x600, type, 0, 0, [0, 4], [0, 4]);
  const eof = record(0x0a);
  const bounds = (positions: readonly number[]): Uint8Array[] => sheets.map((s, i) => record(0x85, [positions[i] ?? 0, 4], [s.hidden ? 1 : 0, 1], [0, 1], wide(s.name, true)));
  const head = (positions: readonly number[]): Uint8Array[] => [bof(5), ...globals, ...bounds(positions), eof];
  const length = (list: readonly Uint8Array[]): number => list.reduce((sum, r) => sum + r.length, 0);
  const bodies = sheets.map((s) => [bof(0x10), ...s.records, eof]);
  const start = length(head([]));
  const positions = bodies.map((_, i) => start + bodies.slice(0, i).reduce((sum, b) => sum + length(b), 0));
  return Uint8Array.from([...head(positions), ...bodies.flat()].flatMap((r) => [...r]));
}
