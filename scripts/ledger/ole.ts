const END = 0xfffffffe;
const FREE = 0xffffffff;
const ENTRY = 128;

/**
 * Named streams of an OLE container (old .xls, password-protected .xlsx, .doc …), case as stored. Null when the container is damaged or
 * truncated. hucre reads the cells of an .xls; this finds out what an OLE file is and what hucre leaves out.
 */
export function readOle(bytes: Uint8Array): Map<string, () => Uint8Array> | null {
  try {
    return new Ole(bytes).streams();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class Ole {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sector: number;
  readonly #fat: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sector = 1 << this.#view.getUint16(30, true);
    if (this.#sector !== 512 && this.#sector !== 4096) throw new RangeError('sector size');
    for (const at of this.#fatSectors()) for (let i = 0; i < this.#sector; i += 4) this.#fat.push(this.#u32(this.#offset(at) + i));
  }

  #u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  #offset(sector: number): number {
    return (sector + 1) * this.#sector;
  }

  #fatSectors(): number[] {
    const sectors = Array.from({ length: 109 }, (_, i) => this.#u32(76 + 4 * i));
    let more = this.#u32(68);
    for (let guard = 0; more < END && guard < 10_000; guard++) {
      const at = this.#offset(more);
      for (let i = 0; i < this.#sector - 4; i += 4) sectors.push(this.#u32(at + i));
      more = this.#u32(at + this.#sector - 4);
    }
    return sectors.filter((s) => s < END);
  }

  #chain(first: number, table: readonly number[]): number[] {
    const chain: number[] = [];
    for (let s = first; s < END; s = table[s] ?? FREE) {
      if (chain.length > table.length) throw new RangeError('chain loops');
      chain.push(s);
    }
    return chain;
  }

  /** Bytes of a chain of sectors of `size` bytes, each found by `offset`. */
  #collect(chain: readonly number[], size: number, source: Uint8Array, offset: (sector: number) => number): Uint8Array {
    const out = new Uint8Array(chain.length * size);
    chain.forEach((sector, i) => {
      const at = offset(sector);
      if (at >= source.length) throw new RangeError('sector out of range');
      out.set(source.subarray(at, Math.min(at + size, source.length)), i * size);
    });
    return out;
  }

  #sectors(first: number): Uint8Array {
    return this.#collect(this.#chain(first, this.#fat), this.#sector, this.#bytes, (s) => this.#offset(s));
  }

  streams(): Map<string, () => Uint8Array> {
    const directory = this.#sectors(this.#u32(48));
    const view = new DataView(directory.buffer);
    const entries = Array.from({ length: directory.length / ENTRY }, (_, i) => i * ENTRY).map((at) => {
      const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
      return {
        name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
        type: view.getUint8(at + 66),
        first: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      };
    });
    const root = entries.find((e) => e.type === 5);
    const mini = (first: number): Uint8Array => {
      const table = this.#sectors(this.#u32(60));
      const fat = Array.from({ length: table.length / 4 }, (_, i) => new DataView(table.buffer).getUint32(4 * i, true));
      return this.#collect(this.#chain(first, fat), 64, this.#sectors(root?.first ?? END), (s) => s * 64);
    };
    const cutoff = this.#u32(56);
    return new Map(entries.filter((e) => e.type === 2).map((e) => [e.name, () => (e.size < cutoff ? mini(e.first) : this.#sectors(e.first)).subarray(0, e.size)]));
  }
}
