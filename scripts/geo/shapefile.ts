import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { BoundaryError } from './boundary-error.ts';
import { inspectDbf } from './dbf.ts';
import { type Encoding, encodingOf } from './encoding.ts';

/** The parts of a shapefile, checked, as mapshaper wants them. */
export interface Shapefile {
  readonly files: Readonly<Record<'shp' | 'shx' | 'dbf', Buffer>>;
  /** Text of the .prj; null without one. */
  readonly projection: string | null;
  readonly encoding: Encoding;
  readonly notes: readonly string[];
}

/** The file of that name and another extension, whatever the case of its letters; null when there is none. */
async function beside(path: string, extension: string): Promise<string | null> {
  const wanted = basename(path, extname(path)).toLowerCase() + extension;
  const found = (await readdir(dirname(path))).find((name) => name.toLowerCase() === wanted);
  return found === undefined ? null : join(dirname(path), found);
}

async function partOf(path: string, extension: '.shx' | '.dbf'): Promise<Buffer> {
  const part = await beside(path, extension);
  if (part === null) throw new BoundaryError('missing', path, `缺少同名的 ${extension} 文件`, '请把 .shp、.shx、.dbf、.prj 放在同一个文件夹');
  const bytes = await readFile(part);
  if (bytes.length === 0) throw new BoundaryError('empty', part, '文件是空的（0 字节）', '请重新复制或导出全部文件');
  return bytes;
}

const textOf = async (path: string, extension: string): Promise<string | null> => {
  const part = await beside(path, extension);
  return (part && (await readFile(part, 'utf8')).replace(/^\uFEFF/, '').trim()) || null;
};

/** Bytes a .shp or .shx says it has (its header counts 16-bit words), once they are all there. */
function checkedLength(bytes: Buffer, file: string): number {
  if (bytes.length < 100) throw new BoundaryError('truncated', file, '文件不完整（不足 100 字节）', '请重新复制或导出全部文件');
  if (bytes.readInt32BE(0) !== 9994) throw new BoundaryError('unreadable', file, '不是 shapefile', '请用 GIS 软件重新导出为 shapefile 或 GeoJSON');
  const stated = bytes.readInt32BE(24) * 2;
  if (bytes.length < stated) {
    throw new BoundaryError('truncated', file, `文件被截断：应有 ${stated} 字节，实有 ${bytes.length} 字节`, '请重新复制或导出全部文件');
  }
  return stated;
}

/** Reads .shp with its .shx, .dbf, .prj and .cpg; the stated encoding is believed only where the bytes allow it. */
export async function readShapefile(path: string, shp: Buffer, wanted?: Encoding): Promise<Shapefile> {
  checkedLength(shp, path);
  const shx = await partOf(path, '.shx');
  const shapes = (checkedLength(shx, path.replace(/shp$/i, 'shx')) - 100) / 8;
  const dbf = await partOf(path, '.dbf');
  const { records, looksLike } = inspectDbf(dbf, path.replace(/shp$/i, 'dbf'));
  if (shapes !== records) throw new BoundaryError('unreadable', path, `.shx 有 ${shapes} 个图形，.dbf 有 ${records} 行，不是同一份数据`, '请重新复制或导出全部文件');
  const label = await textOf(path, '.cpg');
  const stated = wanted ?? (label === null ? null : encodingOf(label));
  const wrong = stated === 'utf-8' && looksLike !== 'utf-8';
  return {
    files: { shp, shx, dbf },
    projection: await textOf(path, '.prj'),
    encoding: stated === null || stated === 'utf-8' ? looksLike : stated,
    notes: wrong ? ['注明的编码 UTF-8 与 .dbf 内容不符，按 GB18030 读取'] : [],
  };
}
