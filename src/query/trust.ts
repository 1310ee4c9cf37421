import type { FilterState } from '../model/filters.ts';
import type { Indicator, Scope } from '../model/indicators.ts';
import { EVERY_INDICATOR, WORK_INDICATORS } from '../model/indicators/every.ts';
import type { Question } from './ask.ts';
import { compile } from './compile.ts';
import { FACTS } from './facts.ts';
import { rowsSql } from './row-route.ts';

/** What the page 口径与数据 is asked for. */
export interface TrustAsk {
  readonly filters: FilterState;
  readonly scope: Scope;
  /** Tables the snapshot holds. */
  readonly tables: ReadonlySet<string>;
}

/** `county…`: no filter · `now…`: under the filters; each from the cube, or from rows for what cannot live there. */
export type TrustQuestion = 'county' | 'countyRows' | 'now' | 'nowRows' | 'checks';

const [IN_CUBE, FROM_ROWS] = [EVERY_INDICATOR.filter((i) => i.cube), EVERY_INDICATOR.filter((i) => !i.cube)];

/** Tables an indicator's rows come from, those the snapshot lacks left out. */
const factTables = (indicators: readonly Indicator[], has: ReadonlySet<string>): readonly string[] =>
  [...new Set(indicators.flatMap((i) => [...i.n, ...i.d]).flatMap((p) => FACTS[p.fact].tables))].filter((t) => has.has(t));

/** The SQL that answers one indicator: the very one a panel would ask. */
export function indicatorSql(id: string, ask: TrustAsk): string {
  const work = WORK_INDICATORS.find((i) => i.id === id);
  return work ? rowsSql([work], { by: [], ...ask }) : compile({ indicators: [id], by: [], ...ask }).sql;
}

/** Every check of the publication, as published. */
const CHECKS_SQL = 'SELECT check_id, name, severity, "count", source, sheet, "rows", detail, accepted FROM checks ORDER BY check_id, source NULLS FIRST, sheet NULLS FIRST';

/** All indicators of the catalogue and all checks, as one batch; `now` only while a filter is set. Questions on absent tables are left out. */
export function trustQuestions(ask: TrustAsk): Readonly<Partial<Record<TrustQuestion, Question>>> {
  const filtered = Object.values(ask.filters).some((values) => (values ?? []).length > 0);
  const cube = (filters: FilterState): Question => ({ sql: compile({ indicators: IN_CUBE.map((i) => i.id), by: [], ...ask, filters, route: 'cube' }).sql, tables: ['cube'] });
  const rows = (filters: FilterState): Question => ({ sql: rowsSql(FROM_ROWS, { by: [], ...ask, filters }), tables: factTables(FROM_ROWS, ask.tables) });
  return {
    ...(ask.tables.has('cube') ? { county: cube({}), ...(filtered ? { now: cube(ask.filters) } : {}) } : {}),
    countyRows: rows({}), ...(filtered ? { nowRows: rows(ask.filters) } : {}),
    ...(ask.tables.has('checks') ? { checks: { sql: CHECKS_SQL, tables: ['checks'] } } : {}),
  };
}
