import type { Row } from '../../engine/rows.ts';
import { COMPARED, IN_LEDGER } from '../../query/account.ts';
import type { Column } from '../../model/column.ts';
import { TABLES } from '../../model/tables.ts';
import { formatNumber, MISSING, WAN } from '../../shared/format.ts';

/** A field that is another at the end than at the beginning. */
export interface Change {
  readonly field: string;
  /** As printed; — where it was or is empty. */
  readonly before: string;
  readonly after: string;
}

/** Names a code stands for, and words of enumerated values. */
interface ChangeWords {
  readonly placeName: (code: string | null) => string;
  readonly deptName: (code: string | null) => string;
  readonly value: (text: string) => string;
  readonly yes: string;
  readonly no: string;
}

const FIELDS: ReadonlyMap<string, Column> = new Map(TABLES.projects.columns.map((c) => [c.name, c]));
/** Fields in the order they are shown: those a meeting asks for first. */
export const FIELD_ORDER: readonly string[] = [IN_LEDGER, ...COMPARED];
/** Heading of a field in the catalogue; null: not a column. */
export const fieldTitle = (field: string): string | null => FIELDS.get(field)?.title ?? null;
/** Unit of its heading: 万元 for amounts. */
export const fieldUnit = (field: string): string => {
  const column = FIELDS.get(field);
  return column?.unit === '元' ? '万元' : (column?.unit ?? '');
};

/** One side of a change as printed. */
export function sideText(field: string, given: unknown, words: ChangeWords): string {
  if (given === null || given === undefined || given === '') return MISSING;
  const text = String(given);
  const column = FIELDS.get(field);
  if (field === IN_LEDGER || column?.type === 'BOOLEAN') return text === 'true' ? words.yes : words.no;
  if (field === 'place_code') return words.placeName(text);
  if (field === 'dept_code') return words.deptName(text);
  if (column?.unit === '元') return formatNumber(Number(text), 1, WAN);
  if (column?.values) return words.value(text);
  if (column?.type.startsWith('DECIMAL') || column?.type === 'INTEGER') return formatNumber(Number(text), (text.split('.')[1] ?? '').replace(/0+$/, '').length);
  return text;
}

/** Rows of the comparison by project, in the order of the fields. */
export function changesByProject(rows: readonly Row[], words: ChangeWords): ReadonlyMap<string, readonly Change[]> {
  const found = new Map<string, Change[]>();
  for (const row of rows) {
    const [id, field] = [String(row['project_id']), String(row['field'])];
    const list = found.get(id) ?? [];
    list.push({ field, before: sideText(field, row['before'], words), after: sideText(field, row['after'], words) });
    found.set(id, list);
  }
  for (const list of found.values()) list.sort((a, b) => FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field));
  return found;
}
