import { LEDGER_TABLES, type Table } from '../../src/model/tables.ts';
import { type HeaderCell, type Match, headerForms, isRowNumber, matchColumns, normalise } from './headers.ts';
import { isUnitText } from './units.ts';

/** The first rows of a sheet as text; '' is empty. Merges across are filled, `group` is where text came from the left. */
export type Preview = readonly (readonly string[])[];

/** The header as found: rows `from`…`to` (0-based) of the preview, read as `table`. */
export interface FoundHeader {
  readonly table: Table;
  readonly from: number;
  readonly to: number;
  readonly matches: readonly Match[];
  /** Required columns that no header fits; empty for a table that can be read. */
  readonly missing: readonly string[];
  readonly score: number;
}

const DEPTH = 3;
/** A table that can be read wins over one that cannot when it explains at least this share of what the other does. */
const NEAR = 0.7;

/** Header cells of every column in rows from…to. A blank to the right of a group title, over a sub-title, belongs to the group. */
export function headerCells(rows: Preview, from: number, to: number): HeaderCell[][] {
  const block = rows.slice(from, to + 1);
  const width = Math.max(0, ...block.map((row) => row.length));
  return Array.from({ length: width }, (_, c) =>
    block.map((row, i): HeaderCell => {
      const text = row[c] ?? '';
      if (text !== '' || i === block.length - 1 || (block[i + 1]?.[c] ?? '') === '') return { text };
      const left = row.slice(0, c).findLast((t) => t !== '') ?? '';
      return left === '' ? { text } : { text: left, across: true };
    }),
  );
}

/** Names of required columns a table lacks. A project may be read by its name alone: its number can be derived. */
function missingOf(table: Table, matches: readonly Match[]): string[] {
  const has = new Set(matches.map((m) => m.column.name));
  const missing = table.columns.filter((c) => c.required && !c.derived && !has.has(c.name) && !(table.name === 'projects' && c.name === 'project_id'));
  const alone = table.name === 'projects' && matches.length < 2 ? ['项目名称以外的任何一列'] : [];
  return [...missing.map((c) => c.title), ...alone];
}

/** Table whose name or alias is the longest found in these texts; sheet names, titles and file names are called after it. */
function namedTable(texts: readonly string[]): Table | null {
  let best: { table: Table; length: number } | null = null;
  for (const plain of new Set(texts.map(normalise))) {
    for (const table of LEDGER_TABLES) {
      for (const name of [table.title, ...table.aliases]) {
        const key = normalise(name);
        if (key.length > (best?.length ?? 0) && plain.includes(key)) best = { table, length: key.length };
      }
    }
  }
  return best?.table ?? null;
}

/** Most cells a title or unit row has. */
const TITLE_CELLS = 6;

/** Texts of rows that are titles rather than data. */
export const titles = (rows: Preview): string[] =>
  rows.map((row) => [...new Set(row)].filter((t) => t !== '')).filter((row) => row.length <= TITLE_CELLS).flat();

/** What the sheet is called, and the file. */
export interface Hints {
  readonly sheet: string;
  readonly file: string;
}

/** Points that sheet name, title rows and file name add to a table: about one matched column each, so they decide between near tables only. */
export function hintScores(hints: Hints, above: readonly string[]): Map<Table, number> {
  const scores = new Map<Table, number>();
  const add = (texts: readonly string[], points: number): void => {
    const table = namedTable(texts);
    if (table) scores.set(table, (scores.get(table) ?? 0) + points);
  };
  add([hints.sheet], 1.5);
  add(above, 1);
  add([hints.file.replace(/\.[^.]*$/, '')], 0.5);
  return scores;
}

/** Rows under the header that belong to it: only units （万元）, or the numbers of the columns (1 2 3 4, 甲 乙 1 2). */
export function isHeaderTail(row: readonly string[]): boolean {
  const texts = row.filter((t) => t !== '').map((t) => normalise(t).replace(/^\((.*)\)$/, '$1'));
  if (texts.length === 0) return false;
  if (texts.every(isUnitText)) return true;
  const letters = texts.findIndex((t, i) => t !== '甲乙丙丁戊己'[i]);
  return letters >= 0 && texts.length - letters >= 3 && texts.slice(letters).every((t, i) => t === String(i + 1));
}

/**
 * Finds the header by the catalogue's titles and aliases, wherever it stands: every run of one to three rows is read as every table and
 * scored by the quality of its matches. Null when no row has two columns of any table.
 */
export function findHeader(rows: Preview, hints: Hints): FoundHeader | null {
  const found: FoundHeader[] = [];
  for (let from = 0; from < rows.length; from++) {
    if ((rows[from] ?? []).every((t) => t === '')) continue;
    let bonus: ReturnType<typeof hintScores> | null = null;
    for (let to = from; to < Math.min(from + DEPTH, rows.length); to++) {
      const forms = headerForms(headerCells(rows, from, to));
      // Most rows are data, in which hardly a cell is called like a column.
      if (forms.filter((f) => f.length > 0).length < 2) continue;
      bonus ??= hintScores(hints, titles(rows.slice(0, from)));
      for (const table of LEDGER_TABLES) {
        const matches = matchColumns(forms, table);
        if (matches.length < Math.min(2, table.columns.length)) continue;
        // Rows and depth only break ties: the higher and the shallower header wins.
        const score = matches.reduce((sum, m) => sum + m.quality, 0) + (bonus.get(table) ?? 0) - (to - from) * 1e-3 - from * 1e-5;
        found.push({ table, from, to, matches, score, missing: missingOf(table, matches) });
      }
    }
  }
  const best = found.reduce<FoundHeader | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  const readable = found.filter((f) => f.missing.length === 0).reduce<FoundHeader | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  const chosen = readable && best && readable.score >= best.score * NEAR ? readable : best;
  if (!chosen) return null;
  let to = chosen.to;
  while (to + 1 < rows.length && isHeaderTail(rows[to + 1] ?? [])) to++;
  return { ...chosen, to };
}

/** True for a header cell that is only a row counter. */
export const countsRows = (cells: readonly HeaderCell[]): boolean => isRowNumber(cells.findLast((c) => c.text !== '')?.text ?? '');
