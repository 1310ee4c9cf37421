import type { DimensionId } from '../model/dimensions.ts';
import type { FilterState } from '../model/filters.ts';
import type { Scope } from '../model/indicators.ts';
import type { Prepared } from './parameters.ts';

/** What a panel asks for: indicators, grouped by dimensions, under filters, at one snapshot. */
export interface Ask {
  readonly indicators: readonly string[];
  readonly by: readonly DimensionId[];
  readonly filters: FilterState;
  readonly scope: Scope;
  /** Tables that are loaded; a fact whose tables are not all here is 未导入 and answers NULL. */
  readonly tables: ReadonlySet<string>;
  /** Forces a route; by default the cube answers whatever lives in it. */
  readonly route?: 'cube' | 'rows';
}

/**
 * A table a question reads: of the snapshot on screen by its name; or, as an object, a table of another published snapshot (its id in the index) that the engine
 * loads under the name `as`, e.g. `{ table: 'projects', snapshot: '2026-11-13', as: 'projects_before' }` for ranks in the comparison week. The SQL reads `as`.
 * Use one `as` per table and purpose: when the comparison changes, the new snapshot's table takes its place.
 */
export type TableUse = string | { readonly table: string; readonly snapshot: string; readonly as: string };

/** SQL with the tables that must be loaded before it can run. */
export interface Question {
  readonly sql: string;
  readonly tables: readonly TableUse[];
  /** The same question with places for the filters: what a running engine plans once. */
  readonly prepared?: Prepared;
}
