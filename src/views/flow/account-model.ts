import type { Row } from '../../engine/rows.ts';
import { formatNumber, WAN } from '../../shared/format.ts';

/** What the account is counted in. */
export const ACCOUNT_UNITS = ['projects', 'money'] as const;
export type AccountUnit = (typeof ACCOUNT_UNITS)[number];
/** The same of either unit. */
export type InUnits<T> = Readonly<Record<AccountUnit, T>>;
export const inUnits = <T>(of: (unit: AccountUnit) => T): InUnits<T> => ({ projects: of('projects'), money: of('money') });

/** How figures are printed: whole projects, cents as 万元 with one decimal. */
export const PRINTED: InUnits<{ readonly decimals: number; readonly per: number }> = { projects: { decimals: 0, per: 1 }, money: { decimals: 1, per: WAN * 100 } };

/** Terms of the equation in its order; `sign` 0: an end. `money`: in 元 only. `rare`: shown only when not 0. */
export const TERMS = [
  { id: 'opening', sign: 0 }, { id: 'added', sign: 1 }, { id: 'reopened', sign: 1 }, { id: 'found', sign: 1, rare: true }, { id: 'grown', sign: 1, money: true }, { id: 'part_paid', sign: -1, money: true },
  { id: 'closed', sign: -1 }, { id: 'lost', sign: -1, rare: true }, { id: 'closing', sign: 0 },
] as const satisfies readonly { id: string; sign: 0 | 1 | -1; money?: boolean; rare?: boolean }[];
export type TermId = (typeof TERMS)[number]['id'];
/** Key of what a term is called: money is paid where a project is closed. */
export const termKey = (id: TermId, unit: AccountUnit): string => (unit === 'money' && id === 'closed' ? 'flow.moneyTerms.closed' : `flow.terms.${id}`);

/** Counts in projects, or cents. */
export type Figures = Readonly<Record<TermId, number>>;

/** Figures of a row of the account; 元 are kept in whole cents, so that sums are exact. */
export const figuresOf = (row: Row | undefined, unit: AccountUnit): Figures =>
  Object.fromEntries(TERMS.map(({ id }) => [id, unit === 'money' ? Math.round(Number(row?.[`money_${id}`] ?? 0) * 100) : Number(row?.[id] ?? 0)])) as Record<TermId, number>;

/** The terms a unit has, without those that are 0 and rare. */
export const termsOf = (unit: AccountUnit, ...figures: readonly Figures[]): readonly (typeof TERMS)[number][] =>
  TERMS.filter((t) => (unit === 'money' || !('money' in t)) && (!('rare' in t) || figures.some((f) => f[t.id] !== 0)));

export interface Balance {
  /** What opening and steps add up to. */
  readonly sum: number;
  readonly closing: number;
  readonly balanced: boolean;
}

/** Whether opening and steps lead to the closing. */
export function balanceOf(figures: Figures, unit: AccountUnit): Balance {
  const sum = TERMS.reduce((total, t) => total + ('money' in t && unit !== 'money' ? 0 : t.sign * figures[t.id]), figures.opening);
  return { sum, closing: figures.closing, balanced: sum === figures.closing };
}

/** A figure as printed. */
export const figureText = (value: number, unit: AccountUnit): string => formatNumber(value, PRINTED[unit].decimals, PRINTED[unit].per);

/** `26 + 3 + 1 − 28 = 2`: every term that is shown; terms that come in at 0 are left out where `brief`. */
export function equationText(figures: Figures, unit: AccountUnit, brief = false): string {
  const { sum } = balanceOf(figures, unit);
  const middle = termsOf(unit, figures).filter((t) => t.sign !== 0 && (!brief || figures[t.id] !== 0));
  return `${figureText(figures.opening, unit)}${middle.map((t) => `${t.sign > 0 ? ' + ' : ' − '}${figureText(figures[t.id], unit)}`).join('')} = ${figureText(sum, unit)}`;
}

/** Sums figures of several rows. */
export const addFigures = (rows: readonly Figures[]): Figures => Object.fromEntries(TERMS.map(({ id }) => [id, rows.reduce((sum, r) => sum + r[id], 0)])) as Record<TermId, number>;
