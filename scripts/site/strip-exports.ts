/** Sections of a module are told by their first byte; this one lists what it exports. */
const EXPORTS = 7;
const HEADER = 8;

/**
 * A WebAssembly module that exports only what `isUsed` names; everything else in it is left as it is, byte by byte. DuckDB is built for extensions loaded at run time and exports all of
 * its 75,000 symbols for them: 7 MB of names and an object for each at every start. Throws when `wasm` is no module.
 */
export function stripExports(wasm: Uint8Array, isUsed: (name: string) => boolean): Buffer {
  const given = Buffer.from(wasm.buffer, wasm.byteOffset, wasm.byteLength);
  if (given.subarray(0, 4).toString('latin1') !== '\0asm') throw new Error('stripExports: not a WebAssembly module');
  const reader = new Reader(given, HEADER);
  const parts = [given.subarray(0, HEADER)];
  while (reader.at < given.length) {
    const start = reader.at;
    const section = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    if (end > given.length) throw new Error('stripExports: the module is cut short');
    if (section === EXPORTS) {
      const body = kept(reader, isUsed);
      parts.push(Buffer.from([EXPORTS]), leb(body.length), body);
    } else parts.push(given.subarray(start, end));
    reader.at = end;
  }
  return Buffer.concat(parts);
}

/** The body of an export section, with what is used of it. */
function kept(reader: Reader, isUsed: (name: string) => boolean): Buffer {
  const entries: Buffer[] = [];
  for (let left = reader.number(); left > 0; left -= 1) {
    const start = reader.at;
    const name = reader.text();
    // Its kind and its index.
    reader.byte();
    reader.number();
    if (isUsed(name)) entries.push(reader.bytes.subarray(start, reader.at));
  }
  return Buffer.concat([leb(entries.length), ...entries]);
}

class Reader {
  constructor(readonly bytes: Buffer, public at: number) {}

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Error('stripExports: the module is cut short');
    this.at += 1;
    return value;
  }

  /** An unsigned number in LEB128, as all lengths, counts and indices of a module are. */
  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  text(): string {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}

function leb(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? low + 128 : low);
  } while (left > 0);
  return Buffer.from(bytes);
}
