import { existsSync, readFileSync } from 'node:fs';
import { readXlsx } from 'hucre';

/** One line of 问题清单.xlsx as the publisher sees it. */
export interface Problem {
  readonly check: string;
  readonly severity: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly mend: string;
}

const text = (cell: unknown): string => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '');

/** Lines of 问题清单.xlsx; none when it was not written. */
export async function readProblems(path: string | null): Promise<Problem[]> {
  if (path === null || !existsSync(path)) return [];
  const { sheets } = await readXlsx(readFileSync(path));
  return (sheets[0]?.rows ?? []).slice(1).map((r) => ({
    check: text(r[0]), severity: text(r[1]), file: text(r[2]), sheet: text(r[3]), row: typeof r[4] === 'number' ? r[4] : null, column: text(r[5]), value: text(r[6]), reason: text(r[7]), mend: text(r[8]),
  }));
}

/** Lines of the sheet 未计入的行: file, sheet, row, kind, first words, why; none where no row was set aside. */
export async function readSetAside(path: string | null): Promise<string[][]> {
  if (path === null || !existsSync(path)) return [];
  const { sheets } = await readXlsx(readFileSync(path));
  return (sheets.find((s) => s.name === '未计入的行')?.rows ?? []).slice(1).map((r) => r.map(text));
}
