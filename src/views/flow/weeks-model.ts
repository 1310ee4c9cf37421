import type { Row } from '../../engine/rows.ts';
import { addFigures, balanceOf, type AccountUnit, type Figures, figureText, figuresOf, termsOf } from './account-model.ts';

export const FLOW_GRADES = ['严重', '一般'] as const;
export type FlowGrade = (typeof FLOW_GRADES)[number];

/** One grade within the account: its terms and what moved in from and out to the other grade. */
interface GradeFigures {
  readonly figures: Figures;
  readonly movedIn: number;
  readonly movedOut: number;
  /** Opening and steps lead to the closing. */
  readonly balanced: boolean;
}

/** One step: from the published day before to `day`. */
export interface WeekStep {
  readonly day: string;
  readonly total: Figures;
  readonly grades: Readonly<Record<FlowGrade, GradeFigures>>;
  /** Its opening is the closing before, and it leads to its closing. */
  readonly balanced: boolean;
}

const gradeFigures = (rows: readonly Row[], unit: AccountUnit): GradeFigures => {
  const figures = addFigures(rows.map((r) => figuresOf(r, unit)));
  const sum = (name: string): number => rows.reduce((total, r) => total + (unit === 'money' ? Math.round(Number(r[`money_${name}`] ?? 0) * 100) : Number(r[name] ?? 0)), 0);
  const [movedIn, movedOut] = [sum('moved_in'), sum('moved_out')];
  return { figures, movedIn, movedOut, balanced: balanceOf(figures, unit).sum + movedIn - movedOut === figures.closing };
};
const byGrade = <T>(of: (grade: FlowGrade) => T): Record<FlowGrade, T> => Object.fromEntries(FLOW_GRADES.map((g) => [g, of(g)])) as Record<FlowGrade, T>;

/**
 * Rows of the steps (by day and grade) → the chain over `days`, the published days after `from`. A day without rows had nothing open at either end. `opening`: what the
 * account opens with, which the first step must take over.
 */
export function weekSteps(rows: readonly Row[], days: readonly string[], unit: AccountUnit, opening: number): WeekStep[] {
  let before = opening;
  return days.map((day) => {
    const mine = rows.filter((r) => r['as_of'] === day);
    const total = addFigures(mine.map((r) => figuresOf(r, unit)));
    const balanced = total.opening === before && balanceOf(total, unit).balanced;
    before = total.closing;
    return { day, total, grades: byGrade((g) => gradeFigures(mine.filter((r) => r['grade'] === g), unit)), balanced };
  });
}

/** The whole account of one grade: its opening is that of the first step, its closing that of the last. */
export function gradeAccount(steps: readonly WeekStep[], grade: FlowGrade): GradeFigures {
  const [first, last] = [steps[0], steps[steps.length - 1]];
  const sum = addFigures(steps.map((s) => s.grades[grade].figures));
  const figures = { ...sum, opening: first?.grades[grade].figures.opening ?? 0, closing: last?.grades[grade].figures.closing ?? 0 };
  const chained = steps.every((s, i) => s.grades[grade].balanced && (i === 0 || s.grades[grade].figures.opening === steps[i - 1]!.grades[grade].figures.closing));
  return { figures, movedIn: steps.reduce((n, s) => n + s.grades[grade].movedIn, 0), movedOut: steps.reduce((n, s) => n + s.grades[grade].movedOut, 0), balanced: chained };
}

/** `15+1+1−1`: the opening and what came and went; nothing moved: the opening alone. */
export const stepText = (figures: Figures, unit: AccountUnit): string =>
  `${figureText(figures.opening, unit)}${termsOf(unit).filter((t) => t.sign !== 0 && figures[t.id] !== 0).map((t) => `${t.sign > 0 ? '+' : '−'}${figureText(figures[t.id], unit)}`).join('')}${
    (['found', 'lost'] as const).filter((id) => figures[id] !== 0).map((id) => `${id === 'found' ? '+' : '−'}${figureText(figures[id], unit)}`).join('')}`;

/** What is drawn above and below the line, in the order from it. */
export const UP = ['added', 'reopened', 'found', 'grown'] as const;
export const DOWN = ['closed', 'lost', 'part_paid'] as const;
export type BarTerm = (typeof UP)[number] | (typeof DOWN)[number];

/** Highest stacks above and below over all steps. */
export function extent(steps: readonly WeekStep[], unit: AccountUnit): { readonly up: number; readonly down: number } {
  const most = (terms: readonly BarTerm[]): number => Math.max(0, ...steps.map((s) => terms.reduce((n, t) => n + ((t === 'grown' || t === 'part_paid') && unit !== 'money' ? 0 : s.total[t]), 0)));
  return { up: most(UP), down: most(DOWN) };
}
