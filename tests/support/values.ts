import type { Outcome } from '../../scripts/snapshot/publish.ts';
import { DEFAULT_RULES } from '../../src/model/rules.ts';
import { indicatorOf } from '../../src/model/indicators.ts';
import type { DimensionId } from '../../src/model/dimensions.ts';
import type { FilterState } from '../../src/model/filters.ts';
import { compile } from '../../src/query/compile.ts';
import { makeScope } from '../../src/query/scope.ts';
import { ask } from './ledgers.ts';

/** n and d of an indicator in a sealed snapshot, asked through the compiler as the page does. */
export async function valueOf(outcome: Outcome, id: string, options: { filters?: FilterState; by?: DimensionId[]; asOf?: string; previous?: string | null } = {}): Promise<Record<string, unknown>[]> {
  const manifest = outcome.published!.manifest;
  const rules = { ...DEFAULT_RULES, calendar: { ...DEFAULT_RULES.calendar, festivals: { '2027': { spring_festival: '2027-02-06', new_years_eve: '2027-02-05' } } } };
  const scope = makeScope(options.asOf ?? manifest.as_of, options.previous ?? manifest.previous?.id.slice(0, 10) ?? null, rules);
  const tables = new Set(manifest.files.flatMap((f) => (f.table ? [f.table] : [])));
  return ask(outcome, compile({ indicators: [indicatorOf(id).id], by: options.by ?? [], filters: options.filters ?? {}, scope, tables }).sql);
}

/** `n/d` of the county, or `n` for an indicator without denominator. */
export async function fraction(outcome: Outcome, id: string, options: Parameters<typeof valueOf>[2] = {}): Promise<string> {
  const [row] = await valueOf(outcome, id, options);
  const [n, d] = [row![`${id}_n`], row![`${id}_d`]];
  return d === undefined ? String(n) : `${n}/${d}`;
}
