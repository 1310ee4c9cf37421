import { extname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { LedgerError, type Loaded, type RawSheet, type Remark } from './contract.ts';
import { loadCsv } from './csv.ts';
import { type Content, type SourceFile, isKnown, listFiles, sha256, sniff } from './files.ts';
import { loadWorkbook } from './load-workbook.ts';
import { loadParquet } from './parquet.ts';
import { RawAppender } from './raw-table.ts';
import { openOleWorkbook, openZipWorkbook } from './workbook.ts';

type Kind = 'workbook' | 'text' | 'parquet';

const KINDS: Readonly<Record<string, Kind>> = {
  '.xlsx': 'workbook', '.xlsm': 'workbook', '.xls': 'workbook', '.xlsb': 'workbook', '.et': 'workbook',
  '.csv': 'text', '.tsv': 'text', '.txt': 'text', '.parquet': 'parquet',
};
/** What may stand inside a file of each kind; .xlsx saved as .xls and the like open all the same. */
const CONTENTS: Readonly<Record<Kind, readonly Content[]>> = { workbook: ['zip', 'ole'], text: ['text', 'html'], parquet: ['parquet'] };
const IN_WORDS: Readonly<Record<Content, string>> = {
  empty: '空文件', zip: 'Excel 工作簿或压缩包', ole: '旧版 Office 文件', parquet: 'Parquet 数据', pdf: 'PDF 文档', image: '图片', html: '网页', text: '文本',
};

export interface ReadOptions {
  /** Reads only the files this accepts (relative names); the others are left out without a remark. */
  readonly only?: (file: string) => boolean;
}

/** The content of a ledger file; throws LedgerError for an empty one and one whose name promises something else. */
async function checkedContent({ path, file }: SourceFile, kind: Kind): Promise<Content> {
  const content = await sniff(path);
  if (content === 'empty') throw new LedgerError(`${file} 是 0 字节的空文件，多半没有传完。请重新复制或请报送单位重新发送。`, file);
  if (CONTENTS[kind].includes(content)) return content;
  const extension = extname(file);
  const advice =
    kind === 'workbook' && content === 'text' ? '如果它是逗号或制表符分隔的文本，请把扩展名改为 .csv 再读'
    : content === 'zip' || content === 'ole' ? '如果它是 Excel 工作簿，请把扩展名改为 .xlsx 或 .xls 再读'
    : '请用 Excel 或 WPS 打开，另存为 .xlsx';
  throw new LedgerError(`${file} 的扩展名是 ${extension}，内容却是${IN_WORDS[content]}。${advice}。`, file);
}

/** A source that is listed but not read: an empty table and the reason. */
async function skipped(connection: DuckDBConnection, src: number, file: string): Promise<Loaded> {
  (await RawAppender.create(connection, src, 0)).close();
  const remark: Remark = {
    check: 'file_skipped', row: 0, column: 0, value: file,
    reason: `没有读取：不认识扩展名 ${extname(file) || '（无）'}。台账请用 .xlsx、.xls、.csv 或 .parquet；其他文件请移出文件夹`,
  };
  return { sheet: '', width: 0, rows: 0, bigNumbers: [], remarks: [remark] };
}

async function load(connection: DuckDBConnection, source: SourceFile, next: () => number): Promise<{ src: number; loaded: Loaded }[]> {
  const { path, file } = source;
  const kind = KINDS[extname(file).toLowerCase()];
  if (!kind) {
    const src = next();
    return [{ src, loaded: await skipped(connection, src, file) }];
  }
  const content = await checkedContent(source, kind);
  if (kind === 'workbook') return loadWorkbook(connection, file, await (content === 'zip' ? openZipWorkbook : openOleWorkbook)(path, file), next);
  const src = next();
  return [{ src, loaded: await (kind === 'parquet' ? loadParquet : loadCsv)(connection, src, path, file) }];
}

/**
 * Reads every ledger of a file or folder, in order of their names, into all-text tables `raw_<src>`. Rules, boundaries, hidden and lock
 * files are passed over; any other file that is no ledger is returned without rows and with a remark `file_skipped`.
 * Throws LedgerError for a ledger that cannot be read, and when there is none.
 */
export async function readSources(connection: DuckDBConnection, from: string, options: ReadOptions = {}): Promise<RawSheet[]> {
  const files = (await listFiles(from)).filter(({ file }) => !isKnown(file) && (options.only?.(file) ?? true));
  if (!files.some(({ file }) => extname(file).toLowerCase() in KINDS)) {
    throw new LedgerError(`${from} 里没有台账。请放入 .xlsx、.xls、.csv 或 .parquet 文件。`, from);
  }
  let count = 0;
  const sheets: RawSheet[] = [];
  for (const source of files) {
    const [hash, sources] = await Promise.all([sha256(source.path), load(connection, source, () => ++count)]);
    for (const { src, loaded } of sources) sheets.push({ src, file: source.file, sha256: hash, ...loaded });
  }
  return sheets;
}
