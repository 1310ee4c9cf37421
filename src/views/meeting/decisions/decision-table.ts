import type { Decision } from '../../../stores/decisions.ts';

/** Rows of one screen. */
export const ROWS = 8;

/** Pages of at most eight; one empty page where there is nothing. */
export function pagesOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.max(1, Math.ceil(list.length / ROWS)) }, (_, i) => list.slice(i * ROWS, (i + 1) * ROWS));
}

/** A decision as it stands on the list and on paper. */
export interface DecisionRow {
  readonly id: string;
  readonly number: number;
  readonly projectId: string | null;
  readonly content: string;
  /** null: of no single project. */
  readonly project: string | null;
  readonly unit: string | null;
  readonly responsible: string | null;
  readonly dueOn: string | null;
  readonly note: string | null;
}
export const decisionRows = (entries: readonly Decision[], projectName: (id: string | null) => string | null): readonly DecisionRow[] =>
  entries.map((e, i) => ({ id: e.id, number: i + 1, projectId: e.projectId, content: e.content, project: projectName(e.projectId), unit: e.unit, responsible: e.responsible, dueOn: e.dueOn, note: e.note }));
