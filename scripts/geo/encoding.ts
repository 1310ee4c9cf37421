import { BoundaryError } from './boundary-error.ts';

/** Text encodings boundary files come in. GB18030 reads GBK and GB2312 too. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5';

/** By the names .cpg files and people use, without spaces and dashes. */
const ENCODINGS: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8', '65001': 'utf-8',
  gb18030: 'gb18030', gbk: 'gb18030', gb2312: 'gb18030', cp936: 'gb18030', '936': 'gb18030', ansi936: 'gb18030', windows936: 'gb18030', ms936: 'gb18030', euccn: 'gb18030',
  big5: 'big5', cp950: 'big5', '950': 'big5', ansi950: 'big5',
};

/** The encoding behind a label such as `GBK`, `UTF-8` or `ANSI 936`; null when it is none this tool knows. */
export const encodingOf = (label: string): Encoding | null =>
  ENCODINGS[label.trim().toLowerCase().replace(/[\s_-]/g, '')] ?? null;

/** The encoding the publisher asked for; undefined when none was asked. Throws BoundaryError for an unknown label. */
export function requestedEncoding(label: string | undefined, file: string): Encoding | undefined {
  const known = label === undefined ? undefined : encodingOf(label);
  if (known === null) throw new BoundaryError('encoding', file, `不认识编码“${label}”`, '可用 utf-8、gbk、gb18030、big5');
  return known;
}
