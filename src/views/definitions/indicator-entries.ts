import { FILTER_IDS, type FilterId } from '../../model/filters.ts';
import type { Fact } from '../../model/indicator.ts';
import type { Indicator } from '../../model/indicators.ts';
import { CLUE_WORK_INDICATORS } from '../../model/indicators/clue-work.ts';
import { CLUE_INDICATORS } from '../../model/indicators/clues.ts';
import { ENFORCEMENT_WORK_INDICATORS } from '../../model/indicators/enforcement-work.ts';
import { MONEY_INDICATORS } from '../../model/indicators/money.ts';
import { OVERSIGHT_INDICATORS } from '../../model/indicators/oversight.ts';
import { RISK_INDICATORS } from '../../model/indicators/risk.ts';
import type { Rules } from '../../model/rules.ts';
import { partsFrom, type Parts } from '../../model/show.ts';
import { FACTS } from '../../query/facts.ts';
import type { WindowId } from '../../query/windows.ts';

type Row = Readonly<Record<string, unknown>>;

/** Families of the catalogue, in its order; after them what only 制度与线索 shows. */
export const GROUPS = {
  risk: RISK_INDICATORS, clues: CLUE_INDICATORS, money: MONEY_INDICATORS, oversight: OVERSIGHT_INDICATORS, clueWork: CLUE_WORK_INDICATORS, enforcementWork: ENFORCEMENT_WORK_INDICATORS,
} as const satisfies Record<string, readonly Indicator[]>;
export type GroupId = keyof typeof GROUPS;

/** A value the county may set, and what stands without it. */
export interface Setting {
  readonly value: number;
  readonly byDefault: number;
  readonly changed: boolean;
}

/** Everything the page says of one indicator but its words. */
export interface IndicatorEntry {
  readonly id: string;
  readonly group: GroupId;
  readonly indicator: Indicator;
  /** Of the county, under no filter; n null: 未导入 or not known to this snapshot. */
  readonly county: Parts;
  /** Under the filters; null: none is set, or none of those set acts on it. */
  readonly now: Parts | null;
  readonly decimals: Setting;
  /** null for counts and sums: they are ranked whatever they are made of. */
  readonly minimum: Setting | null;
  readonly target: Rules['targets'][string] | null;
  readonly acting: readonly FilterId[];
  readonly idle: readonly FilterId[];
  /** Tables its rows come from, and those of them the snapshot lacks. */
  readonly tables: readonly string[];
  readonly absent: readonly string[];
  /** It is made of rows that can be listed here; those of 制度与线索 are listed there. */
  readonly listed: boolean;
  /** 期间 its figure here is counted over, where that can be chosen on the page that shows it. */
  readonly period: WindowId | null;
}

/** Answers of src/query/trust.ts, one row each. */
export interface IndicatorInput {
  readonly rules: Pick<Rules, 'decimals' | 'minimum_denominator' | 'targets'>;
  /** Defaults of the rules, for what the county changed. */
  readonly shipped: Pick<Rules, 'minimum_denominator'>;
  readonly tables: ReadonlySet<string>;
  /** Filters that are set. */
  readonly set: readonly FilterId[];
  readonly county: readonly (Row | undefined)[];
  readonly now: readonly (Row | undefined)[];
}

/** The scope's days that the definitions of 制度与线索 name, by fact. */
const PERIODS: Readonly<Partial<Record<Fact, WindowId>>> = { cases: 'recent', events: 'recent', actions: 'campaign', inspections: 'year' };

const setting = (value: number, byDefault: number): Setting => ({ value, byDefault, changed: value !== byDefault });
const partsOf = (rows: readonly (Row | undefined)[], id: string): Parts => partsFrom(rows.find((row) => row !== undefined && `${id}_n` in row), id);

/** One entry per indicator of the catalogue, in its order. */
export function indicatorEntries({ rules, shipped, tables, set, county, now }: IndicatorInput): readonly IndicatorEntry[] {
  return (Object.keys(GROUPS) as GroupId[]).flatMap((group) => (GROUPS[group] as readonly Indicator[]).map((indicator): IndicatorEntry => {
    const { id } = indicator;
    const facts = [...indicator.n, ...indicator.d].map((p) => p.fact);
    const needs = [...new Set(facts.flatMap((fact) => FACTS[fact].tables))];
    return {
      id, group, indicator, county: partsOf(county, id), now: set.some((f) => indicator.filters.includes(f)) ? partsOf(now, id) : null,
      decimals: setting(rules.decimals[id] ?? indicator.decimals, indicator.decimals),
      minimum: indicator.d.length === 0 ? null : setting(rules.minimum_denominator.by_indicator[id] ?? rules.minimum_denominator.default, shipped.minimum_denominator.default),
      target: rules.targets[id] ?? null, acting: FILTER_IDS.filter((f) => indicator.filters.includes(f)), idle: FILTER_IDS.filter((f) => !indicator.filters.includes(f)),
      tables: needs, absent: needs.filter((t) => !tables.has(t) && t !== 'absent'), listed: !facts.includes('calendar') && !group.endsWith('Work'), period: group.endsWith('Work') ? PERIODS[facts[0] ?? 'cases'] ?? null : null,
    };
  }));
}
