import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { LedgerError, type Loaded } from './contract.ts';
import { CsvParser } from './csv-parser.ts';
import { type Dialect, detectDialect } from './delimiter.ts';
import { convertToUtf8, decodeText, inspectText, type TextFacts } from './encoding.ts';
import { LIMITS } from './limits.ts';
import { RawAppender } from './raw-table.ts';
import { readRectangle } from './rectangle.ts';
import { Remarks } from './remarks.ts';
import { tidyText } from './text-cells.ts';

/** Characters of one line beyond which the file is damaged rather than long. */
const LINE_CHARACTERS = 64 * 2 ** 20;

/** Reads any text with the JavaScript parser; every record arrives, each repair is a remark with its line. Returns width and rows. */
async function readAnything(connection: DuckDBConnection, src: number, path: string, dialect: Dialect, file: string, remarks: Remarks): Promise<{ width: number; rows: number }> {
  const parser = new CsvParser(dialect.delimiter, dialect.width);
  const table = await RawAppender.create(connection, src, Math.max(1, dialect.width));
  const add = async (records: ReturnType<CsvParser['push']>): Promise<void> => {
    for (const { fields, line, repaired } of records) {
      if (fields.length > LIMITS.columns) {
        throw new LedgerError(`${file} 第 ${line} 行有 ${fields.length} 列，超过上限 ${LIMITS.columns} 列，多半是分隔符或换行丢失。请用 Excel 或 WPS 打开核对后另存。`, file);
      }
      if (repaired) remarks.add('csv_quote', table.rows + 1, 0, fields.join(dialect.delimiter), `文件第 ${line} 行的引号不配对，按普通文字读取；请核对该行各列`);
      if (fields.length > dialect.width && fields.slice(dialect.width).some((f) => f.trim() !== '')) {
        remarks.add('csv_width', table.rows + 1, dialect.width + 1, fields.slice(dialect.width).join(dialect.delimiter), `文件第 ${line} 行有 ${fields.length} 列，比其余行（${dialect.width} 列）多；多出的内容没有列名，请核对是否漏了引号`);
      }
      await table.add(fields);
    }
  };
  for await (const text of decodeText(path, 'utf-8')) {
    await add(parser.push(text));
    if (parser.pending > LINE_CHARACTERS) {
      throw new LedgerError(`${file} 第 ${table.rows + 1} 条记录超过 ${LINE_CHARACTERS / 2 ** 20} MB 还没有换行，文件已损坏或不是表格。请重新导出。`, file);
    }
  }
  await add(parser.end());
  return table.close();
}

async function sampleOf(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256 * 1024), 0, 256 * 1024, 0);
    const text = new TextDecoder().decode(buffer.subarray(0, bytesRead), { stream: true });
    // Half a record at the end would count as one of another width.
    return bytesRead < buffer.length ? text.slice(0, text.lastIndexOf('\n') + 1) || text : text;
  } finally {
    await handle.close();
  }
}

const isPlain = (facts: TextFacts): boolean => facts.encoding === 'utf-8' && !facts.hasNul && !facts.broken;
/** Lines of a file that has to be converted first: as many as none has. */
const NOT_PLAIN = -1;

async function finished(connection: DuckDBConnection, src: number, size: { width: number; rows: number }, excel: boolean, remarks: Remarks): Promise<Loaded> {
  return { sheet: '', ...size, bigNumbers: excel ? await tidyText(connection, src, size.width) : [], remarks: remarks.list() };
}

/** Loads .csv, .tsv and .txt in UTF-8, GB18030 or UTF-16 as `raw_<src>`. Nothing is rejected: what had to be repaired is a remark. */
export async function loadCsv(connection: DuckDBConnection, src: number, path: string, file: string): Promise<Loaded> {
  const remarks = new Remarks();
  // Nearly every file is plain UTF-8, so it is read while it is still being inspected.
  const inspected = inspectText(path);
  const lines = inspected.then((facts) => (isPlain(facts) ? facts.lines : NOT_PLAIN));
  lines.catch(() => undefined);
  const dialect = detectDialect(await sampleOf(path));
  const read = await readRectangle(connection, src, path, dialect, lines);
  const facts = await inspected;
  if (isPlain(facts) && read && facts.lines > 0) return await finished(connection, src, { width: dialect.width, rows: facts.lines }, facts.excel, remarks);
  const folder = await mkdtemp(join(tmpdir(), 'qingqian-csv-'));
  try {
    let text = path;
    let { lines: count, excel } = facts;
    if (!isPlain(facts)) {
      text = join(folder, 'utf8.csv');
      const { unreadable, firstLine } = await convertToUtf8(path, text, facts.encoding, file);
      if (unreadable > 0) remarks.add('encoding', firstLine, 0, '', `有 ${unreadable} 个字符无法识别（首次在第 ${firstLine} 行），显示为“\ufffd”；请用 Excel 或 WPS 打开核对后另存为 CSV UTF-8`);
      if (facts.hasNul) remarks.add('nul', 0, 0, '', '文件里有空字符（NUL），已去掉');
      ({ lines: count, excel } = await inspectText(text));
    }
    if (count === 0) throw new LedgerError(`${file} 是空的，没有任何内容。请确认报送的是填好的台账。`, file);
    const converted = isPlain(facts) ? dialect : detectDialect(await sampleOf(text));
    const size = !isPlain(facts) && (await readRectangle(connection, src, text, converted, Promise.resolve(count)))
      ? { width: converted.width, rows: count }
      : await readAnything(connection, src, text, converted, file, remarks);
    return await finished(connection, src, size, excel, remarks);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
