import type { Indicator } from './indicator.ts';
import { CLUE_INDICATORS } from './indicators/clues.ts';
import { MONEY_INDICATORS } from './indicators/money.ts';
import { OVERSIGHT_INDICATORS } from './indicators/oversight.ts';
import { RISK_INDICATORS } from './indicators/risk.ts';

export type { Indicator, Part, Scope } from './indicator.ts';

/** Every 指标 once (domain §3). KPI text, map, charts, exports, definitions page, cube columns and SQL come from here. */
export const INDICATORS: readonly Indicator[] = [...RISK_INDICATORS, ...CLUE_INDICATORS, ...MONEY_INDICATORS, ...OVERSIGHT_INDICATORS];

const byId = new Map(INDICATORS.map((i) => [i.id, i]));

/** The indicator of that id. Throws for an id that is not in the catalogue. */
export function indicatorOf(id: string): Indicator {
  const found = byId.get(id);
  if (!found) throw new Error(`目录中没有指标 ${id}`);
  return found;
}
