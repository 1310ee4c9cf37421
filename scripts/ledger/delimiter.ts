import { CsvParser } from './csv-parser.ts';

/** How a text file separates its columns, and how many it usually has. */
export interface Dialect {
  readonly delimiter: string;
  readonly width: number;
}

const CANDIDATES = [',', '\t', ';', '|'] as const;

/** The width most of the records with more than one field have. */
function usualWidth(widths: readonly number[]): { width: number; records: number } {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((best, [width, records]) => (records > best.records || (records === best.records && width > best.width) ? { width, records } : best), { width: 1, records: 0 });
}

/** Detects the delimiter from the beginning of a file: the one that gives most records the same number of fields. Comma when nothing tells. */
export function detectDialect(sample: string): Dialect {
  let best: Dialect & { score: number } = { delimiter: ',', width: 1, score: 0 };
  for (const delimiter of CANDIDATES) {
    const parser = new CsvParser(delimiter);
    // A quote that does not end at this delimiter says it is another one.
    const records = [...parser.push(sample), ...parser.end()].slice(0, 200).filter((r) => !r.repaired);
    const { width, records: count } = usualWidth(records.map((r) => r.fields.length));
    const score = count * Math.log2(width);
    if (score > best.score) best = { delimiter, width, score };
  }
  return { delimiter: best.delimiter, width: best.width };
}
