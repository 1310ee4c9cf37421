import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { LedgerError } from './contract.ts';

/** One file under --from: where it is, and the name messages use (relative, with / separators). */
export interface SourceFile {
  readonly path: string;
  readonly file: string;
}

/** Files of the same folder that other commands read: neither ledgers nor mistakes. */
const KNOWN = new Set(['county.json', 'rules.json', 'calendar.json', 'index.json', 'manifest.json']);
const KNOWN_EXTENSIONS = new Set(['.topojson', '.geojson', '.md']);

/** Lock files of Office and WPS, hidden files and the desktop.ini kind: never ledgers. */
const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~') || /^(thumbs\.db|desktop\.ini|__macosx)$/i.test(name);

/** A known companion of the ledgers (rules, boundaries, README). */
export const isKnown = (file: string): boolean => {
  const name = basename(file).toLowerCase();
  return KNOWN.has(name) || KNOWN_EXTENSIONS.has(extname(name));
};

/** All files of a folder (or the one file), in code-point order of their relative names; hidden ones left out. Throws LedgerError for a path that does not exist. */
export async function listFiles(from: string): Promise<SourceFile[]> {
  const root = resolve(process.env['INIT_CWD'] ?? process.cwd(), from);
  const info = await stat(root).catch((cause: unknown) => {
    throw new LedgerError(`找不到台账 ${from}。请核对 --from 后面的文件或文件夹路径。`, basename(from), '', { cause });
  });
  if (info.isFile()) return [{ path: root, file: basename(root) }];
  const found: SourceFile[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (isHidden(entry.name)) continue;
      const path = join(folder, entry.name);
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
      if (kind?.isDirectory() && !entry.isSymbolicLink()) await walk(path);
      else if (kind?.isFile()) found.push({ path, file: relative(root, path).split(sep).join('/') });
    }
  };
  await walk(root);
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** SHA-256 of the file's bytes, hex; streamed. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** What the first bytes say the file is, whatever its name says. */
export type Content = 'empty' | 'zip' | 'ole' | 'parquet' | 'pdf' | 'image' | 'html' | 'text';

const starts = (bytes: Buffer, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);

/** Content by magic bytes. Old exports called .xls are often HTML tables or plain text. */
export async function sniff(path: string): Promise<Content> {
  const handle = await open(path);
  try {
    const bytes = Buffer.alloc(512);
    const { bytesRead } = await handle.read(bytes, 0, 512, 0);
    if (bytesRead === 0) return 'empty';
    if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
    if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole';
    if (starts(bytes, 0x50, 0x41, 0x52, 0x31)) return 'parquet';
    if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
    if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38)) return 'image';
    return /^\s*(<\?xml|<!doctype|<html|<table|<meta)/i.test(bytes.toString('latin1', 0, bytesRead).replace(/^ï»¿/, '')) ? 'html' : 'text';
  } finally {
    await handle.close();
  }
}
