import type { SheetPlan } from './contract.ts';

/** A sheet that was recognised as a ledger table. */
export type TablePlan = SheetPlan & { readonly table: string };

/** Only the sheets that are ledger tables, row for row. */
export const recognised = (plans: readonly SheetPlan[]): TablePlan[] => plans.filter((p): p is TablePlan => p.table !== null && !p.wide);

/** A sheet with one row per project and one column per item. */
export type WidePlan = TablePlan & Required<Pick<SheetPlan, 'wide'>>;

/** Only the sheets whose rows become several. */
export const wideSheets = (plans: readonly SheetPlan[]): WidePlan[] => plans.filter((p): p is WidePlan => p.table !== null && p.wide !== undefined);
