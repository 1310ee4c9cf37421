import type { SheetPlan } from './contract.ts';

/** A sheet that was recognised as a ledger table. */
export type TablePlan = SheetPlan & { readonly table: string };

/** Only the sheets that are ledger tables. */
export const recognised = (plans: readonly SheetPlan[]): TablePlan[] => plans.filter((p): p is TablePlan => p.table !== null);
