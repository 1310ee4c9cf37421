import type { Column, Table } from '../../src/model/tables.ts';
import { ledgerColumns, LEDGER_TABLES } from '../../src/model/tables.ts';

/** The same cells are compared with every table and every depth of header: answers are kept, all dropped beyond some ten thousand. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      if (known.size > 50_000) known.clear();
      answer = compute(text);
      known.set(text, answer);
    }
    return answer;
  };
}

/** Header text for comparison: NFKC (full width → half width), lower case, without spaces, line breaks and the marks of required columns. */
export const normalise = remembered((text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\s\u200b-\u200d\ufeff\p{Cc}]+/gu, '').replace(/^[*★☆●]+|[*★:]+$/g, ''));

/** 合同造价(万元) → 合同造价 and [万元]; 【】 and [] count as brackets. Of normalised text. */
export function splitBrackets(text: string): { bare: string; notes: string[] } {
  const notes: string[] = [];
  const bare = text.replace(/[([【〔<《]([^)\]】〕>》]*)[)\]】〕>》]/g, (_, note: string) => (notes.push(note), ''));
  return { bare: normalise(bare), notes };
}

/** One spelling of a header and how far it is from what was written (1: as written). */
export interface Form {
  readonly text: string;
  readonly weight: number;
}

const UNIT_TAIL = /[/_:,-]?(?:单位)?:?(?:亿|千万|百万|万|千)?(?:元|人|%)$/;

/** Spellings one header text is compared in, best first. */
const forms = remembered((written: string): readonly Form[] => {
  const full = normalise(written);
  const { bare } = splitBrackets(full);
  const found: Form[] = [{ text: full, weight: 1 }, { text: bare, weight: 0.97 }, { text: bare.replace(UNIT_TAIL, ''), weight: 0.93 }];
  return [...found, { text: bare.replace(/时间$/, '日期'), weight: 0.65 }, { text: bare.replace(/^是否(已)?/, ''), weight: 0.65 }].filter((f) => f.text !== '');
});

/**
 * Texts of one column's header cells from the top row down; `across` where the text was carried over from the left rather than merged.
 * Two rows 工程款 / 应付 are tried as 工程款应付, 应付工程款 and 应付.
 */
export interface HeaderCell {
  readonly text: string;
  readonly across?: boolean;
}

/** Dates, amounts and numbers of a ledger's rows: no column is called by four figures in a row, but brackets may hold a year. */
const FIGURES = /^[^([（【〔<《]*[0-9０-９]{4}/;

function columnForms(cells: readonly HeaderCell[]): Form[] {
  const parts = cells.filter((cell, i) => cell.text !== '' && (i === 0 || cell.text !== cells[i - 1]?.text));
  const last = parts.at(-1);
  if (!last || last.across || FIGURES.test(last.text)) return [];
  if (parts.length === 1) return [...forms(last.text)];
  const weight = parts.some((p) => p.across) ? 0.75 : 0.98;
  const groups = parts.slice(0, -1).map((p) => splitBrackets(normalise(p.text)).bare);
  const sub = splitBrackets(normalise(last.text)).bare;
  const near = groups.at(-1) ?? '';
  const joined = [groups.join('') + sub, sub + groups.join(''), near + sub, sub + near];
  return [...joined.flatMap((text) => forms(text).map((f) => ({ ...f, weight: f.weight * weight }))), ...forms(last.text).map((f) => ({ ...f, weight: f.weight * 0.9 }))];
}

/** A raw column (0-based) that can be a catalogue column; quality 1: its exact title. */
export interface Match {
  readonly raw: number;
  readonly column: Column;
  readonly quality: number;
}

const ALIAS = 0.9;
const indexes = new WeakMap<Table, Map<string, { column: Column; quality: number }[]>>();

/** Every title and alias of a table's ledger columns, normalised. */
function names(table: Table): Map<string, { column: Column; quality: number }[]> {
  const known = indexes.get(table);
  if (known) return known;
  const index = new Map<string, { column: Column; quality: number }[]>();
  const add = (name: string, column: Column, quality: number): void => {
    const key = normalise(name);
    index.set(key, [...(index.get(key) ?? []), { column, quality }]);
  };
  for (const column of ledgerColumns(table)) {
    add(column.title, column, 1);
    add(column.name, column, 0.95);
    for (const alias of column.aliases) add(alias, column, ALIAS);
  }
  indexes.set(table, index);
  return index;
}

let everyName: ReadonlySet<string> | null = null;
/** Titles and aliases of all tables: most cells of a ledger are none of them and need not be looked up table by table. */
const anyName = (): ReadonlySet<string> => (everyName ??= new Set(LEDGER_TABLES.flatMap((t) => [...names(t).keys()])));

/** Spellings of every column of a header that are a column's name in some table, best first. */
export const headerForms = (header: readonly (readonly HeaderCell[])[]): Form[][] => header.map((cells) => columnForms(cells).filter((f) => anyName().has(f.text)));

/**
 * The catalogue column of each raw column: pairs are taken best first (exact title before alias, left before right), each side once.
 * A header that fits only a column already taken (项目名称 beside 项目编号 in 工资支付) stays without one.
 */
export function matchColumns(header: readonly (readonly Form[])[], table: Table): Match[] {
  const index = names(table);
  const pairs: Match[] = header.flatMap((spellings, raw) =>
    spellings.flatMap((form) => (index.get(form.text) ?? []).map(({ column, quality }) => ({ raw, column, quality: quality * form.weight }))),
  );
  pairs.sort((a, b) => b.quality - a.quality || a.raw - b.raw);
  const taken = new Map<number, Match>();
  const columns = new Set<Column>();
  for (const pair of pairs) {
    if (taken.has(pair.raw) || columns.has(pair.column)) continue;
    taken.set(pair.raw, pair);
    columns.add(pair.column);
  }
  return [...taken.values()].sort((a, b) => a.raw - b.raw);
}

/** 序号, NO.: counts rows, says nothing. */
export const isRowNumber = (header: string): boolean => /^(序号?|行号|no\.?|№|编?序|#)$/.test(splitBrackets(normalise(header)).bare) || normalise(header) === '#';
