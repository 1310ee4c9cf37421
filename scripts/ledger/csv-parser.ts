/** A quoted field of more lines than this is a quote that was never closed. */
const QUOTED_LINES = 100;

/** One record and the physical line it starts on (1-based). `repaired`: a stray quote was taken as text. */
export interface CsvRecord {
  readonly fields: string[];
  readonly line: number;
  readonly repaired: boolean;
}

interface Field {
  readonly text: string;
  /** Index of the delimiter or line end after the field. */
  readonly end: number;
}

/**
 * A CSV parser that never rejects and never loses a character: RFC 4180 where the text follows it; a quote that is not closed, or is
 * followed by more text, is taken literally up to the next delimiter. Fed in chunks; lines may end in LF, CRLF or CR.
 */
export class CsvParser {
  readonly #delimiter: string;
  readonly #width: number;
  #rest = '';
  #line = 1;

  /** `width`: columns usually seen, 0 if unknown; a quoted field that swallows whole records of that width is a stray quote. */
  constructor(delimiter: string, width = 0) {
    this.#delimiter = delimiter;
    this.#width = width;
  }

  /** Characters of the record still open. */
  get pending(): number {
    return this.#rest.length;
  }

  /** Records completed by this chunk. */
  push(text: string): CsvRecord[] {
    this.#rest += text;
    return this.#drain(false);
  }

  /** The records left at the end of the text. */
  end(): CsvRecord[] {
    return this.#drain(true);
  }

  #drain(final: boolean): CsvRecord[] {
    const text = this.#rest;
    const records: CsvRecord[] = [];
    let at = 0;
    for (;;) {
      if (at >= text.length) break;
      const record = this.#record(text, at, final);
      if (!record) break;
      records.push({ fields: record.fields, line: this.#line, repaired: record.repaired });
      this.#line += record.lines;
      at = record.next;
    }
    this.#rest = text.slice(at);
    return records;
  }

  /** The record that starts at `at`; null when its end has not arrived yet. */
  #record(text: string, at: number, final: boolean): { fields: string[]; next: number; lines: number; repaired: boolean } | null {
    const fields: string[] = [];
    let repaired = false;
    let pos = at;
    for (;;) {
      let field: Field | 'open' | null = null;
      if (text[pos] === '"') {
        field = this.#quoted(text, pos, final);
        if (field === 'open') return null;
        if (field === null) repaired = true;
      }
      field ??= this.#plain(text, pos);
      fields.push(field.text);
      const stop = text[field.end];
      if (stop === this.#delimiter) {
        pos = field.end + 1;
        continue;
      }
      // A CR at the very end may be the first half of CRLF.
      if (!final && (stop === undefined || (stop === '\r' && field.end + 1 === text.length))) return null;
      const next = stop === undefined ? field.end : field.end + (stop === '\r' && text[field.end + 1] === '\n' ? 2 : 1);
      return { fields, next, lines: countLines(text, at, next), repaired };
    }
  }

  #plain(text: string, from: number): Field {
    const delimiter = this.#delimiter.charCodeAt(0);
    let end = from;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === 10 || code === 13) break;
    }
    return { text: text.slice(from, end), end };
  }

  /** The quoted field at `from`; 'open' while its end may still arrive; null when the quote is not one. */
  #quoted(text: string, from: number, final: boolean): Field | 'open' | null {
    let close = from + 1;
    for (;;) {
      close = text.indexOf('"', close);
      if (close === -1) return final || countLines(text, from, text.length) > QUOTED_LINES ? null : 'open';
      if (text[close + 1] !== '"') break;
      close += 2;
    }
    if (close + 1 === text.length && !final) return 'open';
    let end = close + 1;
    while (text[end] === ' ') end++;
    const stop = text[end];
    if (stop !== undefined && stop !== this.#delimiter && stop !== '\n' && stop !== '\r') return null;
    const inner = text.slice(from + 1, close);
    if (inner.includes('\n') && this.#swallowsRecords(inner)) return null;
    return { text: inner.includes('""') ? inner.replaceAll('""', '"') : inner, end };
  }

  #swallowsRecords(inner: string): boolean {
    const lines = inner.split('\n');
    return lines.length > QUOTED_LINES || (this.#width >= 4 && lines.slice(1, -1).some((line) => line.split(this.#delimiter).length === this.#width));
  }
}

/** Line ends between two positions: LF, CRLF and CR each count once. */
function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) lines++;
  }
  return lines;
}
