import { columnTitle, type TableModel } from '../../model/table-model.ts';
import { type AccountUnit, type Figures, type InUnits, PRINTED } from './account-model.ts';
import type { Change } from './changes-model.ts';
import type { Mover } from './movers-model.ts';
import type { WeekStep } from './weeks-model.ts';

/** What the workbook is made of: the account in projects and in cents, whichever is on screen. */
export interface AccountFile {
  /** First lines of the first sheet; the other sheets have `about`. */
  readonly head: readonly string[];
  readonly about: string;
  readonly from: string;
  readonly totals: InUnits<Figures>;
  readonly steps: InUnits<readonly WeekStep[]>;
  /** Weeks from the beginning on; day null: not published. */
  readonly slots: readonly { readonly week: number; readonly day: string | null }[];
  readonly axes: readonly { readonly name: string; readonly units: readonly { readonly name: string; readonly figures: InUnits<Figures> }[] }[];
  /** 期初存量销号率 as printed. */
  readonly rate: (grade: string | null) => string;
  /** The projects with an account, and the same as printed. */
  readonly movers: readonly Mover[];
  readonly list: TableModel;
  /** Why the list is not whole; null: it is. */
  readonly cut: string | null;
  /** Of every project that differs; null: not known. */
  readonly changes: readonly { readonly id: string; readonly name: string; readonly list: readonly Change[] }[] | null;
  readonly changesCut: string | null;
}

/** Words of the workbook. */
export interface FileWords {
  readonly t: (key: string, named?: Record<string, unknown>) => string;
  readonly value: (text: string) => string;
  readonly fieldTitle: (field: string) => string;
  readonly week: (day: string) => number;
}

/** A cell of a sheet; null: empty. */
export type Cell = string | number | null;

/** A column of figures, headed with their unit. */
export const figureColumn = (title: string, unit: AccountUnit, width: number, t: FileWords['t']) =>
  ({ title: columnTitle({ key: '', title, unit: t(unit === 'money' ? 'flow.wan' : 'flow.count') }), width, decimals: PRINTED[unit].decimals });
