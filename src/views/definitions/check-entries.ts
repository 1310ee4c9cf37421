type Row = Readonly<Record<string, unknown>>;

/** Where a check found something: one ledger sheet. */
export interface CheckPlace {
  readonly source: string | null;
  readonly sheet: string | null;
  /** Row numbers of the sheet, as published; null: it concerns no row. */
  readonly rows: string | null;
  readonly count: number;
  readonly detail: string | null;
}

/** found: rows concerned · passed: none · notMade: its tables were not imported. */
export type CheckStatus = 'found' | 'notMade' | 'passed';

export interface CheckEntry {
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  readonly count: number;
  /** Blocking, and let through with --accept. */
  readonly accepted: boolean;
  readonly status: CheckStatus;
  /** Why it was not made. */
  readonly reason: string | null;
  readonly places: readonly CheckPlace[];
}

/** Blocking severity of the catalogue of checks. */
export const BLOCKING = '阻断';
const NOT_MADE = /^未检/;
const textOf = (cell: unknown): string | null => (typeof cell === 'string' && cell !== '' ? cell : null);
const ORDER: readonly CheckStatus[] = ['found', 'notMade', 'passed'];

/** Rows of table `checks` → one entry per check: found ones first, blocking before notices, the passed last. */
export function checkEntries(rows: readonly Row[]): readonly CheckEntry[] {
  const byId = new Map<string, Row[]>();
  for (const row of rows) byId.set(String(row['check_id']), [...(byId.get(String(row['check_id'])) ?? []), row]);
  const entries = [...byId].map(([id, own]): CheckEntry => {
    const [first] = own;
    const count = own.reduce((sum, r) => sum + Number(r['count']), 0);
    const notMade = count === 0 && NOT_MADE.test(textOf(first?.['detail']) ?? '');
    return {
      id, name: String(first?.['name'] ?? id), severity: String(first?.['severity'] ?? ''), count, accepted: own.some((r) => r['accepted'] === true),
      status: count > 0 ? 'found' : notMade ? 'notMade' : 'passed', reason: notMade ? textOf(first?.['detail']) : null,
      places: own.filter((r) => Number(r['count']) > 0).map((r) => ({ source: textOf(r['source']), sheet: textOf(r['sheet']), rows: textOf(r['rows']), count: Number(r['count']), detail: textOf(r['detail']) })),
    };
  });
  const rank = (c: CheckEntry): number => ORDER.indexOf(c.status) * 2 + (c.severity === BLOCKING ? 0 : 1);
  return entries.sort((a, b) => rank(a) - rank(b));
}

/** How many checks there are, by what became of them. */
export const checkTotals = (entries: readonly CheckEntry[]) => ({
  all: entries.length, passed: entries.filter((c) => c.status === 'passed').length, notMade: entries.filter((c) => c.status === 'notMade').length,
  notices: entries.filter((c) => c.status === 'found' && c.severity !== BLOCKING).length, accepted: entries.filter((c) => c.accepted).length,
});
