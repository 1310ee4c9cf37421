import type { SortKey } from '../../components/table-order.ts';
import type { TableRow } from '../../model/table-model.ts';

/** Columns the search looks into; places and departments by their names. */
const SEARCHED = ['name', 'project_id', 'contractor', 'owner_unit', 'subcontractor', 'leader', 'responsible'] as const;

/** Everything of a row the search looks into, in lower case. */
export const haystack = (row: TableRow, names: { readonly place: (code: string | null) => string; readonly dept: (code: string | null) => string }): string => {
  const code = (column: string): string | null => (typeof row[column] === 'string' ? row[column] : null);
  return [...SEARCHED.map((column) => row[column] ?? ''), names.place(code('place_code')), names.dept(code('dept_code'))].join('\n').toLowerCase();
};

/** Every word of the search stands somewhere in the row. */
export function matches(hay: string, search: string): boolean {
  return search.toLowerCase().split(/\s+/).every((word) => hay.includes(word));
}

/** Sort keys as they stand in a link: `unpaid_wages-,name` (− is descending). */
export const writeOrder = (keys: readonly SortKey[]): string => keys.map(({ key, descending }) => `${key}${descending ? '-' : ''}`).join(',');
/** Its inverse; keys that are no column are left out. */
export const readOrder = (text: string | undefined, columns: readonly string[]): readonly SortKey[] =>
  (text ?? '').split(',').map((part) => ({ key: part.replace(/-$/, ''), descending: part.endsWith('-') })).filter(({ key }) => columns.includes(key));

/** One published step of a project's 历程. */
export interface Step {
  readonly asOf: string;
  readonly event: string;
  /** 严重, 一般, 无欠薪 after 销号; null: 漏报. */
  readonly grade: string | null;
  readonly amount: number | null;
}

/** Steps as the list's question writes them. */
export const readSteps = (text: string | null): readonly Step[] =>
  (text ?? '').split(';').filter((part) => part !== '').map((part) => {
    const [asOf = '', event = '', grade = '', amount = ''] = part.split(',');
    return { asOf, event, grade: event === '漏报' ? null : grade === '' ? '无欠薪' : grade, amount: amount === '' ? null : Number(amount) };
  });

/** Snapshots in which the project was open. */
export const weeksOpen = (steps: readonly Step[]): number => steps.filter((s) => s.event !== '销号' && s.event !== '漏报').length;

/** Where a project stands in a list, and its neighbours; `at` null: it is not in it. */
export function neighbours(ids: readonly string[], id: string): { readonly at: number | null; readonly previous: string | null; readonly next: string | null } {
  const at = ids.indexOf(id);
  if (at === -1) return { at: null, previous: null, next: ids[0] ?? null };
  return { at, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}
