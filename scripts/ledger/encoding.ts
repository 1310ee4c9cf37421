import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { LedgerError } from './contract.ts';

/** What one pass over a text file finds out. */
export interface TextFacts {
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
  /** Lines up to the last one with content; only of UTF-8 text. */
  readonly lines: number;
  readonly hasNul: boolean;
  /** Invalid byte sequences although the text is UTF-8: a system cut a field in the middle of a character. */
  readonly broken: boolean;
  /** Somewhere stands `="` or `E+1`: cells may hold what Excel leaves in a text file. Only of UTF-8 text. */
  readonly excel: boolean;
}

const CHUNK = 1 << 20;
const chunks = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>;

async function byteOrderMark(path: string): Promise<'utf-8' | 'utf-16le' | 'utf-16be' | null> {
  const handle = await open(path);
  const { buffer } = await handle.read(Buffer.alloc(3), 0, 3, 0).finally(() => handle.close());
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return 'utf-8';
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  return buffer[0] === 0xfe && buffer[1] === 0xff ? 'utf-16be' : null;
}

/** True when nearly every non-ASCII character of the file is good UTF-8: a GB18030 text read so is nearly all replacement characters. */
async function mostlyUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8');
  let bad = 0;
  let good = 0;
  for await (const chunk of chunks(path)) {
    for (const run of decoder.decode(chunk, { stream: true }).match(/[^\0-\x7f]+/g) ?? []) {
      const wrong = run.split('\ufffd').length - 1;
      bad += wrong;
      good += run.length - wrong;
    }
  }
  return bad * 20 < good;
}

/** Bytes at the end of a chunk that begin a character the next chunk completes. */
function openTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Encoding, lines and NULs of a text file, streamed: the whole file is looked at, since one Chinese name may stand at its end. */
export async function inspectText(path: string): Promise<TextFacts> {
  const mark = await byteOrderMark(path);
  const facts = { lines: 0, hasNul: false, valid: true, excel: false };
  let newlines = 0;
  let begun = Buffer.alloc(0);
  let last = Buffer.alloc(0);
  for await (const chunk of chunks(path)) {
    if (facts.valid) {
      const bytes = begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk;
      const whole = bytes.length - openTail(bytes);
      facts.valid = isUtf8(bytes.subarray(0, whole));
      begun = Buffer.from(bytes.subarray(whole));
    }
    facts.hasNul ||= chunk.includes(0);
    for (const sign of ['="', 'E+1']) facts.excel ||= chunk.includes(sign) || Buffer.concat([last, chunk.subarray(0, 2)]).includes(sign);
    last = Buffer.from(chunk.subarray(-2));
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) newlines++;
    let end = chunk.length;
    let tail = 0;
    while (end > 0 && (chunk[end - 1] === 10 || chunk[end - 1] === 13)) if (chunk[--end] === 10) tail++;
    if (end > 0) facts.lines = newlines - tail + 1;
  }
  const { lines, hasNul, excel } = facts;
  if (mark === 'utf-16le' || mark === 'utf-16be') return { encoding: mark, bom: true, lines, hasNul: false, broken: false, excel };
  if (facts.valid && begun.length === 0) return { encoding: 'utf-8', bom: mark !== null, lines, hasNul, broken: false, excel };
  const broken = mark !== null || (await mostlyUtf8(path));
  return { encoding: broken ? 'utf-8' : 'gb18030', bom: mark !== null, lines, hasNul, broken, excel };
}

/** What a conversion had to change. */
export interface Conversion {
  /** Characters that could not be read (now U+FFFD) and the line of the first; 0: none. */
  readonly unreadable: number;
  readonly firstLine: number;
}

/** Text of a file in its encoding, chunk by chunk, without byte order mark and NUL; characters split across chunks are joined. */
export async function* decodeText(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks(path)) {
    const text = decoder.decode(chunk, { stream: true });
    yield text.includes('\0') ? text.replaceAll('\0', '') : text;
  }
  yield decoder.decode();
}

/** Writes `path` as UTF-8 without byte order mark and NUL to `target`, streaming. */
export async function convertToUtf8(path: string, target: string, encoding: string, file: string): Promise<Conversion> {
  const handle = await open(target, 'w');
  const found = { unreadable: 0, firstLine: 0 };
  let line = 1;
  try {
    for await (const text of decodeText(path, encoding)) {
      if (text.includes('\ufffd')) {
        const before = text.slice(0, text.indexOf('\ufffd'));
        if (found.unreadable === 0) found.firstLine = line + before.split('\n').length - 1;
        found.unreadable += text.split('\ufffd').length - 1;
      }
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line++;
      await handle.write(text);
    }
  } catch (cause) {
    throw new LedgerError(`${file} 转换编码时写不了临时文件。请检查磁盘剩余空间。`, file, '', { cause });
  } finally {
    await handle.close();
  }
  return found;
}
