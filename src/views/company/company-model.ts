import type { Row } from '../../engine/rows.ts';
import { ROLES, type Role } from '../../query/company.ts';
import { rankAmong } from './firm-marks.ts';

/** A firm's numbers over all its projects, each counted once whatever its roles. */
export interface FirmTotals {
  readonly projects: number;
  readonly managed: number;
  readonly open: number;
  readonly severe: number;
  /** 元, of open projects. */
  readonly unpaid: number;
  readonly workers: number;
  readonly roles: readonly { readonly role: Role; readonly n: number }[];
}

const sum = (rows: readonly Row[], column: string): number => rows.reduce((total, row) => total + (typeof row[column] === 'number' ? row[column] : 0), 0);

/** Adds up the rows of the firm's projects. */
export function firmTotals(rows: readonly Row[]): FirmTotals {
  const open = rows.filter((row) => row['open'] === true);
  return {
    projects: rows.length, managed: rows.filter((row) => row['managed'] === true).length, open: open.length, severe: open.filter((row) => row['grade_now'] === '严重').length,
    unpaid: sum(open, 'unpaid_wages'), workers: sum(open, 'unpaid_workers'), roles: ROLES.map((role) => ({ role, n: rows.filter((row) => row[`is_${role}`] === true).length })).filter(({ n }) => n > 0),
  };
}

/** Roles of the firm in one project. */
export const rolesIn = (row: Row): readonly Role[] => ROLES.filter((role) => row[`is_${role}`] === true);

/** What the firm is ranked by among contractors. */
export const RANKED = ['unpaid', 'open', 'times'] as const;
export type Ranked = (typeof RANKED)[number];

/** Places among contractors: by unpaid wages and open projects over `contractors`, by times in arrears over the register. null: not ranked. */
export function firmRanks(contractors: readonly Row[], times: readonly Row[], codes: readonly string[]): readonly { readonly by: Ranked; readonly value: number | null; readonly rank: ReturnType<typeof rankAmong> }[] {
  const mine = contractors.find((row) => row['mine'] === true);
  const number = (row: Row | undefined, column: string): number | null => (typeof row?.[column] === 'number' ? row[column] : null);
  const all = (rows: readonly Row[], column: string): number[] => rows.flatMap((row) => number(row, column) ?? []);
  const register = times.find((row) => codes.includes(String(row['company_code'])));
  return RANKED.map((by) => {
    const value = by === 'times' ? number(register, 'times_in_arrears') : number(mine, by);
    return { by, value, rank: rankAmong(value, by === 'times' ? all(times, 'times_in_arrears') : all(contractors, by)) };
  });
}
