/** What a project is on a day. */
export type State = '严重' | '一般' | '无欠薪' | '漏报';

const KINDS = ['all', 'opening', 'added', 'reopened', 'found', 'grown', 'part_paid', 'closed', 'lost', 'closing', 'upgraded', 'downgraded', 'gone', 'entered', 'opening_closed', 'band', 'field'] as const;
type TermKind = (typeof KINDS)[number];

/** Which list is open, as the link keeps it: `closed`, `closed.w2026-10-23`, `opening.g2`, `lost.u990101001`, `band.2-1-`, `field.leader`. */
export interface Term {
  readonly kind: TermKind;
  /** Step's day; null: the whole account. */
  readonly day: string | null;
  readonly grade: string | null;
  /** Unit of the table's axis; null: 未填; undefined: all. */
  readonly unit?: string | null | undefined;
  /** States at the beginning, in the middle and at the end; null: any. Of `band` only. */
  readonly states: readonly (BandState | null)[];
  readonly field: string | null;
}
export type BandState = State | '司法程序';

export const ALL: Term = { kind: 'all', day: null, grade: null, states: [], field: null };
/** A term of the account; `change` narrows it. */
export const termOf = (kind: TermKind, change: Partial<Term> = {}): Term => ({ ...ALL, kind, ...change });

const STATES: Readonly<Record<string, BandState>> = { 0: '无欠薪', 1: '一般', 2: '严重', x: '漏报', c: '司法程序' };
const codeOf = (state: string): string => Object.keys(STATES).find((c) => STATES[c] === state) ?? '';

/** The text of a term in the link; '' for all. */
export function formatTerm({ kind, day, grade, unit, states, field }: Term): string {
  if (kind === 'all') return '';
  if (kind === 'field') return `field.${field ?? ''}`;
  if (kind === 'band') return `band.${states.map((s) => (s === null ? '' : codeOf(s))).join('-')}`;
  return [kind, ...(day === null ? [] : [`w${day}`]), ...(grade === null ? [] : [`g${codeOf(grade)}`]), ...(unit === undefined ? [] : [unit === null ? 'n' : `u${unit}`])].join('.');
}

/** The term a link asks for; what is none opens the whole list. Never throws. */
export function parseTerm(text: string | undefined): Term {
  const [head = '', ...rest] = (text ?? '').split('.');
  const kind = KINDS.find((k) => k === head);
  if (kind === undefined || kind === 'all') return ALL;
  if (kind === 'field') return /^[a-z_]+$/.test(rest[0] ?? '') ? termOf('field', { field: rest[0]! }) : ALL;
  if (kind === 'band') {
    const states = (rest[0] ?? '').split('-').map((c) => new Map(Object.entries(STATES)).get(c) ?? null);
    return states.length === 3 && states.some((s) => s !== null) ? termOf('band', { states }) : ALL;
  }
  let term = termOf(kind);
  for (const [i, part] of rest.entries()) {
    const value = part.slice(1);
    if (part.startsWith('w') && /^\d{4}-\d{2}-\d{2}$/.test(value)) term = { ...term, day: value };
    else if (part.startsWith('g') && (value === '1' || value === '2')) term = { ...term, grade: STATES[value]! };
    else if (part === 'n') term = { ...term, unit: null };
    // A code may hold dots: it stands last.
    else if (part.startsWith('u')) return { ...term, unit: [value, ...rest.slice(i + 1)].join('.') };
  }
  return term;
}
